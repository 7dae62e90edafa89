"""Models of `trees`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class NodeInner(CamelModel):
    again: Node | None = None


class Node(CamelModel):
    name: str | None = None
    parent: Node | None = None
    children: list[Node] | None = None
    by_name: dict[str, Node] | None = None
    leaf: Leaf | None = None
    inner: NodeInner | None = None


class Leaf(CamelModel):
    holder: Branch | None = None


class Branch(CamelModel):
    leaves: list[Leaf] | None = None
