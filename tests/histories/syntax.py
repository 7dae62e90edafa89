"""What a generated package offers, read from its syntax trees alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from histories.annotations import possible


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a program can name: a type, and whether it must be given."""

    type: frozenset[str]
    """What a value may be; aliases that both packages have are names."""
    whole: frozenset[str] = frozenset()
    """The same, all aliases followed."""
    required: bool = False
    """An argument or a field without a default."""
    positional: bool = False


@dataclass(frozen=True, slots=True)
class Aliases:
    """The aliases of a package."""

    known: dict[str, ast.expr]
    shared: frozenset[str]
    """Names that the other package has, too."""

    def thing(
        self,
        node: ast.expr,
        *,
        own: str = "",
        required: bool = False,
        positional: bool = False,
    ) -> Thing:
        """Return what an annotation says, of the alias ``own`` if it is that of one."""
        names = frozenset((own,)) if own else frozenset()
        return Thing(
            frozenset(possible(node, self.known, names | self.shared)),
            frozenset(possible(node, self.known, names)),
            required,
            positional,
        )

    def with_those_of(self, module: ast.Module) -> Aliases:
        """Return these, and those that a module defines."""
        return Aliases(self.known | dict(_aliases(module)), self.shared)


@dataclass(slots=True)
class Facts:
    """A package: what a program may write, and what that is."""

    models: frozenset[str] = frozenset()
    """What the package exports as models; its top may export another thing of the same name."""
    things: dict[str, Thing] = field(default_factory=dict)
    """``trees.get``, ``trees.get(depth)``, ``Tree``, ``Tree.height``, ``Client(port)``."""
    order: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Methods with the arguments that are given by place."""
    classes: dict[str, str] = field(default_factory=dict)
    """Classes of resources, with their modules, to how a caller writes them."""
    tags: dict[str, str] = field(default_factory=dict)
    """Aliases and fields with what tells the members of their unions apart."""
    old_names: dict[str, str] = field(default_factory=dict)
    """Deprecated names of models to those that they have."""


def facts_of(package: Path, other: Path) -> Facts:
    """Read a package.

    Args:
        package: The package.
        other: What it is compared with: an alias that this has, too, stays a name, since it is
            compared by itself.
    """
    facts = Facts(models=frozenset(_exports(package / "models/__init__.py")))
    modules = [ast.parse(one.read_text()) for one in sorted((package / "models").glob("*.py"))]
    shared = frozenset(_exports(other / "models/__init__.py"))
    known = {name: value for module in modules for name, value in _aliases(module)}
    aliases = Aliases(known, shared)
    for name in (*_exports(package / "__init__.py"), *_exports(package / "models/__init__.py")):
        facts.things[name] = Thing(frozenset())
    for module in modules:
        _read_models(module, aliases, facts)
    _read_old_names(modules, facts)
    client = ast.parse((package / "_client.py").read_text())
    aliases = aliases.with_those_of(client)
    first = next(one for one in client.body if isinstance(one, ast.ClassDef))
    _read_class(first, "", package, aliases, facts)
    options = package / "_options.py"
    if options.exists():
        _read_options(ast.parse(options.read_text()), aliases, facts)
    return facts


def _exports(module: Path) -> Iterator[str]:
    for node in ast.parse(module.read_text()).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets) == "__all__":
            yield from ast.literal_eval(node.value)


def _aliases(module: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(module):
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
            assert isinstance(node.target, ast.Name)
            assert node.value is not None
            yield node.target.id, node.value


def _read_models(module: ast.Module, aliases: Aliases, facts: Facts) -> None:
    for name, value in _aliases(module):
        facts.things[name] = aliases.thing(value, own=name)
        facts.tags[name] = _tag(value)
    for cls in module.body:
        if isinstance(cls, ast.ClassDef):
            facts.things[cls.name] = Thing(frozenset(("class",)))
            _read_fields(cls, aliases, facts)


def _read_old_names(modules: list[ast.Module], facts: Facts) -> None:
    """Take deprecated names of models for the models that they lead to."""
    for module in modules:
        for block in (one for one in module.body if isinstance(one, ast.If)):
            for old, value in _aliases(ast.Module(block.body, [])):
                new = ast.unparse(value)
                facts.models |= {old}
                facts.old_names[old] = new
                facts.things[old] = facts.things[new]
                fields = [name for name in facts.things if name.startswith(f"{new}.")]
                facts.things |= {
                    f"{old}{name.removeprefix(new)}": facts.things[name] for name in fields
                }


def _read_fields(cls: ast.ClassDef, aliases: Aliases, facts: Facts) -> None:
    for node in cls.body:
        if isinstance(node, ast.AnnAssign):
            name = f"{cls.name}.{ast.unparse(node.target)}"
            facts.things[name] = aliases.thing(node.annotation, required=node.value is None)
            facts.tags[name] = _tag(node.annotation)


def _read_options(module: ast.Module, aliases: Aliases, facts: Facts) -> None:
    for cls in module.body:
        if isinstance(cls, ast.ClassDef):
            for node in cls.body:
                if isinstance(node, ast.AnnAssign):
                    name = f"RequestOptions({ast.unparse(node.target)})"
                    facts.things[name] = aliases.thing(node.annotation)


def _tag(node: ast.expr) -> str:
    """Return the text of what tells the members of a union apart."""
    calls = [one for one in ast.walk(node) if isinstance(one, ast.Call)]
    found = [one for one in calls if ast.unparse(one.func).endswith("Tagged")]
    return " ".join(sorted(ast.unparse(one) for one in found))


def _read_class(
    cls: ast.ClassDef, dotted: str, package: Path, aliases: Aliases, facts: Facts
) -> None:
    """Read the methods of a client or a resource, and those of the resources below."""
    for node in cls.body:
        match node:
            case ast.FunctionDef(name=old, body=[*_, ast.Return(ast.Attribute(attr=new))]) if any(
                ast.unparse(one) == "property" for one in node.decorator_list
            ):  # the deprecated name of a resource
                _take_over(f"{dotted}{new}", f"{dotted}{old}", facts)
            case ast.FunctionDef(name="__init__"):
                _read_arguments(node, cls.name, aliases, facts)
            case ast.FunctionDef():
                name = f"{dotted}{node.name}"
                assert node.returns is not None
                facts.things[name] = aliases.thing(node.returns)
                _read_arguments(node, name, aliases, facts)
            case ast.AnnAssign(
                target=ast.Name(id=child), value=ast.Call(args=[ast.Constant(value=str(place))])
            ):
                module, _, name = place.rpartition(":")
                file = package / f"{module.lstrip('.').replace('.', '/')}.py"
                tree = ast.parse(file.read_text())
                known = aliases.with_those_of(tree)
                facts.classes[f"{module}.{name}"] = f"{dotted}{child}"
                found = next(
                    one for one in tree.body if isinstance(one, ast.ClassDef) and one.name == name
                )
                _read_class(found, f"{dotted}{child}.", package, known, facts)
            case _:
                pass


def _take_over(new: str, old: str, facts: Facts) -> None:
    """Note what is under a resource under its old name, too."""
    for table in (facts.things, facts.order):
        found = {name: value for name, value in table.items() if name.startswith(f"{new}.")}
        table.update({f"{old}{name.removeprefix(new)}": one for name, one in found.items()})


def _read_arguments(function: ast.FunctionDef, name: str, aliases: Aliases, facts: Facts) -> None:
    given = function.args
    defaults = [None] * (len(given.args) - len(given.defaults)) + list(given.defaults)
    positional = list(zip(given.args, defaults, strict=True))[1:]
    for by_place, arguments in (
        (True, positional),
        (False, list(zip(given.kwonlyargs, given.kw_defaults, strict=True))),
    ):
        for argument, default in arguments:
            assert argument.annotation is not None
            facts.things[f"{name}({argument.arg})"] = aliases.thing(
                argument.annotation, required=default is None, positional=by_place
            )
    facts.order[name] = tuple(argument.arg for argument, _ in positional)
