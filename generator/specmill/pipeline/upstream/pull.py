"""Downloads of committed specs from their upstream."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from specmill.config import ApiConfig, Upstream, Workspace, with_values
from specmill.diagnostics import Diagnostic, UsageError, fail
from specmill.pipeline.lock import checksum, located
from specmill.pipeline.normalization import without_prose
from specmill.render.files import Changes, FileSet
from specmill.render.turns import turn
from specmill.sources import check_family, download, without_user
from specmill.values import dataclass

_VARIABLE = re.compile(r"\$\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Pulled:
    """What an upstream has."""

    content: bytes | None
    """The source as it is committed; None where the server says that nothing has changed."""
    sha256: str
    """Of the file at the address."""
    etag: str

    def settings(self, api: ApiConfig) -> dict[tuple[str, ...], Any]:
        """Return what `specmill.toml` says of this version, where that is not what it says now."""
        upstream = api.upstream or Upstream("")
        path = ("apis", api.name, "upstream")
        found = {"sha256": self.sha256, "etag": self.etag}
        known = {"sha256": upstream.sha256, "etag": upstream.etag}
        return {
            (*path, key): value for key, value in found.items() if value and value != known[key]
        }


def pull(
    workspace: Workspace,
    api: ApiConfig,
    *,
    any_version: bool = False,
    headers: Mapping[str, str] | None = None,
) -> tuple[Changes, str]:
    """Download an API's upstream spec into its source, and note its checksum.

    Args:
        workspace: The workspace.
        api: The API; its ``upstream`` says where and with which checksum.
        any_version: Take the file also when its checksum is another one.
        headers: Sent to the upstream's server besides those of ``upstream``.

    Returns:
        What changed on disk, and the checksum of the downloaded file.

    Raises:
        UsageError: The API has no usable upstream.
        SpecmillError: The download failed, has the wrong checksum or is no spec; nothing was
            written.
    """
    found = pulled(api, any_version=any_version, ask=False, headers=headers)
    assert found.content is not None, "it was not asked with a version"
    place = located(workspace.root, api.source)
    file = workspace.root / Path(workspace.file).name
    with turn(workspace.root):
        files: dict[str, str | bytes] = {}
        if any_version and (values := found.settings(api)):
            files[file.name] = with_values(file.read_bytes().decode("utf-8"), values)
        if place.is_relative_to(located(workspace.root, ".")):
            files[api.source] = found.content
            return FileSet(files).write(workspace.root), found.sha256
        changes = FileSet({place.name: found.content}).write(place.parent)
        FileSet(files).write(workspace.root)
        return changes, found.sha256


def pulled(
    api: ApiConfig,
    *,
    any_version: bool,
    ask: bool,
    headers: Mapping[str, str] | None = None,
) -> Pulled:
    """Download an API's upstream spec; with ``ask``, only if the server has another version.

    Raises:
        UsageError: The API has no usable upstream.
        SpecmillError: The download failed, has the wrong checksum or is no spec.
    """
    upstream = api.upstream
    if upstream is None or not upstream.url:
        what = f"{api.name} has no upstream"
        hint = f'add upstream = {{ url = "https://…" }} to [apis.{api.name}]'
        raise UsageError(Diagnostic(what, hint=hint))
    sent = {**_filled_in(upstream.headers, api.name), **(headers or {})}
    answer = download(upstream.url, headers=sent, etag=upstream.etag if ask else "")
    if answer.is_known:
        return Pulled(None, upstream.sha256, upstream.etag)
    content, found = answer.content, checksum(answer.content)
    if upstream.sha256 and found != upstream.sha256.lower() and not any_version:
        raise fail(
            f"{without_user(upstream.url)} has changed: sha256 is {found}, not {upstream.sha256}",
            hint="`specmill update` takes the new version, and says what changes",
        )
    if upstream.drop_prose:
        content = without_prose(content, without_user(upstream.url))
    check_family(content, Path(api.source).name)
    return Pulled(content, found, answer.etag)


def _filled_in(headers: Mapping[str, str], api: str) -> dict[str, str]:
    """Put variables of the environment into headers.

    Raises:
        UsageError: One is not set.
    """

    def value(match: re.Match[str]) -> str:
        found = os.environ.get(match[1])
        if not found:
            what = f"the upstream of {api} needs the variable {match[1]}, which is not set"
            raise UsageError(Diagnostic(what, hint=f"export {match[1]}=…"))
        return found

    return {name: _VARIABLE.sub(value, text) for name, text in headers.items()}
