"""Forms: the parts of multipart bodies, and how their fields travel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.document import pointers
from specmill.document.pointers import escape
from specmill.lower.keywords import constant_of, default_of, docs_of, join_types
from specmill.lower.media_types import body_kind
from specmill.lower.operations.files import Files, allows_null
from specmill.lower.operations.headers import declared_headers
from specmill.lower.operations.parameters import ParameterReader, constant_header, constant_headers
from specmill.lower.schemas import Schemas, Use
from specmill.model.models import Field, ModelKind
from specmill.model.operations import BodyKind, Encoding
from specmill.model.types import (
    NULL,
    ListOf,
    LiteralOf,
    Named,
    Scalar,
    ScalarKind,
    TypeRef,
    UnionOf,
)
from specmill.values import dataclass

_FILE = Scalar(ScalarKind.BINARY)
_TEXT = Scalar(ScalarKind.STRING)


@dataclass(frozen=True, slots=True)
class FormReader:
    """Lowers the forms of one operation."""

    schemas: Schemas
    owner: str
    """Id of the operation, for the names of inline models."""

    def parts(self, media: Mapping[str, Any], pointer: str) -> tuple[Field, ...]:
        """Lower the properties of a multipart body; ``pointer`` is that of its schema."""
        flat = self.schemas.flatten(media.get("schema", True))
        encodings = media.get("encoding", {})
        required = flat.get("required", ())
        return tuple(
            Field(
                wire=name,
                name=str(part.get("x-specmill-name", name)),
                type=self._type(
                    part,
                    pointers.join(pointer, "properties", name),
                    Use(self.owner, name),
                    encodings.get(name, {}),
                ),
                required=name in required,
                docs=docs_of(part),
                default=default_of(part),
                bounds=self.schemas.bounds_of(declared),
                constant=constant_of(part, self.schemas.document.resolve),
                secret=self.schemas.secrets.has(part),
            )
            for name, declared in flat.get("properties", {}).items()
            for part in [declared if isinstance(declared, dict) else {}]
            if self.schemas.flatten(part).get("readOnly") is not True
        )

    def has_files(self, media: Mapping[str, Any]) -> bool:
        """Tell whether a part of a form is a file, or a list of them, or may be one."""
        encodings = media.get("encoding", {})
        properties = self.schemas.flatten(media.get("schema", True)).get("properties", {})
        return any(
            self._files.has_file(part, _told(encodings.get(name, {})))
            for name, part in properties.items()
        )

    @property
    def _files(self) -> Files:
        return Files(self.schemas)

    def _type(
        self, part: Mapping[str, Any], pointer: str, use: Use, encoding: Mapping[str, Any]
    ) -> TypeRef:
        """Return the type of a part: files where it may be any, else what its schema says."""
        files, told = self._files, _told(encoding)
        whole = self.schemas.flatten(part)
        found = [*files.alternatives(part, pointer)]
        members: list[TypeRef] = []
        for one in found:
            if files.is_file(one.schema, told):
                members.append(_FILE)
            elif files.is_list(one.schema, told):
                members.append(ListOf(_FILE))
        if not members:
            return self._plain(self.schemas.type_of(part, pointer, use), told)
        if len(members) < len(found):
            others = (one for one in found if not files.has_file(one.schema, told))
            members += [self.schemas.type_of(one.schema, one.pointer, use) for one in others]
        if allows_null(whole):
            members.append(NULL)
        return join_types(members)

    def _plain(self, type_: TypeRef, told: str) -> TypeRef:
        """Return the type of a part that is no file: of one that travels as XML, text."""
        if not told or body_kind(told) is not BodyKind.TEXT:
            return type_
        match type_:
            case ListOf(item=item):
                return ListOf(self._plain(item, told))
            case UnionOf(members=members):
                return join_types(self._plain(member, told) for member in members)
            case Named(key=key):
                model = self.schemas.models[key]
                if model.kind is ModelKind.ALIAS and model.target is not None:
                    plain = self._plain(model.target, told)
                    return type_ if plain == model.target else plain
                return type_ if model.kind is ModelKind.ENUM else _TEXT
            case Scalar() | LiteralOf():
                return type_
            case _:
                return _TEXT

    def encodings(self, media: Mapping[str, Any], pointer: str) -> Iterator[Encoding]:
        """Lower ``encoding`` of the media type at a pointer (OpenAPI 3.1, 4.8.15)."""
        for name, node in media.get("encoding", {}).items():
            told = [one.strip() for one in str(node.get("contentType", "")).split(",")]
            style = str(node.get("x-specmill-style") or node.get("style", ""))
            if not style and {"explode", "allowReserved"} & node.keys():
                style = "form"
            headers = [
                ({**header, "name": wire, "in": "header"}, place)
                for wire, header, place in declared_headers(
                    self.schemas.document, node, f"{pointer}/encoding/{escape(name)}"
                )
            ]
            yield Encoding(
                wire=name,
                media_types=tuple(one for one in told if one),
                style=style,
                explode=bool(node.get("explode", style == "form")),
                item_styles=tuple(node.get("x-specmill-item-styles", ())),
                allow_reserved=node.get("allowReserved") is True,
                headers=tuple(
                    ParameterReader(self.schemas).parameter(
                        one, place, Use(f"{self.owner} {name}", str(one["name"]))
                    )
                    for one, place in headers
                    if constant_header(one, self.schemas.document) is None
                ),
                constant_headers=constant_headers(
                    (one for one, _ in headers), self.schemas.document
                ),
            )


def _told(encoding: Mapping[str, Any]) -> str:
    """Return the media types that an Encoding Object says."""
    return str(encoding.get("contentType", ""))
