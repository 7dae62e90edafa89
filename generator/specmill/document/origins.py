"""Origins of the parts of a document: the file, and the place in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from typing import Any, Protocol

from specmill.diagnostics import Location
from specmill.values import dataclass


class Input(Protocol):
    """A loaded file that can tell where its parts stand."""

    @property
    def name(self) -> str:
        """The path as the user gave it."""
        ...

    @property
    def tree(self) -> Any:
        """The content as plain JSON values."""
        ...

    def locate(self, pointer: str) -> Location:
        """Find a part; the nearest part around it when the pointer leads nowhere."""
        ...

    def locate_all(self, wanted: Collection[str]) -> Mapping[str, Location]:
        """Find many parts at once."""
        ...

    def written(self, pointer: str) -> str:
        """Give a number the way it is written, such as ``1.10``; empty where that is not known."""
        ...


@dataclass(frozen=True, slots=True)
class Origin:
    """A part of an input."""

    input: Input
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Origins:
    """Maps pointers into the normal form to parts of the inputs; the longest known prefix wins."""

    known: Mapping[str, Origin] = field(default_factory=dict)

    def find(self, pointer: str) -> Origin | None:
        """Give the input and its pointer for ``pointer``; None when nothing around it is known."""
        prefix, rest = pointer, ""
        while True:
            origin = self.known.get(prefix)
            if origin is not None:
                return Origin(origin.input, origin.pointer + rest)
            if not prefix:
                return None
            prefix, _, key = prefix.rpartition("/")
            rest = f"/{key}{rest}"

    def locate(self, pointer: str) -> Location:
        """Give the place in the source for ``pointer`` of the normal form."""
        origin = self.find(pointer)
        if origin is None:
            return Location("", pointer=pointer)
        return origin.input.locate(origin.pointer)

    def locate_all(self, pointers: Iterable[str]) -> dict[str, Location]:
        """Give the places of many pointers at once, which reads each large file once."""
        origins = {pointer: self.find(pointer) for pointer in pointers}
        wanted: defaultdict[int, list[tuple[str, Origin]]] = defaultdict(list)
        for pointer, origin in origins.items():
            if origin is not None:
                wanted[id(origin.input)].append((pointer, origin))
        found = {pointer: Location("", pointer=pointer) for pointer in origins}
        for parts in wanted.values():
            places = parts[0][1].input.locate_all({origin.pointer for _, origin in parts})
            found |= {pointer: places[origin.pointer] for pointer, origin in parts}
        return found
