"""Operation Objects (OpenAPI 3.1, 4.8.10) to operations of the model."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, TypeAlias

from specmill.document.operations import SourceOperation
from specmill.lower.conventions import (
    Exchange,
    Paths,
    detect,
    documented_of,
    final_of,
    idempotent_of,
    suggestion,
    upload_of,
    usual_pages,
    with_download,
    with_waiting,
)
from specmill.lower.kept import Kept
from specmill.lower.keywords import docs_of, pages_for_others
from specmill.lower.operations.bodies import Bodies, BodyReader
from specmill.lower.operations.bodies import forms_of as body_forms
from specmill.lower.operations.ignored_headers import IgnoredHeaders
from specmill.lower.operations.link_headers import LinkHeaders
from specmill.lower.operations.parameters import (
    ParameterReader,
    constant_header,
    constant_headers,
    plain_path_names,
)
from specmill.lower.operations.responses import ResponseReader, Responses
from specmill.lower.operations.responses import forms_of as answer_forms
from specmill.lower.schemas import Schemas, Use
from specmill.lower.security import lower_granted, lower_requirement, lower_scopes, operation_server
from specmill.model.media import MediaUpload
from specmill.model.models import Docs
from specmill.model.operations import (
    STREAMS,
    Body,
    BodyKind,
    Operation,
    Response,
)
from specmill.model.pagination import Pagination
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.text import singular, words
from specmill.values import dataclass, replace

_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})
"""Headers that ask for an answer only where something has changed (RFC 9110, section 13.1)."""
_NOT_MODIFIED = "304"
_PATH = ParameterPlace.PATH
_VARIABLE = re.compile(r"\{\+?([^{}]+)\}")
_WITHOUT_CONTENT = frozenset({"GET", "HEAD", "DELETE", "OPTIONS", "TRACE"})
"""Methods whose content means nothing (RFC 9110, section 9.3)."""
_IDEMPOTENCY_HEADERS = frozenset({"idempotency-key", "x-idempotency-key"})


_Declared: TypeAlias = "tuple[Mapping[str, Any], str]"
"""A Parameter Object, and where it stands."""


@dataclass(slots=True)
class Operations:
    """Lowers the operations of one document."""

    schemas: Schemas
    common: Mapping[str, Any]
    """Components of parameters that every operation takes, by name."""
    written: Mapping[str, str] = field(default_factory=dict)
    """What operations are called in names of models, by their ids."""
    kept: Kept = field(default_factory=Kept.nothing)
    """What operations were before."""
    orders: dict[str, Sequence[str]] = field(default_factory=dict)
    """The parameters of each operation, in order, by its pointer."""
    links: LinkHeaders = field(init=False)
    paths: Paths = field(init=False)
    usual_pages: Any = field(init=False)
    """What the document declares for the pages of all its lists."""
    ignored: IgnoredHeaders = field(init=False)
    reader: ParameterReader = field(init=False)
    responses: ResponseReader = field(init=False)

    def __post_init__(self) -> None:
        self.usual_pages = usual_pages(self.schemas.document)
        self.links = LinkHeaders(self.schemas.document)
        self.ignored = IgnoredHeaders.of(self.schemas.document)
        self.reader = ParameterReader(self.schemas)
        self.responses = ResponseReader(self.schemas)
        self.paths = Paths.of(map(_path, self.schemas.document.operations()))

    def lower(
        self,
        source: SourceOperation,
        resource: tuple[str, ...],
        name: str,
        tags: tuple[str, ...] = (),
    ) -> Iterator[Operation]:
        """Lower one operation that naming has put at ``resource`` under ``name``.

        ``tags`` are those that do not say where it is.

        Yields:
            The operation, then those that stand beside it: its media, other forms of its body and
            of its answer, and the method that waits for its answer to be final.
        """
        owner = self._called(source)
        declared = self._declared(source)
        about = singular(resource[-1]) if resource else owner
        parameters = self._parameters(source, about, declared)
        responses = self.responses.read(
            source.node.get("responses", {}),
            f"{source.pointer}/responses",
            owner,
            source.http_method,
        )
        bodies = self._bodies(source, Use(owner, "Request", called=""))
        path, parameters = plain_path_names(
            _path(source),
            tuple(self.paths.marked(_path(source), parameters)),
            {part.wire for part in bodies.body.parts} if bodies.body else (),
        )
        operation = self._operation(
            source, resource, name, path, parameters, bodies.body, responses
        )
        headers = self._constants(one for one, _ in declared)
        if tags or headers:
            operation = replace(operation, tags=tags, headers=headers)
        yield from with_download(operation, source.node.get("x-specmill-media-download"))
        yield from body_forms(operation, bodies)
        yield from answer_forms(operation, responses, self.schemas.models)
        yield from with_waiting(operation, source, self.schemas.models, self.schemas.document)

    def _operation(
        self,
        source: SourceOperation,
        resource: tuple[str, ...],
        name: str,
        path: str,
        parameters: tuple[Parameter, ...],
        body: Body | None,
        responses: Responses,
    ) -> Operation:
        node = source.node
        returns = responses.joined
        about = resource[-1] if resource else ""
        exchange = self._exchange(source, about, parameters, body, responses)
        pagination = self._pagination(source, exchange)
        return Operation(
            id=source.id,
            name=name,
            resource=resource,
            method=source.http_method,
            path=path,
            parameters=parameters,
            body=body,
            response=returns if pagination else responses.response,
            answers=() if pagination else _answers(responses, parameters),
            outcomes=responses.outcomes,
            errors=responses.errors,
            response_headers=responses.headers,
            pagination=pagination,
            page_hint="" if pagination or returns is None else suggestion(exchange),
            media_upload=self._media_upload(source),
            idempotency_key=_idempotency_key(node, parameters),
            idempotent=idempotent_of(source, self.schemas.document),
            final=final_of(source, self.schemas.document),
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

    def _exchange(
        self,
        source: SourceOperation,
        about: str,
        parameters: tuple[Parameter, ...],
        body: Body | None,
        responses: Responses,
    ) -> Exchange:
        """Return what pages are recognised by; ``about`` is the resource's own name."""
        returns = responses.joined
        return Exchange(
            source.http_method,
            parameters,
            body,
            returns.type if returns else None,
            about,
            self.schemas.models,
            self.links.declared_by(source.node),
            lambda: self.links.anywhere,
            {one.wire.lower(): one.wire for one in responses.headers},
        )

    def _pagination(self, source: SourceOperation, exchange: Exchange) -> Pagination | None:
        usual = False if self.usual_pages is False else None
        return detect(
            source.node.get("x-specmill-pagination", usual),
            exchange,
            lambda: self.schemas.document.locate(source.pointer),
            offered=self._offered_pages(source),
        )

    def _media_upload(self, source: SourceOperation) -> MediaUpload | None:
        node = source.node
        return upload_of(
            node.get("x-specmill-media-upload"),
            str(node.get("x-specmill-path", source.path)),
            lambda: self.schemas.document.locate(f"{source.pointer}/x-specmill-media-upload"),
        )

    def common_parameters(self) -> tuple[Parameter, ...]:
        """Lower the parameters that every operation takes."""
        return tuple(
            self.reader.parameter(
                node, f"/components/parameters/{name}", Use("", str(node["name"]))
            )
            for name, node in self.common.items()
            if constant_header(node, self.schemas.document) is None
        )

    def common_headers(self) -> tuple[tuple[str, str], ...]:
        """Return the headers that go with every operation."""
        return self._constants(self.common.values())

    def _constants(self, nodes: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
        return constant_headers(nodes, self.schemas.document)

    def payload(self, source: SourceOperation, owner: str) -> Body | None:
        """Lower what a webhook carries, as a model of its own where it is none."""
        use = Use(owner, "Payload", called="")
        body = self._bodies(source, use).body
        if body is None or body.kind is BodyKind.MULTIPART:
            return body
        key = f"{source.pointer}/requestBody"
        return replace(body, type=self.schemas.named(body.type, key, use))

    def _bodies(self, source: SourceOperation, use: Use) -> Bodies:
        declared, pointer = source.node.get("requestBody"), f"{source.pointer}/requestBody"
        reader = BodyReader(self.schemas, self._called(source), use)
        if declared is None or (
            source.http_method in _WITHOUT_CONTENT and reader.is_empty(declared, pointer)
        ):
            return Bodies(None)
        return reader.read(declared, pointer)

    def _offered_pages(self, source: SourceOperation) -> Iterator[Any]:
        """Yield declarations of pages that hold where they fit."""
        if said := pages_for_others(source.node):
            yield said
        if self.usual_pages is not None and source.method == "get":
            yield self.usual_pages

    def _called(self, source: SourceOperation) -> str:
        id_ = source.id
        return self.written.get(id_, id_)

    # -- parameters ------------------------------------------------------------------------------

    def parameters(self, source: SourceOperation, owner: str) -> tuple[Parameter, ...]:
        """Lower the parameters of an operation and those of its path item."""
        return self._parameters(source, owner, self._declared(source))

    def _parameters(
        self, source: SourceOperation, owner: str, declared: Iterable[_Declared]
    ) -> tuple[Parameter, ...]:
        """Lower what an operation declares, in the order of its method's arguments.

        Those of the path come first, in the order that they had, or that of its template: that of
        the document says nothing (OpenAPI 3.1, 4.8.12).
        """
        within = self._called(source)

        def read(one: Mapping[str, Any], pointer: str) -> Parameter:
            found = self.reader.parameter(one, pointer, Use(owner, str(one["name"]), within=within))
            is_sent = found.required and self.ignored.is_key(one, source.node)
            return replace(found, required=False) if is_sent else found

        lowered = (
            read(one, pointer)
            for one, pointer in declared
            if one["in"] != "header" or self._is_argument(one, source)
        )
        template = str(source.node.get("x-specmill-path", source.path))
        places = {name: at for at, name in enumerate(_VARIABLE.findall(template))}

        def place(one: Parameter) -> int:
            return places.get(one.wire, len(places)) if one.place is _PATH else len(places) + 1

        known = {f"{one.place.value}.{one.wire}": one for one in sorted(lowered, key=place)}
        order = self.kept.order(source, [*known])
        self.orders[source.pointer] = order
        return self.kept.parameters(source, [known[name] for name in order])

    def _is_argument(self, header: Mapping[str, Any], source: SourceOperation) -> bool:
        """Tell whether a caller gives a header: its value is not the only one, and it counts."""
        is_constant = constant_header(header, self.schemas.document) is not None
        return not is_constant and not self.ignored.ignores(header, source.node)

    def _declared(self, source: SourceOperation) -> Collection[_Declared]:
        """Return the operation's own parameters, each with its pointer."""
        declared: dict[tuple[str, str], _Declared] = {}
        levels = (
            (source.item, source.pointer.rpartition("/")[0], "parameters"),
            (source.node, source.pointer, "x-specmill-path-parameters"),
            (source.node, source.pointer, "parameters"),
        )
        replaced = "x-specmill-path-parameters" in source.node
        common = self.common.values()
        for holder, pointer, keyword in levels:
            for index, node in enumerate(holder.get(keyword, ())):
                place = f"{pointer}/{keyword}/{index}"
                resolved, place = self.schemas.document.follow(node, place)
                if common and any(resolved is one for one in common):
                    continue
                if replaced and keyword == "parameters" and resolved["in"] == "path":
                    continue
                name = resolved["name"]
                name = name.lower() if resolved["in"] == "header" else name  # RFC 9110, 5.1
                declared[name, resolved["in"]] = (resolved, place)
        return declared.values()


def _path(source: SourceOperation) -> str:
    """Return the template of what is sent."""
    return str(source.node.get("x-specmill-path", source.path)).partition("#")[0]


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
    if any(piece[0].islower() for piece in summary.split()):
        return False
    said = words(summary)
    same = [word.lower() for word in words(id_)[: len(said)]] == [word.lower() for word in said]
    return len(said) > 1 and same and all(word[0].isupper() for word in said)


def _answers(responses: Responses, parameters: tuple[Parameter, ...]) -> tuple[Response, ...]:
    """Return the successes by status where they differ; among them 304 where calls may ask for it.

    Elsewhere it comes only if a caller adds a condition to the headers.
    """
    asks = any(
        one.place is ParameterPlace.HEADER and one.wire.lower() in _CONDITIONS for one in parameters
    )
    unmodified = [one for one in responses.outcomes if one.status == _NOT_MODIFIED]
    first = responses.response
    if not asks or not unmodified or first is None or first.kind in STREAMS:
        return responses.answers
    return (*(responses.answers or (first,)), *unmodified)


def _idempotency_key(node: Mapping[str, Any], parameters: tuple[Parameter, ...]) -> str:
    declared = node.get("x-specmill-idempotency-key")
    if declared:
        return str(declared)
    headers = (one.wire for one in parameters if one.place is ParameterPlace.HEADER)
    return next((wire for wire in headers if wire.lower() in _IDEMPOTENCY_HEADERS), "")
