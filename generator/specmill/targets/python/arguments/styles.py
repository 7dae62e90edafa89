"""Styles of parameters (OpenAPI, ``style``) in the words of the runtime."""

from __future__ import annotations

from specmill.model.operations import Encoding
from specmill.model.parameters import Parameter
from specmill.model.types import ListOf, Scalar, ScalarKind, TypeRef, without_null
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.spelling import literal

_FORMATS = {
    ScalarKind.HTTP_DATE: "HttpDate",
    ScalarKind.LOCAL_DATE_TIME: "NaiveDatetime",
    ScalarKind.SPACED_DATE_TIME: "SpacedDatetime",
    ScalarKind.LOCAL_TIME: "NaiveTime",
    ScalarKind.SECONDS_DURATION: "SecondsDuration",
    ScalarKind.DURATION: "IsoDuration",
    ScalarKind.BASE64: "Base64",
    ScalarKind.BASE64URL: "Base64Url",
    ScalarKind.BASE64_TEXT: "Base64Text",
}
"""Parameters that the runtime cannot write by their Python type alone."""

_STYLES = {
    ("query", "form", False): "csv",
    ("query", "spaceDelimited", False): "ssv",
    ("query", "tabDelimited", False): "tsv",
    ("query", "pipeDelimited", False): "pipes",
    ("query", "deepObject", True): "deepObject",
    ("query", "deepObject", False): "deepObject",
    ("cookie", "form", False): "csv",
    ("cookie", "cookie", False): "cookie",
    ("cookie", "cookie", True): "cookie*",
    ("path", "simple", True): "simple*",
    ("path", "label", False): "label",
    ("path", "label", True): "label*",
    ("path", "matrix", False): "matrix",
    ("path", "matrix", True): "matrix*",
    ("path", "segments", False): "segments",
    ("path", "spaceDelimited", False): "ssv",
    ("path", "tabDelimited", False): "tsv",
    ("path", "pipeDelimited", False): "pipes",
    ("header", "simple", True): "simple*",
    ("header", "spaceDelimited", False): "ssv",
    ("header", "tabDelimited", False): "tsv",
    ("header", "pipeDelimited", False): "pipes",
}
"""Place, style and explode of OpenAPI to the runtime's word, where it is not the runtime's default.
"""


def style_of(parameter: Parameter) -> str:
    """Return the runtime's word for how a parameter is written; empty for the default."""
    if parameter.style == "querystring":
        return "querystring-json" if parameter.json else "querystring"
    if parameter.json:
        return "json"
    if parameter.style == "json-text":
        return "json-text"
    return _STYLES.get((parameter.place.value, parameter.style, parameter.explode), "")


def style_of_field(encoding: Encoding) -> str:
    """Return the runtime's word for how a field of a form is written; empty for the default."""
    if not encoding.style:
        return ""
    return _STYLES.get(("query", encoding.style, encoding.explode), "repeat")


def format_of(type_: TypeRef, item_styles: tuple[str, ...], types: ModuleTypes) -> str:
    """Spell the runtime's format of a parameter or a part, or of the items of one that is a list;
    empty where the Python type tells.
    """
    alone = without_null(type_)
    inner = without_null(alone.item) if isinstance(alone, ListOf) else alone
    if item_styles and isinstance(inner, ListOf):
        style = _STYLES["query", item_styles[0], False]
        joined = types.of_runtime("data.formats", "JoinedItems")
        of = format_of(inner, item_styles[1:], types)
        return f"{joined}({literal(style)}{of and f', {of}'})"
    known = _FORMATS.get(inner.kind, "") if isinstance(inner, Scalar) else ""
    return known and types.of_runtime("data.formats", known)
