"""Styles of parameters (OpenAPI, ``style``) in the words of the runtime."""

from __future__ import annotations

from specmill.model.operations import BodyKind, Encoding
from specmill.model.parameters import Parameter

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
    ("header", "simple", True): "simple*",
}
"""Place, style and explode of OpenAPI to the runtime's word, where it is not the runtime's default.
"""


def style_of(parameter: Parameter) -> str:
    """Return the runtime's word for how a parameter is written; empty for the default."""
    if parameter.style == "querystring":
        return "querystring-json" if parameter.json else "querystring"
    if parameter.json:
        return "json"
    return _STYLES.get((parameter.place.value, parameter.style, parameter.explode), "")


def style_of_field(encoding: Encoding, kind: BodyKind) -> str:
    """Return the runtime's word for how a field of a form is written; empty for the default."""
    if not encoding.style:
        return ""
    default = "" if kind is BodyKind.FORM else "repeat"
    return _STYLES.get(("query", encoding.style, encoding.explode), default)
