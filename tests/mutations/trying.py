"""What becomes of one mutated document: files, an error with a place, or a bug."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mutations.mutating import load, mutated, mutations
from specmill.diagnostics import SpecmillError
from specmill.pipeline.build import build
from specmill.pipeline.spec import spec_workspace
from specmill.pipeline.view import view

FORMATTER = {"formatter": "none"}
TARGETS = (*[""] * 9, "python", "docs", "kcl")
"""What is made of the documents in turn: most are only understood, which is where they differ."""


def attempt(tree: Any, target: str, folder: Path) -> str:
    """Generate from a tree, or only understand it without a target.

    Gives "generated", "refused", or what went wrong.
    """
    spec = folder / "spec.json"
    spec.write_text(json.dumps(tree))
    settings = FORMATTER if target == "python" else {}
    targets = (target,) if target else ()
    workspace = spec_workspace(
        spec, name="pkg", out=folder / "out", targets=targets, settings=settings
    )
    try:
        if target:
            build(workspace.root, workspace.apis["pkg"])
        else:
            view(workspace.root, workspace.apis["pkg"])
    except SpecmillError as error:
        lost = [one for one in error.diagnostics if not (one.location and one.location.line)]
        return f"an error without a place: {lost[0]}" if lost else "refused"
    except Exception as error:
        import traceback

        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{os.path.relpath(frame.filename)}:{frame.lineno}"
        return f"internal error at {place}: {type(error).__name__}: {str(error)[:80]}"
    return "generated"


@dataclass(frozen=True, slots=True)
class Share:
    """Some mutations of one family."""

    family: str
    seed: int
    count: int


def try_share(share: Share) -> Counter[str]:
    """Try some mutations; gives what became of them, bugs with the mutation that shows them."""
    tree = load(share.family)
    text = json.dumps(tree)
    outcomes: Counter[str] = Counter()
    found = zip(range(share.count), mutations(tree, random.Random(share.seed)), strict=False)
    with TemporaryDirectory() as folder:
        for index, mutation in found:
            target = TARGETS[index % len(TARGETS)]
            told = attempt(mutated(text, mutation), target, Path(folder))
            known = told in ("generated", "refused")
            outcomes[told if known else f"{told} ({share.family} {mutation} {target})"] += 1
    return outcomes
