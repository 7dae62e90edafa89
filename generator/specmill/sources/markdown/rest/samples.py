"""Samples of bodies: the JSON or form of a code block, and the schema that it fits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from specmill.sources.markdown.blocks import Code
from specmill.sources.markdown.rest.commands import FORM, MULTIPART, Sent
from specmill.values import dataclass

_HEAD = re.compile(r"(?:HTTP/[\d.]+|status:)\s+(\d{3})\b[^\n]*(?:\n|\Z)", re.IGNORECASE)
_HEADER = re.compile(r"([A-Za-z][\w-]*):[ \t]*(.*)\Z")
_COMMENT = re.compile(r"""("(?:[^"\\]|\\.)*")|//[^\n]*|/\*.*?\*/|,?\s*\.\.\.|…""", re.DOTALL)
_TRAILING = re.compile(r"""("(?:[^"\\]|\\.)*")|,(?=\s*[\]}])""", re.DOTALL)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?")
YAML = "application/yaml"
BINARY = "application/octet-stream"
_NAME = re.compile(r"[A-Za-z_$@][\w$@-]*\Z|@")
"""Key of an object that is a field, and not a value such as ``file1.txt`` or ``2024-01-01``."""
_DEEPEST = 40
MOST = 2_000_000
"""Characters of a sample that is read."""


_OTHERS = frozenset(
    {
        *("ruby", "python", "py", "python3", "javascript", "js", "jsx", "typescript", "ts", "tsx"),
        *(
            "php",
            "go",
            "golang",
            "java",
            "kotlin",
            "swift",
            "csharp",
            "cs",
            "c#",
            "c",
            "cpp",
            "rust",
        ),
        *("scala", "perl", "r", "lua", "dart", "elixir", "clojure", "node", "nodejs", "powershell"),
        *("bash", "sh", "shell", "console", "zsh", "curl", "diff", "mermaid", "sql", "graphql"),
    }
)
"""Languages of blocks that show the same in another way, or something else."""
_TEXTS = {
    "xml": "application/xml",
    "csv": "text/csv",
    "html": "text/html",
    **dict.fromkeys(("yaml", "yml"), YAML),
}
"""Languages of blocks to their media types."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a code block shows of a body."""

    value: Any
    line: int
    status: str = ""
    """Of an answer with its first line, ``HTTP/1.1 201 Created``."""
    sent: bool = False
    """A request as it is sent has this body."""
    media: str = ""
    """Media type; empty where nothing tells it."""
    headers: tuple[tuple[str, str], ...] = ()
    schema: Mapping[str, Any] | None = None
    """Where the value does not show it: a file, a text."""

    @property
    def is_empty(self) -> bool:
        """Whether it shows no body."""
        return self.value is None and self.schema is None

    @property
    def shown(self) -> dict[str, Any]:
        """The schema that it fits."""
        return schema_of_sample(self.value) if self.schema is None else {**self.schema}


class NoSample(Exception):  # noqa: N818 - a signal, not an error of ours
    """A code block holds no JSON, and looks as if it should."""


def sample_of(code: Code) -> Sample | None:
    """Read the answer or the body that a code block holds; None for what is neither, or too long.

    Raises:
        NoSample: It begins as JSON and is none.
    """
    text = code.text.strip()
    if len(text) > MOST:
        return None
    head = _HEAD.match(text)
    status = head[1] if head else ""
    headers: tuple[tuple[str, str], ...] = ()
    if head is not None:
        headers, text = _headers(text[head.end() :])
    given = {name.lower(): value for name, value in headers}
    media = given.get("content-type", "").partition(";")[0].strip().lower()
    if text.startswith(("{", "[")) and (not media or media.endswith("json")):
        value = _parsed(text)
        if value is None:
            raise NoSample
        return Sample(value, code.line, status, media=media, headers=headers)
    if head is not None and not (text and media):
        return Sample(None, code.line, status, headers=headers)
    media = media or _TEXTS.get(code.language, "")
    if media:
        return Sample(None, code.line, status, False, media, headers, opaque(media))
    if code.language in ("", "http", "text"):
        headers, rest = _headers(text)
        if headers and not rest and all(name[0].isupper() for name, _ in headers):
            return Sample(None, code.line, headers=headers)
    return None


