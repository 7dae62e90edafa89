"""Media that operations take and give."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.diagnostics import SpecmillError
from specmill.model.api import Api
from specmill.model.media import MediaUpload
from specmill.model.operations import Operation


def _api(lowered: Lower, **extensions: Any) -> Api:
    get = {"operationId": "getThing", "tags": ["things"], "responses": {"200": {"description": ""}}}
    return lowered(paths={"/v1/things/{id}": {"get": {**get, **extensions}}})


def _upload(lowered: Lower, declared: Any) -> MediaUpload | None:
    (operation,) = (
        _api(lowered, **{"x-specmill-media-upload": declared}).root.children[0].operations
    )
    return operation.media_upload


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("10", 10),
        ("1KB", 1024),
        ("10GB", 10 << 30),
        ("2 TB", 2 << 40),
        ("5m", 5 << 20),
        ("0", None),
        ("", None),
    ],
)
def test_sizes(lowered: Lower, text: str, size: int | None) -> None:
    upload = _upload(lowered, {"maxSize": text})
    assert upload is not None and upload.max_size == size


def test_what_is_left_out_is_what_the_protocol_has(lowered: Lower) -> None:
    assert _upload(lowered, {}) == MediaUpload("/upload/v1/things/{id}")
    simple = {"path": "/upload/v1/{+id}", "multipart": False}
    assert _upload(lowered, {"accept": ["a/b"], "protocols": {"simple": simple}}) == MediaUpload(
        "/upload/v1/{id}", ("a/b",), multipart=False
    )
    resumable = {"resumable": {"path": "/resumable/{id}"}}
    assert _upload(lowered, {"accept": ["a/b", "*/*"], "protocols": resumable}) == MediaUpload(
        "/resumable/{id}", simple=False, multipart=False, resumable=True
    )


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ([], "`x-specmill-media-upload` must be an object"),
        ({"maxSize": "a lot"}, "`maxSize` 'a lot' is not a size"),
        ({"accept": "image/png"}, "`accept` must be a list"),
        ({"protocols": {"simple": 1}}, "`simple` must be an object"),
    ],
)
def test_mistakes(lowered: Lower, declared: Any, message: str) -> None:
    with pytest.raises(SpecmillError, match=message):
        _upload(lowered, declared)


def test_downloads_stand_beside_their_method(lowered: Lower) -> None:
    def named(service: bool) -> dict[str, Operation]:
        declared = {"useMediaDownloadService": service}
        api = _api(lowered, **{"x-specmill-media-download": declared})
        return {one.name: one for one in api.root.children[0].operations}

    plain, elsewhere = named(False), named(True)
    assert list(plain) == ["get", "get media"]
    assert plain["get media"].path == plain["get"].path
    assert elsewhere["get media"].path == "/download/v1/things/{id}"
    assert elsewhere["get media"].id == "getThing_media"
    assert elsewhere["get media"].media_download
