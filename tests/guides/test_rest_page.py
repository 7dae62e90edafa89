"""The page on REST pages, followed literally."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.behaviour.server import running
from tests.guides.running import pattern, same

from specmill.cli import main

GUIDE = (Path(__file__).parents[2] / "docs/guides/rest-pages.md").read_text("utf-8")

PAGE = GUIDE.partition("````markdown\n")[2]


def test_the_guide_holds_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    page, _, rest = PAGE.partition("````\n")
    code, *shown = re.findall(r"```(?:python|console)\n(.*?)```", rest, re.DOTALL)
    generated, code, printed = code, *shown[:2]
    Path("weather.md").write_text(page, "utf-8")
    command, warning, done_line = generated.splitlines()
    assert main(command.removeprefix("$ specmill ").split()) == 0
    told = capsys.readouterr()
    lines = (told.err + told.out).splitlines()
    assert lines[0] == warning
    assert re.fullmatch(pattern(done_line), same(lines[1]))
    with running() as server:
        sample = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
        for body, status in zip(sample, (200, 201), strict=True):
            server.answer(body.encode(), status, headers={"content-type": "application/json"})
        done = subprocess.run(
            [sys.executable, "-c", code],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": ".", "WEATHER_BASE_URL": f"{server.url}/v1"},
            timeout=60,
        )
        assert done.stderr == ""
        assert f"$ python use.py\n{done.stdout}" == printed
        assert [(one.method, one.target) for one in server.requests] == [
            ("GET", "/v1/forecast?town=Ulm&days=1"),
            ("POST", "/v1/stations"),
        ]
        assert server.last.json() == {"name": "Ulm", "lat": 48.4}
