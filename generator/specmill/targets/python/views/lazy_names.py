"""Flat view of a package whose names load on first use, for the templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from specmill.targets.python.imports import Imports, member_order, module_order
from specmill.targets.python.spelling import WIDTH, literal
from specmill.values import dataclass

_FIRST = "__all__: list[str] = ["
"""With its type: type checkers would infer it through all statements that follow."""
_MORE = "__all__ += ["


@dataclass(frozen=True, slots=True)
class LazyNamesView:
    """The names of a package, by the modules that define them."""

    exports: tuple[str, ...]
    """Statements that make ``__all__``: type checkers read literals alone, and what fits on a line
    is easier to look through than a line for each.
    """
    modules: Mapping[str, str]
    """First name of each module to the module, relative to the package; the names that follow it
    are of the same.
    """
    imports: tuple[str, ...]
    """What a type checker reads instead."""
    former: Mapping[str, str]
    """Names that go on working and warn, to those that took their places."""


def lazy_names(
    modules: Mapping[str, str], former: Mapping[str, str] | None = None
) -> LazyNamesView:
    """Return the view of some names.

    Args:
        modules: Name to module, relative to the package; a module right below is its own.
        former: Deprecated names of some of them.
    """
    imports = Imports()
    members: defaultdict[str, list[str]] = defaultdict(list)
    if former:
        imports.add("typing", "TypeAlias")
    for name, module in modules.items():
        imports.add("." if module == f".{name}" else module, name)
        members[module].append(name)
    groups = [
        (module, sorted(members[module], key=member_order))
        for module in sorted(members, key=module_order)
    ]
    return LazyNamesView(
        tuple(_exports(names for _, names in groups)),
        {names[0]: module for module, names in groups},
        tuple(imports.lines()),
        former or {},
    )


def _exports(groups: Iterable[list[str]]) -> Iterator[str]:
    """Yield the statements; a name that is new changes those of its module alone."""
    statement = _FIRST
    for names in groups:
        line = ""
        for name in names:
            longer = f"{line}, {literal(name)}" if line else literal(name)
            if line and len(statement) + len(longer) >= WIDTH:
                yield f"{statement}{line}]"
                statement, longer = _MORE, literal(name)
            line = longer
        yield f"{statement}{line}]"
        statement = _MORE
    if statement == _FIRST:
        yield f"{_FIRST}]"
