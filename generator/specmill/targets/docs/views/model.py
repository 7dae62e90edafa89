"""Flat view of the page of a model."""

from __future__ import annotations

from specmill.model.models import Docs, Field, Model, ModelKind
from specmill.targets.docs.prose import code, inline, plain
from specmill.targets.docs.tree import meaning, words_of
from specmill.targets.docs.type_words import Words, value_text
from specmill.targets.docs.views.documented import attribute_rows
from specmill.targets.docs.views.operation import said
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of an object."""

    name: str
    """On the wire, and its attribute where that is another name."""
    type: str
    need: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ModelView:
    """The page of a model."""

    name: str
    source_name: str
    """Its name in the spec, where that is another one."""
    kind: str
    is_object: bool
    deprecated: bool
    about: str
    import_line: str
    fields: tuple[FieldRow, ...]
    extra: str
    """Type of the properties that are not declared; empty when the spec does not speak of them."""
    values: tuple[tuple[str, str], ...]
    target: str
    """What an alias or an enumeration stands for."""
    constraints: str
    """What holds of a value besides its type; empty without any."""
    attributes: tuple[tuple[str, str], ...]
    """Those that a reference page lists."""
    used_by_operations: tuple[str, ...]
    used_by_models: tuple[str, ...]


def model_view(model: Model, words: Words) -> ModelView:
    """Return the view of a model."""
    pages, labels = words.pages, words.labels
    name = pages.reference.model(model.key)
    target = words.both(model.target) if model.target is not None else ""
    return ModelView(
        name=plain(name),
        source_name=_source_name(model, name, words),
        kind=getattr(labels, f"kind_{model.kind.value}"),
        is_object=model.kind is ModelKind.OBJECT,
        deprecated=model.docs.deprecated,
        about=said(model.docs),
        import_line=f"from {pages.reference.package}.models import {name}",
        fields=tuple(_row(model.key, one, words) for one in model.fields),
        extra=words.spell(model.extra) if model.extra is not None else "",
        values=tuple(
            (code(value_text(one.value)), _value_meaning(one.docs, words)) for one in model.values
        ),
        target=target,
        constraints=words_of(model, words),
        attributes=tuple(attribute_rows(model.key, words)),
        used_by_operations=tuple(
            pages.to_operation(one, words.page)
            for one in pages.used_by_operations.get(model.key, ())
        ),
        used_by_models=tuple(
            pages.to_model(key, words.page) for key in pages.used_by_models.get(model.key, ())
        ),
    )


def _row(key: str, one: Field, words: Words) -> FieldRow:
    names = dict.fromkeys((one.wire, words.pages.reference.attribute(key, one)))
    return FieldRow(
        name="<br>".join(map(code, names)),
        type=words.both(one.type),
        need=words.need(required=one.required),
        meaning=meaning(one, words),
    )


def _value_meaning(docs: Docs, words: Words) -> str:
    said = inline(f"{docs.summary}\n\n{docs.description}")
    parts = (words.labels.deprecated if docs.deprecated else "", said)
    return " · ".join(part for part in parts if part)


def _source_name(model: Model, name: str, words: Words) -> str:
    if not model.wire or model.wire == name:
        return ""
    return str(words.labels.say("source_name", name=code(model.wire)))
