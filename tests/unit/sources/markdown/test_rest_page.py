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


@pytest.mark.parametrize("label", ["HTTP Request", "Endpoint", "URL", "Request", "请求URL"])
def test_a_label_is_no_title(tmp_path: Path, label: str) -> None:
    root, findings = read(
        tmp_path, f"# T\n\n## Drop a boat\n\n### {label}\n\n`DELETE /boats/<ID>`\n"
    )
    assert root["paths"]["/boats/{ID}"]["delete"]["operationId"] == "drop_boat"
    assert findings == []


ROWS = "| GET | /a | List them |\n| POST | /a | Add one |\n"
INDEX = f"| Method | Path | Description |\n|---|---|---|\n{ROWS}"


@pytest.mark.parametrize("title", ["Add one", "POST /a", "`POST` `/a`"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_section_tells_more_of_a_row(tmp_path: Path, title: str, is_first: bool) -> None:
    section = f'## {title}\n\n### Body\n\n```json\n{{"n": 1}}\n```\n\n'
    text = f"{INDEX}\n{section}" if is_first else f"{section}## Endpoints\n\n{INDEX}"
    root, findings = read(tmp_path, f"# T\n\n{text}")
    assert operations(root) == {("get", "/a"), ("post", "/a")}
    assert "requestBody" in root["paths"]["/a"]["post"]
    assert root["paths"]["/a"]["post"]["summary"] == "Add one"
    name = root["paths"]["/a"]["post"].get("operationId")
    assert name == ("add_one" if title == "Add one" else None)
    assert findings == []


def test_a_row_that_is_no_request_is_told(tmp_path: Path) -> None:
    root, findings = read(tmp_path, f"# T\n\n{INDEX}| LIST | /b | Other |\n")
    assert operations(root) == {("get", "/a"), ("post", "/a")}
    assert findings == ["7: this row is no request; it is left out"]


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("All requests use HTTP basic authentication.", {"type": "http", "scheme": "basic"}),
        ("Use a bearer token.", {"type": "http", "scheme": "bearer"}),
        ("```\ncurl -u key: https://h.test/a\n```", {"type": "http", "scheme": "basic"}),
        (
            '```\ncurl -H "X-Key: k" https://h.test/a\n```',
            {"type": "apiKey", "in": "header", "name": "X-Key"},
        ),
        (
            "```\ncurl https://h.test/a?api_key=k\n```",
            {"type": "apiKey", "in": "query", "name": "api_key"},
        ),
        ("Send the header `Idempotency-Key`.", None),
    ],
)
def test_credentials(tmp_path: Path, text: str, scheme: dict[str, str] | None) -> None:
    root, findings = read(tmp_path, f"# T\n\n{text}\n\n## Find\n\n`GET /a`\n")
    schemes = root.get("components", {}).get("securitySchemes", {})
    assert schemes.get("key") == scheme
    assert len(findings) == bool(scheme)
    assert "parameters" not in root["paths"]["/a"]["get"]


def test_other_credentials_are_told(tmp_path: Path) -> None:
    text = "```\ncurl -u k: https://h.test/a\ncurl -H 'X-Key: k' https://h.test/a\n```"
    _, findings = read(tmp_path, f"# T\n\n## Find\n\n`GET /a`\n\n{text}\n")
    assert findings == [
        "8: HTTP basic authentication is taken as the credentials of all requests",
        "8: the page shows the header `X-Key`, too; HTTP basic authentication counts",
    ]


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("Base URL: https://h.test/v1", "https://h.test/v1"),
        ("All requests go to `https://h.test/v1/`.", "https://h.test/v1"),
        ("The base URL is **https://h.test/v1**", "https://h.test/v1"),
        ("Values are [encoded](https://en.wiki.test/Percent) for the API server.", None),
    ],
)
def test_base_urls(tmp_path: Path, text: str, server: str | None) -> None:
    root, _ = read(tmp_path, f"# T\n\n{text}\n\n## GET /a\n")
    assert [one["url"] for one in root.get("servers", [])] == ([server] if server else [])


def test_addresses_below_and_beside_the_base(tmp_path: Path) -> None:
    text = "Base URL: https://h.test/v1\n\n## A\n\n`GET https://h.test/v1/a`\n\n"
    root, _ = read(tmp_path, f"{text}## B\n\n`GET http://h.test/b`\n")
    assert "servers" not in root["paths"]["/a"]["get"]
    assert root["paths"]["/b"]["get"]["servers"] == [{"url": "http://h.test"}]


