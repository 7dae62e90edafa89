"""Extensions that specs have for other generators, read as what they mean here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from specmill.text import words

_NAMES = ("x-enum-varnames", "x-enumNames", "x-enum-names", "x-speakeasy-enums")
_OVERRIDE = "x-speakeasy-name-override"
_CLIENT_NAMES = (
    "x-specmill-name",
    "x-ms-client-name",
    "x-fern-parameter-name",
    "x-fern-property-name",
    _OVERRIDE,
)
_ANY_CLIENT_NAME = frozenset(_CLIENT_NAMES)
_OF_TYPES = frozenset({"properties", "enum", "oneOf", "anyOf", "allOf"})
"""Keywords of schemas that are classes: Speakeasy's name on one of these is that of the class."""
_DESCRIPTIONS = ("x-enum-descriptions", "x-enumDescriptions")


def client_name(node: Mapping[str, Any], wire: str) -> str:
    """Return what a property or a parameter is called in code.

    ``x-specmill-name`` goes before ``x-ms-client-name`` of AutoRest, and that before those of Fern
    and Speakeasy. ``x-go-name`` is a name in Go.
    """
    if _ANY_CLIENT_NAME.isdisjoint(node):
        return wire
    names_type = not _OF_TYPES.isdisjoint(node)
    for keyword in _CLIENT_NAMES:
        said = "" if keyword == _OVERRIDE and names_type else node.get(keyword)
        if isinstance(said, str) and words(said):
            return said
    return wire


def type_name(schema: Mapping[str, Any]) -> str:
    """Return the class that Fern's or Speakeasy's extension names, as words; empty without one."""
    said = schema.get("x-fern-type-name", schema.get(_OVERRIDE))
    return " ".join(words(said)) if isinstance(said, str) else ""


