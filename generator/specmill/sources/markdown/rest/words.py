"""Words of REST pages: what a heading or a label says of the table or the sample below it."""

from __future__ import annotations

import re

from specmill.sources.markdown.dialect import fold

_LONGEST_LABEL = 12
"""Words that a heading with a role may have; in scripts without blanks, one is a sentence."""
_LONGEST_STATUS = 6
"""Words of a label that is a status and its name."""
_ROLES = (
    ("statuses", re.compile(r"\b(status|error|response|return) codes?\b|\berrors?\b|状态码|错误")),
    ("response headers", re.compile(r"\bresponse headers?\b|响应头")),
    (
        "response",
        re.compile(r"\b(responses?|returns?|returned|results?|outputs?|reply)\b|响应|返回|应答"),
    ),
    ("path", re.compile(r"\b(path|uri|url) (params?|parameters?|variables?|arguments?)\b|路径")),
    ("header", re.compile(r"\bheaders?\b|请求头")),
    ("query", re.compile(r"\bquery\b|\bquerystring\b|\bfilters\b|查询")),
    ("multipart", re.compile(r"\bmultipart\b")),
    ("form", re.compile(r"\bform\b|表单")),
    ("body", re.compile(r"\b(body|payload|json (params?|parameters?|fields))\b|请求体|请求正文")),
    (
        "parameters",
        re.compile(r"\b(param(eter)?s?|arguments?|attributes?|fields?|inputs?|options?)\b|参数"),
    ),
    ("request", re.compile(r"\b(requests?|endpoint|url|usage|curl|examples?)\b|请求|示例")),
)
_PLACES = {
    "path": {"path", "url", "uri", "route", "路径"},
    "query": {"query", "querystring", "query string", "params", "查询"},
    "header": {"header", "headers", "请求头", "头"},
    "form": {"form", "formdata", "form data", "表单"},
    "body": {"body", "json", "payload", "request body", "请求体", "正文"},
}
_PLACE_COLUMNS = {"in", "location", "place", "where", "sent in", "passed in", "位置", "参数位置"}
_STATUS_COLUMNS = {
    *("status", "status code", "code", "http status", "http status code", "http code"),
    *("error code", "response code", "状态码", "错误码"),
}
_STATUS = re.compile(r"(?<![\d.])([1-5]\d\d)(?!\d|\.\d)")
_TOLD_STATUS = re.compile(
    r"(?:\b(?:returns?|responds?|answers?|status|response|http)\b|返回|响应|状态)"
    r"[^.;\d]{0,40}(?<![\d.])([1-5]\d\d)(?!\d|\.\d)",
    re.IGNORECASE,
)
_STATUS_ALONE = re.compile(
    r"(?:(?:http|status|code|response)[ :]*)*([1-5]\d\d)"
    r"(?:\s*[-–—:]?\s*[A-Za-z][A-Za-z '-]{0,40})?:?\Z",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:returns?|responds?|answers?)\b|返回", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?。])\s*(?=\S)")


def role_of(label: str) -> str:
    """Tell what stands below a heading or a label: a place of parameters, ``response`` …"""
    text = fold(label)
    if len(text.split()) > _LONGEST_LABEL:
        return ""
    return next((role for role, words in _ROLES if words.search(text)), "")


def place_of(cell: str) -> str:
    """Tell where a parameter travels by a cell such as ``query``; empty where that is unknown."""
    text = fold(cell)
    return next((place for place, words in _PLACES.items() if text in words), "")


def is_place_column(header: str) -> bool:
    """Tell whether a column says where parameters travel."""
    return fold(header) in _PLACE_COLUMNS


def is_status_column(header: str) -> bool:
    """Tell whether a column has HTTP status codes."""
    return fold(header) in _STATUS_COLUMNS


def status_in(text: str) -> str:
    """Return the status code of a cell or a label; empty for none."""
    found = _STATUS.search(text)
    return found[1] if found else ""


def status_alone(text: str) -> str:
    """Return the status that is all of a label, such as ``201 Created``; empty for others."""
    found = _STATUS_ALONE.match(text) if len(text.split()) <= _LONGEST_STATUS else None
    return found[1] if found else ""


def answers_in(text: str) -> list[str]:
    """Return the sentences that speak of the answer."""
    return [one.strip() for one in _SENTENCE.split(text) if _ANSWERS.search(one)]


def told_status(text: str) -> str:
    """Return the status code that a sentence speaks of; empty for none."""
    found = _TOLD_STATUS.search(text)
    return found[1] if found else ""
