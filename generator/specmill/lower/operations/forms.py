"""Forms: the parts of multipart bodies, and how their fields travel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.document import pointers
from specmill.document.pointers import escape
from specmill.lower.keywords import constant_of, default_of, docs_of, is_annotation, scalar_of
from specmill.lower.media_types import body_kind
from specmill.lower.operations.headers import declared_headers
from specmill.lower.operations.parameters import ParameterReader, constant_headers, is_constant
from specmill.lower.schemas import Schemas, Use
from specmill.model.models import Field
from specmill.model.operations import BodyKind, Encoding
from specmill.model.types import ListOf, Scalar, ScalarKind, TypeRef
from specmill.values import dataclass

_OCTETS = "application/octet-stream"
_FILE = Scalar(ScalarKind.BINARY)


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
                secret=part.get("format") == "password",
            )
            for name, declared in flat.get("properties", {}).items()
            for part in [declared if isinstance(declared, dict) else {}]
        )

    def has_files(self, media: Mapping[str, Any]) -> bool:
        """Tell whether a part of a form is a file, or a list of them."""
        encodings = media.get("encoding", {})
        properties = self.schemas.flatten(media.get("schema", True)).get("properties", {})
        return any(
            self._is_file(part, encodings.get(name, {})) for name, part in properties.items()
        )

    def _type(
        self, part: Mapping[str, Any], pointer: str, use: Use, encoding: Mapping[str, Any]
    ) -> TypeRef:
        """Return the type of a part; one that travels as XML is given as text."""
        if self._is_file(part, encoding):
            is_list = _of_one_type(self.schemas.flatten(part)).get("type") == "array"
            return ListOf(_FILE) if is_list else _FILE
        type_ = self.schemas.type_of(part, pointer, use)
        told = str(encoding.get("contentType", ""))
        if told and body_kind(told) is BodyKind.TEXT and not isinstance(type_, Scalar | ListOf):
            return Scalar(ScalarKind.STRING)
        return type_

    def _is_file(self, part: Any, encoding: Mapping[str, Any]) -> bool:
        """Tell whether a part is a file, or a list of them: bytes, text of such a media type, or
        nothing that the schema speaks of.
        """
        flat = _of_one_type(self.schemas.flatten(part))
        if flat.get("type") == "array":
            return "items" in flat and self._is_file(flat["items"], encoding)
        scalar = scalar_of(flat)
        if scalar is not None and scalar.kind is ScalarKind.BINARY:
            return True
        told = str(flat.get("contentMediaType") or encoding.get("contentType") or "")
        says = {keyword for keyword in flat if not is_annotation(keyword)}
        is_free = says <= {"contentMediaType"}
        is_text = told and scalar == Scalar(ScalarKind.STRING) and "contentEncoding" not in flat
        return bool(is_free or is_text) and body_kind(told or _OCTETS) is BodyKind.BINARY

    def encodings(self, media: Mapping[str, Any], pointer: str) -> Iterator[Encoding]:
        """Lower ``encoding`` of the media type at a pointer (OpenAPI 3.1, 4.8.15)."""
        for name, node in media.get("encoding", {}).items():
            told = [one.strip() for one in str(node.get("contentType", "")).split(",")]
            style = str(node.get("style", ""))
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
                allow_reserved=node.get("allowReserved") is True,
                headers=tuple(
                    ParameterReader(self.schemas).parameter(
                        one, place, Use(f"{self.owner} {name}", str(one["name"]))
                    )
                    for one, place in headers
                    if not is_constant(one)
                ),
                constant_headers=constant_headers(one for one, _ in headers),
            )


def _of_one_type(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave null out of a list of types, and forget types that are several."""
    declared = schema.get("type")
    if not isinstance(declared, list):
        return schema
    kinds = [kind for kind in declared if kind != "null"]
    return {**schema, "type": kinds[0] if len(kinds) == 1 else None}
