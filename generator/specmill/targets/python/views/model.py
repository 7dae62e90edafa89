"""Flat views of the modules of models, for the templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from specmill.model.api import Api
from specmill.model.models import UNSET, Field, Model, ModelKind
from specmill.model.references import model_references, references
from specmill.model.types import Anything, LiteralOf
from specmill.targets.constraint_words import sentences
from specmill.targets.python.arguments import constant_of
from specmill.targets.python.documented.attributes import PropertyView, documented_properties
from specmill.targets.python.imports import Imports
from specmill.targets.python.names import PythonNames
from specmill.targets.python.spelling import (
    WIDTH,
    docstring,
    literal,
    one_line,
    paragraphs,
    sentence,
)
from specmill.targets.python.types import TypeSpeller
from specmill.text import wrap
from specmill.values import dataclass, replace

_TUPLE = frozenset({"tuple"})
_LATE = "_models"
"""What a module calls the package of models, which loads each on first use: no field's name."""


class FieldView(NamedTuple):
    """One line of a class body and its docstring."""

    name: str
    annotation: str
    default: str
    doc: str
    is_apart: bool = False
    """A blank line goes before it, since the docstring of the one before it runs over lines."""


@dataclass(frozen=True, slots=True)
class FormerFieldView:
    """A deprecated name of a field."""

    name: str
    now: str
    annotation: str


@dataclass(frozen=True, slots=True)
class ClassView:
    """A model class."""

    name: str
    base: str
    doc: str
    fields: tuple[FieldView, ...]
    former: tuple[FormerFieldView, ...]
    extra: str
    """Annotation of undeclared properties; empty when they are not typed."""
    hides_extra: bool = False
    """Undeclared properties are secrets."""
    properties: tuple[PropertyView, ...] = ()
    """Other names of fields."""


@dataclass(frozen=True, slots=True)
class AliasView:
    """A name for a type: an enumeration, or a component that is no object."""

    name: str
    target: str
    doc: str
    recursive: bool
    ends_group: bool = True
    """A blank line goes after it: it, or the next one, is more than one statement."""


@dataclass(frozen=True, slots=True)
class ConstantView:
    """A value of an enumeration by its name."""

    name: str
    value: str
    doc: str


@dataclass(frozen=True, slots=True)
class ConstantsView:
    """The named values of an enumeration."""

    name: str
    doc: str
    members: tuple[ConstantView, ...]


@dataclass(frozen=True, slots=True)
class ModelModuleView:
    """A module of models."""

    name: str
    doc: str
    imports: tuple[str, ...]
    enums: tuple[AliasView, ...]
    constants: tuple[ConstantsView, ...]
    classes: tuple[ClassView, ...]
    aliases: tuple[AliasView, ...]
    late_imports: tuple[str, ...] = ()
    """Imports at the end of the module."""


def models_by_module(api: Api, names: PythonNames) -> dict[str, list[Model]]:
    """Return the models of each module, in the order of their first model."""
    by_module: defaultdict[str, list[Model]] = defaultdict(list)
    for key, model in api.models.items():
        by_module[names.modules[key]].append(model)
    return by_module


def model_module_view(
    api: Api,
    names: PythonNames,
    runtime: str,
    module: str,
    models: list[Model],
    *,
    documented: bool = False,
) -> ModelModuleView:
    """Return the view of a module of models.

    Args:
        api: The model.
        names: Its Python names.
        runtime: Module path of the runtime as a module of models imports it.
        module: Name of the module.
        models: The models in it.
        documented: Give models the attributes of their reference page, too.
    """
    return _Module(api, names, runtime, module, documented=documented).view(models)


