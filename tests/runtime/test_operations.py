"""Long-running operations without a server: what names lead where, and what errors say."""

from __future__ import annotations

import random
import re
import time
from typing import Any

import pytest
from sample_sdk._runtime.errors.api_errors import OperationError
from sample_sdk._runtime.operations.long_running import (
    FollowUp,
    failure_of,
    find_parameters,
    message_type_names,
)
from sample_sdk._runtime.operations.templates import values_in

LOCATIONS = "projects/*/locations/*/operations/*"
BY_NAME = FollowUp("a", "GET /v1/{name}", patterns={"name": LOCATIONS}, reserved=("name",))
OLD = FollowUp("b", "GET /v1/projects/{project}/zones/{zone}/operations/{id}")
APPS = FollowUp("c", "GET /v1/apps/{app}/operations/{id}")
ANY = FollowUp("d", "GET /v1/operations/{name}", patterns={"name": "**"}, reserved=("name",))


@pytest.mark.parametrize(
    ("follow_ups", "text", "expected"),
    [
        ((BY_NAME, OLD), "projects/p/locations/l/operations/1", (BY_NAME, "projects/p/")),
        ((BY_NAME, OLD), "https://x/v1/projects/p/zones/a%2Fb/operations/1", (OLD, "a/b")),
        ((BY_NAME, OLD), "projects/p/zones/z/operations/1", (OLD, "z")),
        ((APPS,), "apps/a/operations/1", (APPS, "a")),
        ((APPS,), "v1/apps/a/operations/1", (APPS, "a")),
        ((ANY, BY_NAME), "projects/p/locations/l/operations/1", (BY_NAME, "projects/p/")),
        ((ANY,), "operations/1", (ANY, "1")),
        ((ANY,), "1", (ANY, "1")),
        ((APPS,), "1", None),
        ((BY_NAME, OLD), "projects/p", None),
    ],
)
def test_a_name_tells_which_request_is_about_it(
    follow_ups: tuple[FollowUp, ...], text: str, expected: tuple[FollowUp, str] | None
) -> None:
    found = find_parameters(follow_ups, [text], None)
    assert (found and found[0]) == (expected and expected[0])
    if found is not None and expected is not None:
        assert any(value.startswith(expected[1]) for value in found[1].values())


def test_parameters_of_the_call_complete_a_name() -> None:
    known = {"project": "p", "zone": "z", "other": 1}
    assert find_parameters((OLD,), ["op-1"], known) == (
        OLD,
        {"project": "p", "zone": "z", "id": "op-1"},
    )


def test_types_of_messages() -> None:
    names = list(message_type_names("type.googleapis.com/google.cloud.x.v1.Outer.Inner"))
    assert names[0] == "GoogleCloudXV1OuterInner"
    assert names[-2:] == ["OuterInner", "Inner"]


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        ({"code": 9, "message": "m"}, 9, "m"),
        ({"errors": [{"code": "X", "message": "m"}, {"code": "Y"}]}, "X", "m"),
        ({"errors": []}, None, ""),
        ("m", None, "m"),
        (None, None, ""),
    ],
)
def test_failures_of_all_forms(error: Any, code: Any, message: str) -> None:
    said = failure_of(error)
    assert (said.get("code"), said.get("message", "")) == (code, message)


def test_an_error_explains_itself() -> None:
    info = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "RAIN"}
    other = {"@type": "x", "why": "rain"}
    error = OperationError("m", body={"code": 9, "details": [info, other]})
    assert error.reason == "RAIN"
    assert error.details[1] == other
    assert OperationError("m").details == ()


EXPRESSIONS = {"*": "[^/]+", "**": "(?s:.+)"}


def expression(parts: list[str]) -> str:
    """Write a template for an engine that goes back and tries again."""

    def of(pattern: str) -> str:
        split = re.split(r"(\*\*|\*)", pattern)
        return "".join(EXPRESSIONS.get(piece) or re.escape(piece) for piece in split)

    return "".join(
        f"({of(part)})" if index % 2 else re.escape(part) for index, part in enumerate(parts)
    )


def test_templates_read_what_expressions_read() -> None:
    choose = random.Random(3)
    fitting = 0
    for _ in range(20_000):
        parts = [
            "".join(choose.choice("a/b*") for _ in range(choose.randint(0, 3)))
            for _ in range(choose.choice((1, 3, 5)))
        ]
        text = "".join(choose.choice("a/b*\n") for _ in range(choose.randint(0, 8)))
        wanted = re.fullmatch(expression(parts), text)
        read = values_in(text, parts)
        assert read == (None if wanted is None else [*wanted.groups()]), (parts, text)
        fitting += wanted is not None
    assert fitting > 200


@pytest.mark.parametrize("pattern", ["*a*a*a*a*a*a*b", "**/**/**/**/**/x", "**a**a**a**a/b"])
def test_no_name_of_a_server_takes_long(pattern: str) -> None:
    follow_up = FollowUp("a", "GET /v1/{name}", patterns={"name": pattern}, reserved=("name",))
    started = time.perf_counter()
    assert follow_up.parameters_in("a" * 5000) is None
    assert follow_up.parameters_in("a/" * 5000) is None
    assert time.perf_counter() - started < 5
