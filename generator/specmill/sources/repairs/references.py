"""References that lead nowhere, and the part that they evidently mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from specmill.document import pointers
from specmill.document.shapes import EXTRA, Path
from specmill.sources.component_names import FORBIDDEN
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.mending import Row

_PREFIX = re.compile(r"#?/?(?:components/[^/]+|definitions|schemas|parameters|responses|models)/")
_SCHEMAS = "#/components/schemas/"
_REFERENCE = Row("reference-spelling", None)
_MAPPING = Row("discriminator-mapping", None)


def evident(components: Mapping[str, Any], section: str, reference: str) -> str | None:
    """Return the reference that is meant where one leads nowhere; None where that is not clear.

    It may be a bare name, as Swagger 1 has it; have another prefix, other case, or characters that
    are escaped too often or not at all.
    """
    entries = components.get(section)
    if not isinstance(entries, dict) or not isinstance(reference, str):
        return None
    prefix = _PREFIX.match(reference)
    if "/" in reference and prefix is None:
        return None
    written = reference[prefix.end() :] if prefix else reference.removeprefix("#")
    plain = pointers.unescape(unquote(unquote(written)))
    for name in (written, plain, FORBIDDEN.sub("_", plain), plain.rpartition(".")[2]):
        if name in entries:
            return pointers.join("#/components", section, name)
    folded = FORBIDDEN.sub("_", plain).casefold()
    same = [name for name in entries if FORBIDDEN.sub("_", name).casefold() == folded]
    return pointers.join("#/components", section, same[0]) if len(same) == 1 else None


def mend_mapping(finder: Finder, node: dict[str, Any], path: Path) -> None:
    """Repair a discriminator's mapping to schemas that are not there."""
    mapping: dict[str, str] = node.get("mapping") or {}
    components = finder.document.root.get("components", {})
    schemas = components.get("schemas", {})
    for value, target in list(mapping.items()):
        name = pointers.unescape(target.removeprefix(_SCHEMAS))
        if name in schemas:
            continue
        better = evident(components, "schemas", target)
        if better is None:
            del mapping[value]
            node.setdefault(EXTRA, {}).setdefault("mapping", {})[value] = target
            what = f"the schema {target!r} of {value!r} is not there; kept under {EXTRA}"
        else:
            mapping[value] = better
            what = f"the schema {target!r} of {value!r} is taken as {better!r}"
        finder.note(_MAPPING, what, ((path, "mapping"), value))


def mend_reference(finder: Finder, node: dict[str, Any], section: str, path: Path) -> None:
    """Let a reference that leads nowhere lead to what it evidently means, if anything."""
    reference = node["$ref"]
    better = evident(finder.document.root.get("components", {}), section, reference)
    if better is not None and better != reference:
        node["$ref"] = better
        what = f"`$ref` {reference!r} leads nowhere; taken as {better!r}"
        finder.note(_REFERENCE, what, (path, "$ref"))
