"""Parameter Objects (OpenAPI 3.1, 4.8.12) to parameters of the model, and constant headers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from specmill.lower.keywords import constant_of, default_of, docs_of, join_types
from specmill.lower.media_types import essence
from specmill.lower.schemas import Schemas, Use
from specmill.model.models import Docs
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import LiteralOf, Scalar, ScalarKind
from specmill.values import dataclass

_MEDIA_TYPE_HEADERS = frozenset({"accept", "content-type"})
_EMPTY = LiteralOf(("",), open=False)
_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}


@dataclass(frozen=True, slots=True)
class ParameterReader:
    """Lowers the parameters of one document, and the headers of parts."""

    schemas: Schemas

    def parameter(self, node: Mapping[str, Any], pointer: str, use: Use) -> Parameter:
        """Lower one Parameter Object (OpenAPI 3.1, 4.8.12)."""
        place = ParameterPlace(node["in"])
        schema, is_json = node.get("schema", True), False
        if "content" in node:
            media_type, media = next(iter(node["content"].items()))
            schema, is_json = media.get("schema", True), essence(media_type).endswith("json")
            pointer = f"{pointer}/content/{media_type.replace('/', '~1')}"
        style = str(node.get("x-specmill-style") or node.get("style", _STYLES[place]))
        about = schema if isinstance(schema, dict) else {}
        docs = docs_of(node)
        type_ = self.schemas.type_of(schema, f"{pointer}/schema", use)
        may_be_empty = node.get("allowEmptyValue") is True and type_ != Scalar(ScalarKind.STRING)
        return Parameter(
            wire=str(node["name"]),
            name=str(node.get("x-specmill-name", node["name"])),
            place=place,
            type=join_types([type_, _EMPTY]) if may_be_empty else type_,
            required=node.get("required") is True,
            docs=(
                docs if docs.description else Docs("", docs_of(about).description, docs.deprecated)
            ),
            default=default_of(about),
            style=style,
            explode=bool(node.get("explode", style in ("form", "cookie"))),
            allow_reserved=bool(node.get("allowReserved") or node.get("x-specmill-reserved")),
            json=is_json,
            bounds=self.schemas.bounds_of(schema),
            constant=constant_of(
                about, self.schemas.document.resolve, may_grow=place is ParameterPlace.PATH
            ),
        )


def constant_headers(nodes: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Return wire name and value of the Parameter Objects among ``nodes`` that are such headers."""
    return tuple(
        (str(node["name"]), node["schema"]["const"]) for node in nodes if is_constant(node)
    )


def is_constant(node: Mapping[str, Any]) -> bool:
    """Tell whether a Parameter Object is a required header with ``const``, a text."""
    schema = node.get("schema")
    return (
        node["in"] == "header"
        and node.get("required") is True
        and isinstance(schema, dict)
        and isinstance(schema.get("const"), str)
    )


def says_media_type(parameter: Mapping[str, Any]) -> bool:
    """Tell whether a parameter is to be ignored for media types say it (OpenAPI 3.1, 4.8.12.1)."""
    return parameter["in"] == "header" and parameter["name"].lower() in _MEDIA_TYPE_HEADERS
