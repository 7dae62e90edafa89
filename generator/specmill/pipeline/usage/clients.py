"""Clients of a package as trees of attributes, for whoever follows them through code."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import field
from functools import cache

from specmill.render.engine import Engine, template_root
from specmill.surface.value import Method, Surface
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class ClientTree:
    """A package: its clients, and what can be called on them."""

    package: str
    clients: frozenset[str]
    """Names of the classes, sync and async."""
    methods: Mapping[str, Method]
    """As a caller writes them: ``projects.jobs.get``."""
    resources: frozenset[str]
    """What holds methods, or other resources: ``projects.jobs``."""
    classes: Mapping[str, str] = field(default_factory=dict)
    """Classes of resources to the resource."""
    others: frozenset[str] = frozenset()
    """Attributes that every client or resource has, and those of own code."""


def client_tree(surface: Surface, own_code: Mapping[str, str]) -> ClientTree:
    """Return the tree of a package; ``own_code`` is its ``_custom``."""
    resources = {
        ".".join(parts[:depth])
        for method in surface.methods
        for parts in [method.resource.split(".") if method.resource else []]
        for depth in range(1, len(parts) + 1)
    }
    return ClientTree(
        package=surface.package,
        clients=frozenset({surface.client, f"Async{surface.client}"}),
        methods={method.name: method for method in surface.methods},
        resources=frozenset(resources),
        others=frozenset(_runtime_attributes() | _attributes(own_code)),
    )


@cache
def _runtime_attributes() -> frozenset[str]:
    engine = Engine((template_root("python"),))
    rooms = [engine.copy_files(f"runtime/{room}") for room in ("client", "batch")]
    return frozenset(name for room in rooms for name in _attributes(room))


def _attributes(modules: Mapping[str, str]) -> set[str]:
    """Return the methods and attributes that the classes of some modules have."""
    found: set[str] = set()
    for text in modules.values():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                found.update(_defined(node))
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                found.add(node.attr)
    return found


def _defined(node: ast.ClassDef) -> set[str]:
    found = set()
    for one in node.body:
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(one.name)
        elif isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            found.add(one.target.id)
        elif isinstance(one, ast.Assign):
            found.update(target.id for target in one.targets if isinstance(target, ast.Name))
    return found
