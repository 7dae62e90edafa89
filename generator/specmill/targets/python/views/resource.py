"""Flat views of the modules of resources, for the templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from specmill.model.api import Resource
from specmill.targets.python.imports import Imports
from specmill.targets.python.module_types import ModuleTypes, models_beside
from specmill.targets.python.names import PythonNames, resource_class
from specmill.targets.python.own_code import MODULE
from specmill.targets.python.spelling import docstring, first_paragraph, paragraphs
from specmill.targets.python.views.operation import OperationView, operation_view
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class ChildView:
    """A resource below a resource or a client."""

    attribute: str
    cls: str
    """Name of its class in this module."""
    reference: str
    """Where the runtime finds the class: ``.resources.jobs:Jobs``."""
    async_reference: str
    former: tuple[str, ...]
    """Attributes that held it before, which are deprecated."""

    @property
    def classes(self) -> tuple[str, str]:
        """Names that this module imports it by: the class and its async twin."""
        return self.cls, f"Async{self.cls}"


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A module with one resource."""

    module: str
    module_doc: str
    cls: str
    doc: str
    async_doc: str
    imports: tuple[str, ...]
    type_imports: tuple[str, ...]
    """Imports for annotations alone: at run time they would load other services."""
    children: tuple[ChildView, ...]
    operations: tuple[OperationView, ...]
    aliases: Mapping[str, str]
    """Names for types of arguments, and what they stand for."""


def resource_view(names: PythonNames, resource: Resource, runtime: str) -> ResourceView:
    """Return the view of the module of one resource.

    Args:
        names: The API's Python names.
        resource: The resource.
        runtime: Module path of the runtime as a module of resources imports it.
    """
    imports, type_imports = Imports(), Imports()
    cls = resource_class(resource.path)
    own = {cls, f"Async{cls}"}
    methods = frozenset(names.methods[operation.pointer] for operation in resource.operations)
    attributes = {names.children[child.path] for child in resource.children}
    models = models_beside(methods | attributes, resource.operations)
    types = ModuleTypes(names, imports, runtime, "..", own, methods, models)
    types.of_runtime("client.resources", "AsyncResource")
    types.of_runtime("client.resources", "Resource")
    children = tuple(child_views(names, resource, types, type_imports, "."))
    types = replace(types, taken=own.union(*(child.classes for child in children)))
    dotted = ".".join(names.attributes(resource.path))
    about = paragraphs(resource.docs, cls, indent=4) or f"Operations on `{dotted}`."
    if about.endswith('"'):
        about += "."  # formatters differ over a quote before the closing ones
    operations = tuple(operation_view(operation, types) for operation in resource.operations)
    return ResourceView(
        module=names.resources[resource.path],
        module_doc=docstring(f"The resource `{dotted}`."),
        cls=cls,
        doc=docstring(about),
        async_doc=docstring(
            first_paragraph(about, indent=4, then=f"Async; documented at :class:`{cls}`.")
        ),
        imports=tuple(imports.lines()),
        type_imports=tuple(type_imports.lines()),
        children=children,
        operations=operations,
        aliases=types.aliases,
    )


def child_views(
    names: PythonNames,
    resource: Resource,
    types: ModuleTypes,
    type_imports: Imports,
    package: str,
) -> Iterator[ChildView]:
    """Yield the resources right below one, and import their classes for annotations."""
    used = set(types.taken)
    above = "." if package == "." else ""  # what takes a module of resources to the package
    for child in resource.children:
        target = resource_class(child.path)
        cls = _unused(target, used)
        used.update((cls, f"Async{cls}"))
        module = names.resources[child.path]
        homes = [_home(names, f"{start}{target}", module) for start in ("", "Async")]
        for start, home in zip(("", "Async"), homes, strict=True):
            place = f"{above}{home}" if home == MODULE else f"{package}{module}"
            type_imports.add(place, f"{start}{target}", f"{start}{cls}")
        types.of_runtime("client.resources", "Lazy")
        types.imports.add("typing", "TYPE_CHECKING")
        former = names.former_children.get(child.path, ())
        if former:
            types.imports.add_module("typing_extensions")
        yield ChildView(
            names.children[child.path],
            cls,
            f"{homes[0]}:{target}",
            f"{homes[1]}:Async{target}",
            former,
        )


def _home(names: PythonNames, cls: str, module: str) -> str:
    """Return the module of a resource's class, from the package's own folder."""
    return MODULE if cls in names.own else f".resources.{module}"


def _unused(name: str, used: Iterable[str]) -> str:
    while name in used or f"Async{name}" in used:
        name = f"{name}Resource"
    return name