def resource_name(operation: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the resource that Fern's or Speakeasy's group names, as words; empty without one."""
    group = operation.get("x-fern-sdk-group-name", operation.get("x-speakeasy-group"))
    if isinstance(group, str):
        group = group.split(".")
    if not isinstance(group, list):
        return ()
    return tuple(" ".join(words(str(part))).lower() for part in group if words(str(part)))


def method_name(operation: Mapping[str, Any]) -> str:
    """Return the method that Fern's or Speakeasy's extension names, as words; empty without one."""
    name = operation.get("x-fern-sdk-method-name", operation.get(_OVERRIDE))
    return " ".join(words(name)) if isinstance(name, str) else ""


def value_notes(schema: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return names, descriptions and the like of the values of ``enum``, by their texts.

    ``x-specmill-enum`` goes before lists beside ``enum`` (``x-enum-varnames``, ``x-enumNames``,
    ``x-enum-descriptions``), and these before ``x-ms-enum``.
    """
    notes: dict[str, dict[str, Any]] = {}
    for value, note in _notes(schema):
        notes.setdefault(value, {}).update(note)
    return notes


def _notes(schema: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    values = [str(value) for value in schema.get("enum", ())]
    of_autorest = schema.get("x-ms-enum")
    if isinstance(of_autorest, dict) and isinstance(of_autorest.get("values"), list):
        for one in of_autorest["values"]:
            if isinstance(one, dict) and "value" in one:
                yield str(one["value"]), _known(one)
    of_fern = schema.get("x-fern-enum")
    for value, note in of_fern.items() if isinstance(of_fern, dict) else ():
        if isinstance(note, dict):
            yield str(value), _known(note)
    yield from _comments(schema, values)
    for keywords, key in ((_NAMES, "name"), (_DESCRIPTIONS, "description")):
        said = next((schema[keyword] for keyword in keywords if keyword in schema), None)
        if isinstance(said, dict):
            yield from ((str(value), {key: str(text)}) for value, text in said.items())
        elif isinstance(said, list) and len(said) == len(values):
            yield from ((value, {key: str(text)}) for value, text in _pairs(values, said))
    yield from ((value, {**note}) for value, note in schema.get("x-specmill-enum", {}).items())


def _comments(schema: Mapping[str, Any], values: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """Yield the comments of swag, which stand under the names of values."""
    names, comments = schema.get("x-enum-varnames"), schema.get("x-enum-comments")
    if isinstance(names, list) and isinstance(comments, dict) and len(names) == len(values):
        for value, name in zip(values, names, strict=True):
            if comments.get(name):
                yield value, {"description": str(comments[name])}


def _known(note: Mapping[str, Any]) -> dict[str, Any]:
    return {key: str(note[key]) for key in ("name", "description") if note.get(key)}


def _pairs(values: Sequence[str], said: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    return ((value, text) for value, text in zip(values, said, strict=True) if text)


def repeats_for_others(operation: Mapping[str, Any]) -> bool | None:
    """Return whether an operation tells other generators that its request may be repeated; None
    where it does not say.
    """
    said = operation.get("x-speakeasy-retries")
    strategy = said.get("strategy") if isinstance(said, dict) else None
    return {"backoff": True, "none": False}.get(str(strategy))


def pages_for_others(operation: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return what an operation tells other generators of its pages, in the words of
    ``x-specmill-pagination``.
    """
    for keyword, read in (
        ("x-speakeasy-pagination", _of_speakeasy),
        ("x-fern-pagination", _of_fern),
        ("x-ms-pageable", _of_autorest),
    ):
        said = operation.get(keyword)
        if isinstance(said, dict) and (found := read(said)):
            return found
    return None


def _of_autorest(said: Mapping[str, Any]) -> dict[str, Any]:
    link = said.get("nextLinkName", "nextLink")
    items = str(said.get("itemName") or "value")
    return {"style": "url", "items": items, "responseToken": link} if link else {}


def _of_fern(said: Mapping[str, Any]) -> dict[str, Any]:
    """Read paths such as ``$request.cursor`` and ``$response.page.next``."""
    paths = {key: _plain(str(path).partition(".")[2]) for key, path in said.items()}
    found = {"items": paths.get("results")}
    if "next_uri" in paths:
        found |= {"style": "url", "responseToken": paths["next_uri"]}
    elif "next_cursor" in paths:
        found |= {"style": "token", "requestToken": paths.get("cursor")}
        found["responseToken"] = paths["next_cursor"]
    elif "offset" in paths:
        style = "number" if "page" in (paths["offset"] or "").lower() else "offset"
        found |= {
            "style": style,
            "requestToken": paths["offset"],
            "more": paths.get("has-next-page"),
        }
    return {key: value for key, value in found.items() if value} if len(found) > 1 else {}


def _of_speakeasy(said: Mapping[str, Any]) -> dict[str, Any]:
    outputs, given = said.get("outputs"), said.get("inputs")
    outputs = outputs if isinstance(outputs, dict) else {}
    inputs = {
        str(one.get("type")): str(one.get("name"))
        for one in (given if isinstance(given, list) else ())
        if isinstance(one, dict)
    }
    found = {"items": _plain(outputs.get("results")), "pages": _plain(outputs.get("numPages"))}
    match said.get("type"):
        case "url":
            found |= {"style": "url", "responseToken": _plain(outputs.get("nextUrl"))}
        case "cursor" if _is_of_item(outputs):
            found |= {"style": "cursor", "requestToken": inputs.get("cursor", "")}
            found["responseToken"] = str(outputs["nextCursor"]).rpartition("].")[2]
        case "cursor":
            found |= {"style": "token", "requestToken": inputs.get("cursor", "")}
            found["responseToken"] = _plain(outputs.get("nextCursor"))
        case "offsetLimit" if "page" in inputs:
            found |= {"style": "number", "requestToken": inputs["page"]}
        case "offsetLimit":
            found |= {"style": "offset", "requestToken": inputs.get("offset", "")}
        case _:
            return {}
    return {key: value for key, value in found.items() if value}


def _is_of_item(outputs: Mapping[str, Any]) -> bool:
    return "[" in str(outputs.get("nextCursor", ""))


def _plain(path: Any) -> str:
    """Return the dotted name that a JSONPath leads along."""
    return str(path or "").removeprefix("$").removeprefix(".").removesuffix("[*]")
