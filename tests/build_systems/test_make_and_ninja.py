"""Dependency files, read by Make and by Ninja: what changed is generated, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.build_systems.conftest import Command

from specmill.diagnostics import UsageError
from specmill.pipeline.builders.depfile import depfile

TOOLS = {"make": ("make", "build/shop.d"), "ninja": ("ninja",)}


@pytest.mark.parametrize("tool", TOOLS)
def test_what_changed_is_generated(tool: str, project: Path, command: Command) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"no {tool}")
    words = TOOLS[tool]
    (project / "specs/shop/overlay.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: Words, version: '1'}\nactions:\n"
        "- {target: $.info, update: {title: Store}}\n"
    )
    first = command(*words)
    assert first.returncode == 0, first.stderr + first.stdout
    client = project / "generated/python/shop/_client.py"
    assert "class Shop" in client.read_text()
    again = command(*words)
    assert "specmill generate" not in again.stdout, again.stdout
    for name, old, new in (
        ("source.yaml", "listOrders", "listThings"),
        ("overlay.yaml", "Store", "Market"),
    ):
        file = project / "specs/shop" / name
        file.write_text(file.read_text().replace(old, new))
        done = command(*words)
        assert done.returncode == 0, done.stderr
        assert "specmill generate" in done.stdout
        assert "specmill generate" not in command(*words).stdout
    texts = "".join(path.read_text() for path in client.parent.rglob("*.py"))
    assert "listThings" in texts
    assert "Market" in client.read_text()


def test_a_removed_input_does_not_stop_make(project: Path, command: Command) -> None:
    overlay = project / "specs/shop/overlay.yaml"
    overlay.write_text("overlay: 1.0.0\ninfo: {title: W, version: '1'}\nactions: []\n")
    assert command("make", "build/shop.d").returncode == 0
    overlay.unlink()
    done = command("make", "build/shop.d")
    assert done.returncode == 0, done.stderr
    assert "overlay" not in (project / "build/shop.d").read_text()


def test_it_is_written_also_when_nothing_was_to_do(project: Path, command: Command) -> None:
    assert command("specmill", "generate").returncode == 0
    done = command("specmill", "generate", "--depfile", "deps/all.d")
    assert "up to date" in done.stderr
    text = (project / "deps/all.d").read_text()
    targets, inputs = text.split(":\n", 1)[0].split(": \\\n", 1)
    assert "generated/python/shop/__init__.py" in targets
    assert "specs/shop/openapi.json" in targets
    assert targets.rstrip().endswith("deps/all.d")
    assert "specs/shop/source.yaml" in inputs
    assert "specmill.toml" in inputs


def test_one_spec_has_one_too(project: Path, command: Command) -> None:
    done = command(
        *("specmill", "generate", "--spec", "specs/shop/source.yaml", "--out", "sdk"),
        *("--name", "shop", "--depfile", "shop.d", "--depfile-target", "stamp"),
    )
    assert done.returncode == 0, done.stderr
    assert (project / "shop.d").read_text() == (
        "stamp: \\\n  specs/shop/source.yaml\nspecs/shop/source.yaml:\n"
    )


def test_a_failing_run_leaves_it(project: Path, command: Command) -> None:
    (project / "specs/shop/source.yaml").write_text("openapi: 3.1.0\npaths: 1\n")
    done = command("specmill", "generate", "--depfile", "shop.d")
    assert done.returncode == 2
    assert not (project / "shop.d").exists()


def test_a_target_goes_with_a_file(project: Path, command: Command) -> None:
    done = command("specmill", "generate", "--depfile-target", "x")
    assert (done.returncode, "goes with --depfile" in done.stderr) == (2, True)


def test_names_are_written_as_make_reads_them(project: Path, command: Command) -> None:
    names = ["a b.yaml", "c#d.yaml", "e$f.yaml", "g:h.yaml", "i%j.yaml", "ü.yaml"]
    (project / "Makefile").write_bytes(
        depfile(["out"], names) + b"out:\n\t@echo made $(words $^)\n\ttouch out\n"
    )
    for name in names:
        (project / name).touch()
    assert "made" in command("make", "out").stdout
    for name in names:
        assert "up to date" in command("make", "out").stdout
        (project / name).write_text("changed")
        assert "made" in command("make", "out").stdout, name


def test_a_name_with_a_line_end_is_refused() -> None:
    with pytest.raises(UsageError, match="no dependency file can name"):
        depfile(["out"], ["a\nb"])
