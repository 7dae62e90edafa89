"""Flat view of a package whose names load on first use, for the templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specmill.targets.python.imports import Imports, member_order, module_order
from specmill.targets.python.spelling import WIDTH, literal


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


def lazy_names(modules: Mapping[str, str]) -> LazyNamesView:
    """Return the view of some names.

    Args:
        modules: Name to module, relative to the package; a module right below is its own.
    """
    imports = Imports()
    members: defaultdict[str, list[str]] = defaultdict(list)
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
    )


def _exports(groups: Iterable[list[str]]) -> Iterator[str]:
    """Yield the statements; a name that is new changes those of its module alone."""
    start = "__all__ = ["
    for names in groups:
        for line in _lines(names, WIDTH - len("__all__ += []")):
            yield f"{start}{line}]"
            start = "__all__ += ["
    if start == "__all__ = [":
        yield "__all__: list[str] = []"


def _lines(names: Iterable[str], width: int) -> Iterator[str]:
    """Yield literals side by side, as many as fit."""
    line = ""
    for name in names:
        longer = f"{line}, {literal(name)}" if line else literal(name)
        if line and len(longer) > width:
            yield line
            longer = literal(name)
        line = longer
    yield line
