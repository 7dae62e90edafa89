"""Media types: what a body is sent as, what an answer is asked for and how each status is read."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.conftest import Caller
from tests.behaviour.server import Server

JSON = {"content-type": "application/json"}


def sent(server: Server) -> tuple[str, bytes]:
    """Return the media type and the body of the latest request."""
    return server.last.headers["content-type"], server.last.body


def test_the_type_of_a_body_tells_its_media_type(
    reports: Caller, server: Server, tmp_path: Path
) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF")
    given: list[tuple[Any, str, bytes]] = [
        (reports.sdk.models.Report(title="t"), "application/json", b'{"title":"t"}'),
        ({"title": "t"}, "application/json", b'{"title":"t"}'),
        ("title,pages\n", "text/csv", b"title,pages\n"),
        (b"%PDF", "application/pdf", b"%PDF"),
        (io.BytesIO(b"%PDF"), "application/pdf", b"%PDF"),
        (file, "application/pdf", b"%PDF"),
    ]
    for body, media_type, content in given:
        server.answer(status=204)
        reports("reports.create", body)
        assert sent(server) == (media_type, content)


def test_a_caller_chooses_where_the_type_does_not_tell(reports: Caller, server: Server) -> None:
    report = reports.sdk.models.Report(title="t", authors=["a", "b"])
    server.answer(status=204)
    reports("reports.create", report, content_type="application/x-www-form-urlencoded")
    assert sent(server) == ("application/x-www-form-urlencoded", b"title=t&authors=a&authors=b")
    server.answer(status=204)
    reports("reports.replace", "a", "<report/>", content_type="application/xml")
    assert sent(server) == ("application/xml", b"<report/>")
    server.answer({"title": "t"})
    steps = [reports.sdk.models.Step(op="remove", path="/pages")]
    reports("reports.update", "a", steps, content_type="application/json-patch+json")
    assert sent(server) == ("application/json-patch+json", b'[{"op":"remove","path":"/pages"}]')
    server.answer({"title": "t"})
    reports("reports.update", "a", report)
    assert sent(server)[0] == "application/merge-patch+json"


def test_a_form_may_go_as_multipart(reports: Caller, server: Server) -> None:
    step = reports.sdk.models.Step(op="add", path="/x")
    server.answer([1])
    assert reports("covers.add_tag", step) == [1]
    assert sent(server) == ("application/x-www-form-urlencoded", b"op=add&path=%2Fx")
    server.answer([1])
    reports("covers.add_tag", step, content_type="multipart/form-data")
    assert sorted(server.last.parts()) == [
        ("op", None, None, b"add"),
        ("path", None, None, b"/x"),
    ]


def test_files_are_parts_of_a_method_of_their_own(reports: Caller, server: Server) -> None:
    server.answer({"title": "t"})
    report = reports("reports.create_multipart", file=("a.pdf", b"%PDF"), title="t")
    assert report == reports.sdk.models.Report(title="t")
    assert ("file", "a.pdf", "application/pdf", b"%PDF") in server.last.parts()


@pytest.mark.parametrize(
    ("given", "chosen", "media_type"),
    [
        (("a.jpeg", b"1"), None, "image/jpeg"),
        (("a.gif", b"1"), None, "image/png"),
        (b"1", None, "image/png"),
        (b"1", "image/jpeg", "image/jpeg"),
    ],
)
def test_the_name_of_a_file_tells_its_media_type(
    reports: Caller, server: Server, given: Any, chosen: str | None, media_type: str
) -> None:
    server.answer(status=204)
    reports("covers.set", "a", given, **({"content_type": chosen} if chosen else {}))
    assert sent(server) == (media_type, b"1")


def test_a_range_is_no_media_type_to_send(reports: Caller, server: Server) -> None:
    for given, media_type in ((b"1", "application/octet-stream"), (("a.gif", b"1"), "image/gif")):
        server.answer(b"2")
        assert reports("covers.guess", "a", given) == b"2"
        assert sent(server)[0] == media_type
    server.answer(b"2")
    reports("covers.guess", "a")
    assert server.last.body == b""
    assert server.last.headers["accept"] == "*/*"


def test_every_status_has_its_type(reports: Caller, server: Server) -> None:
    models = reports.sdk.models
    server.answer({"title": "t"})
    assert reports("reports.create", "x") == models.Report(title="t")
    server.answer({"state": "s"}, status=202)
    assert reports("reports.create", "x") == models.Job(state="s")
    server.answer(status=204)
    assert reports("reports.create", "x") is None
    server.answer({"title": "t"}, status=203)
    assert reports("reports.create", "x") == models.Report(title="t")


def test_a_range_of_statuses_and_one_in_it(reports: Caller, server: Server) -> None:
    server.answer({"title": "t"}, status=201, headers={"content-type": "application/json"})
    assert reports("reports.get", "a") == reports.sdk.models.Report(title="t")
    server.answer("beginning", status=206)
    assert reports("reports.get", "a") == "beginning"
    assert server.last.headers["accept"] == "application/vnd.example.report+json, text/plain"


def test_errors_have_their_types(reports: Caller, server: Server) -> None:
    for status, kind in ((409, "ConflictError"), (418, "ClientError")):
        server.answer({"title": "t"}, status=status)
        with pytest.raises(getattr(reports.sdk, kind)) as raised:
            reports("reports.create", "x")
        assert raised.value.body == reports.sdk.models.Problem(title="t")
    server.answer(status=304)
    assert reports("reports.create", "x") is None  # declared, so no error


def test_other_forms_of_an_answer_are_asked_for(reports: Caller, server: Server) -> None:
    server.answer([{"title": "t"}])
    assert reports("reports.list") == [reports.sdk.models.Report(title="t")]
    assert server.last.headers["accept"] == "application/json"
    server.answer("title\nt\n", headers={"content-type": "text/csv"})
    assert reports("reports.list_csv") == "title\nt\n"
    assert server.last.headers["accept"] == "text/csv"
    server.answer(b"PK")
    assert reports("reports.list_zip") == b"PK"
    assert server.last.headers["accept"] == "application/zip"


def test_the_media_type_of_an_answer_may_be_chosen(reports: Caller, server: Server) -> None:
    server.answer(b"1")
    assert reports("covers.get", "a") == b"1"
    assert server.last.headers["accept"] == "image/png, image/jpeg"
    server.answer(b"1")
    reports("covers.get", "a", accept="image/jpeg")
    assert server.last.headers["accept"] == "image/jpeg"
