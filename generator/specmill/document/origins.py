"""Origins of the parts of a document: the file, and the place in it."""

from __future__ import annotations

from collections.abc import Mapping
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
