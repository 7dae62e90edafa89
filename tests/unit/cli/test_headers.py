"""``--header`` of ``pull`` and ``add``: a token comes from the environment and is shown nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.behaviour.server import running

from specmill.cli import main

SPEC = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}
TOKEN = "Bearer s3cret-w0rd"
ONE = ["--header", "Authorization=SPEC_TOKEN"]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SPEC_TOKEN", f"{TOKEN}\n")


def test_a_token_is_sent_and_kept_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running() as server:
        for _ in range(2):
            server.answer(SPEC)
        assert main(["add", f"{server.url}/spec.json", "--name", "t", *ONE]) == 0
        assert main(["pull", *ONE]) == 0
    assert [one.headers["authorization"] for one in server.requests] == [TOKEN, TOKEN]
    shown = capsys.readouterr()
    written = "".join(path.read_text() for path in tmp_path.rglob("*") if path.is_file())
    assert "s3cret" not in shown.out + shown.err + written


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ["--header", "Authorization: Bearer s3cret-w0rd"],
            "does not name a header and a variable",
        ),
        (["--header", "Authorization=Bearer s3cret-w0rd"], "does not name a header and a variable"),
        (["--header", "Authorization=NOT_THERE"], "the environment has no NOT_THERE"),
        (["--header", "X-Key=ODD"], "the value of ODD is not valid in a header"),
    ],
)
def test_what_is_no_header_is_told_without_its_value(
    options: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ODD", "s3cret-w0rd\r\nX-Other: 1")
    assert main(["add", "http://127.0.0.1:1/spec.json", *options]) == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert "s3cret" not in shown.out + shown.err


def test_a_token_does_not_go_to_several_servers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apis = {
        name: f'[apis.{name}]\nupstream = {{ url = "http://{host}/spec.json" }}\n'
        for name, host in (("one", "127.0.0.1:1"), ("two", "127.0.0.2:1"))
    }
    for name in apis:
        source = tmp_path / "specs" / name / "source.json"
        source.parent.mkdir(parents=True)
        source.write_text(json.dumps(SPEC))
    Path("specmill.toml").write_text('[workspace]\ntargets = ["python"]\n' + "".join(apis.values()))
    assert main(["pull", *ONE]) == 2
    assert "--header would go to several servers" in capsys.readouterr().err
