"""Files that are not as the last run wrote them, and no patch says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, UsageError
from specmill.pipeline.edits.git import has_markers
from specmill.pipeline.lock import ApiLock, as_written, checksum, located
from specmill.values import dataclass

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class EditedFile:
    """A generated file that someone changed since."""

    api: str
    path: str
    content: bytes
    known: str
    """Checksum of what the last run wrote."""
    overlay: str = ""
    """Of a normal form: where changes of it belong."""


def edited_files(
    root: Path, apis: Iterable[ApiConfig], locked: Mapping[str, ApiLock]
) -> list[EditedFile]:
    """Return the files of some APIs that are on disk, but not as the last run wrote them."""
    found = []
    for api in apis:
        known = locked.get(api.name, ApiLock("", {}, {}))
        for path, written in sorted(known.outputs.items()):
            content = None if path in known.disputed else content_of(root, path, written)
            if content is not None and checksum(content) != written:
                own = f"{PurePosixPath(path).parent}/overlay.yaml"
                overlay = own if path == api.normal_form else ""
                found.append(EditedFile(api.name, path, content, written, overlay))
    return found


def content_of(root: Path, path: str, known: str | None = None) -> bytes | None:
    """Read a generated file, or a patch; None where there is none.

    Its line ends are those that it was written with, as :func:`as_written` tells.
    """
    try:
        return as_written(located(root, path).read_bytes(), known)
    except OSError:
        return None


def refuse_edited(
    edited: Sequence[EditedFile], made: Mapping[str, bytes], *, patches: bool
) -> None:
    """Refuse to write over edits that no patch has.

    Args:
        edited: The files.
        made: What a run makes of them; what is the same already is no edit.
        patches: Whether there is a workspace, which keeps patches.

    Raises:
        UsageError: There is such an edit.
    """
    lost = [one for one in edited if made.get(one.path, one.content) != one.content]
    if not lost:
        return
    more = len(lost) - _SHOWN
    rest = [Diagnostic(f"and {more} more files")] if more > 0 else []
    raise UsageError(*(_told(one, patches=patches) for one in lost[:_SHOWN]), *rest)


def _told(edited: EditedFile, *, patches: bool) -> Diagnostic:
    """Name an edit, and the ways out."""
    force = "write over it with `specmill generate --force`"
    patch = f"`specmill patch {edited.api}`" if edited.api[:1] != "@" else "`specmill patch`"
    if has_markers(edited.content):
        what = f"{edited.path} has conflict markers"
        return Diagnostic(what, hint=f"resolve the markers, then run {patch}; or {force}")
    what = f"{edited.path} was edited by hand since specmill wrote it"
    keep = f"keep the edit with {patch}" if patches else "move the edit elsewhere"
    if edited.overlay:
        keep = f"move the edit to an overlay, such as {edited.overlay}"
    return Diagnostic(what, hint=f"{keep}, or {force}")
