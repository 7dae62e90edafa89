"""Operations of the normal form → operations of the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from specmill.document.document import path_items
from specmill.lower.constant_headers import constant_headers, is_constant
from specmill.lower.constraints import bounds_of, constant_of, default_of, docs_of
from specmill.lower.documented import documented_of
from specmill.lower.inline_objects import Use
from specmill.lower.link_headers import LinkHeaders
from specmill.lower.media import upload_of
from specmill.lower.media_types import body_kind, preferred, response_kind
from specmill.lower.pagination import Exchange, detect
from specmill.lower.schemas import Schemas, join_types
from specmill.lower.security import lower_granted, lower_requirement, lower_scopes
from specmill.lower.servers import lower_server
from specmill.model.api import (
    Body,
    BodyKind,
    Docs,
    Field,
    Operation,
    Parameter,
    ParameterPlace,
    Response,
    ResponseKind,
)
from specmill.model.types import Anything, MapOf, TypeRef
from specmill.text import singular, words

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""Fixed fields of a Path Item Object that hold operations (OpenAPI 3.1, 4.8.9)."""

_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}
_IDEMPOTENCY_HEADERS = frozenset({"idempotency-key", "x-idempotency-key"})


@dataclass(frozen=True, slots=True)
class SourceOperation:
    """An operation where it stands in the document."""

    path: str
    method: str
    node: Mapping[str, Any]
    item: Mapping[str, Any]
    pointer: str

    @property
    def id(self) -> str:
        """The operationId; method and path where the spec gives none."""
        return str(self.node.get("operationId") or f"{self.method} {self.path}")


def source_operations(root: Mapping[str, Any]) -> Iterator[SourceOperation]:
    """Walk the operations in the document's order."""
    for path, item in path_items(root):
        for method in METHODS:
            if method in item:
                pointer = f"/paths/{path.replace('~', '~0').replace('/', '~1')}/{method}"
                yield SourceOperation(path, method, item[method], item, pointer)