def test_sections_of_commands_alone(tmp_path: Path) -> None:
    command = "```\ncurl -X POST '{{host}}/links/{code}?since=1' -d 'n=1'\n```\n\n"
    answer = '```json\n{"n": 1}\n```\n'
    root, findings = read(tmp_path, f"# T\n\n## Count a link\n\n{command}{answer}")
    operation = root["paths"]["/links/{code}"]["post"]
    assert operation["operationId"] == "count_link"
    assert [one["name"] for one in operation["parameters"]] == ["code", "since"]
    assert "application/x-www-form-urlencoded" in operation["requestBody"]["content"]
    assert operation["responses"]["200"]["content"]["application/json"]["example"] == {"n": 1}
    assert findings == []


def test_nothing_of_a_page_is_lost_unsaid(tmp_path: Path) -> None:
    text = (
        '# T\n\n```json\n{"a": 1}\n```\n\n## GET /a\n\n### Parameters\n\n- `x` and more\n'
        "- [see](#y)\n- A sentence.\n\n### Response\n\n```\nplain\n```\n\n"
        "```\ncurl -X POST https://h.test/other\n```\n\n## Broken\n\nURL: /b\n"
    )
    root, findings = read(tmp_path, text)
    assert findings == [
        "4: this sample belongs to no request; it is left out",
        "12: this item of the list is not understood; it is left out",
        "18: this sample is no JSON; taken as text/plain",
        "22: this sample sends POST https://h.test/other, which is another request; it is left out",
        "27: `/b` is told without its method; it is left out",
    ]
    assert "A sentence." in root["paths"]["/a"]["get"]["description"]


def test_answers_with_headers_and_other_media_types(tmp_path: Path) -> None:
    text = (
        "## GET /a\n\n### Response\n\n```http\nHTTP/1.1 206 Part\nContent-Type: application/xml\n"
        "X-Total: 12\n\n<a/>\n```\n\n**404**\n\n```json\n{}\n```\n\nReturns HTTP://h.test/123.\n"
    )
    root, _ = read(tmp_path, text)
    responses = root["paths"]["/a"]["get"]["responses"]
    assert responses.keys() == {"206", "404"}
    assert responses["206"]["headers"] == {"X-Total": {"schema": {"type": "integer"}}}
    assert responses["206"]["content"] == {"application/xml": {"schema": {"type": "string"}}}


def test_keys_that_are_values_make_a_map(tmp_path: Path) -> None:
    sample = '{"files": {"a.txt": {"n": 1}, "b/c": {"m": "x"}}, "n": 1}'
    root, _ = read(tmp_path, f"## GET /a\n\nResponse:\n\n```\n{sample}\n```\n")
    content = root["paths"]["/a"]["get"]["responses"]["200"]["content"]["application/json"]
    values = content["schema"]["properties"]["files"]["additionalProperties"]
    assert values["properties"] == {"n": {"type": "integer"}, "m": {"type": "string"}}


@pytest.mark.parametrize(
    "line",
    [
        "## GET /" + "(a)" * 20_000,
        "- `a` " + "(" * 20_000,
        "- a " + "*x " * 20_000,
        "- `a` " + "`" * 20_000,
        "- `a` one of " + "`a`, " * 20_000,
        "| " + "string " * 20_000 + "|",
        "Response:\n" * 5_000,
        "```\ncurl -d '" + "a=1&" * 20_000 + "\n```",
        "```\n" + "curl -d a=1 http://h/a\n" * 5_000 + "```",
        "<h2" * 20_000,
    ],
)
def test_hostile_lines_take_time_in_proportion(tmp_path: Path, line: str) -> None:
    table = "| Name | Description |\n|---|---|\n"
    root, _ = read(tmp_path, f"# T\n\n## GET /a\n\n### Parameters\n\n{table}{line}\n\n{line}\n")
    assert ("get", "/a") in operations(root)


def test_numbers_behind_a_plural_are_variables(tmp_path: Path) -> None:
    text = "## A\n\n`GET /api/2/boards/3/notes/2.json`\n\n## B\n\n`GET /status/5`\n"
    root, findings = read(tmp_path, text)
    path = "/api/2/boards/{board_id}/notes/{note_id}.json"
    assert operations(root) == {("get", path), ("get", "/status/5")}
    assert [one["schema"] for one in root["paths"][path]["get"]["parameters"]] == [
        {"type": "integer"},
        {"type": "integer"},
    ]
    told = "in GET /api/2/boards/3/notes/2.json is taken as a variable"
    assert findings == [f"3: `3` {told}, `board_id`", f"3: `2` {told}, `note_id`"]


def test_an_example_below_parameters_is_a_body(tmp_path: Path) -> None:
    code = "```\nPOST /a\n```\n\n"
    text = f'## A\n\n{code}### Parameters\n\n{TABLE}\n### Example\n\n```json\n{{"a": 1}}\n```\n'
    root, _ = read(tmp_path, text)
    operation = root["paths"]["/a"]["post"]
    assert operation["requestBody"]["content"]["application/json"]["example"] == {"a": 1}
    assert operation["responses"] == {"200": {"description": ""}}
