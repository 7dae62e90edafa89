"""Arrows of ARCHITECTURE.md: those of the contracts in ``pyproject.toml``, no more, no fewer."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from tests.pages.markdown import ROOT, table_rows, tokens

PAGE = ROOT / "ARCHITECTURE.md"
TOOLS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]


def test_lines_are_the_contracts() -> None:
    contracts = [one for one in TOOLS["importlinter"]["contracts"] if one["type"] == "layers"]
    drawn = [
        re.sub(r"\s+", " ", line) for line in re.sub(r"\n +", " ", arrows().strip()).split("\n")
    ]
    assert drawn == [
        f"{container}: {' → '.join(map(spelled, contract['layers']))}"
        for contract in contracts
        for container in (
            one.removeprefix("specmill.") for one in contract.get("containers", ["specmill"])
        )
    ]


def arrows() -> str:
    """Return the block below the heading."""
    found = [token for token in tokens(PAGE) if token.type in {"fence", "inline"}]
    start = next(index for index, token in enumerate(found) if token.content == "The arrows")
    return next(token.content for token in found[start:] if token.type == "fence")


def spelled(layer: str) -> str:
    """Write a layer as the page does."""
    return layer.replace("specmill.", "").replace(" : ", ", ")


def test_imports_of_the_runtime_are_the_contract() -> None:
    drawn = {
        re.sub(r"^runtime/|/$|\.py$", "", row["folder, module"]): row["imports"]
        for _, row in table_rows(PAGE)
        if "imports" in row
    }
    allowed = TOOLS["specmill-rooms"]["runtime"]
    assert drawn == {name: ", ".join(others) for name, others in allowed.items()}
