"""What the service sends: bodies of webhooks become models."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from tests.behaviour.conftest import PACKAGE


@pytest.fixture
def webhooks(sdk: Any) -> ModuleType:
    """The module of webhooks, by the name under which the package offers it."""
    module: ModuleType = sdk.webhooks
    assert module is import_module(f"{PACKAGE}.webhooks")
    return module


@pytest.mark.parametrize(
    "body",
    [
        b'{"at": "2026-05-04T03:02:01Z", "number": 7}',
        '{"at": "2026-05-04T03:02:01Z", "number": 7}',
        {"at": "2026-05-04T03:02:01Z", "number": 7},
    ],
)
def test_bytes_text_and_objects_are_read(webhooks: Any, body: Any) -> None:
    opened = webhooks.door_opened.parse(body)
    assert opened.at == datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)
    assert opened.number == 7


def test_what_does_not_fit_stays_as_it_came(webhooks: Any) -> None:
    opened = webhooks.door_opened.parse({"number": "the left one", "colour": "red"})
    assert (opened.number, opened.at, opened.colour) == ("the left one", None, "red")


def test_strict_reading_insists(webhooks: Any) -> None:
    with pytest.raises(ValueError, match=r"'door\.opened' does not fit: at: Field required"):
        webhooks.door_opened.parse({"number": 1}, strict=True)


def test_what_is_no_json_is_an_error(webhooks: Any) -> None:
    with pytest.raises(ValueError, match="is not JSON"):
        webhooks.door_opened.parse(b"<xml/>")


def test_forms_are_read(webhooks: Any) -> None:
    told = webhooks.feedback.parse(b"stars=5&words=very+good%21")
    assert (told.stars, told.words) == (5, "very good!")


def test_a_webhook_without_a_body_gives_nothing(webhooks: Any) -> None:
    assert webhooks.alive.parse(b"") is None


def test_webhooks_are_found_by_their_names(webhooks: Any) -> None:
    assert webhooks.by_name("door.opened") is webhooks.door_opened
    with pytest.raises(LookupError, match=r"there is no webhook 'door\.shut'"):
        webhooks.by_name("door.shut")
