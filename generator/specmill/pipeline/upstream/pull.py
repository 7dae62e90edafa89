"""Downloads of committed specs from their upstream."""

from __future__ import annotations

import urllib.error
import urllib.request
from http.client import HTTPMessage
from pathlib import Path
from typing import IO, Any

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, SpecmillError, UsageError, fail
from specmill.pipeline.lock import checksum
from specmill.pipeline.normalization import without_prose
from specmill.render.files import Changes, FileSet

_LARGEST = 256 * 1024 * 1024
_SECONDS = 60
_SCHEMES = ("https://", "http://")


def pull(root: Path, api: ApiConfig, *, any_version: bool = False) -> tuple[Changes, str]:
    """Download an API's upstream spec into its source.

    Args:
        root: The folder that paths of ``api`` start from.
        api: The API; its ``upstream`` says where and with which checksum.
        any_version: Take the file also when its checksum is another one.

    Returns:
        What changed on disk, and the checksum of the downloaded file.

    Raises:
        UsageError: The API has no usable upstream.
        SpecmillError: The download failed or has the wrong checksum; nothing was written.
    """
    upstream = api.upstream
    if upstream is None or not upstream.url:
        what = f"{api.name} has no upstream"
        hint = f'add upstream = {{ url = "https://…" }} to [apis.{api.name}]'
        raise UsageError(Diagnostic(what, hint=hint))
    content = download(upstream.url)
    found = checksum(content)
    if upstream.sha256 and found != upstream.sha256.lower() and not any_version:
        raise fail(
            f"{upstream.url} has changed: sha256 is {found}, not {upstream.sha256}",
            hint="look at the new version, then pull with --any-version and record its checksum",
        )
    if upstream.drop_prose:
        content = without_prose(content, upstream.url)
    place = root / api.source
    return FileSet({place.name: content}).write(place.parent), found


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirects to the web only."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        _check_scheme(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def download(url: str) -> bytes:
    """Fetch a file of at most 256 MiB from the web.

    Raises:
        SpecmillError: The address is not one of the web, or the download failed.
    """
    _check_scheme(url)
    opener = urllib.request.build_opener(_WebOnly)
    try:
        response: Any
        with opener.open(url, timeout=_SECONDS) as response:
            content: bytes = response.read(_LARGEST + 1)
    except urllib.error.HTTPError as error:
        raise fail(f"cannot download {url}: the server says {error.code} {error.reason}") from error
    except (OSError, ValueError) as error:
        raise _nodownload(url, error) from error
    if len(content) > _LARGEST:
        raise fail(f"cannot download {url}: larger than {_LARGEST // 1024 // 1024} MiB")
    return content


def _check_scheme(url: str) -> None:
    if not url.lower().startswith(_SCHEMES):
        raise fail(f"refusing to download {url!r}", hint="only https:// and http:// addresses")


def _nodownload(url: str, error: Exception) -> SpecmillError:
    reason = getattr(error, "reason", None) or error
    return fail(f"cannot download {url}: {reason}", hint="check the address and the network")