def opaque(media: str) -> dict[str, Any]:
    """Return the schema of a body that is neither JSON nor a form: text or bytes."""
    is_text = media.startswith("text/") or media.endswith(("xml", "yaml", "javascript"))
    return {"type": "string", **({} if is_text else {"contentMediaType": BINARY})}


def sample_of_sent(sent: Sent, line: int) -> Sample | None:
    """Give the body of a request as it is sent; None where it has none that can be read.

    Raises:
        NoSample: It should be JSON and is none.
    """
    media = sent.media
    if media in (FORM, MULTIPART):
        fields = sent.fields()
        is_form = media == MULTIPART
        shown = {name: _field(value, is_form=is_form) for name, value in fields if name}
        return Sample(None, line, sent=True, media=media, schema=_object(shown)) if shown else None
    if sent.has_file:
        is_json = media.endswith("json")
        schema = {} if is_json else opaque(BINARY)
        return Sample(None, line, sent=True, media=media or BINARY, schema=schema)
    if not sent.text:
        return None
    if sent.text.lstrip().startswith(("{", "[")):
        value = _parsed(sent.text.strip())
        if value is None:
            raise NoSample
        return Sample(value, line, sent=True, media=media)
    return Sample(None, line, sent=True, media=media, schema={"type": "string"})


def is_example_elsewhere(code: Code) -> bool:
    """Tell whether a block is code of a program, which shows nothing of its own."""
    return code.language.strip("{}.") in _OTHERS


