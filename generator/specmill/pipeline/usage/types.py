"""Types that matter to the search: clients, resources, and what of the code base leads to them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import field

from specmill.pipeline.usage.clients import ClientTree
from specmill.values import dataclass


@dataclass(frozen=True)
class Reached:
    """A client (no path), one of its resources, or something below that is not there."""

    tree: ClientTree
    path: str = ""


@dataclass(frozen=True)
class ClientClass:
    """The class of a client, or a class derived from it."""

    tree: ClientTree


@dataclass(frozen=True)
class Package:
    """A generated package, or a module of it, as imported."""

    tree: ClientTree


@dataclass(eq=False)
class Module:
    """A module of the code base."""

    name: str
    path: str
    code: ast.Module
    names: dict[str, Type] = field(default_factory=dict)


@dataclass(eq=False)
class Class:
    """A class of the code base; its instances have attributes."""

    name: str
    module: Module
    code: ast.ClassDef
    attributes: dict[str, Type] = field(default_factory=dict)
    bases: tuple[Class, ...] = ()
    client: ClientTree | None = None
    """It is derived from this client."""

    def find(self, name: str) -> Type | None:
        """Look an attribute up, also in the classes that this one is derived from."""
        if name in self.attributes:
            return self.attributes[name]
        return next((found for base in self.bases if (found := base.find(name))), None)


@dataclass(frozen=True)
class Instance:
    """An instance of a class of the code base."""

    cls: Class


@dataclass(frozen=True)
class Function:
    """A function of the code base, by what it gives."""

    gives: Type | None
    is_property: bool = False
    is_fixture: bool = False


Type = Reached | ClientClass | Package | Module | Class | Instance | Function


def arguments_of(code: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> Iterator[ast.arg]:
    """Yield the parameters of a function."""
    given = code.args
    yield from (*given.posonlyargs, *given.args, *given.kwonlyargs)


def decorators_of(code: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Return the last names of what decorates a function."""
    found = set()
    for one in code.decorator_list:
        function = one.func if isinstance(one, ast.Call) else one
        if isinstance(function, ast.Attribute):
            found.add(function.attr)
        elif isinstance(function, ast.Name):
            found.add(function.id)
    return found
