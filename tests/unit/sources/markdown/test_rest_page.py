"""REST pages that are odd: what is read all the same, and what is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from specmill import sources
from specmill.diagnostics import Report, SpecmillError

TABLE = "| Name | Type |\n|---|---|\n| a | integer |\n"


def read(folder: Path, text: str) -> tuple[dict[str, Any], list[str]]:
    page = folder / "page.md"
    page.write_text(text, "utf-8")
    report = Report()
    root = sources.read(page, report=report).root
    return root, [f"{one.location and one.location.line}: {one.what}" for one in report.findings]


def operations(root: dict[str, Any]) -> set[tuple[str, str]]:
    return {(verb, path) for path, item in root["paths"].items() for verb in item}


def test_a_page_without_requests_says_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(SpecmillError, match="no request and no method"):
        read(tmp_path, "# Notes\n\nThe verb GET is a word, and /path is a folder.\n")


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("## GET /a", ("get", "/a")),
        ("## Get /a", ("get", "/a")),
        ("## `DELETE /a/{id}`", ("delete", "/a/{id}")),
        ("## Find (PATCH /a/:id)", ("patch", "/a/{id}")),
        ("## Find\n\n`POST https://h.test/v1/a/<int:id>`", ("post", "/v1/a/{id}")),
        ("## Find\n\n**PUT** `/a`", ("put", "/a")),
        ("## Find\n\nEndpoint: GET /a", ("get", "/a")),
        ("## Find\n\n```http\nGET /a?x=1 HTTP/1.1\nHost: h.test\n```", ("get", "/a")),
        ("GET /a", ("get", "/a")),
    ],
)
def test_where_requests_stand(tmp_path: Path, section: str, expected: tuple[str, str]) -> None:
    root, findings = read(tmp_path, f"# T\n\n{section}\n")
    assert operations(root) == {expected}
    assert findings == []


def test_a_request_in_its_own_section_is_an_example(tmp_path: Path) -> None:
    text = "## GET /a/{id}\n\n```\nGET /a/5\n```\n\n### Example\n\n```\nGET /b\n```\n"
    root, findings = read(tmp_path, text)
    assert operations(root) == {("get", "/a/{id}")}
    assert findings == []


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    text = (
        f"# T\n\n| What |\n|---|\n| x |\n\n## GET /a\n\n### Notes\n\n{TABLE}\n"
        "### Response\n\n```json\n{broken\n```\n\n## GET /a\n\nAgain.\n"
    )
    _, findings = read(tmp_path, text)
    assert findings == [
        "3: this table belongs to no request; it is left out",
        "11: this table is neither parameters nor fields; it is left out",
        "18: this sample is no JSON; it is left out",
        "21: GET /a is documented again; the first section counts",
    ]


def test_samples_with_comments_and_dots(tmp_path: Path) -> None:
    sample = '{"url": "http://h//x", // where\n "n": [1, 2.5, ...], /* more */ "o": null,\n}'
    root, findings = read(tmp_path, f"## GET /a\n\nResponse:\n\n```\n{sample}\n```\n")
    answer = root["paths"]["/a"]["get"]["responses"]["200"]["content"]["application/json"]
    assert answer["example"] == {"url": "http://h//x", "n": [1, 2.5], "o": None}
    assert answer["schema"]["properties"] == {
        "url": {"type": "string"},
        "n": {"type": "array", "items": {"type": "number"}},
        "o": {},
    }
    assert findings == []


def test_two_samples_without_a_label_are_body_and_answer(tmp_path: Path) -> None:
    text = '## POST /a\n\n```json\n{"a": 1}\n```\n\n```json\n{"b": "x"}\n```\n'
    root, _ = read(tmp_path, text)
    operation = root["paths"]["/a"]["post"]
    assert operation["requestBody"]["content"]["application/json"]["example"] == {"a": 1}
    shown = operation["responses"]["200"]["content"]["application/json"]["example"]
    assert shown == {"b": "x"}


def test_a_table_tells_types_and_a_sample_adds_fields(tmp_path: Path) -> None:
    text = f'## GET /a\n\n### Response 201\n\n{TABLE}\n```json\n{{"a": 1, "b": true}}\n```\n'
    root, _ = read(tmp_path, text)
    schema = root["paths"]["/a"]["get"]["responses"]["201"]["content"]["application/json"]["schema"]
    assert schema["properties"] == {"a": {"type": "integer"}, "b": {"type": "boolean"}}


@pytest.mark.parametrize("kind", ["string", "integer", "boolean"])
def test_what_stands_in_brackets_may_be_a_mark(tmp_path: Path, kind: str) -> None:
    table = f"| Name | Type |\n|---|---|\n| a | {kind} (required) |\n| b | {kind} (optional) |\n"
    root, findings = read(tmp_path, f"# T\n\n## GET /a\n\n{table}")
    needed = [one.get("required") for one in root["paths"]["/a"]["get"]["parameters"]]
    assert needed == [True, None]
    assert findings == []


def test_addresses_of_two_servers(tmp_path: Path) -> None:
    text = "## A\n\n`GET https://one.test/a`\n\n## B\n\n`GET https://two.test/b`\n"
    root, _ = read(tmp_path, text)
    assert "servers" not in root
    assert root["paths"]["/a"]["get"]["servers"] == [{"url": "https://one.test"}]
    assert root["paths"]["/b"]["get"]["servers"] == [{"url": "https://two.test"}]


def test_a_request_has_the_line_of_its_section(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# T\n\n## GET /a\n\n{TABLE}", "utf-8")
    document = sources.read(page, report=Report())
    assert document.locate("/paths/~1a/get").line == 3
    assert document.locate("/paths/~1a/get/parameters/0").line == 7


def test_long_pages_take_time_in_proportion(tmp_path: Path) -> None:
    sections = "".join(f"## GET /a{index}\n\n{TABLE}\n" for index in range(2000))
    root, findings = read(tmp_path, f"# T\n\n{sections}## {'GET ' * 50_000}\n")
    assert len(root["paths"]) == 2000
    assert findings == []
