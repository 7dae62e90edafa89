"""Words of REST pages: what a heading or a label says of the table or the sample below it."""

from __future__ import annotations

import re
from collections.abc import Container

from specmill.sources.markdown.dialect import fold
from specmill.text import pascal_case
from specmill.values import dataclass, replace

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
    (
        "path",
        re.compile(
            r"\b(path|uri|url|route) (params?|parameters?|variables?|arguments?)\b|路径参数"
        ),
    ),
    ("header", re.compile(r"\bheaders?\b|请求头")),
    ("query", re.compile(r"\bquery\b|\bquerystring\b|\bfilters\b|查询")),
    ("multipart", re.compile(r"\bmultipart\b")),
    ("form", re.compile(r"\bform\b|表单")),
    (
        "body",
        re.compile(
            r"\b(body|payload|json (params?|parameters?|fields)"
            r"|data (params?|parameters?|fields|constraints?|examples?))\b|\Adata\Z|请求体|请求正文"
        ),
    ),
    (
        "parameters",
        re.compile(r"\b(param(eter)?s?|arguments?|attributes?|fields?|inputs?|options?)\b|参数"),
    ),
    (
        "request",
        re.compile(
            r"\b(requests?|endpoint|url|usage|curl|calls?|examples?|code samples?)\b|请求|示例"
        ),
    ),
)
_PLACES = {
    "path": {"path", "url", "uri", "route", "path parameter", "path param", "in path", "路径"},
    "query": {
        *("query", "querystring", "query string", "params", "query parameter", "query param"),
        *("in query", "查询"),
    },
    "header": {"header", "headers", "request header", "请求头", "头"},
    "form": {"form", "formdata", "form data", "form-data", "x-www-form-urlencoded", "表单"},
    "body": {
        *("body", "json", "payload", "request body", "body parameter", "json body", "in body"),
        *("请求体", "正文"),
    },
}
_MEDIA = re.compile(r"\b(?:application|audio|image|multipart|text|video)/[\w.+-]+", re.IGNORECASE)
_VALUE = re.compile(r"[:：]\s*[^\s:：]")
_CAPTION = re.compile(r"(?:Table|表) ?\d+[.:：]?\s*", re.IGNORECASE)
"""``Table 3``, before what a label says."""
_BARE = 3
"""Words of a label without a colon."""
_REQUEST_LABELS = {
    *("http request", "request", "endpoint", "url", "uri", "route", "definition", "usage"),
    *("example", "examples", "sample request", "example request", "request example"),
    *("code samples", "code sample", "code examples", "code example", "call", "api call"),
    *("how to call", "how to make an api call"),
    *("request url", "http", "http call", "syntax", "接口地址", "请求地址", "请求url", "请求"),
}
_PARTS_OF_ANSWERS = {
    **dict.fromkeys(
        ("body", "content", "schema", "json", "attributes", "fields", "example", "payload"), ""
    ),
    **dict.fromkeys(("content example", "example body", "request example", "响应体"), ""),
    **dict.fromkeys(("headers", "header", "响应头"), "response headers"),
}
"""Labels below an answer that speak of it, to the role they begin; empty for the same."""
_GENERAL = {
    *("api", "apis", "endpoints", "api endpoints", "routes", "rest api", "http api", "methods"),
    *("requests", "resources", "operations", "available endpoints", "api reference", "reference"),
    *(
        "api routes",
        "rest endpoints",
        "paths",
        "接口",
        "接口列表",
        "接口文档",
        "overview",
        "summary",
    ),
}
COMPOSITIONS = ("allOf", "anyOf", "oneOf")
"""Keywords of JSON Schema that converters of Swagger write above tables."""
_COMPOSED = {**{one: one for one in COMPOSITIONS}, "xor": "oneOf", "continued": ""}
"""Labels of parts of a type; ``and`` and ``or`` go on with what was before."""
_NOTES = {
    *("notes", "note", "remarks", "description", "summary", "overview", "behavior"),
    *("basic information", "basic info", "general", "基本信息", "接口信息"),
    *("备注", "说明", "简要描述", "接口描述", "简介", "描述", "功能说明"),
}
_SENDING = re.compile(r"request|call|curl|usage|请求", re.IGNORECASE)
_AUTH_LABELS = {
    *("auth", "auth required", "requires auth", "authentication", "authentication required"),
    *("authenticated", "是否需要登录", "需要登录", "鉴权"),
}
_NOBODY = {"no", "none", "false", "not required", "public", "✗", "❌", "否", "无"}
_LOGIN = re.compile(
    r"\b(?:auth(?:entication|orization)?|getting started|quick ?start|introduction)\b|认证|鉴权",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\d+(?:\.\d+)+\.?\s+|\d+\.\s+|[\d一二三四五六七八九十]+、\s*)")
