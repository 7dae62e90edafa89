"""Option ``--watch``: runs again when an input changes, also after a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmill.cli import main, watching

Capture = pytest.CaptureFixture[str]


def test_changes_are_generated(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    source = workspace / "specs/petstore/source.yaml"
    face = workspace / "generated/python/petstore/__init__.py"
    text = source.read_text()
    seen: list[str] = []

    def sleep(_: float) -> None:
        seen.append(face.read_text().split("\n")[1])
        steps = [
            lambda: source.write_text(text.replace("Petstore", "Zoo")),
            lambda: None,
            lambda: source.write_text("broken: ["),
            lambda: source.write_text(text.replace("Petstore", "Ark")),
        ]
        if len(seen) > len(steps):
            raise KeyboardInterrupt
        steps[len(seen) - 1]()

    monkeypatch.setattr(watching.time, "sleep", sleep)
    capsys.readouterr()
    assert main(["generate", "--watch"]) == 130
    names = [line.split()[3].rstrip(",") for line in seen]
    assert names == ["Petstore", "Zoo", "Zoo", "Zoo", "Ark"]
    told = capsys.readouterr().err
    assert "specs/petstore/source.yaml:" in told
    assert ": error: " in told
    assert told.count("1 API generated") == 2


def test_a_single_spec_is_not_watched(spec: Path, capsys: Capture) -> None:
    assert main(["generate", "--watch", "--spec", "petstore.yaml", "--out", "sdk"]) == 2
    assert (
        "--spec goes without APIs, --config, --on, --shard and --watch" in capsys.readouterr().err
    )
