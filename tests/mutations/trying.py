"""What becomes of one mutated document: files, an error with a place, or a bug."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mutations.mutating import load, mutated, mutations
from mutations.pages import mutated_pages
from specmill.diagnostics import SpecmillError
from specmill.pipeline.build import build
from specmill.pipeline.spec import spec_workspace
from specmill.pipeline.view import view

PAGES = "page"
"""The family of REST pages."""
FORMATTER = {"formatter": "none"}
TARGETS = (*[""] * 9, "python", "docs", "kcl")
"""What is made of the documents in turn: most are only understood, which is where they differ."""


def attempt(spec: str, target: str, folder: Path, name: str = "spec.json") -> str:
    """Generate from the text of a spec, or only understand it without a target.

    Gives "generated", "refused", or what went wrong.
    """
    path = folder / name
    path.write_text(spec, "utf-8")
    settings = FORMATTER if target == "python" else {}
    targets = (target,) if target else ()
    workspace = spec_workspace(
        path, name="pkg", out=folder / "out", targets=targets, settings=settings
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
    outcomes: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        found = zip(range(share.count), _specs(share), strict=False)
        for index, (spec, mutation) in found:
            target = TARGETS[index % len(TARGETS)]
            name = "page.md" if share.family == PAGES else "spec.json"
            told = attempt(spec, target, Path(folder), name)
            known = told in ("generated", "refused")
            outcomes[told if known else f"{told} ({share.family} {mutation} {target})"] += 1
    return outcomes


def _specs(share: Share) -> Iterator[tuple[str, Any]]:
    """The mutated specs of a share, each with what tells its mutation."""
    choose = random.Random(share.seed)
    if share.family == PAGES:
        for number, page in enumerate(mutated_pages(choose)):
            yield page, f"seed {share.seed}, page {number}"
    tree = load(share.family)
    text = json.dumps(tree)
    for mutation in mutations(tree, choose):
        yield json.dumps(mutated(text, mutation)), mutation
