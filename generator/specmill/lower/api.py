"""The lowering of a whole document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, partial
from typing import Any

from specmill.diagnostics import Report, fail
from specmill.document.document import Document
from specmill.given_names import GivenNames
from specmill.lower.conventions.documented import reference_page
from specmill.lower.conventions.entities import lower_entities
from specmill.lower.conventions.long_running import with_long_running
from specmill.lower.conventions.rpc_errors import has_rpc_errors
from specmill.lower.findings import report_security, report_unsaid
from specmill.lower.naming.names import name_models
from specmill.lower.naming.resources import Placement, place_operations
from specmill.lower.naming.tags import Tags, resource_words
from specmill.lower.omissions import skipped
from specmill.lower.operations.links import with_links
from specmill.lower.operations.operations import Operations, SourceOperation, source_operations
from specmill.lower.operations.webhooks import lower_webhooks
from specmill.lower.schemas.schemas import Schemas
from specmill.lower.security.logins import with_logins
from specmill.lower.security.secrets import hide_secrets, with_secrets
from specmill.lower.security.security import (
    Requirement,
    lower_credentials,
    lower_granted,
    lower_requirement,
    lower_scopes,
)
from specmill.lower.security.servers import lower_servers
from specmill.model.api import Api, NavigationGroup, Resource
from specmill.model.credentials import Credential
from specmill.model.entities import Entity
from specmill.model.models import Docs
from specmill.model.operations import Operation, Response
from specmill.text import words
from specmill.values import replace


def lower(
    document: Document,
    *,
    key: str,
    report: Report,
    pins: Mapping[str, str] | None = None,
    given: GivenNames | None = None,
) -> Api:
    """Turn a normalized document into the model that targets read.

    Args:
        document: The normal form, overlays applied.
        key: The API's name in the workspace.
        report: Takes findings.
        pins: Operation id to ``resource.method``, component name to model name; they beat every
            heuristic.
        given: Names that an earlier run gave; they beat every heuristic but no pin.

    Raises:
        SpecmillError: Two things are pinned to one name, or a pin names nothing.
    """
    pins, given = pins or {}, given or GivenNames()
    root = document.root
    _refuse_unknown_pins(pins, document)
    schemas = Schemas(document, report, frozenset(given.models))
    schemas.lower_components()
    operations = Operations(schemas, _common_parameters(root))
    report_unsaid(document, report)
    sources = list(source_operations(root))
    kept = [source for source in sources if "x-specmill-skip" not in source.node]
    tags = Tags.of(root)
    tags.report(document, report)
    is_pinned = document.family != "discovery"
    places = place_operations(kept, pins, given.operations, declared_is_pinned=is_pinned, tags=tags)
    lowered = [*_lowered(kept, places, operations, tags)]
    common_parameters = operations.common_parameters()
    common_errors = _common_errors(lowered)
    credentials = with_logins(lower_credentials(root), document)
    report_security(document, credentials, report)
    lowered, security = _secured(lowered, root.get("security"), credentials, schemas)
    lowered = [_without_common(operation, common_errors, security) for operation in lowered]
    lowered = with_long_running(lowered, schemas.models, document)
    lowered = with_links(lowered, {one.pointer: one for one in kept}, document, report)
    webhooks = lower_webhooks(document, operations)
    page = reference_page(document, schemas)
    resource_view = _resource_view(kept, lowered, schemas)
    source = root.get("x-specmill-source", {})
    info = root.get("info", {})
    return Api(
        key=key,
        name=_client_name(key, source),
        title=str(info.get("title", "")),
        version=str(source.get("version") or info.get("version", "")),
        docs=Docs(str(info.get("summary", "")), str(info.get("description", ""))),
        servers=lower_servers(document),
        batch_path=str(root.get("x-specmill-batch", "")),
        rpc_errors=has_rpc_errors(source, lowered, schemas.models),
        models=name_models(schemas, pins, given.models),
        root=_tree(lowered, _resource_docs(kept, places, tags)),
        common_parameters=common_parameters,
        common_headers=operations.common_headers(),
        common_errors=common_errors,
        credentials=credentials,
        security=security,
        groups=_groups(root, kept, places, tags),
        topics=_topics(kept, places, tags),
        skipped=tuple(skipped(root)),
        webhooks=webhooks,
        page=page,
        resource_view=resource_view,
    )


def _lowered(
    kept: Iterable[SourceOperation],
    places: Mapping[str, Placement],
    operations: Operations,
    tags: Tags,
) -> Iterator[Operation]:
    for source in kept:
        place = places[source.pointer]
        yield from operations.lower(source, place.resource, place.name, tags.others(source.node))


def _secured(
    operations: list[Operation],
    declared: Any,
    credentials: tuple[Credential, ...],
    schemas: Schemas,
) -> tuple[list[Operation], Requirement]:
    """Tell operations which credentials they need, and keep secrets out of what is shown.

    Returns:
        The operations, and the requirement of most of them.
    """
    hide_secrets(schemas.models, operations, credentials)
    operations = with_secrets(schemas.models, operations)
    operations = _with_requirements(operations, declared, credentials)
    return operations, _common_security(operations) if operations else lower_requirement(declared)


def _resource_view(
    sources: Sequence[SourceOperation], operations: Sequence[Operation], schemas: Schemas
) -> Callable[[], tuple[Entity, ...]]:
    """Return what puts the entities together, for those that look at them.

    Where the document says something of them, what is wrong with that is told at once.
    """
    view = cache(partial(lower_entities, sources, operations, schemas))
    if schemas.speaks_of_entities or any("x-specmill-entity" in one.node for one in sources):
        view()
    return view


def known_names(document: Document) -> set[str]:
    """Return what a pin may name: ids of operations and names of components."""
    schemas = document.root.get("components", {}).get("schemas", {})
    return {source.id for source in source_operations(document.root)} | set(schemas)


def _refuse_unknown_pins(pins: Mapping[str, str], document: Document) -> None:
    known = known_names(document)
    for pin in pins:
        if pin not in known:
            guess = get_close_matches(pin, known, n=1)
            raise fail(
                f"a name is given to {pin!r}, which is neither an operation nor a schema",
                location=document.locate(""),
                hint=f"did you mean {guess[0]!r}?" if guess else "",
            )


def _common_parameters(root: Mapping[str, Any]) -> dict[str, Any]:
    parameters = root.get("components", {}).get("parameters", {})
    return {name: parameters[name] for name in root.get("x-specmill-common-parameters", ())}


def _common_errors(operations: Iterable[Operation]) -> tuple[Response, ...]:
    """Return the error responses of all operations that declare any, so that they stand once."""
    declaring = [operation for operation in operations if operation.errors]
    counts = Counter(
        (error.status, error.kind, error.media_type, error.type)
        for operation in declaring
        for error in operation.errors
    )
    shared = {identity for identity, count in counts.items() if count == len(declaring)}
    first = declaring[0].errors if declaring else ()
    return tuple(
        replace(error, docs=_docs_of_all(error.status, declaring))
        for error in first
        if (error.status, error.kind, error.media_type, error.type) in shared
    )


def _docs_of_all(status: str, operations: Iterable[Operation]) -> Docs:
    """Return what all operations say of an error; nothing where they differ."""
    errors = (error for operation in operations for error in operation.errors)
    told = {error.docs for error in errors if error.status == status}
    return told.pop() if len(told) == 1 else Docs()


def _with_requirements(
    operations: list[Operation], declared: Any, credentials: Iterable[Credential]
) -> list[Operation]:
    """Give the API's requirement to operations without their own; a login needs none."""
    logins = {one.login.operation for one in credentials if one.login is not None}
    fetched = any(one.is_fetched for one in credentials)
    return [
        _with_requirement(one, () if one.id in logins else declared, fetched=fetched)
        for one in operations
    ]


