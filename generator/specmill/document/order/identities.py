"""Identity of the elements of arrays whose order says nothing: parameters, variants, tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

import orjson

VARIANTS = frozenset({"oneOf", "anyOf", "allOf"})
_SETS = frozenset(
    {
        *("required", "type", "security", "schemes", "consumes", "produces", "accept"),
        "x-specmill-common-parameters",
    }
)
"""Arrays whose elements are known by what they are."""
_BY_POSITION = "prefixItems"
_MOST_NAMES = 6
"""Properties that a variant is told by at most, so that it can be read."""


def identities(keyword: str, elements: Sequence[Any]) -> list[str]:
    """Return what each element of an array is known by: no index, and no two the same.

    A parameter is known by ``in`` and name. A variant is known by the values that it fixes, else by
    its title, the component that it is or extends, what it requires, what it has, and its type;
    what this leaves the same is told apart by more of it. Items of a tuple are their positions.
    """
    if keyword == _BY_POSITION:
        return [str(index) for index in range(len(elements))]
    told = _parameter if keyword == "parameters" else _variant
    offered = [tuple(told(one)) if isinstance(one, dict) else (_text(one),) for one in elements]
    return _told_apart(offered, elements)


def _told_apart(offered: Sequence[tuple[str, ...]], elements: Sequence[Any]) -> list[str]:
    names = [words[0] if words else "" for words in offered]
    for depth in range(2, max(map(len, offered), default=0) + 1):
        counts = Counter(names)
        if len(counts) == len(names):
            return names
        names = [
            name if counts[name] == 1 else " ".join(words[:depth])
            for name, words in zip(names, offered, strict=True)
        ]
    counts = Counter(names)
    names = [
        name if counts[name] == 1 else f"{name} {digest(one)}".strip()
        for name, one in zip(names, elements, strict=True)
    ]
    seen: Counter[str] = Counter()
    for index, name in enumerate(names):  # what is left says the same, word for word
        seen[name] += 1
        names[index] = name if seen[name] == 1 else f"{name} {seen[name]}"
    return names


def _parameter(node: Mapping[str, Any]) -> Iterator[str]:
    if "$ref" in node:
        yield str(node["$ref"]).rpartition("/")[2]
    else:
        yield f"{node.get('in', '')}.{node.get('name', '')}"


def _variant(schema: Mapping[str, Any]) -> Iterator[str]:
    if fixed := " ".join(_fixed_values(schema)):
        yield fixed
    if title := schema.get("title"):
        yield f"title={title}"
    for keyword, found in (
        ("is", _names(_references(schema))),
        ("requires", _names(_array(schema, "required"))),
        ("has", _names(_properties(schema))),
        ("enum", _names(_array(schema, "enum"))),
        ("is", _type(schema)),
    ):
        if found:
            yield f"{keyword}={found}"


def _fixed_values(schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield the properties that a schema gives one value, as ``type=archive``."""
    properties = _properties(schema)
    for name in sorted(properties):
        declared = properties[name]
        if isinstance(declared, dict):
            values = [declared["const"]] if "const" in declared else _array(declared, "enum")
            if len(values) == 1 and isinstance(values[0], str | int | bool):
                yield f"{name}={values[0]}"


def _properties(schema: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in _parts(schema):
        properties = part.get("properties")
        if isinstance(properties, dict):
            found.update(properties)
    return found


def _references(schema: Mapping[str, Any]) -> list[str]:
    return [str(one["$ref"]).rpartition("/")[2] for one in _parts(schema) if "$ref" in one]


def _parts(schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [schema, *(one for one in _array(schema, "allOf") if isinstance(one, dict))]


def _array(node: Mapping[str, Any], keyword: str) -> Sequence[Any]:
    """Return an array of a document as it was written, so that anything may stand there."""
    found = node.get(keyword)
    return found if isinstance(found, list) else ()


def _names(names: Iterable[Any]) -> str:
    return ",".join(sorted(map(_text, names))[:_MOST_NAMES])


def _type(schema: Mapping[str, Any]) -> str:
    declared = schema.get("type", "")
    kind = _names(declared) if isinstance(declared, list) else _text(declared)
    items = schema.get("items")
    if isinstance(items, dict):
        return f"{kind} of {next(_variant(items), '')}"
    return " ".join(one for one in (kind, str(schema.get("format", ""))) if one)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else digest(value) if _is_tree(value) else repr(value)


def _is_tree(value: Any) -> bool:
    return isinstance(value, dict | list)


def digest(value: Any) -> str:
    """Return a short digest of a tree of JSON values, whatever the order of its keys."""
    try:
        written = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError:  # a number beyond 64 bits
        written = repr(value).encode()
    return blake2b(written, digest_size=4).hexdigest()


def known_by(node: Mapping[str, Any], keyword: str) -> Callable[[Sequence[Any]], list[str]] | None:
    """Return what tells the elements of an array apart, where their order says nothing, or all.

    Args:
        node: What has the array.
        keyword: As what.
    """
    if keyword in {"parameters", _BY_POSITION} or keyword in VARIANTS:
        return lambda elements: identities(keyword, elements)
    if keyword in {"tags", "servers"}:
        return _named
    if keyword in _SETS or (keyword == "enum" and not _has_parallel_lists(node)):
        return lambda elements: _told_apart([(_text(one),) for one in elements], elements)
    return None


def _named(elements: Sequence[Any]) -> list[str]:
    """Tell tags by their names, servers by their URLs."""
    names = [
        (str(one.get("name") or one.get("url") or ""),) if isinstance(one, dict) else (_text(one),)
        for one in elements
    ]
    return _told_apart(names, elements)


def _has_parallel_lists(node: Mapping[str, Any]) -> bool:
    """Tell whether the values of an enumeration are described one by one in lists beside it."""
    return any(isinstance(value, list) for key, value in node.items() if key.startswith("x-"))
