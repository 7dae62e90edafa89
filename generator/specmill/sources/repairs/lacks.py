"""Missing fields, and keys that are spelled wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from specmill.document.shapes import ANYTHING, MapOf, Mistake, Path
from specmill.sources.repairs.mending import ABSENT, Mending, Row, join
from specmill.values import dataclass

_STATUS = re.compile(r"\s*([1-5][0-9]{2}|[1-5][xX]{2})(?:\.0)?(?:\s+\D.*|\s*)\Z")


@dataclass(frozen=True, slots=True)
class Lack:
    """An object that lacks a field."""

    mending: Mending
    holder: dict[str, Any]
    path: Path


Missing: TypeAlias = Callable[[Lack], str | None]


def mend_missing(mending: Mending, mistake: Mistake) -> bool:
    """Add a field that an object lacks, where its value is evident."""
    assert mistake.path is not None
    around, key = mistake.path
    holder = mending.at(around)
    for row in MISSING.get((getattr(mistake.shape, "name", ""), str(key)), ()):
        words = row.mend(Lack(mending, holder, around)) if row.mend else None
        if words:
            mending.note(row, f"{mistake.what}; {words}", around)
            return True
    return False


def mend_key(mending: Mending, mistake: Mistake) -> bool:
    """Spell a key as it must be; leaves it where the right one is there too."""
    assert mistake.path is not None
    around, key = mistake.path
    holder, shape = mending.at(around), mistake.shape
    assert isinstance(shape, MapOf)
    for row in KEYS:
        better = row.mend(str(key), shape) if row.mend else None
        if better is None or better in holder:
            continue
        mending.note(row, f"{mistake.what}; taken as {better!r}", mistake.path)
        entries = [(better if name == key else name, item) for name, item in holder.items()]
        holder.clear()
        holder.update(entries)
        mending.move(mistake.path, join(around, better))
        mending.recheck(join(around, better))
        return True
    return False


def _empty(key: str, kind: type, words: str) -> Missing:
    def mend(lack: Lack) -> str | None:
        lack.holder[key] = kind()
        return words

    return mend


def _no_content(lack: Lack) -> str | None:
    holder = lack.holder
    holder["content"] = {}
    return "taken from `schema`" if "schema" in holder else "taken as a body of no known type"


def _server_url(lack: Lack) -> str | None:
    holder = lack.holder
    holder["url"] = "/"
    return "taken as '/'"


def _variable_default(lack: Lack) -> str | None:
    holder = lack.holder
    values = holder.get("enum")
    first = values[0] if isinstance(values, list) and values else ""
    holder["default"] = first if isinstance(first, str) else str(first)
    return f"taken as {holder['default']!r}"


def _place_of_parameter(lack: Lack) -> str | None:
    mending, holder, path = lack.mending, lack.holder, lack.path
    at, name = path, holder.get("name")
    while at is not None and at[0] is not None and at[0][1] != "paths":
        at = at[0]
    template = str(at[1]) if at is not None else ""
    if isinstance(name, str) and f"{{{name}}}" in template:
        holder["in"] = "path"
        return f"taken as 'path', since {template} has it"
    if mending.family == "swagger2" and isinstance(holder.get("schema"), dict):
        holder["in"] = "body"
        return "taken as 'body', since it has a `schema`"
    return None


def _no_discriminator(lack: Lack) -> str | None:
    mending, path = lack.mending, lack.path
    assert path is not None
    mending.at(path[0]).pop("discriminator", None)
    return "left out, since nothing tells the variants apart"


def _no_tag(lack: Lack) -> str | None:
    mending, path = lack.mending, lack.path
    mending.put(path, ABSENT, ANYTHING)
    return "left out"


def _kind_of_scheme(lack: Lack) -> str | None:
    holder = lack.holder
    signs = (
        ("flows", "oauth2"),
        ("flow", "oauth2"),
        ("openIdConnectUrl", "openIdConnect"),
        ("scheme", "http"),
        ("bearerFormat", "http"),
        ("in", "apiKey"),
    )
    kind = next((kind for key, kind in signs if key in holder), None)
    if kind is None:
        return None
    holder["type"] = kind
    return f"taken as {kind!r}"


MISSING: dict[tuple[str, str], tuple[Row, ...]] = {
    ("Server", "url"): (Row("server-without-url", _server_url),),
    ("Server Variable", "default"): (Row("variable-without-default", _variable_default),),
    ("Parameter", "in"): (Row("parameter-without-in", _place_of_parameter),),
    ("Request Body", "content"): (Row("content-missing", _no_content),),
    ("OAuth Flow", "scopes"): (Row("scopes-missing", _empty("scopes", dict, "taken as none")),),
    ("Swagger", "paths"): (Row("paths-missing", _empty("paths", dict, "taken as none")),),
    ("Discriminator", "propertyName"): (Row("discriminator-without-property", _no_discriminator),),
    ("Tag", "name"): (Row("tag-without-name", _no_tag),),
    ("Security Scheme", "type"): (Row("security-scheme-without-type", _kind_of_scheme),),
}


def _path(key: str, shape: MapOf) -> str | None:
    return f"/{key.strip()}" if shape.key_name.startswith("a path") and key.strip() else None


def _status(key: str, shape: MapOf) -> str | None:
    if shape.key_name != "a status code":
        return None
    if key.strip().lower() == "default":
        return "default"
    match = _STATUS.match(key)
    return match[1].upper() if match else None


KEYS = (
    Row("path-without-slash", _path),
    Row("status-code-spelling", _status),
)
