"""What the variants of an inline union are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from specmill.text import common_prefix, common_suffix, words


def variant_words(variants: Sequence[Any]) -> list[str]:
    """Return the words that tell each schema of a ``oneOf`` or ``anyOf`` from its siblings.

    In this order: its title; the value of a property that each of them fixes; the component that
    it is, by the words that the others do not share; the component that it extends; nothing for the
    only one that becomes a model; a property that only it requires, or else has; its number.
    """
    components = _components(variants)
    proposals = [
        [*([component] if component else ()), *_proposals(variant, variants)]
        for variant, component in zip(variants, components, strict=True)
    ]
    counts = Counter(word for offered in proposals for word in dict.fromkeys(offered))
    return [
        next((word for word in offered if counts[word] == 1), f"variant {number}")
        for number, offered in enumerate(proposals, start=1)
    ]


def _components(variants: Sequence[Any]) -> list[str]:
    """Return what tells the components among the variants apart, in words; empty for others."""
    names = [
        (
            words(str(one["$ref"]).rpartition("/")[2])
            if isinstance(one, dict) and "$ref" in one
            else ()
        )
        for one in variants
    ]
    named = [name for name in names if name]
    start = len(common_prefix(named)) if len(named) > 1 else 0
    end = len(common_suffix([name[start:] for name in named])) if len(named) > 1 else 0
    return [" ".join(name[start : len(name) - end]) for name in names]


def _proposals(variant: Any, siblings: Sequence[Any]) -> Iterator[str]:
    if not isinstance(variant, dict):
        return
    if variant.get("title"):
        yield str(variant["title"])
    yield from _fixed_values(variant)
    for part in variant.get("allOf", ()):
        reference = part.get("$ref") if isinstance(part, dict) else None
        if isinstance(reference, str):
            yield reference.rpartition("/")[2]
    inline = [one for one in siblings if isinstance(one, dict) and "$ref" not in one]
    models = [one for one in inline if _may_be_object(one)] or [*filter(_is_choice, inline)]
    if len(models) == 1 and models[0] is variant:
        yield ""
    for names in (_required, _properties):
        own = (name for name in names(variant) if sum(name in names(one) for one in siblings) == 1)
        yield from (f"with {name}" for name in [*own][:1])


def _fixed_values(variant: Mapping[str, Any]) -> Iterator[str]:
    for schema in variant.get("properties", {}).values():
        if isinstance(schema, dict):
            values = [schema["const"]] if "const" in schema else schema.get("enum", ())
            if len(values) == 1 and isinstance(values[0], str):
                yield values[0]


def _required(schema: Any) -> Sequence[str]:
    return schema.get("required", ()) if isinstance(schema, dict) else ()


def _properties(schema: Any) -> Sequence[str]:
    return [*schema.get("properties", ())] if isinstance(schema, dict) else ()


def _is_choice(schema: Mapping[str, Any]) -> bool:
    return len(schema.get("enum", ())) > 1


def _may_be_object(schema: Mapping[str, Any]) -> bool:
    """Tell whether a schema may become a model: by itself, or by what its items are."""
    kinds = schema.get("type", "object")
    return any(
        kind in ("object", "array") for kind in ([kinds] if isinstance(kinds, str) else kinds)
    )
