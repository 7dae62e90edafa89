"""Search of a code base for what it calls of generated clients."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from specmill.pipeline.usage.clients import ClientTree
from specmill.pipeline.usage.expressions import Typist
from specmill.pipeline.usage.types import (
    Class,
    ClientClass,
    Function,
    Instance,
    Module,
    Package,
    Reached,
    Type,
    arguments_of,
    decorators_of,
)
from specmill.values import dataclass

_ROUNDS = 4
"""How often the types of a code base are looked at: each round knows what the last one found."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Use:
    """An attribute of a client or a resource, where code takes it."""

    package: str
    name: str
    """As a caller writes it behind the client: ``jobs.get``."""
    file: str
    line: int


def uses(files: Mapping[str, ast.Module], trees: Sequence[ClientTree]) -> set[Use]:
    """Return what modules take of clients and resources.

    Types follow assignments, annotations, attributes of objects, what functions give, context
    managers and imports between the modules.

    Args:
        files: Path to syntax tree.
        trees: The packages.
    """
    modules = [Module(_dotted(path), path, code) for path, code in files.items()]
    search = _Search(modules, trees)
    for _ in range(_ROUNDS):
        for module in modules:
            search.read(module)
    return search.found


def _dotted(path: str) -> str:
    parts = path.removesuffix(".py").split("/")
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@dataclass()
class _Search:
    modules: list[Module]
    trees: Sequence[ClientTree]
    found: set[Use] = field(default_factory=set)
    fixtures: dict[str, Type] = field(default_factory=dict)
    """What fixtures of pytest give, by their names."""
    classes: dict[int, Class] = field(default_factory=dict)

    def read(self, module: Module) -> None:
        """Go through a module once."""
        self._block(module.code.body, _Scope(module, module.names))

    def _block(self, body: Iterable[ast.stmt], scope: _Scope) -> None:
        for statement in body:
            self._statement(statement, scope)

    def _statement(self, node: ast.stmt, scope: _Scope) -> None:
        match node:
            case ast.Import() | ast.ImportFrom():
                scope.names.update(self._imported(node, scope.module))
            case ast.ClassDef():
                scope.names[node.name] = self._class(node, scope)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._define(node, scope)
            case _:
                self._simple(node, scope)

    def _simple(self, node: ast.stmt, scope: _Scope) -> None:
        typist = self._typist(scope)
        for value in _expressions(node):
            self._visit(value, scope, typist)
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._bind(target, typist.of(value), scope)
            case ast.AnnAssign(target=target):
                type_ = typist.annotated(node.annotation) or typist.of(node.value)
                self._bind(target, type_, scope)
            case ast.With(items=items) | ast.AsyncWith(items=items):
                for item in items:
                    self._bind(item.optional_vars, typist.of(item.context_expr), scope)
            case ast.Return(value=given) | ast.Expr(value=ast.Yield(value=given)):
                scope.gives = scope.gives or typist.of(given)
            case _:
                pass
        for block in _blocks(node):
            self._block(block, scope)

    def _visit(self, node: ast.AST, scope: _Scope, typist: Typist) -> None:
        """Look at all that an expression takes of clients."""
        for one in ast.walk(node):
            if isinstance(one, ast.NamedExpr):
                self._bind(one.target, typist.of(one.value), scope)
        for one in ast.walk(node):
            if isinstance(one, ast.Attribute):
                typist.of(one)
            elif isinstance(one, ast.Lambda):
                inner = scope.inner({arg.arg: None for arg in arguments_of(one)})
                self._visit(one.body, inner, self._typist(inner))

    def _bind(self, target: ast.expr | None, type_: Type | None, scope: _Scope) -> None:
        if isinstance(target, ast.Name):
            if type_ is not None:
                scope.names[target.id] = type_
            else:
                scope.names.pop(target.id, None)
        elif isinstance(target, ast.Attribute) and type_ is not None:
            base = self._typist(scope).of(target.value)
            if isinstance(base, Instance):
                base.cls.attributes[target.attr] = type_

    def _class(self, node: ast.ClassDef, scope: _Scope) -> Class:
        cls = self.classes.setdefault(id(node), Class(node.name, scope.module, node))
        typist = self._typist(scope)
        bases = [typist.of(base) for base in node.bases]
        cls.bases = tuple(base for base in bases if isinstance(base, Class))
        trees = [base.tree for base in bases if isinstance(base, ClientClass)]
        trees += [base.client for base in cls.bases if base.client is not None]
        cls.client = trees[0] if trees else None
        self._block(node.body, _Scope(scope.module, cls.attributes, scope, cls))
        return cls

    def _define(self, node: ast.FunctionDef | ast.AsyncFunctionDef, scope: _Scope) -> None:
        outer = self._typist(scope)
        decorators = decorators_of(node)
        names: dict[str, Type | None] = {}
        for argument in arguments_of(node):
            known = outer.annotated(argument.annotation)
            if known is None and argument.annotation is None:
                known = self.fixtures.get(argument.arg)
            names[argument.arg] = known
        first = next(arguments_of(node), None)
        if scope.cls is not None and first is not None and "staticmethod" not in decorators:
            names[first.arg] = scope.cls if "classmethod" in decorators else Instance(scope.cls)
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self._visit(default, scope, outer)
        inner = scope.inner(names)
        self._block(node.body, inner)
        gives = outer.annotated(node.returns) or inner.gives
        is_property = bool(decorators & {"property", "cached_property"})
        is_fixture = "fixture" in decorators
        if is_fixture and gives is not None:
            self.fixtures[node.name] = gives
        scope.names[node.name] = Function(gives, is_property, is_fixture)

    def _typist(self, scope: _Scope) -> Typist:
        def reached(base: Reached, node: ast.Attribute) -> None:
            path = f"{base.path}.{node.attr}" if base.path else node.attr
            if path not in base.tree.resources:
                self.found.add(Use(base.tree.package, path, scope.module.path, node.lineno))

        return Typist(scope.visible(), reached)

    def _imported(self, node: ast.Import | ast.ImportFrom, module: Module) -> dict[str, Type]:
        found: dict[str, Type] = {}
        if isinstance(node, ast.Import):
            for one in node.names:
                whole = one.name if one.asname else one.name.partition(".")[0]
                type_ = self._module(whole, module, 0)
                if type_ is not None:
                    found[one.asname or whole] = type_
            return found
        source = self._module(node.module or "", module, node.level)
        for one in node.names:
            type_ = self._member(source, one.name)
            if type_ is None:
                dotted = f"{node.module}.{one.name}" if node.module else one.name
                type_ = self._module(dotted, module, node.level)
            if type_ is not None:
                found[one.asname or one.name] = type_
        return found

    def _member(self, source: Type | None, name: str) -> Type | None:
        if isinstance(source, Module):
            return source.names.get(name)
        if isinstance(source, Package) and name in source.tree.clients:
            return ClientClass(source.tree)
        if isinstance(source, Package) and name in source.tree.classes:
            return Reached(source.tree, source.tree.classes[name])
        return None

    def _module(self, name: str, by: Module, level: int) -> Type | None:
        """Find what an import names: a generated package, or a module of the code base."""
        parts = name.split(".") if name else []
        for tree in self.trees:
            if tree.package in parts:
                return Package(tree)
        if level:
            above = by.name.split(".")
            is_face = by.path.endswith("__init__.py")
            above = above[: len(above) - level + is_face]
            name = ".".join([*above, *parts])
        ends = [one for one in self.modules if one.name == name or one.name.endswith(f".{name}")]
        return min(ends, key=lambda one: len(one.name), default=None) if name else None


