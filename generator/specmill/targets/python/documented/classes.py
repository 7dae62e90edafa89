"""Classes of a reference page: their attributes with the types of the page, made of models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from keyword import iskeyword

from specmill.model.api import Api
from specmill.model.documented import Documented, DocumentedAttribute
from specmill.model.models import Field, ModelKind
from specmill.model.operations import Operation
from specmill.model.types import (
    NULL,
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    TypeRef,
    UnionOf,
)
from specmill.targets.python.documented.results import ResultWriter, Value, variable_of
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.spelling import docstring, first_paragraph, identifier
from specmill.text import words
from specmill.values import dataclass, replace

_TEXT = "string"
_OBJECT = "object"
_JSON = (_OBJECT, "array")
_MODEL = "model"
"""What the argument of ``of`` is called."""


@dataclass(frozen=True, slots=True)
class ClassAttribute:
    """An attribute of a class of the page."""

    name: str
    annotation: str
    default: str
    code: str
    """The expression over the model that gives it; empty where only a call gives it."""
    doc: str


@dataclass(frozen=True, slots=True)
class PageClass:
    """A class of the page as the template sees it."""

    name: str
    doc: str
    attributes: tuple[ClassAttribute, ...]
    model: str
    """Annotation of the models that it is made of; empty where only a call makes it."""

    @property
    def made(self) -> tuple[ClassAttribute, ...]:
        """The attributes that are taken from a model."""
        return tuple(one for one in self.attributes if one.code)


@dataclass(frozen=True, slots=True)
class PageTypes(ModuleTypes):
    """Types of the module of the facade, in which a class of the page stands for its models."""

    classes: dict[str, str] = field(default_factory=dict)
    """Key of a model to the name of the class that shows it."""

    def name_of(self, key: str) -> str:
        return self.classes.get(key) or ModuleTypes.name_of(self, key)


@dataclass(slots=True)
class PageClasses:
    """Converts what models hold to what the page says."""

    api: Api
    types: PageTypes
    helper: Callable[[str], str]
    """Imports a function of the runtime and returns the name to use."""
    taken: frozenset[str] = frozenset()
    """Names that no variable may have."""
    attributes: dict[str, tuple[DocumentedAttribute, ...]] = field(default_factory=dict)
    """Key of a model to the attributes of its class."""

    @classmethod
    def of(
        cls,
        api: Api,
        types: ModuleTypes,
        helper: Callable[[str], str],
        operations: Iterable[Operation],
        taken: frozenset[str],
    ) -> PageClasses:
        """Choose the classes: those that the page lists, and rows that a method's table lists."""
        page = api.page
        attributes = dict(page.attributes) if page else {}
        names = dict(page.shown_as) if page else {}
        for operation in operations:
            for key, listed in _rows(api, operation):
                if key not in attributes:
                    attributes[key] = listed
                    names[key] = types.names.models[key]
        classes = {key: _class_name(name, types.taken) for key, name in names.items()}
        page_types = PageTypes(
            types.names,
            types.imports,
            types.runtime,
            types.package,
            types.taken,
            types.methods,
            types.models,
            types.aliases,
            classes,
        )
        return cls(api, page_types, helper, taken, attributes)

    def views(self) -> Iterator[PageClass]:
        """Yield the classes, each once although several models may be shown as it."""
        keys: dict[str, list[str]] = {}
        for key, name in self.types.classes.items():
            keys.setdefault(name, []).append(key)
        for name, shown in keys.items():
            yield self._view(name, shown)

    def _view(self, name: str, keys: list[str]) -> PageClass:
        """Write a class of one model, or of several that have the same under the page's names."""
        attributes = tuple(self._attributes(keys[0], by_name=len(keys) > 1))
        self.types.imports.add("dataclasses", "dataclass")
        models = ""
        if any(one.code for one in attributes):
            self.types.imports.add("typing", "Self")
            models = " | ".join(ModuleTypes.name_of(self.types, key) for key in keys)
        about = docstring(first_paragraph(f"`{name}` of the reference page.", indent=4))
        return PageClass(name, about, attributes, models)

    def _attributes(self, key: str, *, by_name: bool) -> Iterator[ClassAttribute]:
        taken: set[str] = {"of"}
        for one in self.attributes[key]:
            if one.name in taken or not one.name.isidentifier() or iskeyword(one.name):
                continue
            taken.add(one.name)
            if one.missing:
                doc = docstring(first_paragraph(f"Always None: {one.missing}.", indent=4))
                yield ClassAttribute(one.name, "None", " = None", "", doc)
                continue
            start = Value(_MODEL, Named(key))
            if one.wire:
                value = self._writer(start).value(one.wire)
                if by_name:  # models have the page's names as properties
                    value = replace(value, code=f"{_MODEL}.{one.name}")
                shown = self.convert(value, one.json)
                hidden = " = field(repr=False)" if self._is_secret(key, one.wire) else ""
                if hidden:
                    self.types.imports.add("dataclasses", "field")
                yield ClassAttribute(one.name, self.annotation(shown), hidden, shown.code, "")
            elif one.source:
                declared = self._field(key, one.name)
                type_ = declared.type if declared else Anything()
                optional = declared is None or not declared.required
                shown = Value("", type_, optional)
                yield ClassAttribute(one.name, self.annotation(shown), "", "", "")

    def _writer(self, start: Value) -> ResultWriter:
        return ResultWriter(
            self.api,
            self.types.names,
            start,
            self.helper,
            self.types.name_of,
            taken=self.taken | {_MODEL},
        )

    def _field(self, key: str, wire: str) -> Field | None:
        return next((one for one in self.api.models[key].fields if one.wire == wire), None)

    def _is_secret(self, key: str, wire: str) -> bool:
        found = self._field(key, wire)
        return found is not None and found.secret

    def annotation(self, value: Value) -> str:
        """Spell the type of a value."""
        spelled = self.types.returned(value.type)
        optional = value.optional and spelled != "Any" and not spelled.endswith("| None")
        return f"{spelled} | None" if optional else spelled

    # -- conversion ------------------------------------------------------------------------------

    def convert(self, value: Value, json: str = "") -> Value:
        """Turn what a model has into what the page says; ``json`` is the page's JSON type."""
        code, type_ = self._converted(value.code, value.type, json)
        if value.optional and code != value.code:
            code, type_ = self._guarded(value.code, value.type, json)
        return Value(code, type_, value.optional)

    def _guarded(self, code: str, type_: TypeRef, json: str) -> tuple[str, TypeRef]:
        """Convert what may be None."""
        name = tested = code
        if not code.replace(".", "").isidentifier():  # what is called twice may be two things
            name = variable_of(code, self.taken)
            tested = f"({name} := {code})"
        inner, found = self._converted(name, type_, json)
        return f"({inner} if {tested} is not None else None)", found

    def _nullable(self, code: str, type_: UnionOf, json: str) -> tuple[str, TypeRef]:
        rest = tuple(one for one in type_.members if one != NULL)
        inner = rest[0] if len(rest) == 1 else UnionOf(rest)
        if self._converted(code, inner, json)[0] == code:
            return code, type_
        written, found = self._guarded(code, inner, json)
        return written, UnionOf((found, NULL))

    def _converted(self, code: str, type_: TypeRef, json: str) -> tuple[str, TypeRef]:
        if isinstance(type_, UnionOf) and NULL in type_.members:
            return self._nullable(code, type_, json)
        match self._target(type_):
            case Named(key=key) as named if self._is_made(key) and json not in _JSON:
                return f"{self.types.classes[key]}.of({code})", named
            case Named(key=key) if json in _JSON and not self._is_view(key):
                return f"{self.helper('as_json')}({code})", MapOf(Anything())
            case UnionOf(members=members) if self._are_classes(members):
                return self._chosen(code, members), UnionOf(members)
            case ListOf(item=item):
                return self._list(code, type_, item, json)
            case MapOf(value=value):
                return self._map(code, type_, value, json)
            case target if json == _TEXT and _is_no_text(target):
                return f"{self.helper('as_text')}({code})", Scalar(ScalarKind.STRING)
            case _:
                return code, type_

    def _list(self, code: str, type_: TypeRef, item: TypeRef, json: str) -> tuple[str, TypeRef]:
        variable = variable_of(code, self.taken)
        inner, found = self._converted(variable, item, self._within(item, json))
        if inner == variable:
            return code, type_
        return f"[{inner} for {variable} in {code}]", ListOf(found)

    def _map(self, code: str, type_: TypeRef, value: TypeRef, json: str) -> tuple[str, TypeRef]:
        variable = variable_of(code, self.taken)
        inner, found = self._converted(variable, value, self._within(value, json))
        if inner == variable:
            return code, type_
        if inner == f"{self.helper('as_json')}({variable})":
            return f"{self.helper('as_json')}({code})", MapOf(Anything())
        key = "name_" if variable == "name" else "name"
        return f"{{{key}: {inner} for {key}, {variable} in {code}.items()}}", MapOf(found)

    def _within(self, type_: TypeRef, json: str) -> str:
        """Return the JSON type of what a list or a map of the page holds: its classes stay such."""
        target = self._target(type_)
        is_class = isinstance(target, Named) and target.key in self.types.classes
        if json not in _JSON or is_class:
            return ""
        return _TEXT if isinstance(target, Scalar) and target.kind in _TIMES else json

    def _chosen(self, code: str, members: tuple[TypeRef, ...]) -> str:
        """Write the choice between classes by the model that came."""
        *first, last = (one.key for one in members if isinstance(one, Named))
        choices = [
            f"{self.types.classes[key]}.of({code})"
            f" if isinstance({code}, {ModuleTypes.name_of(self.types, key)}) else "
            for key in first
        ]
        return f"({''.join(choices)}{self.types.classes[last]}.of({code}))"

    def _are_classes(self, members: tuple[TypeRef, ...]) -> bool:
        return all(isinstance(one, Named) and self._is_made(one.key) for one in members)

    def _is_view(self, key: str) -> bool:
        return key in self.types.classes and not self._is_made(key)

    def _is_made(self, key: str) -> bool:
        """Tell whether a class of the page is made of a model, and not of what a call gives."""
        attributes = self.attributes.get(key, ())
        return key in self.types.classes and not any(one.source for one in attributes)

    def _target(self, type_: TypeRef) -> TypeRef:
        """Return the type behind aliases."""
        while isinstance(type_, Named):
            model = self.api.models[type_.key]
            if model.kind is ModelKind.OBJECT or model.target is None:
                return type_
            type_ = model.target
        return type_


