"""Code on a reference page: usage lines and listings of classes."""

from __future__ import annotations

import ast
import io
import re
import tokenize
import warnings
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from specmill.sources.markdown.blocks import Code
from specmill.values import dataclass

_DEFINITION = re.compile(r"^\s*(?:class|def)\s", re.MULTILINE)
_CLASS = re.compile(r"^\s*class\s", re.MULTILINE)
_PROMPT = re.compile(r"^(?:>>>|\.\.\.)(?: |$)")
_WRAPPERS = {"Annotated", "Final", "InitVar", "NotRequired", "ReadOnly", "Required"}
"""What may stand around the type of an attribute."""


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
    default: str = ""
    """As written; empty where there is none, or none that is plain data."""


@dataclass(frozen=True, slots=True)
class EnumMember:
    """A member of a listed enumeration."""

    value: str | int
    comment: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A class of a listing, or of a table of fields."""

    name: str
    attributes: tuple[Attribute, ...]
    line: int
    bases: tuple[str, ...] = ()
    members: tuple[EnumMember, ...] | None = None
    """Of an enumeration; None for any other class."""


def _parsed(code: Code) -> ast.Module | None:
    """Read a block as Python; None where it is something else."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            return ast.parse(_without_prompts(code.text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _without_prompts(text: str) -> str:
    """Take the prompts of a session off, and blank what the interpreter answered."""
    lines = text.split("\n")
    if not any(line.startswith(">>> ") for line in lines):
        return text
    return "\n".join(_PROMPT.sub("", line) if _PROMPT.match(line) else "" for line in lines)


_Value: TypeAlias = tuple[ast.expr, list[ast.expr], ast.stmt | ast.expr]

# -- usage lines -------------------------------------------------------------------------------


def calls(code: Code, receivers: set[str]) -> list[Call]:
    """Find the calls of the client's methods, and of its constructor, in a block of code."""
    if not any(name in code.text for name in receivers):
        return []
    tree = _parsed(code)
    if tree is None:
        return list(_broken_calls(code, receivers))
    lines = _without_prompts(code.text).split("\n")
    return [
        call
        for value, targets, around in _values(tree.body)
        if (call := _call(value, targets, around, lines, code.line, receivers))
    ]


def _values(body: Iterable[ast.stmt]) -> Iterator[_Value]:
    """Give each value of a statement with what it is assigned to and what the usage line is.

    Definitions are not looked into: they only show how the client is made.
    """
    for node in body:
        if isinstance(node, ast.Assign):
            yield node.value, node.targets[:1], node
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            yield node.value, [node.target], node
        elif isinstance(node, ast.Expr):
            yield node.value, [], node
        elif isinstance(node, ast.For | ast.AsyncFor):
            yield node.iter, [], node.iter
        elif isinstance(node, ast.With | ast.AsyncWith):
            for item in node.items:
                names = [item.optional_vars] if item.optional_vars else []
                yield item.context_expr, names, item.context_expr
        if isinstance(node, ast.For | ast.AsyncFor | ast.With | ast.AsyncWith | ast.If | ast.Try):
            yield from _values(node.body)


def _call(
    value: ast.expr,
    targets: list[ast.expr],
    around: ast.stmt | ast.expr,
    lines: list[str],
    start: int,
    receivers: set[str],
) -> Call | None:
    value = value.value if isinstance(value, ast.Await) else value
    called = _called(value, receivers)
    names = _names(targets) if called is value else ()
    is_constructor = called is None and _makes_client(value, _names(targets), receivers)
    if is_constructor:
        names = _names(targets)
    made = value if is_constructor else called
    if not isinstance(made, ast.Call):
        return None
    function = made.func
    return Call(
        function.attr if isinstance(function, ast.Attribute) else ast.unparse(function),
        _text(around, lines),
        names,
        tuple(ast.unparse(argument) for argument in made.args),
        tuple(keyword.arg or "**" for keyword in made.keywords),
        start + around.lineno - 1,
        is_constructor=is_constructor,
    )


def _text(node: ast.stmt | ast.expr, lines: list[str]) -> str:
    """Give a statement with the comments behind it, or an expression alone."""
    if isinstance(node, ast.stmt):
        return "\n".join(lines[node.lineno - 1 : node.end_lineno]).strip()
    return ast.get_source_segment("\n".join(lines), node) or ast.unparse(node)


def _called(value: ast.expr, receivers: set[str]) -> ast.Call | None:
    """Find the call of a method of the client, also inside another: ``print(client.show())``."""
    found = (
        node
        for node in ast.walk(value)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in receivers
    )
    return next(found, None)


def _makes_client(value: ast.expr, names: tuple[str, ...], receivers: set[str]) -> bool:
    if not isinstance(value, ast.Call) or not set(names) & receivers:
        return False
    function = value.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name[:1].isupper()


def _names(targets: list[ast.expr]) -> tuple[str, ...]:
    if not targets:
        return ()
    target = targets[0]
    items: list[ast.expr] = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
    return tuple(ast.unparse(item) for item in items)


