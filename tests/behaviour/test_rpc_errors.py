"""Errors as google.rpc.Status has them."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from tests.behaviour.server import Server

GOOGLE = "type.googleapis.com/google.rpc."


def envelope(*details: Any, code: int = 400, **more: Any) -> dict[str, Any]:
    """Write an error as Google's servers do."""
    error = {"code": code, "message": "Bad things.", "status": "INVALID_ARGUMENT", **more}
    return {"error": {**error, **({"details": list(details)} if details else {})}}


def raised(cargo: Any, server: Server, **settings: Any) -> Any:
    """Return the error of a call whose answer is in the script."""
    client = cargo.Cargo(base_url=server.url, token="t", **settings)
    with client, pytest.raises(cargo.StatusError) as caught:
        client.crates.get("a")
    return caught.value


def test_details_are_typed(cargo: Any, server: Server) -> None:
    details: list[dict[str, Any]] = [
        {"@type": f"{GOOGLE}ErrorInfo", "reason": "OFF", "domain": "cargo", "metadata": {"a": "b"}},
        {"@type": f"{GOOGLE}RetryInfo", "retryDelay": "1.5s"},
        {
            "@type": f"{GOOGLE}BadRequest",
            "fieldViolations": [
                {"field": "crate.weight", "description": "must be positive", "reason": "RANGE"}
            ],
        },
        {
            "@type": f"{GOOGLE}QuotaFailure",
            "violations": [{"subject": "project:1", "description": "used up", "quotaValue": "9"}],
        },
        {
            "@type": f"{GOOGLE}PreconditionFailure",
            "violations": [{"type": "TOS", "subject": "you", "description": "did not accept"}],
        },
        {"@type": f"{GOOGLE}ResourceInfo", "resourceType": "crate", "resourceName": "a"},
        {"@type": f"{GOOGLE}Help", "links": [{"description": "Read", "url": "https://h"}]},
        {"@type": f"{GOOGLE}LocalizedMessage", "locale": "de", "message": "Schlecht."},
        {"@type": f"{GOOGLE}DebugInfo", "stackEntries": ["f", "g"], "detail": "d"},
        {"@type": f"{GOOGLE}RequestInfo", "requestId": "r-1"},
        {"@type": "type.googleapis.com/acme.Own", "more": 1},
    ]
    server.answer(envelope(*details), 400)
    error = raised(cargo, server)
    names = [type(one).__name__ for one in error.details]
    assert names == [one["@type"].rpartition(".")[2] for one in details[:-1]] + ["dict"]
    info, retry, bad, quota, unmet, resource, help_, said, debug, request, own = error.details
    assert isinstance(info, cargo.ErrorInfo) and isinstance(bad, cargo.BadRequest)
    assert (info.reason, info.domain, info.metadata) == ("OFF", "cargo", {"a": "b"})
    assert retry.retry_delay == timedelta(seconds=1.5)
    assert bad.field_violations[0].field == "crate.weight"
    assert bad.field_violations[0].localized_message is None
    assert quota.violations[0].quota_value == 9
    assert unmet.violations[0].type == "TOS"
    assert (resource.resource_type, help_.links[0].url) == ("crate", "https://h")
    assert (said.message, debug.stack_entries) == ("Schlecht.", ["f", "g"])
    assert request.request_id == error.request_id == "r-1"
    assert own == {"@type": "type.googleapis.com/acme.Own", "more": 1}
    assert (error.reason, error.retry_after) == ("OFF", 1.5)
    status = error.rpc_status
    assert (status.code, status.status, status.message) == (400, "INVALID_ARGUMENT", "Bad things.")
    assert status.of_kind(cargo.ErrorInfo) == [info]
    assert str(error).endswith(
        "400 Bad Request: Bad things. (OFF; crate.weight: must be positive; "
        "project:1: used up; you: did not accept)"
    )


def test_the_older_form_and_the_list_form(cargo: Any, server: Server) -> None:
    errors = [
        {"domain": "global", "reason": "notFound", "message": "Bad things.", "locationType": "p"}
    ]
    for body in (envelope(code=404, errors=errors), [envelope(code=404, errors=errors)]):
        server.answer(body, 404, {"x-goog-request-id": "r-2"})
        error = raised(cargo, server)
        assert isinstance(error, cargo.NotFoundError)
        assert str(error).endswith(": Bad things. (notFound)")
        assert (error.reason, error.request_id, error.details) == ("notFound", "r-2", ())
        assert error.rpc_status.errors[0].location_type == "p"