@dataclass(slots=True)
class _Module:
    api: Api
    names: PythonNames
    runtime: str
    module: str
    documented: bool
    imports: Imports
    late_imports: Imports
    speller: TypeSpeller
    """Spells types inside the class at hand."""

    def __init__(
        self, api: Api, names: PythonNames, runtime: str, module: str, *, documented: bool
    ) -> None:
        self.api, self.names, self.runtime, self.module = api, names, runtime, module
        self.documented = documented
        self.imports, self.late_imports = Imports(), Imports()
        self.speller = self._speller(frozenset())

    def view(self, models: list[Model]) -> ModelModuleView:
        of_kind = {kind: [model for model in models if model.kind is kind] for kind in ModelKind}
        enums = [self._alias(model, recursive=False) for model in of_kind[ModelKind.ENUM]]
        classes = tuple(self._class(model) for model in of_kind[ModelKind.OBJECT])
        aliases = of_kind[ModelKind.ALIAS]
        cyclic = _cyclic(aliases)
        return ModelModuleView(
            name=self.module,
            doc=docstring(_module_doc(self.names.layout.services[self.module])),
            enums=_grouped(enums),
            constants=tuple(
                self._constants(model, self.names.value_classes[model.key])
                for model in of_kind[ModelKind.ENUM]
                if model.key in self.names.value_classes
            ),
            classes=classes,
            aliases=_grouped(
                [
                    self._alias(model, recursive=model.key in cyclic)
                    for model in _in_order(aliases, cyclic)
                ]
            ),
            imports=tuple(self.imports.lines()),
            late_imports=tuple(self.late_imports.lines()),
        )

    def _speller(self, hidden: frozenset[str]) -> TypeSpeller:
        """Return what spells types where attributes hide some builtins."""
        return TypeSpeller(self.imports, self._name_of, self.runtime, encoded=True, hidden=hidden)

    def _name_of(self, key: str) -> str:
        name, module = self.names.models[key], self.names.modules[key]
        if module in self.names.layout.late.get(self.module, ()):
            return f"{self.late_imports.add('..', 'models', _LATE)}.{name}"
        return name if module == self.module else self.imports.add(f".{module}", name)

    def _class(self, model: Model) -> ClassView:
        self.speller = self._speller(_TUPLE & {*self.names.fields[model.key].values()})
        extra = ""
        if model.extra is not None and model.extra != Anything() and model.fields:
            extra = self.speller.spell(model.extra)
        if extra:
            self.imports.add("typing", "TYPE_CHECKING")
        if model.secret_extra:
            self.imports.add("typing", "ClassVar")
        about = paragraphs(model.docs, model.name, indent=4, notes=_value_notes(model))
        if not about and not model.fields:
            about = "An object without properties of its own."
        return ClassView(
            name=self.names.models[model.key],
            base=f"{self._bases(model)}{', hide_input_in_errors=True' * model.holds_secrets}",
            doc=docstring(about) if about else "",
            fields=tuple(self._fields(model)),
            former=tuple(self._former(model)),
            extra=extra,
            hides_extra=model.secret_extra,
            properties=tuple(self._properties(model)) if self.documented else (),
        )

    def _bases(self, model: Model) -> str:
        """Return the base class, and before it the one of models that differ by direction."""
        base = self.names.base
        if not model.fields and model.extra is None:
            base = "FreeModel"
        bases = []
        if model.key in self.names.former_fields:
            bases.append(self.imports.add(f"{self.runtime}.renamed", "RenamedFields"))
        if any(map(_is_directed, model.fields)):
            bases.append(self.imports.add(f"{self.runtime}.data.directions", "DirectedModel"))
        if base != "Model" or not bases:
            bases.append(self.imports.add(f"{self.runtime}.data.models", base))
        return ", ".join(bases)

    def _properties(self, model: Model) -> Iterator[PropertyView]:
        return documented_properties(self.api, self.names, model, self.speller)

    def _fields(self, model: Model) -> Iterator[FieldView]:
        attributes = self.names.fields[model.key]
        before = None
        for field in model.fields:
            before = self._field(field, attributes[field.wire], before)
            yield before

    def _field(self, field: Field, attribute: str, before: FieldView | None) -> FieldView:
        speller = self.speller
        optional = not field.required or (field.read_only and field.write_only)
        notes: list[str] = []
        if field.tag:
            optional = False
            annotation = self._tag(field, notes)
        else:
            annotation = speller.optional(field.type) if optional else speller.spell(field.type)
        if not self.names.wire_name_is_derived(field, attribute):
            wire_name = self.imports.add(f"{self.runtime}.data.models", "wire_name")
            notes.append(f"{wire_name}({literal(field.wire)})")
        if field.write_only and not optional:
            notes.append(self.imports.add(f"{self.runtime}.data.directions", "WRITE_ONLY"))
        if field.secret:
            notes.append(self.imports.add(f"{self.runtime}.data.models", "SECRET"))
        if notes:
            annotated = self.imports.add("typing", "Annotated")
            annotation = f"{annotated}[{', '.join([annotation, *notes])}]"
        doc = paragraphs(field.docs, field.name, indent=4, notes=field_notes(field))
        constant = constant_of(field)
        if field.tag and field.constant is None:
            constant = "None"
        default = " = None" if optional else f" = {constant}" if constant else ""
        if field.read_only and not field.write_only and not field.tag:
            mark = "OPTIONAL_READ_ONLY" if optional else "READ_ONLY"
            default = f" = {self.imports.add(f'{self.runtime}.data.directions', mark)}"
        is_apart = before is not None and "\n" in before.doc
        return FieldView(attribute, annotation, default, docstring(doc) if doc else "", is_apart)

    def _former(self, model: Model) -> Iterator[FormerFieldView]:
        former = self.names.former_fields.get(model.key)
        if not former:
            return
        self.imports.add("typing", "ClassVar")
        self.imports.add_module("typing_extensions")
        by_name = {self.names.fields[model.key][one.wire]: one for one in model.fields}
        for old, new in former.items():
            field = by_name[new]
            optional = not field.required or (field.read_only and field.write_only)
            spell = self.speller.optional if optional else self.speller.spell
            yield FormerFieldView(old, new, spell(field.type))

    def _constants(self, model: Model, name: str) -> ConstantsView:
        self.imports.add("typing", "Final")
        return ConstantsView(
            name,
            docstring(f"The values of {self.names.models[model.key]} by their names."),
            tuple(
                ConstantView(
                    constant,
                    literal(value.value),
                    docstring(said) if (said := sentence(value.docs, value.name)) else "",
                )
                for constant, value in self.names.constants[model.key].items()
            ),
        )

    def _tag(self, field: Field, notes: list[str]) -> str:
        """Spell what tells a member of a union, and note what else a server may say there."""
        type_ = field.type
        is_open = isinstance(type_, LiteralOf) and type_.open
        if is_open or not field.required or field.constant is None:
            tag = self.imports.add(f"{self.runtime}.data.unions", "UnionTag")
            said = ["is_open=True"] * is_open + ["is_optional=True"] * (not field.required)
            notes.append(f"{tag}({', '.join(said)})")
        return self.speller.spell(
            replace(type_, open=False) if isinstance(type_, LiteralOf) else type_
        )

    def _alias(self, model: Model, *, recursive: bool) -> AliasView:
        self.speller = self._speller(frozenset())
        target = model.target
        assert target is not None, model.key
        if recursive:
            self.imports.add("typing_extensions", "TypeAliasType")
            self.imports.add("typing", "TYPE_CHECKING")
        self.imports.add("typing", "TypeAlias")
        spelled = self.speller.spell(target)
        doc = paragraphs(model.docs, model.name, indent=0, notes=_value_notes(model))
        values = "\n".join(_value_lines(model))
        text = "\n\n".join(part for part in (doc, values) if part)
        return AliasView(
            name=self.names.models[model.key],
            target=literal(spelled) if recursive else spelled,
            doc=docstring(text) if text else "",
            recursive=recursive,
        )


