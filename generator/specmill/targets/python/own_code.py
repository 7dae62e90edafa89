"""Names that a package's ``_custom`` offers: the package exports them, in place of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from specmill.diagnostics import Location, SpecmillError, fail

MODULE = "._custom"
"""From the package's own folder."""
_FACE = "__init__.py"


def own_names(own_code: Mapping[str, str]) -> frozenset[str]:
    """Return the public names of ``_custom/__init__.py``.

    These are what its ``__all__`` lists; without one its classes, its functions, its constants and
    what it imports ``as`` the same name.

    Args:
        own_code: Path below ``_custom`` to text.

    Raises:
        SpecmillError: It is no Python, or ``__all__`` is not a list of texts.
    """
    text = own_code.get(_FACE, "")
    try:
        code = ast.parse(text)
    except SyntaxError as error:
        raise _wrong(f"not Python: {error.msg}", error.lineno or 1, error.offset or 1) from error
    listed: list[str] | None = None
    for statement in code.body:
        for target, value in _assigned(statement):
            if target == "__all__":
                listed = [*(listed or []), *_texts(value)]
    if listed is not None:
        return frozenset(listed)
    return frozenset(name for one in code.body for name in _defined(one) if name[0] != "_")


def _defined(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        yield statement.name
    elif isinstance(statement, ast.ImportFrom):
        yield from (one.name for one in statement.names if one.asname == one.name)
    else:
        yield from (name for name, _ in _assigned(statement))


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that a statement gives a value to."""
    if isinstance(statement, ast.Assign):
        for target in statement.targets:
            if isinstance(target, ast.Name):
                yield target.id, statement.value
    elif (
        isinstance(statement, ast.AnnAssign | ast.AugAssign)
        and isinstance(statement.target, ast.Name)
        and statement.value is not None
    ):
        yield statement.target.id, statement.value


def _texts(value: ast.expr) -> list[str]:
    items = value.elts if isinstance(value, ast.List | ast.Tuple) else [value]
    texts = [one.value for one in items if isinstance(one, ast.Constant)]
    if len(texts) != len(items) or not all(isinstance(one, str) for one in texts):
        raise _wrong("__all__ must be a list of texts", value.lineno, value.col_offset + 1)
    return [str(one) for one in texts]


def _wrong(what: str, line: int, column: int) -> SpecmillError:
    hint = "it says what the package offers of your own code"
    return fail(what, location=Location(f"_custom/{_FACE}", line, column), hint=hint)
