"""Parameters of the normal form → parameters of the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmill.lower.keywords.constraints import constant_of, default_of, docs_of
from specmill.lower.keywords.joining import join_types
from specmill.lower.keywords.secret_schemas import is_secret
from specmill.lower.operations.media_types import essence
from specmill.lower.schemas.inline_objects import Use
from specmill.lower.schemas.schemas import Schemas
from specmill.model.models import Docs
from specmill.model.operations import Parameter, ParameterPlace
from specmill.model.types import LiteralOf, Scalar, ScalarKind
from specmill.values import dataclass

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
            secret=is_secret(schema, self.schemas.document.resolve),
        )
