"""References at places that can have none, which other tools follow all the same."""

from __future__ import annotations

from typing import Any

from specmill.document.shapes import Fault, MapOf, Path, Shape, Verdict
from specmill.sources.repairs.mending import Mending


def inlined_references(mending: Mending, verdict: Verdict) -> frozenset[int]:
    """Put what references lead to where they stand, at the places that can have none.

    Takes them off the fields that are unknown, and gives the ids of the mistakes that they made.
    """
    done: set[int] = set()
    filled: list[Path] = []
    for unknown in list(verdict.unknown):
        refers = unknown.key == "$ref" and isinstance(unknown.holder.get("$ref"), str)
        if refers and _inline(mending, unknown.path, unknown.record):
            verdict.unknown.remove(unknown)
            filled.append(unknown.path)
    for mistake in verdict.mistakes:
        path = mistake.path
        if mistake.fault is Fault.LACKS and path is not None and path[0] in filled:
            done.add(id(mistake))
        elif path is not None and path[1] == "$ref":
            if isinstance(mending.at(path), str):
                shape = mending.shape_at(path[0])
                if isinstance(shape, MapOf) and _inline(mending, path[0], shape):
                    done.add(id(mistake))
        elif (
            mistake.fault is Fault.TYPE
            and _is_reference(mending.at(path))
            and _inline(mending, path, mistake.shape)
        ):
            done.add(id(mistake))
    return frozenset(done)


def _inline(mending: Mending, path: Path, shape: Shape) -> bool:
    return mending.inline is not None and mending.inline(mending, path, shape)


def _is_reference(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {"$ref"} and isinstance(value["$ref"], str)