def _broken_calls(code: Code, receivers: set[str]) -> Iterator[Call]:
    if _DEFINITION.search(code.text):
        return
    names = "|".join(re.escape(name) for name in sorted(receivers))
    for number, line in enumerate(code.text.split("\n")):
        found = re.match(rf"\s*(?:([^=]*?)\s*=\s*)?(?:await )?(?:{names})\.(\w+)\s*\(", line)
        if found:
            targets = tuple(part.strip() for part in (found[1] or "").split(",") if part.strip())
            yield Call(found[2], line.strip(), targets, (), (), code.line + number, readable=False)


# -- listings ----------------------------------------------------------------------------------


def listings(code: Code) -> list[Listing] | None:
    """Find the classes that a block of code lists; None when it lists some and is not Python."""
    if not _CLASS.search(code.text):
        return []
    tree = _parsed(code)
    if tree is None:
        return None
    remarks = _Remarks(_without_prompts(code.text))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return [_listing(node, remarks, code.line) for node in classes]


def _listing(node: ast.ClassDef, remarks: _Remarks, start: int) -> Listing:
    bases = tuple(ast.unparse(base).rpartition(".")[2] for base in node.bases)
    line = start + node.lineno - 1
    if any(base.endswith("Enum") for base in bases):
        return Listing(node.name, (), line, members=tuple(_members(node, remarks)))
    return Listing(node.name, tuple(_attributes(node, remarks, start)), line, bases)


def _members(node: ast.ClassDef, remarks: _Remarks) -> Iterator[EnumMember]:
    """Give the members whose values are plain; ``auto()`` says nothing of what travels."""
    for member in node.body:
        if isinstance(member, ast.Assign) and isinstance(member.value, ast.Constant):
            value = member.value.value
            if isinstance(value, str | int):
                yield EnumMember(value, remarks.at(node.body, member))


def _attributes(node: ast.ClassDef, remarks: _Remarks, start: int) -> Iterator[Attribute]:
    for member in node.body:
        if isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name):
            type_ = _type_of(member.annotation)
            if not type_.startswith("ClassVar"):
                yield Attribute(
                    member.target.id,
                    start + member.lineno - 1,
                    type_,
                    remarks.at(node.body, member),
                    default=_plain_default(member.value),
                )
        elif isinstance(member, ast.FunctionDef) and member.name == "__init__":
            yield from _assigned(member, remarks, start)


def _assigned(function: ast.FunctionDef, remarks: _Remarks, start: int) -> Iterator[Attribute]:
    arguments = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    types = {one.arg: _type_of(one.annotation) for one in arguments if one.annotation is not None}
    for statement in function.body:
        targets: list[ast.expr] = []
        declared = ""
        if isinstance(statement, ast.AnnAssign):
            targets.append(statement.target)
            declared = _type_of(statement.annotation)
        elif isinstance(statement, ast.Assign):
            targets.extend(statement.targets)
        value = getattr(statement, "value", None)
        argument = value.id if isinstance(value, ast.Name) else ""
        for target in targets:
            if isinstance(target, ast.Attribute) and ast.unparse(target.value) == "self":
                yield Attribute(
                    target.attr,
                    start + statement.lineno - 1,
                    declared or types.get(argument, ""),
                    remarks.at(function.body, statement),
                    argument,
                )


def _type_of(annotation: ast.expr) -> str:
    """Write a type without what only tells how its attribute is used, and without quotes."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    if isinstance(annotation, ast.Subscript):
        inner = annotation.slice
        first = inner.elts[0] if isinstance(inner, ast.Tuple) and inner.elts else inner
        if ast.unparse(annotation.value).rpartition(".")[2] in _WRAPPERS:
            return _type_of(first)
    return ast.unparse(annotation)


def _plain_default(value: ast.expr | None) -> str:
    if isinstance(value, ast.Constant) and isinstance(value.value, str | int | float):
        return ast.unparse(value)
    return ""


class _Remarks:
    """The comments of a block, and the texts below attributes."""

    def __init__(self, text: str) -> None:
        self._behind: dict[int, str] = {}
        self._above: dict[int, str] = {}
        try:
            for token in tokenize.generate_tokens(io.StringIO(text).readline):
                if token.type == tokenize.COMMENT:
                    alone = not token.line[: token.start[1]].strip()
                    where = self._above if alone else self._behind
                    where[token.start[0]] = token.string.lstrip("#: ").rstrip()
        except (tokenize.TokenError, SyntaxError):
            return  # what was found so far holds

    def at(self, body: list[ast.stmt], member: ast.stmt) -> str:
        """Give what is said behind a statement, in a text below it, or right above it."""
        if behind := self._behind.get(member.end_lineno or member.lineno):
            return behind
        below = body[body.index(member) + 1 :][:1]
        if below and isinstance(below[0], ast.Expr) and isinstance(below[0].value, ast.Constant):
            return str(below[0].value.value).strip()
        lines: list[str] = []
        number = member.lineno - 1
        while number in self._above:
            lines.insert(0, self._above[number])
            number -= 1
        return " ".join(lines)