def _is_directed(field: Field) -> bool:
    """Tell whether requests need a field that answers lack, or the reverse."""
    return field.required and field.read_only != field.write_only and not field.tag


def _grouped(aliases: Sequence[AliasView]) -> tuple[AliasView, ...]:
    """Let aliases that are one statement stand close together."""
    apart = [bool(one.doc) or one.recursive for one in aliases]
    return tuple(
        replace(one, ends_group=any(apart[index : index + 2]) or one is aliases[-1])
        for index, one in enumerate(aliases)
    )


def _module_doc(services: tuple[str, ...]) -> str:
    match services:
        case ():
            return "Models that no operation uses."
        case (service,):
            return f"Models of `{service}`."
        case (*others, last) if len(services) <= 4:
            return f"Models that {', '.join(f'`{one}`' for one in others)} and `{last}` share."
        case _:
            return "Models that many resources share."


def field_notes(field: Field) -> list[str]:
    """Say in words what a field's annotation cannot: constraints, default and direction.

    Examples are left to the pages: among attributes they are noise.
    """
    notes = _value_notes(field)
    if field.read_only:
        notes.append("Only set by the server.")
    if field.write_only:
        notes.append("Never in a response.")
    return notes


def _value_notes(one: Field | Model) -> list[str]:
    notes = sentences(one.bounds)
    has_default = one.default is not UNSET and one.default is not None
    if has_default and not (isinstance(one, Field) and one.tag):
        notes.append(f"The server's default is {_shown(one.default)}.")
    return notes


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"`{one_line(str(value))}`"


def _value_lines(model: Model) -> Iterator[str]:
    """List the values that have something to say."""
    for value in model.values:
        said = sentence(value.docs, str(value.value))
        if value.name:
            said = f"{one_line(value.name)}. {said}".rstrip()
        if said:
            yield from wrap(f"- `{one_line(str(value.value))}`: {said}", WIDTH)


def _cyclic(models: list[Model]) -> set[str]:
    """Return the aliases that contain themselves through aliases alone."""
    keys = {model.key for model in models}
    edges = {model.key: keys.intersection(references(model.target)) for model in models}
    cyclic = set()
    for start, direct in edges.items():
        seen: set[str] = set()
        pending = list(direct)
        while pending:
            key = pending.pop()
            if key not in seen:
                seen.add(key)
                pending.extend(edges[key])
        if start in seen:
            cyclic.add(start)
    return cyclic


def _in_order(models: list[Model], cyclic: set[str]) -> list[Model]:
    """Order aliases so that each stands after those it is made of; cyclic ones come first, their
    targets are text.
    """
    by_key = {model.key: model for model in models}
    ordered: dict[str, Model] = {key: by_key[key] for key in by_key if key in cyclic}

    def visit(key: str) -> None:
        for needed in model_references(by_key[key]):
            if needed in by_key and needed not in ordered:
                visit(needed)
        ordered.setdefault(key, by_key[key])

    for key in by_key:
        visit(key)
    return list(ordered.values())
