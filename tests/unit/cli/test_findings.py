"""What is said about a spec that was repaired, and how strict one may be about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeAlias

import pytest

from specmill.cli import main

Capture: TypeAlias = pytest.CaptureFixture[str]
MANY = 30


def wrong(spec: Path) -> None:
    """Add a few mistakes of one kind and one of another."""
    fields = "".join(f"        f{number}: {{type: int}}\n" for number in range(MANY))
    text = spec.read_text().replace("required: true", "required: false")
    spec.write_text(text + fields)


def test_many_findings_are_summed_up(spec: Path, capsys: Capture) -> None:
    wrong(spec)
    assert main(["normalize", "--spec", "petstore.yaml"]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert [line.rpartition(" ")[2] for line in lines[:-1]] == [
        "[path-parameter-optional]",
        *["[type-word]"] * 3,
    ]
    assert lines[-1] == f"… and {MANY - 3} more: type-word {MANY - 3}; see all with --verbose"
    assert main(["normalize", "--spec", "petstore.yaml", "--verbose"]) == 0
    assert len(capsys.readouterr().err.splitlines()) == MANY + 1


def test_json_has_every_finding(spec: Path, capsys: Capture) -> None:
    wrong(spec)
    assert main(["inspect", "--spec", "petstore.yaml", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    assert len(found) == MANY + 1
    assert found[0] == {
        "code": "type-word",
        "what": "there is no type 'int'; taken as type 'integer'",
        "hint": "JSON Schema has string, number, integer, boolean, array, object",
        "file": "petstore.yaml",
        "line": 21,
        "column": 14,
        "pointer": "/components/schemas/Pet/properties/f0/type",
    }


@pytest.mark.parametrize(
    "command",
    [
        ["generate", "--out", "sdk"],
        ["inspect"],
        ["validate"],
        ["normalize", "--output", "sdk/openapi.json"],
    ],
    ids=lambda command: command[0],
)
def test_strict_writes_nothing(command: list[str], spec: Path, capsys: Capture) -> None:
    name, *rest = command
    given = [name, "--spec", "petstore.yaml", *rest, "--strict"]
    assert main(given) == 0
    capsys.readouterr()
    before = {path: path.read_bytes() for path in spec.parent.rglob("*") if path.is_file()}
    before.pop(spec)
    wrong(spec)
    assert main(given) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert "error: there is no type 'int'" in output.err
    after = {path: path.read_bytes() for path in spec.parent.rglob("*") if path.is_file()}
    after.pop(spec)
    assert after == before


def test_strict_reads_also_what_is_up_to_date(workspace: Path, capsys: Capture) -> None:
    spec = workspace / "specs" / "petstore" / "source.yaml"
    wrong(spec)
    assert main(["generate"]) == 0
    lock = (workspace / "specmill.lock").read_bytes()
    assert main(["check"]) == 0
    for command in ("generate", "check"):
        capsys.readouterr()
        assert main([command, "--strict"]) == 2
        assert "[path-parameter-optional]" in capsys.readouterr().err
    assert (workspace / "specmill.lock").read_bytes() == lock
    assert main(["check"]) == 0


def test_strict_of_the_workspace_counts_for_all_apis(workspace: Path) -> None:
    wrong(workspace / "specs" / "petstore" / "source.yaml")
    config = workspace / "specmill.toml"
    text = config.read_text()
    config.write_text(text.replace("[workspace]", "[workspace]\nstrict = true"))
    assert main(["generate"]) == 2
    config.write_text(config.read_text() + "strict = false\n")
    assert main(["generate"]) == 0


def test_accepted_findings_are_not_told(workspace: Path, capsys: Capture) -> None:
    wrong(workspace / "specs" / "petstore" / "source.yaml")
    config = workspace / "specmill.toml"
    config.write_text(config.read_text() + 'strict = true\naccept = ["type-word"]\n')
    capsys.readouterr()
    assert main(["generate"]) == 2
    assert capsys.readouterr().err.count("error:") == 1
    config.write_text(config.read_text().replace('word"', 'word", "path-parameter-optional"'))
    assert main(["generate", "--strict"]) == 0
    config.write_text(config.read_text().replace('word"', 'word", "no-such-code"'))
    assert main(["generate"]) == 2
    assert "accept names 'no-such-code'" in capsys.readouterr().err
