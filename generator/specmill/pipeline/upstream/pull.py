"""Downloads of committed specs from their upstream."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, UsageError, fail
from specmill.pipeline.lock import checksum
from specmill.pipeline.normalization import without_prose
from specmill.render.files import Changes, FileSet
from specmill.render.turns import turn
from specmill.sources import check_family, fetch, without_user


def pull(
    root: Path,
    api: ApiConfig,
    *,
    any_version: bool = False,
    headers: Mapping[str, str] | None = None,
) -> tuple[Changes, str]:
    """Download an API's upstream spec into its source.

    Args:
        root: The folder that paths of ``api`` start from.
        api: The API; its ``upstream`` says where and with which checksum.
        any_version: Take the file also when its checksum is another one.
        headers: Sent to the upstream's server besides.

    Returns:
        What changed on disk, and the checksum of the downloaded file.

    Raises:
        UsageError: The API has no usable upstream.
        SpecmillError: The download failed, has the wrong checksum or is no spec; nothing was
            written.
    """
    upstream = api.upstream
    if upstream is None or not upstream.url:
        what = f"{api.name} has no upstream"
        hint = f'add upstream = {{ url = "https://…" }} to [apis.{api.name}]'
        raise UsageError(Diagnostic(what, hint=hint))
    content = fetch(upstream.url, headers=headers)
    found = checksum(content)
    if upstream.sha256 and found != upstream.sha256.lower() and not any_version:
        raise fail(
            f"{without_user(upstream.url)} has changed: sha256 is {found}, not {upstream.sha256}",
            hint="look at the new version, then pull with --any-version and record its checksum",
        )
    if upstream.drop_prose:
        content = without_prose(content, without_user(upstream.url))
    place = root / api.source
    check_family(content, place.name)
    with turn(root):
        return FileSet({place.name: content}).write(place.parent), found
