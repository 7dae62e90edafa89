"""Bad input: each folder holds one mistake and the exact diagnostic that it must give."""

from __future__ import annotations

import os
import shutil
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

import specmill
from specmill import sources
from specmill.diagnostics import Report, SpecmillError
from specmill.document import overlay
from specmill.sources.loading.files import load

HERE = Path(__file__).parent
MISTAKES = sorted(folder.name for folder in HERE.iterdir() if (folder / "expected.txt").is_file())
MEGABYTE = 1024 * 1024


def _alias_bomb(folder: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (folder / "spec.yaml").write_text("\n".join(lines))


def _alias_bomb_by_merge(folder: Path) -> None:
    keys = ", ".join(f"k{number}: 1" for number in range(1000))
    lines = [f"base: &base {{{keys}}}", "uses:"]
    lines += ["  - {<<: *base}"] * 1000
    (folder / "spec.yaml").write_text("\n".join(lines))


def _many_mistakes(folder: Path) -> None:
    lines = ["openapi: 3.1.0", "info: {title: T, version: '1'}", "paths:"]
    lines += [f"  /a{number}: 5" for number in range(1000)]
    (folder / "spec.yaml").write_text("\n".join(lines))


def _symlink(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "A.yaml").write_text("type: object\n")
    (folder / "parts").symlink_to(outside)


def _deep_normal_form(folder: Path) -> None:
    schema = '{"type": "string"}'
    for _ in range(90):
        schema = f'{{"nullable": true, "allOf": [{schema}, {{}}]}}'
    head = '{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, '
    _write(folder / "spec.json", f'{head}"components": {{"schemas": {{"A": {schema}}}}}}}')


MADE: dict[str, Callable[[Path], None]] = {
    "alias_bomb": _alias_bomb,
    "alias_bomb_by_merge": _alias_bomb_by_merge,
    "deep_json": lambda folder: _write(folder / "spec.json", "[" * 10_000 + "]" * 10_000),
    "deep_normal_form": _deep_normal_form,
    "deep_yaml": lambda folder: _write(folder / "spec.yaml", "a: " + "[" * 500 + "]" * 500),
    "many_mistakes": _many_mistakes,
    "ref_through_symlink": _symlink,
}


def _write(path: Path, text: str) -> None:
    path.write_text(text)


def _diagnostics(folder: Path) -> str:
    """Do what a user in ``folder`` would: generate if there is a workspace, else read the spec and
    apply the overlay if there is one.
    """
    os.chdir(folder)
    if Path("specmill.toml").exists():
        with pytest.raises(SpecmillError) as refused:
            specmill.generate(config="specmill.toml")
        return f"{refused.value}\n"
    found = sorted(path.name for path in folder.glob("spec.*"))
    spec = Path(found[0] if found else "spec.yaml")
    with pytest.raises(SpecmillError) as caught:
        _run(spec)
    return f"{caught.value}\n"


def _run(spec: Path) -> None:
    overlay.apply(sources.read(spec, report=Report()), load(Path("overlay.yaml")))


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_has_its_diagnostic(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # restores the folder afterwards
    folder = tmp_path / "work"
    shutil.copytree(HERE / mistake, folder)
    if mistake in MADE:
        MADE[mistake](folder)
    tracemalloc.start()
    given = _diagnostics(folder)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert given == (HERE / mistake / "expected.txt").read_text()
    assert peak < 100 * MEGABYTE


def test_every_folder_says_what_it_expects() -> None:
    folders = {folder.name for folder in HERE.iterdir() if folder.is_dir()} - {"__pycache__"}
    assert folders == set(MISTAKES)
    assert set(MADE) <= folders
