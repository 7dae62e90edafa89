"""Overlays that mend a spec by what its answers have."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from specmill.config import ApiConfig, Workspace, with_values
from specmill.document.pointers import keys
from specmill.pipeline.drift.findings import Drift
from specmill.pipeline.lock import located
from specmill.render.files import FileSet

MENDED = "drift.overlay.yaml"
"""Name of the overlay, beside the normal form."""
_HEAD = """\
# What answers had and the spec lacks, written by `specmill drift`; yours to edit.
overlay: 1.0.0
info:
  title: Drift
  version: 1.0.0
actions:
"""


def overlay_of(found: Sequence[Drift], earlier: str = "") -> str:
    """Write the overlay that mends what is certain; empty where nothing is.

    Args:
        found: What the spec lacks.
        earlier: The overlay so far, to which actions are added.
    """
    actions = "".join(_action(one) for one in found if one.target)
    if not actions:
        return ""
    kept = earlier if not earlier or earlier.endswith("\n") else f"{earlier}\n"
    return f"{kept or _HEAD}{actions}"


def mend(workspace: Workspace, api: ApiConfig, found: Sequence[Drift]) -> str:
    """Write the overlay of an API, and enter it in ``specmill.toml``; gives its file, empty where
    nothing is certain.
    """
    name = f"{Path(api.normal_form).parent.as_posix()}/{MENDED}"
    place = located(workspace.root, name)
    earlier = place.read_bytes().decode("utf-8") if place.is_file() else ""
    text = overlay_of(found, earlier)
    if not text:
        return ""
    files = {name: text}
    if name not in api.overlays:
        toml = Path(workspace.file).name
        written = (workspace.root / toml).read_bytes().decode("utf-8")
        values: dict[tuple[str, ...], list[str]] = {}
        values["apis", api.name, "overlays"] = [*api.overlays, name]
        files[toml] = with_values(written, values)
    FileSet(files).write(workspace.root)
    return name


def _action(one: Drift) -> str:
    """Write an action; JSON is YAML, too, and its texts need no care."""
    target = "$" + "".join(f"[{json.dumps(key, ensure_ascii=False)}]" for key in keys(one.target))
    lines = [
        f"  - target: {_text(target)}",
        f"    description: {_text(one.what)}",
        f"    update: {json.dumps(one.update, ensure_ascii=False)}",
    ]
    return "".join(f"{line}\n" for line in lines)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