"""Number of a section."""
_HOLDERS = {
    *("models", "schemas", "definitions", "data models", "objects", "types", "data types"),
    *("structures", "entities", "components", "model", "数据模型", "数据结构", "模型"),
}
"""Headings above those of objects."""
_FIELDS = {"properties", "members", "attributes", "fields", "字段", "属性"}
_ENUMERATIONS = {"enumerated values", "enum values", "allowed values", "枚举值"}
_OBJECTS = {"object", "structure", "model", "schema", "resource", "entity", "fields"}
_PLACE_COLUMNS = {
    *("in", "location", "place", "placement", "where", "sent in", "passed in", "found in"),
    *(
        "parameter in",
        "param in",
        "parameter location",
        "located in",
        "passed as",
        "位置",
        "参数位置",
    ),
}
_STATUS_COLUMNS = {
    *("status", "status code", "code", "http status", "http status code", "http code"),
    *("error code", "response code", "状态码", "错误码", "错误代码", "返回码", "响应码"),
}
_STATUS = re.compile(r"(?<![\d.])([1-5]\d\d)(?!\d|\.\d)")
_TOLD_STATUS = re.compile(
    r"(?:\b(?:returns?|responds?|answers?|status|response|http)\b|返回|响应|状态)"
    r"[^.;/\d]{0,40}(?<![\d.])([1-5]\d\d)(?!\d|\.\d)",
    re.IGNORECASE,
)
_STATUS_ALONE = re.compile(
    r"(?:(?:http|status|code|response)[ :]*)*([1-5]\d\d)"
    r"(?:\s*[-–—:]?\s*[A-Za-z][A-Za-z '-]{0,40})?:?\Z",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:returns?|responds?|answers?)\b|返回", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?。])\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Part:
    """What a heading or a label says of what stands below it."""

    role: str = ""
    """A place of parameters, ``response``, ``statuses`` …; empty where nothing is said."""
    status: str = ""
    media: str = ""
    """Media type."""
    name: str = ""
    """What an object is called whose fields stand below."""
    composed: str = ""
    """The keyword of JSON Schema that what stands below is a part of, such as ``oneOf``."""

    @property
    def is_answer(self) -> bool:
        """Whether an answer stands below."""
        return self.role == "response"


def part_of(label: str, role: str = "") -> Part:
    """Read a heading or a label, whose role may be known."""
    role = role or role_of(label)
    status = status_in(label) if role in ("response", "statuses") else ""
    return Part("response" if status else role, status, media_in(label))


def media_in(text: str) -> str:
    """Return the media type that a text names; empty for none."""
    found = _MEDIA.search(text)
    return found[0].lower() if found else ""