@dataclass(slots=True)
class Operations:
    """Lowers the operations of one document."""

    schemas: Schemas
    common: Mapping[str, Any]
    """Components of parameters that every operation takes, by name."""
    links: LinkHeaders = field(init=False)

    def __post_init__(self) -> None:
        self.links = LinkHeaders(self.schemas.document)

    def lower(self, source: SourceOperation, resource: tuple[str, ...], name: str) -> Operation:
        """Lower one operation that naming has put at ``resource`` under ``name``."""
        node = source.node
        owner = singular(resource[-1]) if resource else source.id
        parameters = self.parameters(source, owner)
        returns, errors = self._responses(source)
        body = self._body(source, Use(source.id, "Request", called=""))
        exchange = Exchange(
            source.method.upper(),
            parameters,
            body,
            returns.type if returns else None,
            resource[-1] if resource else "",
            self.schemas.models,
            self.links.declared_by(node),
            lambda: self.links.anywhere,
        )
        pagination = detect(
            node.get("x-specmill-pagination"),
            exchange,
            lambda: self.schemas.document.locate(source.pointer),
        )
        return Operation(
            id=source.id,
            name=name,
            resource=resource,
            method=source.method.upper(),
            path=str(node.get("x-specmill-path", source.path)).partition("#")[0],
            parameters=parameters,
            body=body,
            response=returns,
            errors=errors,
            pagination=pagination,
            headers=constant_headers(one for one, _ in self._declared(source)),
            media_upload=upload_of(
                node.get("x-specmill-media-upload"),
                str(node.get("x-specmill-path", source.path)),
                lambda: self.schemas.document.locate(f"{source.pointer}/x-specmill-media-upload"),
            ),
            idempotency_key=_idempotency_key(node, parameters),
            security=lower_requirement(node.get("security")),
            scopes=lower_scopes(node.get("security")),
            granted=lower_granted(node.get("security")),
            server=operation_server(source),
            docs=_operation_docs(node, source.item),
            pointer=source.pointer,
            unbound=node.get("x-specmill-unbound") is True,
            documented=documented_of(
                node.get("x-specmill-documented"),
                f"{source.pointer}/x-specmill-documented",
                self.schemas,
                docs_of(node),
            ),
        )

    def common_parameters(self) -> tuple[Parameter, ...]:
        """Lower the parameters that every operation takes."""
        return tuple(
            self.parameter(node, f"/components/parameters/{name}", Use("", str(node["name"])))
            for name, node in self.common.items()
            if not is_constant(node)
        )

    def common_headers(self) -> tuple[tuple[str, str], ...]:
        """Return the headers that go with every operation."""
        return constant_headers(self.common.values())

    def payload(self, source: SourceOperation, owner: str) -> Body | None:
        """Lower what a webhook carries, as a model of its own where it is none."""
        use = Use(owner, "Payload", called="")
        body = self._body(source, use)
        if body is None or body.kind is BodyKind.MULTIPART:
            return body
        key = f"{source.pointer}/requestBody"
        return replace(body, type=self.schemas.named(body.type, key, use))

    # -- parameters ------------------------------------------------------------------------------

    def parameters(self, source: SourceOperation, owner: str) -> tuple[Parameter, ...]:
        """Lower the parameters of an operation and those of its path item."""
        return tuple(
            self.parameter(one, pointer, Use(owner, str(one["name"]), within=source.id))
            for one, pointer in self._declared(source)
            if not is_constant(one)
        )

    def _declared(self, source: SourceOperation) -> Iterable[tuple[Mapping[str, Any], str]]:
        """Return the operation's own parameters, each with its pointer."""
        declared: dict[tuple[str, str], tuple[Mapping[str, Any], str]] = {}
        levels = (
            (source.item, source.pointer.rpartition("/")[0], "parameters"),
            (source.node, source.pointer, "x-specmill-path-parameters"),
            (source.node, source.pointer, "parameters"),
        )
        replaced = "x-specmill-path-parameters" in source.node
        for holder, pointer, keyword in levels:
            for index, node in enumerate(holder.get(keyword, ())):
                resolved, place = self._resolve(node, f"{pointer}/{keyword}/{index}")
                if any(resolved is common for common in self.common.values()):
                    continue
                if replaced and keyword == "parameters" and resolved["in"] == "path":
                    continue
                declared[resolved["name"], resolved["in"]] = (resolved, place)
        return declared.values()

    def _resolve(self, node: Mapping[str, Any], pointer: str) -> tuple[Mapping[str, Any], str]:
        while "$ref" in node:
            pointer = str(node["$ref"]).removeprefix("#")
            node = self.schemas.document.resolve(node["$ref"])
        return node, pointer

    def parameter(self, node: Mapping[str, Any], pointer: str, use: Use) -> Parameter:
        """Lower one Parameter Object (OpenAPI 3.1, 4.8.12)."""
        place = ParameterPlace(node["in"])
        schema, is_json = node.get("schema", True), False
        if "content" in node:
            media_type, media = next(iter(node["content"].items()))
            schema, is_json = media.get("schema", True), "json" in media_type
            pointer = f"{pointer}/content/{media_type.replace('/', '~1')}"
        style = str(node.get("style", _STYLES[place]))
        about = schema if isinstance(schema, Mapping) else {}
        docs = docs_of(node)
        return Parameter(
            wire=str(node["name"]),
            name=str(node.get("x-specmill-name", node["name"])),
            place=place,
            type=self.schemas.type_of(schema, f"{pointer}/schema", use),
            required=node.get("required") is True,
            docs=(
                docs if docs.description else Docs("", docs_of(about).description, docs.deprecated)
            ),
            default=default_of(about),
            style=style,
            explode=bool(node.get("explode", style == "form")),
            allow_reserved=bool(node.get("allowReserved") or node.get("x-specmill-reserved")),
            json=is_json,
            bounds=bounds_of(about),
            constant=constant_of(
                about, self.schemas.document.resolve, may_grow=place is ParameterPlace.PATH
            ),
        )

    # -- bodies ----------------------------------------------------------------------------------

    def _body(self, source: SourceOperation, use: Use) -> Body | None:
        if "requestBody" not in source.node:
            return None
        node, pointer = self._resolve(source.node["requestBody"], f"{source.pointer}/requestBody")
        if not node.get("content"):
            return None
        media_type = preferred(node["content"])
        schema = node["content"][media_type].get("schema", True)
        pointer = f"{pointer}/content/{media_type.replace('/', '~1')}/schema"
        kind = body_kind(media_type)
        required = node.get("required") is True
        if kind is BodyKind.MULTIPART:
            parts = self._parts(schema, pointer, source.id)
            return Body(kind, media_type, MapOf(Anything()), required, docs_of(node), parts)
        return Body(
            kind, media_type, self.schemas.body_type(schema, pointer, use), required, docs_of(node)
        )

    def _parts(self, schema: Any, pointer: str, owner: str) -> tuple[Field, ...]:
        flat = self.schemas.flatten(schema)
        required = flat.get("required", ())
        return tuple(
            Field(
                wire=name,
                name=str(part.get("x-specmill-name", name)),
                type=self.schemas.type_of(part, f"{pointer}/properties/{name}", Use(owner, name)),
                required=name in required,
                docs=docs_of(part),
                default=default_of(part),
                bounds=bounds_of(part),
                constant=constant_of(part, self.schemas.document.resolve),
                secret=part.get("format") == "password",
            )
            for name, part in flat.get("properties", {}).items()
        )

    # -- responses -------------------------------------------------------------------------------

    def _responses(self, source: SourceOperation) -> tuple[Response | None, tuple[Response, ...]]:
        found: dict[str, Response] = {}
        declared = source.node.get("responses", {})
        first = min((status for status in declared if status[0] == "2"), default="")
        for status, node in declared.items():
            resolved, pointer = self._resolve(node, f"{source.pointer}/responses/{status}")
            suffix = "Response" if status == first else f"{status} Response"
            called = "" if status[0] in "123" else "Error Response"
            use = Use(source.id, suffix, called=called)
            found[status] = self._response(status, resolved, pointer, use)
        successes = [found[status] for status in sorted(found) if status[0] == "2"]
        errors = tuple(
            found[status]
            for status in found
            if status[0] in "45d" and (successes or status != "default")
        )
        if not successes and "default" in found:
            successes = [found["default"]]
        return _join_responses(successes), errors

    def _response(self, status: str, node: Mapping[str, Any], pointer: str, use: Use) -> Response:
        content = node.get("content", {})
        docs = docs_of(node)
        if not content:
            return Response(status, ResponseKind.NONE, docs=docs)
        media_type = preferred(content)
        schema = content[media_type].get("schema", True)
        pointer = f"{pointer}/content/{media_type.replace('/', '~1')}/schema"
        type_: TypeRef = self.schemas.body_type(schema, pointer, use)
        return Response(status, response_kind(media_type), media_type, type_, docs)