def _object(shown: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Make the schema of a form; ``a[b]`` is a field of ``a``, and ``a[]`` repeats."""
    properties: dict[str, Any] = {}
    for name, schema in shown.items():
        outer, bracket, inner = name.partition("[")
        if bracket and inner == "]":
            properties[name] = {"type": "array", "items": schema}
        elif bracket and inner.endswith("]") and "[" not in inner and outer:
            holder = properties.setdefault(outer, {"type": "object", "properties": {}})
            if holder.get("type") == "object":
                holder["properties"][inner[:-1]] = schema
        else:
            properties[name] = schema
    return {"type": "object", "properties": properties}


def _field(value: str, *, is_form: bool) -> dict[str, Any]:
    """Return the schema of a field of a form; ``@name`` is a file in multipart."""
    if is_form and value.startswith(("@", "<")):
        return opaque(BINARY)
    return schema_of_text(value)


def schema_of_text(value: str) -> dict[str, Any]:
    """Return the schema that a value fits which is written as text: a number, a flag, a time."""
    if value in ("true", "false"):
        return {"type": "boolean"}
    if _NUMBER.fullmatch(value):
        return {"type": "number" if "." in value else "integer"}
    return schema_of_sample(value.strip('"'))


def _headers(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """Split the headers from the body that follows them."""
    found: list[tuple[str, str]] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        header = _HEADER.match(line.strip())
        if header is None:
            return tuple(found), "\n".join(lines[number:]).strip()
        found.append((header[1], header[2].strip()))
    return tuple(found), ""


def _parsed(text: str) -> Any:
    """Read JSON, also with comments, `...` and commas at the end; None for what is none."""
    for reading in (text, _TRAILING.sub(r"\1", _COMMENT.sub(r"\1", text))):
        try:
            return json.loads(reading)
        except (ValueError, RecursionError):
            continue
    return None


def schema_of_sample(value: Any, depth: int = 0) -> dict[str, Any]:
    """Return the schema that a sample fits; it does not tell what may be missing."""
    if depth > _DEEPEST or value is None:
        return {}
    if isinstance(value, bool):
        return {"type": "boolean"}
    if isinstance(value, int | float):
        return {"type": "integer" if isinstance(value, int) else "number"}
    if isinstance(value, str):
        found = {"date-time": _MOMENT, "date": _DATE}
        formats = [name for name, pattern in found.items() if pattern.match(value)]
        return {"type": "string", "format": formats[0]} if formats else {"type": "string"}
    if isinstance(value, list):
        items = _some(schema_of_sample(one, depth + 1) for one in value)
        return {"type": "array", "items": items}
    properties = {name: schema_of_sample(one, depth + 1) for name, one in value.items()}
    if properties and not any(_NAME.match(name) for name in properties):
        return {"type": "object", "additionalProperties": _some(properties.values())}
    return {"type": "object", "properties": properties}


def _some(schemas: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the schema that all of some samples fit."""
    found: dict[str, Any] = {}
    for index, schema in enumerate(schemas):
        found = either(found, schema) if index else schema
    return found


def either(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of what fits one of two samples' schemas."""
    kinds = (one.get("type"), other.get("type"))
    if None in kinds or one == other:
        return {**(other if kinds[0] is None else one)}
    if kinds == ("object", "object") and not ("properties" in one and "properties" in other):
        maps = [it["additionalProperties"] for it in (one, other) if "additionalProperties" in it]
        return {"type": "object", "additionalProperties": _some(maps) if maps[1:] else True}
    if kinds == ("object", "object"):
        return {"type": "object", "properties": _either_of_each(one, other)}
    if kinds == ("array", "array"):
        return {"type": "array", "items": either(one["items"], other["items"])}
    if {*kinds} == {"integer", "number"}:
        return {"type": "number"}
    return {"type": kinds[0]} if kinds[0] == kinds[1] else {"anyOf": [one, other]}


def _either_of_each(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    properties = dict(one["properties"])
    for name, schema in other["properties"].items():
        properties[name] = either(properties[name], schema) if name in properties else schema
    return properties


_WHOLE = frozenset({"$ref", "allOf", "anyOf", "oneOf"})
"""Keywords of a type that a sample has nothing to add to."""


def completed(told: Mapping[str, Any], sample: Mapping[str, Any]) -> dict[str, Any]:
    """Add to the schema of a table what a sample shows: fields, and types that are not told."""
    if not told.keys().isdisjoint(_WHOLE):
        return {**told}
    kind, shown = told.get("type"), sample.get("type")
    if kind is None or (kind == shown and kind in ("array", "object") and _says_little(told)):
        return {**sample, **{key: told[key] for key in told if key not in sample}}
    if kind == "object" and shown == "array" and "properties" in told:
        return {"type": "array", "items": completed(told, sample["items"])}
    if kind == shown == "array":
        return {**told, "items": completed(told["items"], sample["items"])}
    if kind == shown == "object" and "properties" in told and "properties" in sample:
        properties = dict(told["properties"])
        for name, schema in sample["properties"].items():
            properties[name] = completed(properties[name], schema) if name in properties else schema
        return {**told, "properties": properties}
    return {**told}


def placed(told: Mapping[str, Any], sample: Mapping[str, Any]) -> dict[str, Any]:
    """Move fields of a table into the object of a sample that alone has them: many tables list
    the fields of ``data`` without it.
    """
    shown = sample.get("properties", {})
    listed = told.get("properties", {})
    inner = [
        (name, one)
        for name, one in shown.items()
        if name not in listed and _fields(one) and {*listed} <= {*_fields(one)}
    ]
    if not listed or {*listed} & {*shown} or len(inner) != 1:
        return {**told}
    ((name, one),) = inner
    held: dict[str, Any] = {**told}
    if one.get("type") == "array":
        held = {"type": "array", "items": held}
    return {"type": "object", "properties": {name: held}}


def _fields(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields of an object, or of the objects of a list."""
    items = schema.get("items", schema)
    found: Mapping[str, Any] = items.get("properties", {})
    return found


def _says_little(told: Mapping[str, Any]) -> bool:
    is_map = isinstance(told.get("additionalProperties"), dict)
    is_bare = "items" not in told and "properties" not in told
    return told.get("items") == {} or (is_bare and not is_map)