def _with_requirement(operation: Operation, inherited: Any, *, fetched: bool) -> Operation:
    if operation.security is None:
        operation = replace(
            operation,
            security=lower_requirement(inherited),
            scopes=lower_scopes(inherited),
            granted=lower_granted(inherited),
        )
    return operation if fetched or not operation.granted else replace(operation, granted=())


def _common_security(operations: list[Operation]) -> Requirement:
    """Return the requirement of most operations, so that it stands once; None where the spec says
    nothing of some.
    """
    counts = Counter(operation.security for operation in operations)
    return None if None in counts else counts.most_common(1)[0][0]


def _without_common(
    operation: Operation, errors: tuple[Response, ...], security: Requirement
) -> Operation:
    """Drop what stands once for the API; an operation's own requirement stays where it differs."""
    known = {(error.status, error.type) for error in errors}
    own = tuple(error for error in operation.errors if (error.status, error.type) not in known)
    its = None if operation.security == security else operation.security
    if (own, its) == (operation.errors, operation.security):
        return operation
    return replace(operation, errors=own, security=its)


def _client_name(key: str, source: Mapping[str, Any]) -> str:
    name = str(source.get("canonicalName") or source.get("name") or key)
    parts = list(words(name))
    while len(parts) > 1 and _is_version(parts[-1]):
        parts.pop()
    return " ".join(parts)