def _join_responses(successes: list[Response]) -> Response | None:
    """Return one response for all successful ones: the union of what they carry."""
    carrying = [response for response in successes if response.kind is not ResponseKind.NONE]
    if not carrying:
        return successes[0] if successes else None
    first = carrying[0]
    types = [
        response.type for response in carrying if response.kind is first.kind and response.type
    ]
    return Response(first.status, first.kind, first.media_type, join_types(types), first.docs)


def _operation_docs(node: Mapping[str, Any], item: Mapping[str, Any]) -> Docs:
    docs = docs_of(node)
    if docs.description and _is_id(docs.summary, str(node.get("operationId", ""))):
        return replace(docs, summary="")
    if docs.summary or docs.description:
        return docs
    return replace(
        docs, summary=str(item.get("summary", "")), description=str(item.get("description", ""))
    )


def _is_id(summary: str, id_: str) -> bool:
    """Tell whether a program made a summary of an id, as ``Get Item`` of ``get_item_items_get``."""
    said = words(summary)
    same = [word.lower() for word in words(id_)[: len(said)]] == [word.lower() for word in said]
    return len(said) > 1 and same and all(word[0].isupper() for word in said)


def _idempotency_key(node: Mapping[str, Any], parameters: tuple[Parameter, ...]) -> str:
    declared = node.get("x-specmill-idempotency-key")
    if declared:
        return str(declared)
    headers = (one.wire for one in parameters if one.place is ParameterPlace.HEADER)
    return next((wire for wire in headers if wire.lower() in _IDEMPOTENCY_HEADERS), "")


def operation_server(source: SourceOperation) -> str:
    """Return the base URL that an operation has of its own, its variables at their defaults."""
    servers = source.node.get("servers") or source.item.get("servers") or ()
    return lower_server(servers[0]).default_url if servers else ""
