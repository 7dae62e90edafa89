"""Lines of generated modules: the method, the argument, the model or the field they are for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from specmill.pipeline.explaining.things import Explanation, Things
from specmill.targets.python.names import choose_names

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_ARGUMENT = re.compile(r"\s+(\w+): ")
_WORD = re.compile(r"[A-Za-z_]\w*")
_FEW = 3
"""Models that a line of imports may name to be about them."""


def in_module(things: Things, path: str, text: str, line: int) -> list[Explanation]:
    """Explain a line of a module of the Python package."""
    code = ast.parse(text)
    folder, _, module = path.removesuffix(".py").rpartition("/")
    names = choose_names(things.understood.api, client=things.config.client)
    if folder == "models" and module != "__init__":
        return _in_models(things, code, text, line)
    if folder == "resources":
        modules = {name: path for path, name in names.resources.items()}
        if module not in modules:
            return []
        prefix = ".".join(names.attributes(modules[module])) + "."
        return _in_methods(things, code, text, line, prefix)
    if module == "_client":
        return _in_methods(things, code, text, line, "")
    if module == "documented":
        return _in_facade(things, code, line)
    if module == "_options":
        return _in_options(things, code, line)
    return _named(things, text.split("\n")[line - 1])


def _in_models(things: Things, code: ast.Module, text: str, line: int) -> list[Explanation]:
    for node in code.body:
        if not _holds(node, line):
            continue
        if isinstance(node, ast.ClassDef):
            name = _field_at(node, line)
            found = things.attribute(node.name, name) if name else []
            return found or things.find(node.name)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            return things.find(node.target.id)
    return _named(things, text.split("\n")[line - 1])


def _field_at(node: ast.ClassDef, line: int) -> str:
    """Return the field that a line of a class is about: its own, or that of its docstring."""
    name = ""
    for one in node.body:
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            name = one.target.id
        elif isinstance(one, ast.FunctionDef):
            name = one.name
        elif not (isinstance(one, ast.Expr) and name):
            name = ""
        if _holds(one, line):
            return name
    return ""


def _in_methods(
    things: Things, code: ast.Module, text: str, line: int, prefix: str
) -> list[Explanation]:
    for node in code.body:
        if not _holds(node, line):
            continue
        if isinstance(node, ast.ClassDef):
            return _in_class(things, node, text, line, prefix)
        if isinstance(node, _Function):
            for method in _callers(code, node.name):
                return _in_function(things, node, text, line, f"{prefix}{method}")
    return _named(things, text.split("\n")[line - 1])


def _in_class(
    things: Things, node: ast.ClassDef, text: str, line: int, prefix: str
) -> list[Explanation]:
    for one in node.body:
        if isinstance(one, _Function) and _holds(one, line):
            if one.name == "__init__":
                name = _argument_at(one, text, line)
                return things.argument(things.surface.client, name) if name else []
            return _in_function(things, one, text, line, f"{prefix}{one.name}")
        if (
            isinstance(one, ast.AnnAssign)
            and isinstance(one.target, ast.Name)
            and _holds(one, line)
        ):
            prefix = f"{prefix}{one.target.id}."
            break
    methods = [one for one in things.surface.methods if one.name.startswith(prefix)]
    return [things.method(one) for one in methods]


def _in_function(
    things: Things, node: _Function, text: str, line: int, method: str
) -> list[Explanation]:
    name = _argument_at(node, text, line)
    found = things.argument(method, name) if name else []
    return found or things.find(method)


def _argument_at(node: _Function, text: str, line: int) -> str:
    """Return the argument that a line of a function is about; empty for the whole call."""
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    at = [one.arg for one in arguments if one.lineno <= line <= (one.end_lineno or 0)]
    at = [one for one in at if one != "self"]
    if len(at) == 1 and node.lineno != line:
        return at[0]
    known = {one.arg for one in arguments} - {"self", "options"}
    if line in _docstring_lines(node):
        match = _ARGUMENT.match(text.split("\n")[line - 1])
        return match[1] if match and match[1] in known else ""
    used = {
        one.id
        for statement in node.body
        for one in ast.walk(statement)
        if isinstance(one, ast.Name) and one.id in known and one.lineno == line
    }
    return used.pop() if len(used) == 1 else ""


def _docstring_lines(node: _Function) -> range:
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        return range(first.lineno, (first.end_lineno or first.lineno) + 1)
    return range(0)


def _callers(code: ast.Module, function: str) -> Iterator[str]:
    """Yield the methods that make their requests with a function."""
    for node in code.body:
        for one in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(one, _Function) and any(
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Name)
                and call.func.id == function
                for call in ast.walk(one)
            ):
                yield one.name


def _in_facade(things: Things, code: ast.Module, line: int) -> list[Explanation]:
    """Explain a line of a method of a reference page: by what it calls."""
    methods = {one.name: one for one in things.surface.methods}
    for node in (one for top in code.body if isinstance(top, ast.ClassDef) for one in top.body):
        if isinstance(node, _Function) and _holds(node, line):
            called = (ast.unparse(one) for one in ast.walk(node) if isinstance(one, ast.Attribute))
            ends = (name.partition("client.")[2] for name in called)
            return [things.method(methods[name]) for name in dict.fromkeys(ends) if name in methods]
    return []


def _in_options(things: Things, code: ast.Module, line: int) -> list[Explanation]:
    for node in code.body:
        if isinstance(node, ast.ClassDef) and _holds(node, line):
            name = _field_at(node, line)
            return things.argument("RequestOptions", name) if name else []
    return []


def _named(things: Things, line: str) -> list[Explanation]:
    """Explain the few models that a line names."""
    words = [word for word in dict.fromkeys(_WORD.findall(line)) if word in things.surface.models]
    return (
        [things.model(things.surface.models[word]) for word in words] if len(words) <= _FEW else []
    )


def _holds(node: ast.stmt, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or node.lineno)
