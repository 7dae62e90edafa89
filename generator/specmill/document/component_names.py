"""Names of components that OpenAPI accepts, in place of those that it does not."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any
from urllib.parse import unquote

from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.openapi_shapes import OPENAPI, OPERATION
from specmill.document.origins import Origins
from specmill.document.shapes import EXTRA, nodes
from specmill.values import dataclass

FORBIDDEN = re.compile(r"[^a-zA-Z0-9._-]")


@dataclass(slots=True)
class ComponentNames:
    """Gives each source name a component name; only names that OpenAPI 3.1 forbids are changed."""

    _chosen: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def add(self, name: str) -> str:
        """Choose the component name of ``name``; a number is added when it is taken."""
        if name in self._chosen:
            return self._chosen[name]
        clean = base = FORBIDDEN.sub("_", name) or "_"
        count = 1
        while clean in self._taken:
            count += 1
            clean = f"{base}_{count}"
        self._chosen[name] = clean
        self._taken.add(clean)
        return clean


def clean_component_names(document: Document) -> Document:
    """Rename components whose names OpenAPI 3.1 forbids, and all references to them.

    The name in the source stays as ``name`` under ``x-specmill-extra``.
    """
    components = document.root.get("components", {})
    moved: dict[str, str] = {}
    for section, entries in components.items():
        if section.startswith("x-") or not any(map(_is_forbidden, entries)):
            continue
        names = ComponentNames()
        for name in sorted(entries, key=_is_forbidden):
            if names.add(name) != name:
                old = pointers.join("/components", section, name)
                moved[old] = pointers.join("/components", section, names.add(name))
                if isinstance(entries[name], dict):
                    entries[name].setdefault(EXTRA, {})["name"] = name
        components[section] = {names.add(name): entry for name, entry in entries.items()}
    if not moved:
        return document
    known = dict(document.origins.known)
    for old, new in moved.items():
        origin = document.origins.find(old)
        if origin is not None:
            known[new] = origin
    move_references(document.root, moved)
    return Document(document.root, document.family, Origins(known))


def _is_forbidden(name: str) -> bool:
    return not name or FORBIDDEN.search(name) is not None


def move_references(root: dict[str, Any], moved: dict[str, str]) -> None:
    """Let all references to components lead to other ones, by their pointers."""

    def renamed(reference: str) -> str:
        parts = unquote(reference[1:]).split("/")
        new = moved.get("/".join(parts[:4]))
        return "#" + "/".join([new, *parts[4:]]) if new else reference

    section = "/components/securitySchemes"
    schemes = {
        pointers.keys(old)[-1]: pointers.keys(new)[-1]
        for old, new in moved.items()
        if old.startswith(section)
    }
    for node, record, _ in nodes(root, OPENAPI):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/components/"):
            node["$ref"] = renamed(reference)
        if record in (OPENAPI, OPERATION) and "security" in node:
            node["security"] = [
                {schemes.get(name, name): scopes for name, scopes in requirement.items()}
                for requirement in node["security"]
            ]
        mapping = node.get("mapping")
        if "propertyName" in node and isinstance(mapping, dict):
            node["mapping"] = {value: renamed(target) for value, target in mapping.items()}
