"""What the code on a reference page shows: usage lines and listings of classes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from specmill.sources.tables_markdown import Code

_DEFINITION = re.compile(r"^\s*(?:class|def)\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Call:
    """A usage line: ``ret, response = client.list_queue(maxsize=100)``."""

    method: str
    text: str
    targets: tuple[str, ...]
    """What the result is unpacked into."""
    positional: tuple[str, ...]
    keywords: tuple[str, ...]
    line: int
    is_constructor: bool = False
    readable: bool = True
    """Whether it is Python; otherwise only the method's name is known."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a listed class."""

    name: str
    line: int
    type: str = ""
    comment: str = ""
    argument: str = ""
    """Argument of the constructor that it is set from."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A class of a listing, or of a table of fields."""

    name: str
    attributes: tuple[Attribute, ...]
    line: int


def calls(code: Code, receivers: set[str]) -> list[Call]:
    """Find the calls of the client's methods, and of its constructor, in a block of code."""
    if not any(name in code.text for name in receivers):
        return []
    try:
        tree = ast.parse(code.text)
    except (SyntaxError, ValueError):
        return list(_broken_calls(code, receivers))
    lines = code.text.splitlines()
    found = []
    for node in tree.body:
        value = getattr(node, "value", None)
        value = value.value if isinstance(value, ast.Await) else value
        if isinstance(value, ast.Call) and isinstance(node, ast.Assign | ast.Expr):
            call = _call(node, value, lines, code.line, receivers)
            if call:
                found.append(call)
    return found


def _call(
    node: ast.Assign | ast.Expr, value: ast.Call, lines: list[str], start: int, receivers: set[str]
) -> Call | None:
    targets = _targets(node)
    text = "\n".join(lines[node.lineno - 1 : node.end_lineno]).strip()
    function = value.func
    positional = tuple(ast.unparse(argument) for argument in value.args)
    keywords = tuple(keyword.arg or "**" for keyword in value.keywords)
    place = start + node.lineno - 1
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id in receivers
    ):
        return Call(name, text, targets, positional, keywords, place)
    if name[:1].isupper() and set(targets) & receivers:
        return Call(name, text, targets, positional, keywords, place, is_constructor=True)
    return None


def _targets(node: ast.Assign | ast.Expr) -> tuple[str, ...]:
    if isinstance(node, ast.Expr):
        return ()
    target = node.targets[0]
    items: list[ast.expr] = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
    return tuple(ast.unparse(item) for item in items)


def _broken_calls(code: Code, receivers: set[str]) -> Iterator[Call]:
    if _DEFINITION.search(code.text):
        return
    names = "|".join(re.escape(name) for name in sorted(receivers))
    for number, line in enumerate(code.text.splitlines()):
        found = re.match(rf"\s*(?:(.*?)\s*=\s*)?(?:{names})\.(\w+)\s*\(", line)
        if found:
            targets = tuple(part.strip() for part in (found[1] or "").split(",") if part.strip())
            yield Call(found[2], line.strip(), targets, (), (), code.line + number, readable=False)


def listings(code: Code) -> list[Listing] | None:
    """Find the classes that a block of code lists; None when it lists some and is not Python."""
    if not re.search(r"^\s*class\s", code.text, re.MULTILINE):
        return []
    try:
        tree = ast.parse(code.text)
    except (SyntaxError, ValueError):
        return None
    lines = code.text.splitlines()
    return [
        Listing(node.name, tuple(_attributes(node, lines, code.line)), code.line + node.lineno - 1)
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    ]


def _attributes(node: ast.ClassDef, lines: list[str], start: int) -> Iterator[Attribute]:
    for member in node.body:
        if isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name):
            type_ = ast.unparse(member.annotation)
            yield _attribute(member.target.id, member.lineno, lines, start, type_)
        elif isinstance(member, ast.FunctionDef) and member.name == "__init__":
            yield from _assigned(member, lines, start)


def _assigned(function: ast.FunctionDef, lines: list[str], start: int) -> Iterator[Attribute]:
    types = {
        argument.arg: ast.unparse(argument.annotation)
        for argument in function.args.args
        if argument.annotation is not None
    }
    for statement in function.body:
        targets: list[ast.expr] = []
        if isinstance(statement, ast.AnnAssign):
            targets.append(statement.target)
        elif isinstance(statement, ast.Assign):
            targets.extend(statement.targets)
        value = getattr(statement, "value", None)
        argument = value.id if isinstance(value, ast.Name) else ""
        for target in targets:
            if isinstance(target, ast.Attribute) and ast.unparse(target.value) == "self":
                type_ = types.get(argument, "")
                yield _attribute(target.attr, statement.lineno, lines, start, type_, argument)


def _attribute(
    name: str, number: int, lines: list[str], start: int, declared: str = "", argument: str = ""
) -> Attribute:
    return Attribute(name, start + number - 1, declared, _comment(lines, number - 1), argument)


def _comment(lines: list[str], index: int) -> str:
    """Give the comment behind a line, or the lines of comment right above it."""
    _, mark, behind = lines[index].partition("# ")
    if mark:
        return behind.strip()
    above: list[str] = []
    while index > 0 and lines[index - 1].lstrip().startswith("#"):
        index -= 1
        above.insert(0, lines[index].lstrip(" #").strip())
    return " ".join(above)
