"""How new code calls PaddleFlow, by the client and by the page; type checkers read it."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from paddleflow import AsyncPaddleFlow, AuthenticationError, LoginError, PaddleFlow, documented
from paddleflow.models import (
    CreateRunRequest,
    ErrorEnvelope,
    GrantQueueRequest,
    QueueInfo,
)


def constructors() -> None:
    PaddleFlow("localhost", "user", "secret", 8999)
    PaddleFlow("localhost", port=8999)
    PaddleFlow(base_url="https://flow.example.com", username="user", password="secret")
    PaddleFlow()
    documented.Client("localhost", "user", "secret", "8999")
    documented.Client.over(PaddleFlow("localhost"))


def calls(client: PaddleFlow) -> None:
    client.grants.create(GrantQueueRequest(user_name="ada", queuename="night"))
    client.runs.create(CreateRunRequest(run_yaml_raw=Path("run.yaml")))
    assert_type([queue.name for queue in client.queues.list()], list[str])
    other = client.with_options(username="ada", password="secret")
    assert_type(other, PaddleFlow)
    assert_type(other.queues.get("night"), QueueInfo)


def errors(client: PaddleFlow) -> str:
    try:
        client.queues.get("night")
    except LoginError as error:
        assert_type(error.status_code, int | None)
        return str(error.request_id)
    except AuthenticationError as error:
        return error.message if isinstance(error.body, ErrorEnvelope) else ""
    return ""


async def async_calls() -> None:
    async with AsyncPaddleFlow("localhost", "user", "secret") as client:
        assert_type((await client.queues.get("night")).name, str)
        assert_type(client.with_options(username="a", password="b"), AsyncPaddleFlow)


def by_the_page(client: documented.Client) -> str | list[documented.RunBrief]:
    ret, response = client.list_run(maxsize=10)
    assert_type(ret, bool)
    if isinstance(response, str):
        return response
    assert_type(response["nextMarker"], str | None)
    return response["runList"]


def told_apart(client: documented.Client) -> str:
    result = client.show_queue("night")
    if result[0] is False:
        return result[1]
    return result[1].name


def both_forms(client: documented.Client) -> None:
    _, found = client.show_link("data")
    if isinstance(found, str):
        assert_type(found.code, str)
        assert_type(found.request_id, str | None)
    elif isinstance(found, documented.LinkInfo):
        assert_type(found.fspath, str)
