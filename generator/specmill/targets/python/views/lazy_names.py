"""Flat view of a package whose names load on first use, for the templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from specmill.targets.python.imports import Imports, member_order, module_order
from specmill.targets.python.spelling import packed_texts
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class LazyNamesView:
    """The names of a package, by the modules that define them."""

    exports: tuple[str, ...]
    """Lines inside the list ``__all__``; a name that is new changes those of its module alone.

    It is one literal: type checkers read literals alone, and pyright's stack overflows when it
    follows a name through a thousand statements.
    """
    modules: Mapping[str, str]
    """First name of each module to the module, relative to the package; the names that follow it
    are of the same.
    """
    imports: tuple[str, ...]
    """Imports for type checkers, which do not run ``__getattr__``."""
    former: Mapping[str, str]
    """Names that go on working and warn, to those that took their places."""


def lazy_names(
    modules: Mapping[str, str],
    former: Mapping[str, str] | None = None,
    *,
    are_all: bool = False,
) -> LazyNamesView:
    """Return the view of some names.

    Args:
        modules: Name to module, relative to the package; a module right below is its own.
        former: Deprecated names of some of them.
        are_all: Whether these are all public names of their modules. The imports are then
            ``from module import *``, so each name is written once, in ``__all__``.
    """
    imports = Imports()
    members: defaultdict[str, list[str]] = defaultdict(list)
    if former:
        imports.add("typing", "TypeAlias")
    for name, module in modules.items():
        imports.add("." if module == f".{name}" else module, "*" if are_all else name)
        members[module].append(name)
    groups = [
        (module, sorted(members[module], key=member_order))
        for module in sorted(members, key=module_order)
    ]
    return LazyNamesView(
        tuple(line for _, names in groups for line in packed_texts(names)),
        {names[0]: module for module, names in groups},
        tuple(imports.lines()),
        former or {},
    )
