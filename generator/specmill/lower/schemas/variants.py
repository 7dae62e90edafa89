"""Words for the variants of an inline union."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from specmill.text import common_prefix, common_suffix, words


def variant_words(variants: Sequence[Any]) -> list[str]:
    """Return the words that tell each schema of a ``oneOf`` or ``anyOf`` from its siblings.

    In this order: its title; the value of a property that each of them fixes; the component that
    it is, by the words that the others do not share; the component that it extends; nothing for the
    only one that becomes a model; a property that only it requires, or else has; the few values of
    a property, or its kind; that it has nothing that the others lack; its own kind; its number.
    """
    components = _components(variants)
    proposals = [
        [*([component] if component else ()), *_proposals(variant, variants)]
        for variant, component in zip(variants, components, strict=True)
    ]
    for place, word in enumerate(_told_apart(proposals)):
        if word is None:
            proposals[place] += _last_proposals(variants[place], variants)
    return [
        one if one is not None else f"variant {number}"
        for number, one in enumerate(_told_apart(proposals), start=1)
    ]


def _told_apart(proposals: Sequence[Sequence[str]]) -> list[str | None]:
    """Return the first word of each that nobody else proposes."""
    counts = Counter(word for offered in proposals for word in dict.fromkeys(offered))
    return [next((word for word in offered if counts[word] == 1), None) for offered in proposals]


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
    models = [*filter(_may_be_model, inline)] or [*filter(_is_choice, inline)]
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


def _property(schema: Any, name: str) -> Any:
    return schema["properties"][name]


def _is_choice(schema: Any) -> bool:
    if not isinstance(schema, dict):
        return False
    return len(schema.get("enum", ())) > 1 or _is_choice(schema.get("items"))


def _may_be_model(schema: Any) -> bool:
    """Tell whether a schema may become a model: by itself, or by what its items are."""
    if not isinstance(schema, dict) or not schema.keys().isdisjoint(("enum", "const")):
        return False
    kinds = schema.get("type", "object")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return "object" in kinds or ("array" in kinds and _may_be_model(schema.get("items", {})))


_KINDS = {
    "array": "list",
    "boolean": "flag",
    "integer": "number",
    "number": "number",
    "object": "object",
    "string": "text",
}
_FEW_VALUES = 3


def _last_proposals(variant: Any, siblings: Sequence[Any]) -> Iterator[str]:
    """Yield what tells a variant apart that has no property or title of its own."""
    if not isinstance(variant, dict):
        return
    properties = variant.get("properties", {})
    for schema in properties.values():
        values = [*schema.get("enum", ())] if isinstance(schema, dict) else []
        if 1 < len(values) <= _FEW_VALUES and all(isinstance(one, str) for one in values):
            yield f"{' '.join(values[:-1])} or {values[-1]}"
    for name, schema in properties.items():
        kinds = [_kind(_property(one, name)) for one in siblings if name in _properties(one)]
        if len(kinds) > 1 and all(kinds) and kinds.count(_kind(schema)) == 1:
            yield f"with {_kind(schema)} {name}"
    others = [{*_properties(one)} for one in siblings if one is not variant]
    if properties and all(one > properties.keys() for one in others):
        yield f"{next(iter(properties))} only" if len(properties) == 1 else "plain"
    if kind := _kind(variant):
        yield kind


def _kind(schema: Any) -> str:
    """Return the word for what a schema or its items are; empty where it does not say."""
    if not isinstance(schema, dict):
        return ""
    if schema.get("type") == "array":
        return _kind(schema.get("items", {})) or "list"
    kind = schema.get("type")
    return _KINDS.get(kind, "") if isinstance(kind, str) else ""
