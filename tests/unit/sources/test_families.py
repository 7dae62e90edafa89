"""Families are told apart by content, and strangers get a hint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from specmill.diagnostics import Report, SpecmillError
from specmill.document.document import Document

Read: TypeAlias = Callable[..., Document]


@pytest.mark.parametrize(
    ("spec", "family"),
    [
        ({"swagger": "2.0", "paths": {}}, "swagger2"),
        ({"swagger": 2.0, "paths": {}}, "swagger2"),
        ({"openapi": "3.0.4", "paths": {}}, "openapi3"),
        ({"openapi": "3.1.1", "components": {}}, "openapi3"),
        ({"openapi": "3.2.0", "paths": {}}, "openapi3"),
        (
            {
                "kind": "discovery#restDescription",
                "name": "a",
                "version": "v1",
                "rootUrl": "https://a.example/",
            },
            "discovery",
        ),
    ],
)
def test_family(read: Read, spec: dict[str, Any], family: str) -> None:
    document = read(spec)
    assert document.family == family
    assert document.root["openapi"] == "3.1.0"


@pytest.mark.parametrize(
    ("spec", "hint"),
    [
        ({"asyncapi": "3.0.0"}, "AsyncAPI"),
        ({"overlay": "1.0.0", "actions": []}, "Overlay"),
        ({"data": {"__schema": {}}}, "GraphQL"),
        ({"_type": "export", "resources": []}, "Insomnia"),
        ({"log": {"entries": []}}, "HAR"),
        ({"$schema": "x", "type": "object"}, "JSON Schema"),
        ({"openapi": "2.1"}, "'2.1' is not supported"),
        ({}, "expected OpenAPI"),
    ],
)
def test_strangers_are_named(read: Read, spec: dict[str, Any], hint: str) -> None:
    with pytest.raises(SpecmillError, match=hint):
        read(spec)


def test_a_missing_title_and_version_are_filled_in_with_a_finding(
    read: Read, report: Report
) -> None:
    info = read({"openapi": "3.1.0", "paths": {}}).root["info"]
    assert info == {"title": "spec", "version": "0"}
    assert len(report.findings) == 2


def test_slips_of_yaml_are_mended_with_a_finding(read: Read, report: Report) -> None:
    document = read("openapi: 3.0.3\ninfo: {title: T, version: 1.10, description: }\npaths: {}\n")
    assert document.root["info"] == {"title": "T", "version": "1.10"}
    assert sorted(str(finding).partition("warning: ")[2] for finding in report.findings) == [
        "`description` is null; taken as absent, at /info/description [null-value]",
        "`version` is a number; taken as the string '1.10', at /info/version; quote it "
        "[unquoted-text]",
    ]


def test_unknown_fields_are_kept_with_a_finding(read: Read, report: Report) -> None:
    document = read({"openapi": "3.1.0", "info": {"title": "T", "version": "1", "mood": 1}})
    assert document.root["info"]["x-specmill-extra"] == {"mood": 1}
    assert [finding.what for finding in report.findings] == [
        "the field `mood` is unknown here; kept under x-specmill-extra"
    ]
