"""The request that the spec alone asks for: RFC 6570 for paths, JSON for bodies."""

from __future__ import annotations

import json
import mimetypes
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from differential.arguments import Arguments
from differential.ours import API_KEY, TOKEN
from differential.sent import Part, Query, Sent
from differential.spec import Operation, Parameter

RESERVED = "/:@!$&'()*+,;=[]"
"""What ``{+name}`` leaves as it is; without ``?`` and ``#``, which would end the path."""

_TRIPLET = re.compile("(%[0-9A-Fa-f]{2})")


def expected(operation: Operation, given: Arguments, origin: str) -> Sent:
    """Return the request of one call."""
    path = operation.path
    query: Query = {}
    for parameter, value in (*given.parameters, *given.common):
        if parameter.place == "path":
            path = path.replace(f"{{{parameter.name}}}", _path_text(parameter, value))
        else:
            values = value if isinstance(value, list) else [value]
            query[parameter.name] = tuple(map(_text, values))
    if given.api_key:
        query["key"] = (API_KEY,)
    has_body = given.body is not None
    return Sent(
        operation.method,
        origin,
        path,
        query,
        "application/json",
        "" if given.api_key else f"Bearer {TOKEN}",
        operation.media_type if has_body else "",
        [_file(given.body)] if isinstance(given.body, Path) else given.body,
        operation.headers,
    )


def _path_text(parameter: Parameter, value: Any) -> str:
    value = str(value)
    if not parameter.reserved:
        return quote(value, safe="")
    parts = _TRIPLET.split(value)
    return "".join(
        part if index % 2 else quote(part, safe=RESERVED) for index, part in enumerate(parts)
    )


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _file(path: Path) -> Part:
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Part("uploadfile", path.name, media_type, path.read_bytes())
