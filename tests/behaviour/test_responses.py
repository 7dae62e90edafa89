"""What comes back: typed data, lenient and strict reading, errors, raw and streamed responses."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server


def test_unknown_values_extra_fields_and_missing_ones_are_no_error(
    call: Caller, sdk: Any, server: Server
) -> None:
    server.answer({"kind": "CRATE", "surprise": {"a": [1]}, "parent": {"kind": "BOX"}})
    item = call("items.get", "a")
    assert isinstance(item, sdk.models.Item)
    assert item.kind == "CRATE"
    assert item.name is None
    assert item.surprise == {"a": [1]}
    assert isinstance(item.parent, sdk.models.Item)
    assert item.model_dump(by_alias=True, exclude_unset=True) == {
        "kind": "CRATE",
        "surprise": {"a": [1]},
        "parent": {"kind": "BOX"},
    }


def test_the_repr_of_what_does_not_fit_shows_unknown_fields(call: Caller, server: Server) -> None:
    for sent, shown in (
        ({"name": "n", "surprise": 1}, "Item(name='n', surprise=1)"),
        ({"Name": "n"}, "Item(Name='n')"),
        ({"name": 7, "surprise": 1}, "Item(name=7, surprise=1)"),
    ):
        server.answer(sent)
        assert repr(call("items.get", "a")) == shown


def test_values_of_the_wrong_type_are_kept(call: Caller, server: Server) -> None:
    server.answer({"name": 7, "createTime": "yesterday", "labels": "none", "sizeBytes": "12"})
    item = call("items.get", "a")
    assert (item.name, item.create_time, item.labels) == (7, "yesterday", "none")
    assert item.size_bytes == 12


def test_strict_clients_insist(call: Caller, sdk: Any, server: Server) -> None:
    server.answer({"kind": "BOX"})
    with pytest.raises(sdk.DecodeError) as raised:
        call("items.get", "a", settings={"strict": True})
    assert raised.value.operation_id == "getItem"
    assert raised.value.content == b'{"kind": "BOX"}'
    server.answer({"kind": "CRATE", "name": "open enums stay open", "more": 1})
    assert call("items.get", "a", options=sdk.RequestOptions(strict=True)).kind == "CRATE"


def test_content_that_is_no_json_is_an_error(call: Caller, sdk: Any, server: Server) -> None:
    server.answer("<html>")
    with pytest.raises(sdk.DecodeError):
        call("items.get", "a")


@pytest.mark.parametrize(
    ("dotted", "arguments"),
    [
        ("items.get", ["a"]),
        ("animals.list", []),
        ("permits.update", ["p", {}]),  # its required fields are constants
    ],
)
def test_an_empty_answer_is_no_object_and_no_list(
    call: Caller, sdk: Any, server: Server, dotted: str, arguments: list[Any]
) -> None:
    for strict in (False, True):
        server.answer(status=200, headers={"content-type": "application/json", "x-request-id": "7"})
        with pytest.raises(sdk.DecodeError, match="the body is empty") as raised:
            call(dotted, *arguments, settings={"strict": strict, "max_retries": 0})
        assert (raised.value.content, raised.value.status_code) == (b"", 200)
        assert (raised.value.request_id, raised.value.headers["x-request-id"]) == ("7", "7")


def test_an_empty_answer_is_no_page(call: Caller, sdk: Any, server: Server) -> None:
    server.answer(status=200, headers={"content-type": "application/json"})
    with pytest.raises(sdk.DecodeError, match="the body is empty"):
        call("crates.list", then=_listed)


def _listed(pages: Any) -> Any:
    async def items() -> list[Any]:
        return [item async for item in pages]

    return items() if hasattr(pages, "__aiter__") else list(pages)


@pytest.mark.parametrize(
    ("dotted", "arguments", "status", "shown"),
    [
        ("items.get", ["a"], 204, "None"),  # 204 and 205 have no content, whatever was promised
        ("items.get", ["a"], 205, "None"),
        ("depots.get", ["d"], 200, "Building()"),  # no field of it is required
        ("items.batch", [[]], 200, "None"),  # a map has no fields
    ],
)
def test_nothing_is_an_answer_where_nothing_is_required(
    call: Caller, server: Server, dotted: str, arguments: list[Any], status: int, shown: str
) -> None:
    server.answer(status=status)
    assert repr(call(dotted, *arguments)) == shown


def test_null_is_not_left_out(call: Caller, server: Server) -> None:
    server.answer({"name": "n", "colour": None})
    item = call("items.get", "a")
    assert item.model_fields_set == {"name", "colour"}


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ({"animalType": "fish", "depth": 3}, "Fish"),
        ({"animalType": "bird", "wingSpan": 0.5}, "Bird"),
        ({"animalType": "worm", "depth": 3}, "Animal"),
        ({"animalType": "fish", "depth": "deep"}, "Fish"),
        ({"name": "unnamed kind"}, "Animal"),
    ],
)
def test_discriminators_choose(
    call: Caller, sdk: Any, server: Server, sent: dict[str, Any], name: str
) -> None:
    server.answer([sent])
    (animal,) = call("animals.list")
    assert type(animal).__name__ == name
    assert animal.model_dump(by_alias=True, exclude_unset=True, warnings=False) == sent


def test_members_of_a_union_as_body(call: Caller, sdk: Any, server: Server) -> None:
    sent = {"animalType": "bird", "wingSpan": 0.5}
    for body in (sdk.models.Bird(animal_type="bird", wing_span=0.5), sent):
        server.answer(sent)
        assert isinstance(call("animals.create", body), sdk.models.Bird)
        assert server.last.json() == sent


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "ClientError"),
        (422, "UnprocessableError"),
        (501, "ServerError"),
    ],
)
def test_errors_are_typed(call: Caller, sdk: Any, server: Server, status: int, name: str) -> None:
    server.answer({"code": 5, "message": "no such item"}, status, {"x-request-id": "r1"})
    with pytest.raises(getattr(sdk, name)) as raised:
        call("items.get", "a")
    error = raised.value
    assert type(error).__name__ == name
    assert (error.status_code, error.request_id, error.operation_id) == (status, "r1", "getItem")
    assert isinstance(error.body, sdk.models.Problem)
    assert error.body.code == 5
    assert "no such item" in str(error)
    assert "secret" not in f"{error} {error!r} {vars(error)}"


def test_an_operation_has_errors_of_its_own(call: Caller, sdk: Any, server: Server) -> None:
    server.answer({"holder": "me"}, 409)
    with pytest.raises(sdk.ConflictError) as raised:
        call("items.create", {"name": "n"})
    assert isinstance(raised.value.body, sdk.models.Taken)
    server.answer("plain words", 502)
    with pytest.raises(sdk.ServerError) as raised:
        call("items.create", {"name": "n"})
    assert raised.value.body == "plain words"


def test_no_connection(sdk: Any) -> None:
    client = sdk.Depot(base_url="http://127.0.0.1:9", max_retries=0)
    with client, pytest.raises(sdk.ConnectionFailedError):
        client.ping()


def test_binary_downloads(call: Caller, server: Server) -> None:
    content = bytes(range(256))
    server.answer(content)
    assert call("files.get", "x") == content
    assert server.last.headers["accept"] == "application/octet-stream"


def test_streamed_downloads(client: Any, server: Server, tmp_path: Path) -> None:
    content = bytes(range(256)) * 4000
    server.answer(content)
    with client.stream(client.files.get, "x") as response:
        assert response.status_code == 200
        assert b"".join(response.iter_bytes(1000)) == content
    server.answer(content)
    with client.stream(client.files.get, "x") as response:
        assert response.save(tmp_path / "saved") == len(content)
    assert (tmp_path / "saved").read_bytes() == content


def test_async_streamed_downloads(sdk: Any, server: Server, tmp_path: Path) -> None:
    content = bytes(range(256)) * 4000
    server.answer(content)
    server.answer(content)

    async def main() -> None:
        async with sdk.AsyncDepot(base_url=server.url) as client:
            async with client.stream(client.files.get, "x") as response:
                assert b"".join([chunk async for chunk in response.iter_bytes(1000)]) == content
            async with client.stream(client.files.get, "x") as response:
                assert await response.save(tmp_path / "saved") == len(content)

    asyncio.run(main())
    assert (tmp_path / "saved").read_bytes() == content


def test_errors_of_streams(client: Any, sdk: Any, server: Server) -> None:
    server.answer({"code": 5, "message": "no"}, 404)
    with pytest.raises(sdk.NotFoundError) as raised, client.stream(client.files.get, "x"):
        pytest.fail("the block must not run")
    assert raised.value.body.message == "no"


def test_raw_responses(client: Any, sdk: Any, server: Server) -> None:
    server.answer({"name": "n"}, 201, {"x-request-id": "r2", "etag": "7"})
    response = client.raw(client.items.create, {"name": "n"})
    assert isinstance(response.data, sdk.models.Item)
    assert (response.status_code, response.request_id) == (201, "r2")
    assert response.headers["etag"] == "7"
    assert response.json() == {"name": "n"}


def test_async_raw_responses(sdk: Any, server: Server) -> None:
    server.answer({"items": [{"name": "n"}]}, headers={"etag": "7"})

    async def main() -> None:
        async with sdk.AsyncDepot(base_url=server.url) as client:
            response = await client.raw(client.items.list, page_size=1)
            assert response.headers["etag"] == "7"
            assert [item.name for item in response.data.items] == ["n"]

    asyncio.run(main())
