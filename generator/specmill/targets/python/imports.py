"""Import block of a generated module."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import field

from specmill.values import dataclass

_NUMBERED = re.compile(r"(\D*)(\d*)")


@dataclass(slots=True)
class Imports:
    """Names to import, gathered while a module's text is made; written in the order that ruff's
    isort wants.
    """

    _names: defaultdict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    _modules: set[str] = field(default_factory=set)

    def add(self, module: str, name: str, alias: str = "") -> str:
        """Import ``name`` from ``module``; return the name to use."""
        self._names[module].add((name, "" if alias == name else alias))
        return alias or name

    def add_module(self, module: str) -> str:
        """Import a whole module; return the name to use."""
        self._modules.add(module)
        return module

    def copy(self) -> Imports:
        """Return the same names, to add others to."""
        names = ((module, set(members)) for module, members in self._names.items())
        return Imports(defaultdict(set, names), set(self._modules))

    def lines(self) -> list[str]:
        """Return the statements, sections apart by an empty line."""
        sections: defaultdict[int, list[str]] = defaultdict(list)
        for module in sorted(self._modules):
            sections[_section(module)].append(f"import {module}")
        for module in sorted(self._names, key=module_order):
            sections[_section(module)].extend(self._statements(module))
        return _separated(sections[number] for number in sorted(sections))

    def _statements(self, module: str) -> Iterator[str]:
        """Yield one statement for the plain names, among those of the renamed ones."""
        plain = sorted((name for name, alias in self._names[module] if not alias), key=member_order)
        renamed = sorted((name, alias) for name, alias in self._names[module] if alias)
        statements = [(name, f"{name} as {alias}") for name, alias in renamed]
        if plain:
            statements.append((plain[0], ", ".join(plain)))
        for _, names in sorted(statements, key=lambda pair: member_order(pair[0])):
            yield f"from {module} import {names}"


def _separated(sections: Iterator[list[str]]) -> list[str]:
    lines: list[str] = []
    for section in sections:
        if lines:
            lines.append("")
        lines.extend(section)
    return lines


def _section(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


def module_order(module: str) -> tuple[int, list[tuple[str, int]]]:
    """Return what sorts modules as isort does."""
    dots = len(module) - len(module.lstrip("."))
    return -dots, _natural(module.lower())


def member_order(name: str) -> tuple[int, list[tuple[str, int]], str]:
    """Return what sorts the names of a module as isort does."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, _natural(name.lower()), name


def _natural(text: str) -> list[tuple[str, int]]:
    """Split text so that numbers in it compare as numbers."""
    pairs = _NUMBERED.findall(text)
    return [(letters, int(digits or 0)) for letters, digits in pairs]
