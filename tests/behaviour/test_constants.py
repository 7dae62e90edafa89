"""Values that have no choice: filled in where they are needed, left out where they are not."""

from __future__ import annotations

from typing import Any

from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server


def test_needed_constants_are_sent(call: Caller, sdk: Any, server: Server) -> None:
    server.answer({"kind": "permit", "formVersion": 3})
    permit = sdk.models.Permit(holder="me", subject=sdk.models.Person(name="Ada"))
    call("permits.update", "p1", permit)
    sent = server.last
    assert sent.target == "/v2/permits/p1?form=plain"
    assert sent.headers["x-form"] == "7"
    assert sent.json() == {
        "kind": "permit",
        "formVersion": 3,
        "holder": "me",
        "subject": {"type": "person", "name": "Ada"},
    }


def test_a_constant_that_is_given_wins(call: Caller, sdk: Any, server: Server) -> None:
    """An enumeration of one may grow; nobody has to wait for a new client."""
    server.answer({"kind": "permit", "formVersion": 4})
    permit = sdk.models.Permit(formVersion=4, renewable=True)
    answer = call("permits.update", "p1", permit, edition="v3", draft=True)
    assert server.last.target == "/v3/permits/p1?form=plain&draft=true"
    assert server.last.json() == {"kind": "permit", "formVersion": 4, "renewable": True}
    assert answer.form_version == 4


def test_a_mapping_gets_the_constants_that_it_lacks(call: Caller, server: Server) -> None:
    server.answer({"kind": "permit", "formVersion": 3})
    call("permits.update", "p1", {"holder": "me", "formVersion": 4, "subject": {"name": "Ada"}})
    assert server.last.json() == {
        "kind": "permit",
        "formVersion": 4,
        "holder": "me",
        "subject": {"name": "Ada"},
    }


def test_constants_show_like_what_was_set(sdk: Any) -> None:
    permit = sdk.models.Permit(holder="me")
    assert repr(permit) == "Permit(kind='permit', form_version=3, holder='me')"
    assert permit.renewable is None
    assert "renewable" not in permit.model_fields_set


def test_what_was_read_goes_back_as_it_came(call: Caller, sdk: Any, server: Server) -> None:
    server.answer({"kind": "permit", "formVersion": 3, "subject": {"name": "here", "floor": 2}})
    answer = call("permits.update", "p1", {"holder": "me"})
    assert type(answer.subject) is sdk.models.Office
    server.answer({"kind": "permit", "formVersion": 3})
    call("permits.update", "p1", answer)
    assert server.last.json()["subject"] == {"name": "here", "floor": 2}


def test_a_missing_constant_tells_the_members_of_a_union_apart(
    call: Caller, sdk: Any, server: Server
) -> None:
    server.answer({"kind": "permit", "formVersion": 3, "subject": {"name": "here"}})
    assert type(call("permits.update", "p1", {}).subject) is sdk.models.Office


def test_a_server_that_leaves_a_constant_out(call: Caller, server: Server) -> None:
    server.answer({"holder": "me"})
    answer = call("permits.update", "p1", {})
    assert (answer.kind, answer.holder) == ("permit", "me")
