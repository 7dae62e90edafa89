"""References that nobody can follow: what they stand at stays, and may be anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from specmill.document.shapes import REPAIRED, Path
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.mending import Row

Node: TypeAlias = dict[str, Any]

LOST = "lost"
"""Under ``x-specmill-repaired`` of what holds it: parts that nothing is known of."""
NOWHERE = "leads nowhere"
"""How the words end that tell of such a reference."""
_DANGLING = "reference-dangling"
_ANYTHING: dict[str, dict[str, Any]] = {"application/json": {"schema": {}}}


def give_up(finder: Finder, node: Node, section: str, path: Path, problem: tuple[str, str]) -> bool:
    """Let a reference that leads nowhere stand for anything, where something can.

    ``problem`` says so, with a hint. Tells whether that was done.
    """
    mend = _STANDING_FOR.get(section)
    if mend is None:
        return False
    reference = node["$ref"]
    words = mend(node)
    node.setdefault(REPAIRED, {})["$ref"] = reference
    _note(finder, path, problem, words)
    return True


def _note(finder: Finder, path: Path, problem: tuple[str, str], words: str) -> None:
    what, hint = problem
    finder.note(Row(_DANGLING, None, hint), f"{what}; {words}", (path, "$ref"))


def _schema(node: Node) -> str:
    del node["$ref"]
    return "taken as any value"


def _response(node: Node) -> str:
    node.clear()
    node.update(description="", content={kind: {**entry} for kind, entry in _ANYTHING.items()})
    return "taken as an answer of any value"


def _body(node: Node) -> str:
    node.clear()
    node["content"] = {kind: {**entry} for kind, entry in _ANYTHING.items()}
    return "taken as a body of any value"


def _header(node: Node) -> str:
    node.clear()
    node["schema"] = {}
    return "taken as any value"


def _nothing(node: Node) -> str:
    node.clear()
    return "taken as empty"


_STANDING_FOR: dict[str, Callable[[Node], str]] = {
    "schemas": _schema,
    "responses": _response,
    "requestBodies": _body,
    "headers": _header,
    "examples": _nothing,
    "links": _nothing,
    "callbacks": _nothing,
}


def lose_parameters(finder: Finder, lost: list[tuple[Node, Path, tuple[str, str]]]) -> None:
    """Take parameters that nothing is known of out of what lists them."""
    for node, path, problem in reversed(lost):  # so that the others keep their places
        assert path is not None
        _note(finder, path, problem, "the parameter is left out")
        around = path[0]
        holder = _at(finder.document.root, around)
        if isinstance(holder, list) and around is not None:
            del holder[int(path[1])]
            owner = _at(finder.document.root, around[0])
            owner.setdefault(REPAIRED, {}).setdefault(LOST, []).append(node)
        else:
            del _at(finder.document.root, around)[path[1]]


def _at(root: Any, path: Path) -> Any:
    keys: list[str | int] = []
    while path is not None:
        path, key = path
        keys.append(key)
    for key in reversed(keys):
        root = root[key]
    return root
