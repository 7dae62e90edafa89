"""References by name: ``$anchor`` and ``$id`` (JSON Schema Core, section 8.2) as JSON pointers.

The normal form refers by pointers alone. ``$id`` would change what they mean, so it is kept under
``x-specmill-extra``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from specmill.diagnostics import fail
from specmill.document import pointers
from specmill.document.shapes import EXTRA
from specmill.sources.loading import Source

_ANCHORS = ("$anchor", "$dynamicAnchor")


def anchor_in(tree: Any, name: str, within: str = "") -> str | None:
    """Return the pointer of an anchor, that of the schema ``within`` first; None without one."""
    found = [pointer for anchor, pointer in _anchors(tree) if anchor == name]
    near = [one for one in found if one == within or one.startswith(f"{within}/")]
    return next(iter(near or found), None)


def _anchors(tree: Any) -> Iterator[tuple[str, str]]:
    stack: list[tuple[Any, str]] = [(tree, "")]
    while stack:
        node, pointer = stack.pop()
        if isinstance(node, dict):
            for keyword in _ANCHORS:
                if isinstance(node.get(keyword), str):
                    yield node[keyword], pointer
            children = node.items()
        elif isinstance(node, list):
            children = dict(enumerate(node)).items()
        else:
            continue
        stack += [(child, pointers.join(pointer, key)) for key, child in reversed(children)]


@dataclass(slots=True)
class NamedSchemas:
    """The schemas of the main file that are called by ``$id``, and the references by name."""

    source: Source
    _identified: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """Pointer, absolute ``$id`` and schema, outer before inner."""
    _uses: list[tuple[dict[str, Any], str]] = field(default_factory=list)

    def note(self, node: dict[str, Any], pointer: str) -> None:
        """Take note of a schema's ``$id``."""
        base = self._around(pointer)[1]
        self._identified.append((pointer, urljoin(base, node["$id"]).rstrip("#"), node))

    def may_mean(self, reference: str) -> bool:
        """Tell whether a reference may be by name, or relative to an ``$id``."""
        return bool(self._identified) or not reference.startswith("#/")

    def use(self, node: dict[str, Any], pointer: str) -> None:
        """Take note of a ``$ref``."""
        self._uses.append((node, pointer))

    def settle(self) -> None:
        """Rewrite the references by name, and those inside a schema with an ``$id``; in place.

        Raises:
            SpecmillError: There is no such anchor.
        """
        for node, pointer in self._uses:
            reference = node["$ref"]
            target = self._target(reference, pointer)
            if target is not None:
                node["$ref"] = f"#{target}"
            elif _is_anchor(reference):
                raise fail(
                    f"`$ref` {reference!r} leads nowhere",
                    location=self.source.locate(f"{pointer}/$ref"),
                    hint=f"no schema has `$anchor: {reference[1:]}`",
                )
        for _, _, node in self._identified:
            node.setdefault(EXTRA, {})["$id"] = node.pop("$id")

    def _target(self, reference: str, pointer: str) -> str | None:
        """Return the pointer that a reference means, None where it is not by name."""
        home, base = self._around(pointer)
        address, fragment = urldefrag(urljoin(base, reference) if base else reference)
        if reference.startswith("#"):
            scope = home
        else:
            named = [place for place, name, _ in self._identified if name == address]
            if not named:
                return None
            scope = named[0]
        fragment = unquote(fragment)
        if not fragment:
            return scope or None
        if not fragment.startswith("/"):
            return anchor_in(self.source.tree, fragment, scope)
        try:
            pointers.look_up(self.source.tree, scope + fragment)
        except LookupError:
            return None
        return scope + fragment

    def _around(self, pointer: str) -> tuple[str, str]:
        """Return pointer and ``$id`` of the innermost schema with one around a place."""
        around = ("", "")
        for place, name, _ in self._identified:
            if pointer == place or pointer.startswith(f"{place}/"):
                around = (place, name)
        return around


def _is_anchor(reference: str) -> bool:
    return reference.startswith("#") and reference[1:2] not in ("", "/")
