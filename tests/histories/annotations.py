"""Annotations of generated code as sets of what a value may be, aliases followed."""

from __future__ import annotations

import ast
from collections.abc import Mapping

_WIRE_FORMS = {
    "Int64": "int",
    "NumberString": "float",
    "Base64": "bytes",
    "Base64Url": "bytes",
    "Base64Text": "bytes",
    "IsoDuration": "timedelta",
    "SecondsDuration": "timedelta",
}
"""Names of the runtime to the Python type that they stand for."""
_LEFT_OUT = {"Omit"}


def possible(node: ast.expr, aliases: Mapping[str, ast.expr], seen: frozenset[str]) -> set[str]:
    """Return what a value of an annotation may be, each as a text that two packages share."""
    found = _possible(node, aliases, seen)
    if "Any" in found:
        return {"Any"}
    return {one for one in found if not (one.startswith("=") and one.split(":")[0][1:] in found)}


def _possible(node: ast.expr, aliases: Mapping[str, ast.expr], seen: frozenset[str]) -> set[str]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return possible(left, aliases, seen) | possible(right, aliases, seen)
        case ast.Constant(value=str(text)):
            return possible(ast.parse(text, mode="eval").body, aliases, seen)
        case ast.Constant(value=None):
            return {"None"}
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return _named(name, aliases, seen)
        case ast.Subscript(value=base, slice=inner):
            return _subscript(ast.unparse(base).rpartition(".")[2], inner, aliases, seen)
        case ast.Starred(value=inner):
            return {f"*{_text(inner, aliases, seen)}"}
        case _:
            return {ast.unparse(node)}


def _named(name: str, aliases: Mapping[str, ast.expr], seen: frozenset[str]) -> set[str]:
    if name in _LEFT_OUT:
        return set()
    if name in aliases and name not in seen:
        return possible(aliases[name], aliases, seen | {name})
    return {_WIRE_FORMS.get(name, name)}


def _subscript(
    base: str, inner: ast.expr, aliases: Mapping[str, ast.expr], seen: frozenset[str]
) -> set[str]:
    members = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if base == "Annotated":
        return possible(members[0], aliases, seen)
    if base == "Literal":
        values = [ast.literal_eval(one) for one in members]
        return {f"={type(value).__name__}:{value!r}" for value in values}
    told = ", ".join(_text(one, aliases, seen) for one in members)
    return {f"{base}[{told}]"}


def _text(node: ast.expr, aliases: Mapping[str, ast.expr], seen: frozenset[str]) -> str:
    return " | ".join(sorted(possible(node, aliases, seen)))