_TIMES = frozenset(ScalarKind) - {
    ScalarKind.STRING,
    ScalarKind.INTEGER,
    ScalarKind.NUMBER,
    ScalarKind.DECIMAL_NUMBER,
    ScalarKind.BOOLEAN,
}
"""Scalars that JSON writes as text."""


def _is_no_text(type_: TypeRef) -> bool:
    """Tell whether values of a type are scalars other than texts, at least in part."""
    if isinstance(type_, UnionOf):
        scalars = all(isinstance(one, Scalar | LiteralOf) for one in type_.members)
        return scalars and any(map(_is_no_text, type_.members))
    if isinstance(type_, LiteralOf):
        return not all(isinstance(one, str) for one in type_.values)
    return isinstance(type_, Scalar) and type_.kind is not ScalarKind.STRING


def _class_name(name: str, taken: Iterable[str]) -> str:
    """Return the name of a class of the page, as it is unless the module uses it otherwise."""
    spelled = name if name.isidentifier() and not iskeyword(name) else identifier(name)
    while spelled in taken:
        spelled += "_"
    return spelled


def _rows(api: Api, operation: Operation) -> Iterator[tuple[str, tuple[DocumentedAttribute, ...]]]:
    """Yield models that a method's table shows as a class of the page, with a few attributes."""
    documented: Documented | None = operation.documented
    page = api.page
    if documented is None or page is None or operation.pagination is None:
        return
    for name, listed in documented.attributes:
        key = page.classes.get(name)
        kinds = {one.name: one.json for one in page.attributes.get(key or "", ())}
        row = _row_key(operation)
        if key is None or row is None or row == key:
            continue
        wires = {_squeezed(one.wire): one.wire for one in api.models[row].fields}
        found = (
            DocumentedAttribute(one, wires[_squeezed(one)], json=kinds.get(one, ""))
            for one in listed
            if _squeezed(one) in wires
        )
        yield row, tuple(found)


def _row_key(operation: Operation) -> str | None:
    """Return the model of the items of a list."""
    pages = operation.pagination
    item = pages.item_type if pages is not None else None
    return item.key if isinstance(item, Named) else None


def _squeezed(name: str) -> str:
    return "".join(words(name)).casefold()
