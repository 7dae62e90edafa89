"""What the variants of an inline union are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any


def variant_words(variants: Sequence[Any]) -> list[str]:
    """Return the words that tell each schema of a ``oneOf`` or ``anyOf`` from its siblings.

    In this order: its title; the value of a property that each of them fixes; the component that
    it extends; nothing for the only object; the property that only it requires; its number.
    """
    proposals = [list(_proposals(variant, variants)) for variant in variants]
    counts = Counter(word for words in proposals for word in dict.fromkeys(words))
    return [
        next((word for word in words if counts[word] == 1), f"variant {number}")
        for number, words in enumerate(proposals, start=1)
    ]


def _proposals(variant: Any, siblings: Sequence[Any]) -> Iterator[str]:
    if not isinstance(variant, Mapping):
        return
    if variant.get("title"):
        yield str(variant["title"])
    yield from _fixed_values(variant)
    for part in variant.get("allOf", ()):
        reference = part.get("$ref") if isinstance(part, Mapping) else None
        if isinstance(reference, str):
            yield reference.rpartition("/")[2]
    if sum(_may_be_object(sibling) for sibling in siblings) == 1 and _may_be_object(variant):
        yield ""
    for name in variant.get("required", ()):
        if sum(name in _required(sibling) for sibling in siblings) == 1:
            yield f"with {name}"
            break


def _fixed_values(variant: Mapping[str, Any]) -> Iterator[str]:
    for schema in variant.get("properties", {}).values():
        if isinstance(schema, Mapping):
            values = [schema["const"]] if "const" in schema else schema.get("enum", ())
            if len(values) == 1 and isinstance(values[0], str):
                yield values[0]


def _required(schema: Any) -> Sequence[str]:
    return schema.get("required", ()) if isinstance(schema, Mapping) else ()


def _may_be_object(schema: Any) -> bool:
    """Tell whether a schema may become a model: by itself, or by what its items are."""
    if not isinstance(schema, Mapping):
        return False
    kinds = schema.get("type", "object")
    return any(
        kind in ("object", "array") for kind in ([kinds] if isinstance(kinds, str) else kinds)
    )