@pytest.mark.parametrize(
    "body",
    [
        "plain words",
        {"error": "invalid_grant", "error_description": "no"},
        {"error": {"code": "x", "message": 7, "details": [1, {"@type": 3}], "errors": "none"}},
        {"error": {"details": [{"@type": f"{GOOGLE}ErrorInfo", "metadata": ["odd"], "reason": 5}]}},
        {"error": {"details": [{"@type": f"{GOOGLE}BadRequest", "fieldViolations": {"a": 1}}]}},
        {"details": []},
        [],
        [[]],
        None,
        {"error": None},
    ],
    ids=repr,
)
def test_odd_bodies_are_no_accident(cargo: Any, server: Server, body: Any) -> None:
    server.answer(body, 418)
    error = raised(cargo, server)
    assert error.status_code == 418
    assert isinstance(error.details, tuple)
    assert isinstance(str(error) + str(error.reason), str)


def test_bare_status_of_a_gateway(cargo: Any, server: Server) -> None:
    detail = {"@type": f"{GOOGLE}ErrorInfo", "reason": "WHY"}
    server.answer({"code": 5, "message": "no", "details": [detail]}, 404)
    error = raised(cargo, server)
    assert (error.reason, error.rpc_status.code) == ("WHY", 5)


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(
    ("status", "body", "headers", "waited"),
    [
        (429, envelope({"@type": f"{GOOGLE}RetryInfo", "retryDelay": "3s"}), {}, 3.0),
        (
            503,
            envelope({"@type": f"{GOOGLE}RetryInfo", "retryDelay": "3s"}),
            {"retry-after": "2"},
            2,
        ),
        (403, envelope(errors=[{"reason": "userRateLimitExceeded"}]), {"retry-after": "4"}, 4.0),
        (403, envelope(errors=[{"reason": "forbidden"}]), {"retry-after": "4"}, None),
        (503, envelope({"@type": f"{GOOGLE}RetryInfo", "retryDelay": "999s"}), {}, None),
    ],
)
def test_the_server_says_when_to_try_again(
    cargo: Any,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    is_async: bool,
    status: int,
    body: Any,
    headers: dict[str, str],
    waited: float | None,
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr("anyio.sleep", sleep)
    server.answer(body, status, headers)
    server.answer({"name": "a", "weight": "1"})

    async def soon() -> Any:
        transport = httpx2.AsyncHTTPTransport(verify=False)
        client = cargo.AsyncCargo(base_url=server.url, transport=transport)
        async with client, client.stream(client.crates.get, "a") as response:
            return await response.read()

    def call() -> Any:
        if is_async:
            return asyncio.run(soon())
        with cargo.Cargo(base_url=server.url) as client:
            return client.crates.get("a")

    if waited is None:
        with pytest.raises(cargo.StatusError):
            call()
    else:
        assert call()
    assert [seconds for seconds in slept if seconds] == ([waited] if waited else [])


def test_no_api_of_another_kind_loads_them(sdk: Any, server: Server) -> None:
    server.answer({"code": 5, "message": "no such item"}, 404)
    with sdk.Depot(base_url=server.url) as client, pytest.raises(sdk.NotFoundError) as caught:
        client.items.get("a")
    assert f"{sdk.__name__}._runtime.errors.rpc_status" not in sys.modules
    assert (caught.value.details, caught.value.rpc_status) == ((), None)
    assert not hasattr(sdk, "ErrorInfo")


def test_masks_leave_out_even_what_is_required(cargo: Any, server: Server) -> None:
    server.answer({"name": "a"})
    options = cargo.RequestOptions(fields="name")
    with cargo.Cargo(base_url=server.url) as client:
        crate = client.crates.get("a", options=options)
        server.answer({"crates": [{"name": "a"}, {"note": "n"}], "nextPageToken": "t"})
        page = client.crates.list(options=cargo.RequestOptions(fields="crates(name,note)"))
    assert dict(server.requests[0].query) == {"fields": "name"}
    assert (crate.name, crate.weight, crate.model_fields_set) == ("a", None, {"name"})
    assert crate.model_dump(by_alias=True, exclude_unset=True) == {"name": "a"}
    assert repr(crate) == "Crate(name='a')"
    assert [(one.name, one.note, one.weight) for one in page.items] == [
        ("a", None, None),
        (None, "n", None),
    ]
    assert page.next_page_token == "t"
