"""Names of APIs that nobody has named: after their files, their titles, or the last run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.pages.markdown import ROOT, table_rows

import specmill
from specmill.diagnostics import UsageError
from specmill.pipeline.api_names import of_file, of_title, suggested, tells_nothing
from specmill.sources import title_in

PAGE = """\
---
layout: api
---
```sh
# not a heading
```
{heading}

The base URL is `https://shop.example.com`.
"""


def written(file: Path, title: str, path: str = "/a") -> Path:
    """Write a small spec of this title."""
    operation = {"operationId": "getA", "responses": {"204": {"description": "Done."}}}
    info = {"title": title, "version": "1"}
    spec = {"openapi": "3.1.0", "paths": {path: {"get": operation}}, "info": info}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(spec), encoding="utf-8")
    return file


def named(content: bytes, file: str = "openapi.yaml") -> str:
    return suggested(file, lambda: title_in(content, file)).name


def packages(out: Path) -> list[str]:
    return sorted(one.parent.name for one in out.glob("*/__init__.py"))


@pytest.mark.parametrize(
    "stem",
    [
        *("openapi", "Swagger", "spec", "spec3", "api", "api-docs", "v1", "openapi.v3"),
        *("swagger-2.0", "index", "source", "discovery", "schema", "definition", "reference"),
        *("document", "README", "openapi.bundled", "", "описание"),
    ],
)
def test_files_that_are_called_after_what_they_are(stem: str) -> None:
    assert tells_nothing(stem)


@pytest.mark.parametrize("stem", ["petstore", "petstore.openapi", "github-api", "127"])
def test_files_that_are_called_after_their_api(stem: str) -> None:
    assert not tells_nothing(stem)
    assert suggested(f"{stem}.json", lambda: pytest.fail("the content is not needed")).name == stem


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Demo", "demo"),
        ("The Foo API – Version 2.0", "foo"),
        ("The Foo API – Version 2.0 for all of our partners and customers", "foo"),
        ("Swagger Petstore - OpenAPI 3.0", "swagger_petstore"),
        ("GitHub v3 REST API", "github"),
        ("Acme API Reference Documentation v3.4", "acme"),
        ("Acme API 2024-01-01", "acme"),
        ("Acme - Version 3.0.0-rc.1", "acme"),
        ("Acme: Orders", "acme_orders"),
        ("Acme’s Orders (v2)", "acme_orders"),
        ("Google Docs API", "google_docs"),
        ("Office 365", "office_365"),
        ("S3", "s3"),
        ("Größe & Maße", "grosse_masse"),
        ("订单 Orders API", "orders"),
        ("My Shop", "shop"),
        ("My-Shop Co.", "my_shop_co"),
        ("Calendar API", "calendar_api"),
        ("Plain Storage of Everything in Many Small Boxes", "plain_storage_of_everything_in_many"),
        ("x" * 90, "x" * 40),
    ],
)  # fmt: skip
def test_titles(title: str, name: str) -> None:
    assert of_title(title) == name


def test_titles_of_the_guide() -> None:
    rows = [row for _, row in table_rows(ROOT / "docs/guides/names.md") if "title" in row]
    names = {row["title"]: row["package"].strip("`") for row in rows}
    assert len(names) > 5
    for titles, name in names.items():
        if "Discovery" not in titles:
            found = {of_title(one) for one in titles.split(", ")}
            assert found == ({""} if name == "openapi" else {name})


@pytest.mark.parametrize(
    "title",
    [
        *("", " ", "!!!", "订单服务", "API", "T", "The API", "My API", "OpenAPI definition", "v2"),
        *("FastAPI", "Api Documentation", "Swagger 2.0"),
    ],
)
def test_titles_that_say_nothing(title: str, tmp_path: Path) -> None:
    assert of_title(title) == ""
    assert of_file(written(tmp_path / "openapi.json", title)) == "openapi"


def test_yaml_is_read_up_to_its_title() -> None:
    text = b"openapi: 3.1.0\ninfo: &head {title: Demo, version: 1}\npaths: [broken"
    assert named(text) == "demo"
    assert named(b"info: {title: [1]}") == "openapi"
    assert named(b"paths: {}\n---\n") == "openapi"


def test_a_discovery_document_is_named_as_google_names_it() -> None:
    named = {"name": "oauth2", "version": "v2", "title": "Google OAuth2 API"}
    content = json.dumps({"discoveryVersion": "v1", **named}).encode()
    found = suggested("discovery.json", lambda: title_in(content, "discovery.json"))
    assert (found.name, found.package, found.whole) == ("oauth2", "oauth2_v2", "oauth2_v2")


@pytest.mark.parametrize("heading", ["# Corner Shop API #", "Corner Shop\n==========="])
def test_a_page_is_named_by_its_heading(heading: str) -> None:
    content = PAGE.format(heading=heading).encode()
    assert named(content, "README.md") == "corner_shop"
    titled = content.replace(b"layout: api", b"title: 'Inner Shop'")
    assert named(titled, "api.md") == "inner_shop"
    assert named(b"no heading", "api.md") == "api"


def test_what_is_no_spec_keeps_the_name_of_its_file(tmp_path: Path) -> None:
    for content in (b"", b"\xff\xfe", b"{", b"[1]", b'{"info": 1}', b"\0"):
        assert named(content, "spec.json") == "spec"
    assert of_file(tmp_path / "openapi.yaml") == "openapi"


def test_a_title_that_changes_renames_no_package(tmp_path: Path) -> None:
    spec, out = tmp_path / "openapi.json", tmp_path / "sdk"
    specmill.generate(written(spec, "Demo"), out=out)
    specmill.generate(written(spec, "Demonstration"), out=out)
    assert packages(out) == ["demo"]
    specmill.generate(spec, out=out, name="other")
    with pytest.raises(UsageError, match="specmill.lock has 'demo' and 'other' of this source"):
        specmill.generate(spec, out=out)


def test_a_name_that_was_given_stays(tmp_path: Path) -> None:
    spec, out = written(tmp_path / "openapi.json", "Demo"), tmp_path / "sdk"
    specmill.generate(spec, out=out, name="acme")
    specmill.generate(spec, out=out)
    assert packages(out) == ["acme"]


def test_two_specs_of_one_title_do_not_share_a_package(tmp_path: Path) -> None:
    out = tmp_path / "sdk"
    specmill.generate(written(tmp_path / "a/openapi.json", "Demo"), out=out)
    other = written(tmp_path / "b/openapi.json", "Demo", "/b")
    with pytest.raises(UsageError, match="the spec would be 'demo', as the package of another"):
        specmill.generate(other, out=out)
    specmill.generate(other, out=out, name="demo")
    assert "/b" in "".join(one.read_text() for one in out.glob("demo/resources/*.py"))


def test_a_spec_that_was_moved_goes_on(tmp_path: Path) -> None:
    out = tmp_path / "sdk"
    specmill.generate(written(tmp_path / "a/openapi.json", "Demo"), out=out)
    (tmp_path / "a").rename(tmp_path / "b")
    specmill.generate(tmp_path / "b/openapi.json", out=out)
    assert packages(out) == ["demo"]


def test_a_package_of_an_older_run_keeps_its_name(tmp_path: Path) -> None:
    spec, out = written(tmp_path / "openapi.json", "Demo"), tmp_path / "sdk"
    specmill.generate(spec, out=out, name="openapi")
    lock = out / "specmill.lock"
    lines = lock.read_text().splitlines(keepends=True)
    lock.write_text("".join(line for line in lines if '"source"' not in line))
    specmill.generate(spec, out=out)
    assert packages(out) == ["openapi"]
