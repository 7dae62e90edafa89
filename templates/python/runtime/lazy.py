"""Lazy imports, which happen when a name is first used (PEP 562)."""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = bool(0)  # type checkers and jedi take it for true; typing itself is slow to import
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any


def load_reference(package: str, reference: str) -> Any:
    """Import ``"module:name"``; a module with a leading dot is relative to ``package``."""
    module, _, name = reference.partition(":")
    return getattr(import_module(module, package), name)


def _renamed(package: str, name: str, new: str) -> str:
    import warnings

    text = f"{package}.{name} is called {new} now"
    warnings.warn(text, DeprecationWarning, stacklevel=3)
    return new


def attach(
    package: str,
    public: Sequence[str],
    modules: Mapping[str, str],
    former: Mapping[str, str] | None = None,
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Make the ``__getattr__`` and ``__dir__`` of a package whose names load on first use.

    The public names stand by the modules that define them: ``modules`` maps the first name of each
    to the module, relative to ``package``; a module right below is its own. A name that was loaded
    becomes a plain attribute of the package, so the second use costs nothing. Names that some of
    them had before are ``former``; they give the same, and warn each time.
    """
    homes: dict[str, str] = {}
    home = ""
    for name in public:
        home = homes[name] = modules.get(name, home)

    def load(name: str) -> Any:
        module = homes.get(name)
        if module is None and former and name in former:
            return load(_renamed(package, name, former[name]))
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        is_module = module == f".{name}"
        value = (
            import_module(module, package)
            if is_module
            else load_reference(package, f"{module}:{name}")
        )
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *homes})

    return load, names
