"""Types of one module of resources: spelled for callers or for JSON, and imported."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import field

from specmill.model.operations import Operation
from specmill.model.types import (
    NULL,
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    TupleOf,
    TypeRef,
    UnionOf,
    without_null,
)
from specmill.targets.python.imports import Imports
from specmill.targets.python.names import PythonNames
from specmill.targets.python.reserved import RESOURCE_CLASSES
from specmill.targets.python.spelling import class_name, identifier, literal
from specmill.targets.python.types import TypeSpeller
from specmill.values import dataclass

_MODELS = "models"


@dataclass(frozen=True, slots=True)
class ModuleTypes:
    """Spells the types of one module and imports what they need."""

    names: PythonNames
    imports: Imports
    runtime: str
    """Module path of the runtime, as this module imports it."""
    package: str
    """The package as this module imports it: ``..``, or ``.`` for the client's own."""
    taken: Collection[str] = ()
    """Names that the module defines itself."""
    methods: frozenset[str] = frozenset()
    """Methods of the class at hand, which hide builtins of their name."""
    models: str = _MODELS
    """What the module calls the package of models; see :func:`models_beside`."""
    aliases: dict[str, str] = field(default_factory=dict)
    """Names for types that the module defines, and what they stand for."""

    def name_of(self, key: str) -> str:
        """Import the package of models, which loads each on first use; return a model of it."""
        models = self.imports.add(self.package, _MODELS, self.models)
        return f"{models}.{self.names.models[key]}"

    def argument(self, type_: TypeRef) -> str:
        """Spell what a caller may give."""
        return self._speller(arguments=True).spell(type_)

    def body(self, type_: TypeRef) -> str:
        """Spell what a caller may give as a body: a model, or a mapping with wire names, or a list
        of these.
        """
        if not self.is_mapping(type_):
            items = self._items(type_)
            if items is None:
                return self.argument(type_)
            return f"{self.imports.add('collections.abc', 'Sequence')}[{self.body(items)}]"
        spelled = f"{self.argument(without_null(type_) or type_)} | {self.mapping()}"
        return spelled if isinstance(type_, Named) else f"{spelled} | None"

    def _items(self, type_: TypeRef) -> TypeRef | None:
        """Return the items of a list of models, however it is called; None for anything else."""
        while isinstance(type_, Named) and type_.key in self.names.aliases:
            type_ = self.names.aliases[type_.key]
        if not isinstance(type_, ListOf):
            return None
        holds = self.is_mapping(type_.item) or self._items(type_.item) is not None
        return type_.item if holds else None

    def is_mapping(self, type_: TypeRef) -> bool:
        """Tell whether a mapping with wire names may stand for a value of a model."""
        alone = without_null(type_)
        return isinstance(alone, Named) and alone.key in self.names.objects

    def may_be_object(self, type_: TypeRef) -> bool:
        """Tell whether a value may be a model or a mapping."""
        return any(map(self._is_object, self._forms(type_, set())))

    def may_have_objects(self, type_: TypeRef) -> bool:
        """Tell whether a value may be a list with a model or a mapping in it, however deep."""
        seen: set[str] = set()
        waiting = list(self._forms(type_, seen))
        while waiting:
            items = [one for item in _items_of(waiting.pop()) for one in self._forms(item, seen)]
            if any(map(self._is_object, items)):
                return True
            waiting += items
        return False

    def _is_object(self, form: TypeRef) -> bool:
        is_model = isinstance(form, Named) and form.key in self.names.objects
        return is_model or isinstance(form, Anything | MapOf)

    def _forms(self, type_: TypeRef, seen: set[str]) -> Iterator[TypeRef]:
        """Yield what a value may be, behind unions and other names."""
        if isinstance(type_, UnionOf):
            for member in type_.members:
                yield from self._forms(member, seen)
        elif isinstance(type_, Named) and type_.key in self.names.aliases:
            if type_.key not in seen:
                seen.add(type_.key)
                yield from self._forms(self.names.aliases[type_.key], seen)
        else:
            yield type_

    def choices(self, type_: TypeRef) -> str:
        """Spell the closed enumeration that a value, or each item of a list, is one of; empty where
        it may be anything else.
        """
        if not self.names.closed_enums:
            return ""
        alone = without_null(type_) or type_
        forms = [one for one in self._forms(alone, set()) if one != NULL]
        if len(forms) == 1 and isinstance(forms[0], ListOf):
            return self.choices(forms[0].item)
        are_listed = all(isinstance(one, LiteralOf) for one in forms)
        return self.argument(alone) if are_listed else ""

    def mapping(self) -> str:
        """Spell a mapping with wire names."""
        mapping = self.imports.add("collections.abc", "Mapping")
        return f"{mapping}[str, {self.imports.add('typing', 'Any')}]"

    def returned(self, type_: TypeRef) -> str:
        """Spell what a caller gets."""
        return self._speller().spell(type_)

    def shown(self, type_: TypeRef) -> str:
        """Spell what a caller gets for prose, with the models' own names."""
        return TypeSpeller(Imports(), self.names.models.__getitem__, self.runtime).spell(type_)

    def encoded(self, type_: TypeRef) -> str:
        """Spell a type with its wire form, for the runtime."""
        return self._speller(encoded=True).spell(type_)

    def one_of(self, name: str, values: Iterable[str]) -> str:
        """Spell a choice of texts, as an alias of the module that is called ``name`` if it can."""
        self.imports.add("typing", "Literal")
        self.imports.add("typing", "TypeAlias")
        spelled = f"Literal[{', '.join(literal(one) for one in values)}]"
        alias = class_name(name)
        while alias in RESOURCE_CLASSES or alias in self.taken:
            alias += "_"
        while self.aliases.setdefault(alias, spelled) != spelled:
            alias += "_"
        return alias

    def of_runtime(self, module: str, name: str) -> str:
        """Import a name of the runtime."""
        return self.imports.add(f"{self.runtime}.{module}", name)

    def listed(self, item: str) -> str:
        """Spell a list of what is spelled already."""
        hidden = "list" in self.methods
        return f"{self.imports.add_module('builtins')}.list[{item}]" if hidden else f"list[{item}]"

    def omit(self) -> str:
        """Import the type and the value of an argument that is left out; return the type."""
        self.of_runtime("data.omission", "omit")
        return self.of_runtime("data.omission", "Omit")

    def _speller(self, *, arguments: bool = False, encoded: bool = False) -> TypeSpeller:
        return TypeSpeller(
            self.imports,
            self.name_of,
            self.runtime,
            arguments=arguments,
            encoded=encoded,
            hidden=self.methods,
        )


def models_beside(names: Iterable[str], operations: Iterable[Operation] = ()) -> str:
    """Choose what a module calls the package of models, so that nothing in it hides that.

    Args:
        names: Attributes of its classes, which hide it in annotations.
        operations: Operations, whose arguments hide it in the functions that make requests.
    """
    hiding = set(names)
    for operation in operations:
        hiding.update(identifier(one.name) for one in operation.parameters)
        if operation.body is not None:
            hiding.update(identifier(part.name) for part in operation.body.parts)
    chosen = _MODELS
    while chosen in hiding:
        chosen += "_"
    return chosen


def _items_of(type_: TypeRef) -> Iterator[TypeRef]:
    """Yield the types of what a list of a type holds; nothing for any other type."""
    if isinstance(type_, ListOf):
        yield type_.item
    elif isinstance(type_, TupleOf):
        yield from type_.items
        if type_.rest is not None:
            yield type_.rest
