"""The JSON Schema of ``specmill.toml`` takes what the reader takes, and refuses what it refuses."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from tests.guides.running import blocks
from tests.pages.markdown import ROOT, manual_pages

from specmill.cli import main
from specmill.config import parse
from specmill.config.keys import (
    ACCEPT_KEYS,
    API_KEYS,
    CHOICES,
    DIFF_KEYS,
    KNOWN_TARGETS,
    UPSTREAM_KEYS,
    WORKSPACE_KEYS,
)
from specmill.config.schema import settings_schema
from specmill.diagnostics import UsageError
from specmill.render.format import Formatter
from specmill.targets.models import STYLES

TABLES = {
    "[workspace]": WORKSPACE_KEYS,
    "[diff]": DIFF_KEYS,
    "[[diff.accept]]": ACCEPT_KEYS,
    "[apis.a]": API_KEYS,
    "[apis.a.upstream]": UPSTREAM_KEYS,
    **{f"[targets.{name}]": keys for name, keys in KNOWN_TARGETS.items()},
    **{f"[apis.a.{name}]": keys for name, keys in KNOWN_TARGETS.items()},
}
"""Each table of the file, and its keys."""


def fits(text: str) -> bool:
    """Tell whether the schema takes a file; dates are texts in JSON."""
    data = json.loads(json.dumps(tomllib.loads(text), default=str))
    return Draft202012Validator(settings_schema()).is_valid(data)


def is_read(text: str, root: Path) -> bool:
    try:
        parse(text, root)
    except UsageError:
        return False
    return True


def files() -> Iterator[str]:
    yield (ROOT / "specmill.toml").read_text("utf-8")
    for page in manual_pages():
        for block in blocks(page):
            if block.kind == "toml" and block.title in {"", "specmill.toml", "names.toml"}:
                yield block.text


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(settings_schema())


@pytest.mark.parametrize("text", [*files()])
def test_settings_of_this_repository_and_of_its_pages_fit(text: str, tmp_path: Path) -> None:
    assert is_read(text, tmp_path)
    assert fits(text)


@pytest.mark.parametrize("table", TABLES)
def test_an_unknown_key_is_refused(table: str, tmp_path: Path) -> None:
    text = f'{table}\nno_such_key = "x"\n'
    if table == "[apis.a]":  # as a table it might be one of a target
        text = f"{table}\nno_such_key = 7\n"
    assert not is_read(text, tmp_path)
    assert not fits(text)


@pytest.mark.parametrize(
    ("table", "key"), [(table, key) for table, keys in TABLES.items() for key in keys]
)
def test_a_wrong_kind_is_refused(table: str, key: str, tmp_path: Path) -> None:
    text = f"{table}\n{key} = 7.5\n"
    assert not is_read(text, tmp_path)
    assert not fits(text)


@pytest.mark.parametrize(
    ("target", "key"),
    [(name, key) for name, keys in KNOWN_TARGETS.items() for key in keys if keys[key] in CHOICES],
)
def test_a_word_that_is_none_of_the_choices_is_refused(
    target: str, key: str, tmp_path: Path
) -> None:
    head = f'[workspace]\ntargets = ["{target}"]\n'
    words = CHOICES[KNOWN_TARGETS[target][key]]
    for table in (f"[targets.{target}]", f"[apis.a.{target}]"):
        for word in words:
            text = f'{head}{table}\n{key} = "{word}"\n'
            assert is_read(text, tmp_path)
            assert fits(text)
        text = f'{head}{table}\n{key} = "shut"\n'
        assert not is_read(text, tmp_path)
        assert not fits(text)


def test_choices_are_those_of_the_targets() -> None:
    assert CHOICES[KNOWN_TARGETS["python"]["formatter"]] == get_args(Formatter)
    assert CHOICES[KNOWN_TARGETS["models"]["style"]] == (*STYLES,)


def test_a_target_of_somebody_else(tmp_path: Path) -> None:
    text = '[apis.a]\ntargets = ["curl"]\n[apis.a.curl]\nanything = 7\n[targets.curl]\nout = "x"\n'
    assert is_read(text, tmp_path)
    assert fits(text)


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    printed: Any = json.loads(capsys.readouterr().out)
    assert printed == settings_schema()
