"""The rule for Bazel of the guide, in Bazel where it is installed, else as Bazel runs an action."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests.build_systems.conftest import Command


def test_bazel_makes_the_package(project: Path, command: Command) -> None:
    bazel = shutil.which("bazel")
    if bazel is None:
        pytest.skip("no bazel")
    (project / "WORKSPACE").touch()
    words = ("--batch", f"--output_user_root={project}/.bazel")
    done = command(bazel, *words, "build", "//:clients", f"--action_env=PATH={_path()}")
    assert done.returncode == 0, done.stderr
    text = (project / "bazel-bin/clients/shop/_client.py").read_text()
    assert "class Shop" in text


def _path() -> str:
    import sys

    return os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))


def test_an_action_has_links_to_its_inputs_and_an_empty_folder(
    project: Path, tmp_path: Path, command: Command
) -> None:
    """Sandboxes have links to files that are elsewhere, and may be read only."""
    sandbox = tmp_path / "sandbox"
    source = sandbox / "specs/shop/source.yaml"
    source.parent.mkdir(parents=True)
    source.symlink_to(project / "specs/shop/source.yaml")
    out = sandbox / "bazel-out/bin/clients"
    out.mkdir(parents=True)
    words = ("--spec", "specs/shop/source.yaml", "--out", "bazel-out/bin/clients", "--name", "shop")
    done = command("specmill", "generate", "--quiet", *words, folder=sandbox)
    assert done.returncode == 0, done.stderr
    assert "class Shop" in (out / "shop/_client.py").read_text()
    assert sorted(path.name for path in out.iterdir()) == ["shop", "specmill.lock"]
    assert str(project) not in (out / "specmill.lock").read_text()
