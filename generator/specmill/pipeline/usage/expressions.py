"""Types of expressions, as far as clients and what leads to them are concerned."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from specmill.pipeline.usage.types import (
    Class,
    ClientClass,
    Function,
    Instance,
    Module,
    Package,
    Reached,
    Type,
)
from specmill.values import dataclass

_SAME = frozenset(
    {"with_options", "__enter__", "__aenter__", "enter_context", "enter_async_context"}
)
"""Methods of a client that give the client, or what they are given."""
_WRAPPERS = frozenset(
    {
        "Optional",
        "Annotated",
        "Iterator",
        "Generator",
        "AsyncIterator",
        "AsyncGenerator",
        "Awaitable",
        "Final",
        "ClassVar",
    }
)


@dataclass()
class Typist:
    """Gives expressions of one scope their types."""

    names: Mapping[str, Type]
    reached: Callable[[Reached, ast.Attribute], None]
    """Called for each attribute that is taken of a client or a resource."""

    def of(self, node: ast.expr | None) -> Type | None:
        """Return the type of an expression; None where it does not matter or is not known."""
        match node:
            case ast.Name():
                return self.names.get(node.id)
            case ast.Attribute():
                return self._attribute(node)
            case ast.Call():
                return self._call(node)
            case ast.Await() | ast.NamedExpr() | ast.Starred():
                return self.of(node.value)
            case ast.IfExp():
                return self.of(node.body) or self.of(node.orelse)
            case ast.BoolOp():
                return next((found for one in node.values if (found := self.of(one))), None)
            case _:
                return None

    def annotated(self, node: ast.expr | None) -> Type | None:
        """Return the type of what an annotation stands at."""
        match node:
            case ast.Constant(value=str() as text):
                try:
                    return self.annotated(ast.parse(text, mode="eval").body)
                except SyntaxError:
                    return None
            case ast.BinOp(op=ast.BitOr()):
                return self.annotated(node.left) or self.annotated(node.right)
            case ast.Subscript():
                return self._subscript(node)
            case ast.Name() | ast.Attribute():
                return _instance(self.of(node))
            case _:
                return None

    def _subscript(self, node: ast.Subscript) -> Type | None:
        outer = node.value.attr if isinstance(node.value, ast.Attribute) else ""
        outer = node.value.id if isinstance(node.value, ast.Name) else outer
        inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if outer == "Annotated":
            inner = inner[:1]
        if outer in _WRAPPERS or outer == "Union":
            return next((found for one in inner if (found := self.annotated(one))), None)
        return None

    def _attribute(self, node: ast.Attribute) -> Type | None:
        match self.of(node.value):
            case Reached() as base:
                return self._below(base, node)
            case Instance(cls=cls):
                found = cls.find(node.attr)
                if found is None and cls.client is not None:
                    return self._below(Reached(cls.client), node)
                is_property = isinstance(found, Function) and found.is_property
                return found.gives if isinstance(found, Function) and is_property else found
            case Class() as cls:
                return cls.find(node.attr)
            case Module() as module:
                return module.names.get(node.attr)
            case Package(tree=tree) as package:
                return ClientClass(tree) if node.attr in tree.clients else package
            case _:
                return None

    def _below(self, base: Reached, node: ast.Attribute) -> Type | None:
        self.reached(base, node)
        path = f"{base.path}.{node.attr}" if base.path else node.attr
        return Reached(base.tree, path) if path in base.tree.resources else None

    def _call(self, node: ast.Call) -> Type | None:
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr in _SAME:
            base = self.of(function.value)
            if isinstance(base, Reached | Instance):
                return base
            return self.of(node.args[0]) if node.args else None
        called = self.of(function)
        if isinstance(called, Function):
            return called.gives
        made = _instance(called)
        if made is None and node.args and isinstance(function, ast.Name | ast.Attribute):
            last = function.id if isinstance(function, ast.Name) else function.attr
            return self.of(node.args[0]) if last in {"closing", "aclosing", "cast"} else None
        return made


def _instance(type_: Type | None) -> Type | None:
    match type_:
        case ClientClass(tree=tree):
            return Reached(tree)
        case Class() as cls:
            return Instance(cls)
        case Reached():
            return type_  # the class of a resource, which stands for the resource
        case _:
            return None