def _is_version(word: str) -> bool:
    return len(word) > 1 and word[0] in "vV" and word[1].isdigit()


def _resource_docs(
    sources: Iterable[SourceOperation], places: Mapping[str, Placement], tags: Tags
) -> dict[tuple[str, ...], Docs]:
    """Return what tags say of the resources that they made."""
    said = dict(tags.docs())
    found: dict[tuple[str, ...], Docs] = {}
    for name, docs in said.items():
        spelled = str(tags.nodes[name].get("x-specmill-name", name))
        found.setdefault((resource_words(spelled),), docs)
    for tag, path in _resources_of_tags(sources, places, tags):
        for depth, name in enumerate((*tags.above(tag), tag), start=1):
            if name in said:
                found.setdefault(path[:depth], said[name])
    return found


def _resources_of_tags(
    sources: Iterable[SourceOperation], places: Mapping[str, Placement], tags: Tags
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each tag that places operations, with the resource where they are."""
    for source in sources:
        tag, path = tags.main(source.node), places[source.pointer].resource
        if tag and len(path) == len(tags.above(tag)) + 1:
            yield tag, path


def _topics(
    sources: Iterable[SourceOperation], places: Mapping[str, Placement], tags: Tags
) -> tuple[tuple[str, Docs], ...]:
    """Return the tags that something is said of, and no resource."""
    placing = {tag for tag, _ in _resources_of_tags(sources, places, tags)}
    placing |= {above for tag in placing for above in tags.above(tag)}
    resources = {words(name) for place in places.values() for name in place.resource}
    return tuple(
        (name, docs)
        for name, docs in tags.docs()
        if docs != Docs() and name not in placing and words(resource_words(name)) not in resources
    )


def _groups(
    root: Mapping[str, Any],
    sources: Iterable[SourceOperation],
    places: Mapping[str, Placement],
    tags: Tags,
) -> tuple[NavigationGroup, ...]:
    """Read ``x-tagGroups``, an extension in wide use; a resource is in the first that has it."""
    declared = root.get("x-tagGroups")
    if not isinstance(declared, list):
        return ()
    tops = {tag: path[:1] for tag, path in _resources_of_tags(sources, places, tags)}
    used: set[tuple[str, ...]] = set()
    groups = []
    for group in declared:
        named = group.get("tags") if isinstance(group, dict) else None
        found = [tops[str(tag)] for tag in named or () if str(tag) in tops]
        paths = tuple(path for path in dict.fromkeys(found) if path not in used)
        used.update(paths)
        if paths:
            groups.append(NavigationGroup(str(group.get("name", "")), paths))
    return tuple(groups)


@dataclass(slots=True)
class _Node:
    operations: list[Operation] = field(default_factory=list)
    children: dict[str, _Node] = field(default_factory=dict)


def _tree(operations: Iterable[Operation], docs: Mapping[tuple[str, ...], Docs]) -> Resource:
    top = _Node()
    for operation in operations:
        node = top
        for name in operation.resource:
            node = node.children.setdefault(name, _Node())
        node.operations.append(operation)

    def freeze(node: _Node, path: tuple[str, ...]) -> Resource:
        return Resource(
            path=path,
            docs=docs.get(path, Docs()),
            operations=tuple(node.operations),
            children=tuple(freeze(child, (*path, name)) for name, child in node.children.items()),
        )

    return freeze(top, ())
