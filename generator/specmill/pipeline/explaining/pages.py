"""Lines of pages and of KCL files: the method, the argument, the model or the field."""

from __future__ import annotations

import re

from specmill.pipeline.explaining.things import Explanation, Things
from specmill.targets.docs.layout import anchor_of, lay_out
from specmill.targets.kcl.names import choose_names as kcl_names
from specmill.targets.python.reference import PythonReference

_HEADING = re.compile(r"##? +(.+?)\s*")
_CODE = re.compile(r"`+([^`]+)`+|<code>([^<]+)</code>")
_SCHEMA = re.compile(r"(?:schema|type) (\w+)")
_ATTRIBUTE = re.compile(r"\s+[\"']?([\w.$-]+)[\"']?\??\s*:")


def in_page(things: Things, path: str, text: str, line: int) -> list[Explanation]:
    """Explain a line of a page in Markdown."""
    api, config = things.understood.api, things.config
    pages = lay_out(PythonReference(api, config.package, client=config.client))
    lines = text.split("\n")
    spans = [one or other for one, other in _CODE.findall(lines[line - 1])]
    models = [key for key, page in pages.models.items() if page == path]
    if models:
        name = pages.reference.model(models[0])
        for span in spans:
            if found := things.attribute(name, span):
                return found
        return things.find(name)
    resources = [resource for resource, page in pages.resources.items() if page == path]
    if resources:
        return _of_resource(things, pages.reference, resources[0], lines[:line], spans)
    return next((found for span in spans if (found := things.find(span))), [])


def _of_resource(
    things: Things,
    reference: PythonReference,
    resource: tuple[str, ...],
    before: list[str],
    spans: list[str],
) -> list[Explanation]:
    prefix = "".join(f"{one}." for one in reference.names.attributes(resource))
    own = [
        one
        for one in things.surface.methods
        if one.name.startswith(prefix) and "." not in one.name[len(prefix) :]
    ]
    headings = [match[1] for one in before if (match := _HEADING.fullmatch(one))]
    anchors = {anchor_of(one.name[len(prefix) :]): one for one in own}
    method = next(
        (anchors[anchor] for one in reversed(headings) if (anchor := anchor_of(one)) in anchors),
        None,
    )
    if method is None:
        named = [one for one in own if one.name in spans or one.name[len(prefix) :] in spans]
        return [things.method(one) for one in named or own]
    for span in spans:
        if found := things.argument(method.name, span):
            return found
    return [things.method(method)]


def in_kcl(things: Things, path: str, text: str, line: int) -> list[Explanation]:
    """Explain a line of a KCL file."""
    del path  # schemas have one name in the whole package
    names = kcl_names(things.understood.api)
    lines = text.split("\n")[:line]
    schemas = [match[1] for one in lines if (match := _SCHEMA.match(one))]
    if not schemas:
        return []
    keys = {name: key for key, name in names.models.items()}
    requests = {name: pointer for pointer, name in names.requests.items()}
    entities = {name: entity for entity, name in names.entities.items()}
    match = _ATTRIBUTE.match(lines[-1])
    schema, attribute = schemas[-1], match[1] if match else ""
    if schema in keys:
        model = next(one for one in things.surface.models.values() if one.key == keys[schema])
        found = things.attribute(model.name, attribute) if attribute else []
        return found or [things.model(model)]
    pointers = {requests[schema]} if schema in requests else set()
    if schema in entities:
        entity = next(one for one in things.understood.api.entities if one.name == entities[schema])
        pointers = {one.operation.pointer for one in entity.operations}
    methods = [one for one in things.surface.methods if one.pointer in pointers]
    for one in methods:
        if attribute and (found := things.argument(one.name, attribute)):
            return found
    return [things.method(one) for one in methods]
