"""Files that are not as the last run wrote them, and no patch says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, UsageError
from specmill.pipeline.edits.git import has_markers
from specmill.pipeline.lock import ApiLock, checksum, located
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


def edited_files(
    root: Path, apis: Iterable[ApiConfig], locked: Mapping[str, ApiLock]
) -> list[EditedFile]:
    """Return the files of some APIs that are on disk, but not as the last run wrote them."""
    found = []
    for api in apis:
        known = locked[api.name].outputs if api.name in locked else {}
        for path, written in sorted(known.items()):
            content = content_of(root, path)
            if content is not None and checksum(content) != written:
                found.append(EditedFile(api.name, path, content, written))
    return found


def content_of(root: Path, path: str) -> bytes | None:
    """Read a generated file; None where there is none."""
    try:
        return located(root, path).read_bytes()
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
    force = "write over it with `specmill generate --force`"
    keep = f"keep the edit with `specmill patch {lost[0].api}`, or {force}"
    marked = "resolve the markers, then run `specmill patch {}`; or " + force
    raise UsageError(
        *(
            Diagnostic(
                f"{one.path} has conflict markers"
                if has_markers(one.content)
                else f"{one.path} was edited by hand since specmill wrote it",
                hint=marked.format(one.api)
                if has_markers(one.content)
                else (keep if patches else f"move the edit elsewhere, or {force}"),
            )
            for one in lost[:_SHOWN]
        ),
        *([Diagnostic(f"and {len(lost) - _SHOWN} more files")] if len(lost) > _SHOWN else []),
    )
