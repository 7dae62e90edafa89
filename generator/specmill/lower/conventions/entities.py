"""Entities (resources in the REST sense) that operations act on, one for each path pattern.

The path decides, parameters compared by place and not by name:

1. A path that ends with a parameter is the pattern of an entity; a path that such a one continues
   is its collection (``/jobs`` of ``/jobs/{jobId}``). A verb after a colon (AIP-136) is cut off.
2. A path that goes on in fixed segments is an action on what it starts with when the client has it
   there too: in the resource that the segment before names, or beside the entity's own operations
   (``/jobs/{jobId}/metrics`` is in ``jobs``).
3. Any other path is an entity without a parameter of its own: up to the segment that its resource
   is named after (``/jobs/{jobId}/debug`` of ``/jobs/{jobId}/debug/getConfig``), or as it is. A
   path that can be both read and written is a singleton (AIP-156) and no action.

``x-specmill-entity`` of an operation (``pattern``, ``name``, ``role``, each optional) goes before
all of this.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from typing import Any

from specmill.diagnostics import fail
from specmill.document.document import Document
from specmill.document.operations import SourceOperation
from specmill.lower.conventions.entity_fields import EntityFields
from specmill.lower.naming import fixed_segments
from specmill.lower.schemas import Schemas
from specmill.model.entities import Entity, EntityOperation, Role
from specmill.model.operations import Operation
from specmill.model.types import ListOf, LiteralOf
from specmill.naming import Wanted, resolve
from specmill.text import common_prefix, same_word, singular, words
from specmill.values import dataclass

_ANY = "{}"
_DEPTH = 4
"""Parts of the pointer of an operation: ``/paths/…/get``; what stands beside it is below that."""
_VERB = re.compile(r"(?<=.):([A-Za-z]\w*)\Z")
_NAMED_ROLES = {
    "get": ("GET", Role.READ),
    "read": ("GET", Role.READ),
    "list": ("GET", Role.LIST),
    "create": ("POST", Role.CREATE),
    "insert": ("POST", Role.CREATE),
    "add": ("POST", Role.CREATE),
    "delete": ("DELETE", Role.DELETE),
    "patch": ("PATCH", Role.UPDATE),
}
"""Names of methods that tell a role where the path does not, with the HTTP method that fits."""
_ITEM_ROLES = {
    "GET": Role.READ,
    "PUT": Role.UPDATE,
    "PATCH": Role.UPDATE,
    "DELETE": Role.DELETE,
}

Shape = tuple[str, ...]
"""The segments of a path, parameters as ``{}``."""


@dataclass(frozen=True)
class _Route:
    """An operation with its path cut up."""

    source: SourceOperation
    operation: Operation
    path: str
    verb: str

    @cached_property
    def shape(self) -> Shape:
        return shape_of(self.path)

    @property
    def resource(self) -> str:
        return self.operation.resource[-1] if self.operation.resource else ""


def shape_of(path: str) -> Shape:
    """Return the segments of a path, parameters as ``{}``."""
    segments = (segment for segment in path.split("/") if segment)
    return tuple(_ANY if "{" in segment else segment for segment in segments)


def resource_view(
    sources: Sequence[SourceOperation], operations: Sequence[Operation], schemas: Schemas
) -> Callable[[], tuple[Entity, ...]]:
    """Return what puts the entities together, for targets that look at them.

    Where the document says something of them, what is wrong with that is told at once.
    """
    view = cache(partial(lower_entities, sources, operations, schemas))
    if schemas.speaks_of_entities or any("x-specmill-entity" in one.node for one in sources):
        view()
    return view


def lower_entities(
    sources: Sequence[SourceOperation], operations: Sequence[Operation], schemas: Schemas
) -> tuple[Entity, ...]:
    """Return the entities of an API in the order of their first operations.

    Args:
        sources: The operations in the document.
        operations: What they became: one may be several, such as a method and its download.
        schemas: What the bodies are made of.

    Raises:
        SpecmillError: An ``x-specmill-entity`` names no role, or two entities are called the same.
    """
    origins = {source.pointer: source for source in sources}
    routes = [
        _route(origins["/".join(one.pointer.split("/")[:_DEPTH])], one)
        for one in operations
        if not one.unbound and one.waiting is None
    ]
    homes = _Homes(routes)
    groups: defaultdict[Shape, list[_Route]] = defaultdict(list)
    for route in routes:
        groups[homes.of(route)].append(route)
    patterns = {shape: homes.pattern(shape, members) for shape, members in groups.items()}
    names = _names(groups, patterns, schemas.document)
    fields = EntityFields(schemas)
    return tuple(
        fields.entity(
            names[shape],
            patterns[shape],
            list(_operations(shape, patterns[shape], members, fields)),
        )
        for shape, members in groups.items()
    )


def _route(source: SourceOperation, operation: Operation) -> _Route:
    """Cut up the flat path where the real one has a parameter of several segments, or only leads
    to the media of the same thing.
    """
    several = any(one.spans_segments for one in operation.parameters)
    flat = (several and "x-specmill-path" in source.node) or operation.media_download
    path = re.split(r"[?#]", source.path if flat else operation.path)[0].rstrip("/")
    verb = _VERB.search(path)
    return _Route(
        source, operation, path[: verb.start()] if verb else path, verb[1] if verb else ""
    )


def _declared(route: _Route) -> Mapping[str, Any]:
    declared: Mapping[str, Any] = route.source.node.get("x-specmill-entity", {})
    return declared


class _Homes:
    """Tells which entity an operation belongs to."""

    def __init__(self, routes: Sequence[_Route]) -> None:
        self._paths: dict[Shape, str] = {}
        self._methods: defaultdict[Shape, set[str]] = defaultdict(set)
        self._residents: defaultdict[Shape, set[tuple[str, ...]]] = defaultdict(set)
        for route in routes:
            segments = [segment for segment in route.path.split("/") if segment]
            for end in range(1, len(segments) + 1):
                path = "/" + "/".join(segments[:end])
                self._paths.setdefault(route.shape[:end], path)
            if not route.verb:
                self._methods[route.shape].add(route.operation.method)
        for route in routes:
            if entity := self._own(route.shape):
                self._residents[entity].add(route.operation.resource)

    def of(self, route: _Route) -> Shape:
        """Return the shape of the pattern that identifies what the operation acts on."""
        if "pattern" in _declared(route):
            return shape_of(str(_declared(route)["pattern"]))
        if self._creates_child(route):
            return (*route.shape, _ANY)
        if entity := self._own(route.shape):
            return entity
        owner = next(self._owners(route.shape), None)
        if owner and not self._is_singleton(route.shape) and self._is_kin(route, owner):
            return owner
        start = len(owner) if owner else 0
        for end in range(start + 1, len(route.shape) + 1):
            if _same_noun(route.shape[end - 1], route.resource):
                return route.shape[:end]
        return route.shape

    def pattern(self, shape: Shape, members: Iterable[_Route]) -> str:
        """Spell a pattern out."""
        declared = (str(_declared(route).get("pattern", "")) for route in members)
        chosen = next((text for text in declared if text and shape_of(text) == shape), "")
        return chosen or self._paths.get(shape, "/" + "/".join(shape))

    def _own(self, shape: Shape) -> Shape | None:
        """Return the entity that a path is the pattern or the collection of."""
        if shape[-1:] == (_ANY,):
            return shape
        return (*shape, _ANY) if (*shape, _ANY) in self._paths else None

    def _creates_child(self, route: _Route) -> bool:
        """Tell whether a path that ends with a parameter is a collection too: ``/repos/{owner}``
        of ``/repos/{owner}/{repo}``.
        """
        is_item = route.shape[-1:] == (_ANY,) and not route.verb
        return is_item and route.operation.method == "POST" and (*route.shape, _ANY) in self._paths

    def _owners(self, shape: Shape) -> Iterator[Shape]:
        """Yield the entities that a path starts with, the longest first."""
        for end in range(len(shape) - 1, 0, -1):
            if entity := self._own(shape[:end]):
                yield entity

    def _is_kin(self, route: _Route, owner: Shape) -> bool:
        nouns = [segment for segment in owner if segment != _ANY]
        named = bool(nouns) and _same_noun(nouns[-1], route.resource)
        return named or route.operation.resource in self._residents[owner]

    def _is_singleton(self, shape: Shape) -> bool:
        methods = self._methods[shape]
        return "GET" in methods and bool(methods & {"PUT", "PATCH"})


def _same_noun(segment: str, name: str) -> bool:
    """Tell whether a segment and a resource are the same noun (``workItems``, ``work items``)."""
    return bool(name) and same_word("".join(words(segment)), "".join(words(name)))


# -- roles ----------------------------------------------------------------------------------------


def _operations(
    shape: Shape, pattern: str, members: Iterable[_Route], fields: EntityFields
) -> Iterator[EntityOperation]:
    last = pattern.rpartition("/")[2].strip("{}")
    created = False
    for route in members:
        role = _declared_role(route, fields.schemas.document) or _role(route, shape, last)
        if role is Role.CREATE and created:
            role = Role.ACTION
        created = created or role is Role.CREATE
        yield EntityOperation(
            role,
            route.operation,
            fields.inputs(route.operation),
            fields.outputs(route.operation),
        )


def _declared_role(route: _Route, document: Document) -> Role | None:
    declared = _declared(route).get("role")
    if declared is None:
        return None
    if declared not in set(Role):
        raise fail(
            f"x-specmill-entity: there is no role {declared!r}",
            location=document.locate(f"{route.source.pointer}/x-specmill-entity/role"),
            hint=f"one of {', '.join(Role)}",
        )
    return Role(declared)


def _role(route: _Route, entity: Shape, last: str) -> Role:
    """Tell the role by where the operation stands.

    Args:
        route: The operation.
        entity: The shape of its entity's pattern.
        last: Name of the pattern's last segment.
    """
    method, named = route.operation.method, _named_role(route)
    if route.operation.media_download or route.operation.form_of:
        return Role.ACTION
    if route.verb or route.shape not in (entity, entity[:-1]):
        return named or Role.ACTION
    if method in ("PUT", "PATCH") and (not _sends(route.operation) or _says_what(route)):
        return Role.ACTION
    if route.shape != entity:
        return _collection_role(route, last) or named or Role.ACTION
    if method == "GET" and entity[-1:] != (_ANY,):
        return Role.LIST if _is_list(route.operation) else Role.READ
    return named or _ITEM_ROLES.get(method) or Role.ACTION


def _sends(operation: Operation) -> bool:
    return operation.body is not None or operation.media_upload is not None


def _says_what(route: _Route) -> bool:
    """Tell whether a fixed parameter says what to do: ``?action=stop``."""
    return any(
        one.place == "query" and isinstance(one.type, LiteralOf) and len(one.type.values) == 1
        for one in route.operation.parameters
    )


def _collection_role(route: _Route, last: str) -> Role | None:
    """Tell what a request to a collection does; one that names a single thing to delete deletes."""
    method = route.operation.method
    if method == "DELETE":
        named = any(one.wire == last for one in route.operation.parameters)
        return Role.DELETE if named else None
    return {"GET": Role.LIST, "POST": Role.CREATE}.get(method)


def _named_role(route: _Route) -> Role | None:
    method, role = _NAMED_ROLES.get(route.operation.name.lower(), ("", None))
    return role if method == route.operation.method else None


def _is_list(operation: Operation) -> bool:
    response = operation.response
    is_array = response is not None and isinstance(response.type, ListOf)
    return is_array or operation.pagination is not None or operation.name.lower() == "list"


# -- names ----------------------------------------------------------------------------------------


def _names(
    groups: Mapping[Shape, list[_Route]], patterns: Mapping[Shape, str], document: Document
) -> dict[Shape, str]:
    """Name each entity by its own segment, and by those before it where that is not enough."""
    shared = len(common_prefix(groups)) if len(groups) > 1 else 0
    wanted = []
    for shape, members in groups.items():
        declared = {str(name) for route in members if (name := _declared(route).get("name"))}
        if len(declared) > 1:
            raise fail(
                f"x-specmill-entity calls {patterns[shape]} both {' and '.join(sorted(declared))}",
                location=document.locate(members[0].source.pointer),
            )
        pattern = "/".join(patterns[shape].strip("/").split("/")[shared:])
        candidates = tuple(declared) or tuple(_candidates(shape, members, pattern))
        alone = len(candidates) == 1
        wanted.append(Wanted(shape, candidates, pinned=bool(declared), rank=int(alone)))
    return resolve(wanted, fold=lambda name: "".join(words(name)).casefold(), join="{} {}".format)


def _candidates(shape: Shape, members: Sequence[_Route], pattern: str) -> Iterator[str]:
    fixed = (_singular(words(segment)) for segment in fixed_segments(pattern))
    nouns = [noun for noun in fixed if noun]  # `*` of a gateway has no words
    resource = _singular(words(members[0].resource))
    if not nouns:
        yield " ".join(resource or words("".join(shape))).lower() or "root"
        return
    own = nouns[-1]
    same = "".join(own).lower() == "".join(resource).lower()
    if same or (shape[-2:] == (_ANY, _ANY) and _overlap(resource, own)):
        own = resource
    elif resource and not _overlap(resource, own) and _is_qualifier(shape, nouns):
        own = [*resource, *own]
    for start in range(len(nouns) - 1, -1, -1):
        yield " ".join(word for noun in [*nouns[start:-1], own] for word in noun).lower()


def _is_qualifier(shape: Shape, nouns: Sequence[Sequence[str]]) -> bool:
    """Tell whether a pattern's last noun only says how: ``/pipelines/names/{name}``."""
    return len(nouns) > 1 and shape[-1] == _ANY and shape[-3:-2] != (_ANY,)


def _overlap(resource: Sequence[str], own: Sequence[str]) -> bool:
    return bool({word.lower() for word in resource} & {word.lower() for word in own})


def _singular(name: Sequence[str]) -> list[str]:
    return [*name[:-1], singular(name[-1])] if name else []
