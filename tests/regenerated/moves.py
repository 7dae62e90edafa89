"""Lines of an update that only moved: those of a definition that is still there, elsewhere."""

from __future__ import annotations

import ast
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Line = tuple[str, str]
"""The definition that a line is in, and its text."""
_DEFINITIONS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_FORMATS = ("--old-line-format=-%dn\n", "--new-line-format=+%dn\n", "--unchanged-line-format=")


@dataclass(frozen=True, slots=True)
class Difference:
    """What an update changes in the modules of a package, the runtime aside."""

    files: int
    removed: int
    moved: int
    """Of the removed lines, those that the same class, method or alias has in another place."""

    @property
    def share(self) -> float:
        """The part of the removed lines that moved."""
        return self.moved / self.removed if self.removed else 0.0


def difference(old: Path, new: Path) -> Difference:
    """Compare two folders that hold a package."""
    before, after = _lines(old), _lines(new)
    removed: Counter[Line] = Counter()
    added: Counter[Line] = Counter()
    files = 0
    for path in sorted(before.keys() | after.keys()):
        one, other = before.get(path, []), after.get(path, [])
        if one != other:
            files += 1
            _count(one, other, removed, added)
    moved = sum(min(count, added[line]) for line, count in removed.items() if line[0])
    return Difference(files, removed.total(), moved)


def _count(
    one: list[Line], other: list[Line], removed: Counter[Line], added: Counter[Line]
) -> None:
    """Count the lines that `diff` finds on one side alone; empty ones say nothing."""
    with tempfile.TemporaryDirectory(prefix="specmill-moves-") as scratch:
        sides = [Path(scratch, name) for name in ("old", "new")]
        for file, lines in zip(sides, (one, other), strict=True):
            file.write_text("".join(f"{text}\n" for _, text in lines), encoding="utf-8")
        told = subprocess.run(
            ["diff", "--minimal", *_FORMATS, *sides], capture_output=True, text=True, check=False
        )
    assert told.returncode in (0, 1), told.stderr
    for line in told.stdout.split():
        lines, counted = (one, removed) if line[0] == "-" else (other, added)
        if lines[int(line[1:]) - 1][1]:
            counted[lines[int(line[1:]) - 1]] += 1


def _lines(folder: Path) -> dict[str, list[Line]]:
    return {
        path.relative_to(folder).as_posix(): [*_of_module(path.read_text(encoding="utf-8"))]
        for path in folder.rglob("*.py")
        if "_runtime" not in path.parts
    }


def _of_module(text: str) -> Iterator[Line]:
    lines = text.splitlines()
    owners = [""] * len(lines)
    for node, name in _definitions(ast.parse(text)):
        for index in range(node.lineno - 1, node.end_lineno or node.lineno):
            owners[index] = name
    yield from zip(owners, (line.strip() for line in lines), strict=True)


def _definitions(module: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    for node in module.body:
        if isinstance(node, _DEFINITIONS):
            yield node, node.name
            for inner in node.body:
                if isinstance(inner, _DEFINITIONS):
                    yield inner, f"{node.name}.{inner.name}"
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node, node.target.id
