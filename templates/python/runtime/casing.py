"""Case conventions of wire names, one rule each. The generator reads this file too."""

from __future__ import annotations


def _words(name: str) -> list[str]:
    return [word for word in name.split("_") if word]


def camel_case(name: str) -> str:
    """Spell a snake_case name in lowerCamelCase.

    The words between underscores are joined; each but the first gets an upper-case first letter and
    keeps the rest as it is. A digit has no case: ``x_1`` and ``x1`` are both ``x1``. Underscores at
    the ends vanish: ``class_`` is ``class``. ``ip_v4_address`` is ``ipV4Address``, ``x1_y`` is
    ``x1Y``. Wire names that this rule does not give are spelled out with ``wire_name``.
    """
    first, *rest = _words(name) or [name]
    return first + "".join(word[0].upper() + word[1:] for word in rest)


def pascal_case(name: str) -> str:
    """Spell a snake_case name in UpperCamelCase: :func:`camel_case` with a capital first letter."""
    return "".join(word[0].upper() + word[1:] for word in _words(name)) or name


def kebab_case(name: str) -> str:
    """Spell a snake_case name with hyphens: ``page_size`` is ``page-size``."""
    return "-".join(_words(name)) or name
