"""The types of one module of resources: spelled for callers or for the wire, and imported."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from specmill.model.types import Named, TypeRef
from specmill.targets.python.imports import Imports
from specmill.targets.python.names import PythonNames
from specmill.targets.python.reserved import RESOURCE_CLASSES
from specmill.targets.python.types import TypeSpeller


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

    def name_of(self, key: str) -> str:
        """Import a model; return its name, or another where the module uses that name."""
        name, module = self.names.models[key], self.names.modules[key]
        alias = ""
        if name in RESOURCE_CLASSES or name in self.taken:
            alias = f"{name}Model"
            while alias in RESOURCE_CLASSES or alias in self.taken or alias in self._models():
                alias += "_"
        return self.imports.add(f"{self.package}models.{module}", name, alias)

    def argument(self, type_: TypeRef) -> str:
        """Spell what a caller may give."""
        return self._speller(arguments=True).spell(type_)

    def body(self, type_: TypeRef) -> str:
        """Spell what a caller may give as a body: a model, or a mapping with wire names."""
        spelled = self.argument(type_)
        if not isinstance(type_, Named) or type_.key not in self.names.objects:
            return spelled
        mapping = self.imports.add("collections.abc", "Mapping")
        return f"{spelled} | {mapping}[str, {self.imports.add('typing', 'Any')}]"

    def returned(self, type_: TypeRef) -> str:
        """Spell what a caller gets."""
        return self._speller().spell(type_)

    def encoded(self, type_: TypeRef) -> str:
        """Spell a type with its wire form, for the runtime."""
        return self._speller(encoded=True).spell(type_)

    def of_runtime(self, module: str, name: str) -> str:
        """Import a name of the runtime."""
        return self.imports.add(f"{self.runtime}.{module}", name)

    def listed(self, item: str) -> str:
        """Spell a list of what is spelled already."""
        hidden = "list" in self.methods
        return f"{self.imports.add_module('builtins')}.list[{item}]" if hidden else f"list[{item}]"

    def omit(self) -> str:
        """Import the type and the value of an argument that is left out; return the type."""
        self.of_runtime("omission", "omit")
        return self.of_runtime("omission", "Omit")

    def _models(self) -> Collection[str]:
        return self.names.models.values()

    def _speller(self, *, arguments: bool = False, encoded: bool = False) -> TypeSpeller:
        return TypeSpeller(
            self.imports,
            self.name_of,
            self.runtime,
            arguments=arguments,
            encoded=encoded,
            hidden=self.methods,
        )
