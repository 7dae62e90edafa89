"""The build hook of hatch: a wheel has the packages, a source archive the specs."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.build_systems.conftest import Command

from specmill.pipeline.builders.hatch_hook import SpecmillBuildHook

BUILD = (sys.executable, "-m", "hatchling", "build")


def wheel(folder: Path) -> dict[str, bytes]:
    [file] = (folder / "dist").glob("*.whl")
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_wheel_has_the_packages_also_from_a_source_archive(
    project: Path, tmp_path: Path, command: Command
) -> None:
    done = command(*BUILD, "-t", "wheel")
    assert done.returncode == 0, done.stdout + done.stderr
    files = wheel(project)
    assert b"class Shop" in files["shop/_client.py"]
    assert files["shop/_client.py"] == (project / "generated/python/shop/_client.py").read_bytes()
    assert {name.split("/")[0] for name in files} == {"shop", "acme_shop-1.0.dist-info"}
    assert command(*BUILD, "-t", "sdist").returncode == 0
    [archive] = (project / "dist").glob("*.tar.gz")
    with tarfile.open(archive) as content:
        assert not [name for name in content.getnames() if "generated" in name]
        content.extractall(tmp_path / "unpacked", filter="data")
    unpacked = tmp_path / "unpacked/acme_shop-1.0"
    done = command(*BUILD, "-t", "wheel", folder=unpacked)
    assert done.returncode == 0, done.stdout + done.stderr
    assert wheel(unpacked) == files


def test_packages_and_a_shared_runtime_have_their_places(project: Path, command: Command) -> None:
    settings = project / "specmill.toml"
    runtime = '[targets.python]\nruntime = "acme.rt"\nruntime_out = "lib"\n'
    settings.write_text(runtime + settings.read_text())
    file = project / "pyproject.toml"
    file.write_text(file.read_text().replace("apis = ", 'path = "acme/clients"\napis = '))
    assert command(*BUILD, "-t", "wheel").returncode == 0
    files = wheel(project)
    assert "acme/clients/shop/_client.py" in files
    assert "acme/rt/py.typed" in files
    assert b"from acme.rt." in files["acme/clients/shop/_client.py"]


def test_a_spec_that_cannot_be_used_ends_the_build(project: Path, command: Command) -> None:
    (project / "specs/shop/source.yaml").write_text("openapi: 3.1.0\npaths: 1\n")
    done = command(*BUILD, "-t", "wheel")
    assert done.returncode != 0
    assert "specs/shop/source.yaml:2" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_setting_is_refused(project: Path, command: Command) -> None:
    file = project / "pyproject.toml"
    file.write_text(file.read_text().replace("apis = ", "api = "))
    done = command(*BUILD, "-t", "wheel")
    assert done.returncode != 0
    assert "no setting 'api'" in done.stdout + done.stderr


@pytest.mark.parametrize(("target", "packages"), [("wheel", 1), ("sdist", 0)])
def test_an_editable_install_finds_the_packages(project: Path, target: str, packages: int) -> None:
    hook = SpecmillBuildHook(str(project), {}, None, None, "", target)  # type: ignore[arg-type]
    data: dict[str, Any] = {}
    hook.initialize("editable", data)
    assert len(data.get("force_include_editable", {})) == packages