def label_of(text: str, now: Part) -> Part | None:
    """Read a line such as ``Example response:`` below a part; None for a sentence."""
    word = text.strip(" *_:")
    if word in _COMPOSED:
        return replace(now, composed=_COMPOSED[word])
    caption = _CAPTION.match(text)
    text = text[caption.end() :] if caption else text
    has_value = "=" in text or _VALUE.search(text) is not None
    bare = len(text.split()) <= _BARE and not text.endswith((".", "。")) and not has_value
    is_label = text.endswith((":", "：")) or bool(caption) or bool(_MEDIA.search(text))
    if fold(text) in _NOTES:
        return Part()
    if fold(text) in ("or", "and"):
        return now
    if status := status_alone(text):
        return part_of(text, "response" if status else "")
    if now.role in ("response", "response headers") and (bare or is_label):
        folded = fold(_MEDIA.sub("", text).replace("()", ""))
        if folded in _PARTS_OF_ANSWERS:
            return Part(_PARTS_OF_ANSWERS[folded] or "response", now.status, now.media)
    role = role_of(text) if bare or is_label else ""
    if caption:
        status = now.status if role.startswith("response") else ""
        return replace(part_of(text, role), status=status) if role else Part("other")
    if now.is_answer and role == "request" and not _SENDING.search(text):
        return now
    return part_of(text, role) if role else None


def named_object(text: str, known: Container[str]) -> Part | None:
    """Read a label that is the name of an object, ``Table 5 Owner``; None for others.

    ``known`` has the names by which types of the page call objects.
    """
    caption = _CAPTION.match(text)
    name = (text[caption.end() :] if caption else text).strip(" :：")
    name = object_name(name) or name
    return Part("object", name=name) if name in known else None


def is_told_open(text: str) -> bool | None:
    """Read ``Auth required: no``: True for a request without credentials, else None."""
    label, _, value = text.replace("：", ":").partition(":")
    return True if fold(label) in _AUTH_LABELS and fold(value) in _NOBODY else None


def is_request_label(heading: str) -> bool:
    """Tell whether a heading only announces the line of a request: ``HTTP Request``, ``URL``."""
    return fold(heading) in _REQUEST_LABELS


def bare_title(heading: str) -> str:
    """Take number and anchor from a heading: ``2.1 Boats``, ``3、用户``, ``Boats {#boats}``."""
    title, brace, anchor = heading.rstrip().rpartition("{#")
    text = title.rstrip() if brace and anchor.endswith("}") else heading
    found = _NUMBER.match(text)
    return text[found.end() :] or text if found else text


def object_name(heading: str) -> str:
    """Return the name of the object that a heading announces: ``The channel object``."""
    words = heading.split()
    if not 1 < len(words) <= _LONGEST_STATUS or words[-1].casefold() not in _OBJECTS:
        return ""
    return " ".join(words[words[0].casefold() == "the" : -1])


def holds_objects(heading: str) -> bool:
    """Tell whether the headings below a heading are names of objects: ``Models``."""
    return fold(heading) in _HOLDERS


def names_fields(heading: str) -> bool:
    """Tell whether a heading only announces the fields of the object above: ``Properties``."""
    return fold(heading) in _FIELDS


def is_enumeration(heading: str) -> bool:
    """Tell whether a heading announces the values of the fields above: ``Enumerated Values``."""
    return fold(heading) in _ENUMERATIONS


def is_label(heading: str) -> bool:
    """Tell whether a heading has a role and no other meaning: ``Response``."""
    return len(heading.split()) <= _BARE and role_of(heading) not in ("", "statuses")


def spellings(name: str) -> list[str]:
    """Return the ways in which a page writes the name of an object."""
    known = (name, name.casefold(), pascal_case(name))
    return [f"{one}{suffix}" for one in known for suffix in ("", " object", " objects", "s")]


def is_note(heading: str) -> bool:
    """Tell whether a heading begins what is said besides: ``Description``, ``Notes``."""
    return fold(heading) in _NOTES


def is_general(heading: str) -> bool:
    """Tell whether a heading names no resource: ``Endpoints``, ``API``."""
    return fold(heading) in _GENERAL


def is_about_login(heading: str) -> bool:
    """Tell whether a section is about credentials or first steps."""
    return _LOGIN.search(heading) is not None


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