@dataclass()
class _Scope:
    """Names of a module, a class or a function."""

    module: Module
    names: dict[str, Type]
    outer: _Scope | None = None
    cls: Class | None = None
    gives: Type | None = None
    hidden: frozenset[str] = frozenset()
    """Parameters of no type that matters, which hide names outside."""

    def inner(self, names: Mapping[str, Type | None]) -> _Scope:
        """Return the scope of a function in this one."""
        known = {name: type_ for name, type_ in names.items() if type_ is not None}
        outer = self.outer if self.cls is not None else self  # a class hides nothing from these
        return _Scope(self.module, known, outer, None, None, frozenset(names) - known.keys())

    def visible(self) -> Mapping[str, Type]:
        """Return all names that an expression here can use."""
        found: dict[str, Type] = dict(self.outer.visible()) if self.outer is not None else {}
        for name in self.hidden:
            found.pop(name, None)
        found.update(self.names)
        return found


def _expressions(node: ast.stmt) -> Iterator[ast.expr]:
    """Yield the expressions of a statement, but not of the statements in it."""
    for _, value in ast.iter_fields(node):
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.expr):
                yield one
            elif isinstance(one, ast.withitem):
                yield one.context_expr
            elif isinstance(one, ast.match_case) and one.guard is not None:
                yield one.guard


def _blocks(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    """Yield the statements in a statement."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, list):
            yield block
    for handler in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
        yield handler.body
