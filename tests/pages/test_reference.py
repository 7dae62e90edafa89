"""Reference pages against the code: settings, codes of findings, extensions of the normal form."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from tests.pages.markdown import ROOT, code_spans, table_rows

from specmill.config.keys import (
    API_KEYS,
    KNOWN_TARGETS,
    TARGET_KEYS,
    UPSTREAM_KEYS,
    WORKSPACE_KEYS,
)
from specmill.render.format import Formatter
from specmill.targets.models import STYLES

PACKAGE = ROOT / "generator" / "specmill"
REFERENCE = ROOT / "docs" / "reference"
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def rows(page: str) -> dict[str, list[dict[str, str]]]:
    """Return the rows of the tables of a page, by the heading above."""
    found: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for heading, row in table_rows(REFERENCE / page):
        found[heading].append(row)
    return found


def test_settings_are_those_of_the_code() -> None:
    tables = rows("settings.md")
    targets = tables.pop("[targets.<target>] and [apis.<name>.<target>]")
    own = [row for row in targets if "target" in row]
    said = {heading: kinds(table) for heading, table in tables.items()}
    assert said == {
        "[workspace]": WORKSPACE_KEYS,
        "[apis.<name>]": API_KEYS,
        "[apis.<name>.upstream]": UPSTREAM_KEYS,
    }
    assert kinds([row for row in targets if "target" not in row]) == TARGET_KEYS
    assert {(row["target"], row["key"]): row["value"] for row in own} == {
        (target, key): kind
        for target, keys in KNOWN_TARGETS.items()
        for key, kind in keys.items()
        if key not in TARGET_KEYS
    }


def kinds(table: list[dict[str, str]]) -> dict[str, str]:
    """Return the keys of a table of settings with the kinds of their values."""
    return {row["key"]: row["value"] for row in table}


def test_formatters_and_styles_are_those_of_the_code() -> None:
    spans = {span for _, span in code_spans(REFERENCE / "settings.md")}
    assert {*get_args(Formatter), *STYLES} - spans == set()


def test_codes_of_findings_are_those_of_the_code() -> None:
    tables = rows("findings.md")
    said = [row["code"] for table in tables.values() for row in table]
    assert len(set(said)) == len(said)
    assert set(said) == set(codes())


def codes() -> Iterator[str]:
    """Yield the codes in the code: the first argument of rows, and what is given as ``code``."""
    trees = [ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    places = {("Row", 0), *_places_of_code(nodes)}
    for call in (node for node in nodes if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        given = [value for index, value in enumerate(call.args) if (name, index) in places]
        given += [keyword.value for keyword in call.keywords if keyword.arg == "code"]
        for value in given:
            if isinstance(value, ast.Constant) and _CODE.fullmatch(str(value.value)):
                yield str(value.value)


def _places_of_code(nodes: list[ast.AST]) -> Iterator[tuple[str, int]]:
    """Yield functions and classes with the position of their argument ``code``."""
    for node in nodes:
        if isinstance(node, ast.FunctionDef):
            names = [one.arg for one in node.args.args if one.arg != "self"]
        elif isinstance(node, ast.ClassDef):
            targets = (one.target for one in node.body if isinstance(one, ast.AnnAssign))
            names = [one.id for one in targets if isinstance(one, ast.Name)]
        else:
            continue
        if "code" in names:
            yield node.name, names.index("code")


def test_extensions_are_those_of_the_code() -> None:
    known = re.compile(r"x-specmill-[a-z]+(?:-[a-z]+)*(?![\w-])")
    texts = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py")]
    said = {
        name
        for heading, row in table_rows(REFERENCE / "normal-form.md")
        if heading == "Extensions"
        for name in known.findall(row["extension"])
    }
    assert said == {name for text in texts for name in known.findall(text)}
