"""An OpenAPI document as the typed model of its API: the steps, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.given_names import GivenNames
from specmill.lower.conventions import (
    error_form,
    has_rpc_errors,
    resource_view,
    with_long_running,
)
from specmill.lower.kept import Kept
from specmill.lower.naming import PlacedOperations, name_models, place, refuse_unknown_pins
from specmill.lower.navigation import groups_of, resource_tree, topics_of
from specmill.lower.omissions import skipped
from specmill.lower.operations import lower_operations, with_links
from specmill.lower.schemas import Schemas, lower_schemas
from specmill.lower.security import known_variables, lower_servers, secure
from specmill.lower.shared import shared_parts
from specmill.model.api import Api, Publisher
from specmill.model.models import Docs, Model
from specmill.model.operations import Operation
from specmill.text import words


def lower(
    document: Document,
    *,
    key: str,
    report: Report,
    pins: Mapping[str, str] | None = None,
    given: GivenNames | None = None,
    old_names: bool = True,
) -> Api:
    """Turn a normalized document into the model that targets read.

    Args:
        document: The normal form, overlays applied.
        key: The API's name in the workspace.
        report: Takes findings.
        pins: Operation id to ``resource.method``, component name to model name; they beat every
            heuristic.
        given: Names that an earlier run gave; they beat every heuristic but no pin.
        old_names: Methods keep names that they had, too.

    Raises:
        SpecmillError: Two things are pinned to one name, or a pin names nothing.
    """
    pins, kept = pins or {}, Kept.of(document.root, given or GivenNames(), old_names=old_names)
    refuse_unknown_pins(pins, document)
    schemas = lower_schemas(document, report, kept.knows)
    placed = place(document, pins, kept, report)
    lowered = lower_operations(placed, schemas)
    schemas.fill_tags()
    shared = shared_parts(secure(lowered.operations, schemas.models, document, report))
    operations = _followed(shared.operations, schemas.models, placed, report)
    models = _named_models(schemas, placed, pins)
    source, info = document.root.get("x-specmill-source", {}), document.root.get("info", {})
    return Api(
        key=key,
        name=_client_name(key, source),
        title=str(info.get("title", "")),
        version=str(source.get("version") or info.get("version", "")),
        docs=Docs(str(info.get("summary", "")), str(info.get("description", ""))),
        publisher=_publisher(document.root),
        servers=lower_servers(document),
        batch_path=str(document.root.get("x-specmill-batch", "")),
        rpc_errors=has_rpc_errors(source, operations, shared.errors, schemas.models),
        models=models,
        given_names=partial(_noted, placed, models, schemas, lowered.orders),
        root=resource_tree(operations, placed),
        common_parameters=lowered.common_parameters,
        common_headers=lowered.common_headers,
        common_errors=shared.errors,
        error_form=error_form(document),
        known_variables=known_variables(document),
        credentials=shared.credentials,
        security=shared.security,
        groups=groups_of(placed),
        topics=topics_of(placed),
        skipped=tuple(skipped(document.root)),
        webhooks=lowered.webhooks,
        page=lowered.page,
        resource_view=resource_view(placed.sources, operations, schemas),
    )


def _followed(
    operations: list[Operation],
    models: Mapping[str, Model],
    placed: PlacedOperations,
    report: Report,
) -> list[Operation]:
    """Tell operations which others go on with their answers: by long-running work, by links."""
    followed = with_long_running(operations, models, placed.document)
    return with_links(followed, placed.sources, placed.document, report)


def _named_models(
    schemas: Schemas, placed: PlacedOperations, pins: Mapping[str, str]
) -> dict[str, Model]:
    names = placed.kept.names(schemas.models, schemas.twins)
    return placed.kept.as_before(name_models(schemas, pins, names, placed.written))


def _noted(
    placed: PlacedOperations,
    models: Mapping[str, Model],
    schemas: Schemas,
    orders: Mapping[str, Sequence[str]],
) -> GivenNames:
    """Return the names that a later run is to keep."""
    operations = {}
    for source in placed.sources:
        place = placed.places[source.pointer]
        path = (*place.resource, place.name)
        if not any("." in name for name in path):
            key, operation = placed.kept.operation(
                source, ".".join(path), orders[source.pointer], placed.former(source)
            )
            operations[key] = operation
    return placed.kept.noted(models, schemas.twins, operations, placed.former_resources)


def _publisher(root: Mapping[str, Any]) -> Publisher:
    info = root.get("info", {})
    contact, terms = info.get("contact", {}), info.get("license", {})
    return Publisher(
        name=str(contact.get("name", "")),
        email=str(contact.get("email", "")),
        url=str(contact.get("url", "")),
        license=str(terms.get("identifier") or terms.get("name", "")),
        documentation=str(root.get("externalDocs", {}).get("url", "")),
    )


def _client_name(key: str, source: Mapping[str, Any]) -> str:
    name = str(source.get("canonicalName") or source.get("name") or key)
    parts = list(words(name))
    while len(parts) > 1 and _is_version(parts[-1]):
        parts.pop()
    return " ".join(parts)


def _is_version(word: str) -> bool:
    return len(word) > 1 and word[0] in "vV" and word[1].isdigit()
