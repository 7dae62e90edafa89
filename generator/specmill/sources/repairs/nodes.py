"""Objects of the normal form other than schemas, each with the repairs that it may need."""

from __future__ import annotations

from typing import Any

from specmill.document.shapes import Path, Record
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.parts import PARTS, mend_part
from specmill.sources.repairs.references import mend_mapping, mend_siblings


def mend_node(finder: Finder, node: dict[str, Any], record: Record, path: Path) -> None:
    """Repair one object in place."""
    if record in PARTS and "$ref" not in node:
        mend_part(finder, node, record, path)
    elif "$ref" in node and record.component not in ("", "pathItems"):
        mend_siblings(finder, node, path)
    elif record.name == "Discriminator":
        mend_mapping(finder, node, path)
