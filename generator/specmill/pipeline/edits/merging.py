"""New output of an API with the recorded edits merged into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, Location, SpecmillError
from specmill.pipeline.edits.git import merge, patched
from specmill.pipeline.edits.patches import as_patch
from specmill.pipeline.edits.unrecorded import content_of, edited_files, refuse_edited
from specmill.pipeline.lock import ApiLock, checksum, patches
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Merged:
    """The files of an API with its patches applied."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """Generated files that have a patch, and their content."""
    patches: Mapping[str, bytes] = field(default_factory=dict)
    """Patch files as they fit the new output; an empty one is no longer needed."""
    conflicts: Mapping[str, bytes] = field(default_factory=dict)
    """Files of ``files`` with conflict markers: what was generated."""


def apply_edits(
    root: Path,
    api: ApiConfig,
    files: Mapping[str, bytes],
    locked: ApiLock | None,
    *,
    lose: bool,
) -> Merged:
    """Merge the patches of an API into its new files; ``lose`` edits that no patch has.

    Raises:
        UsageError: There are such edits, and they are not to be lost.
        SpecmillError: A patch fits nothing.
    """
    if locked is None or lose:
        return _merged(root, api, files, locked)
    edited = edited_files(root, [api], {api.name: locked})
    keeps = bool(api.patches)
    try:
        done = _merged(root, api, files, locked)
    except SpecmillError:  # an edit that is recorded nowhere is the better reason
        patched_files = patches(root, api).keys()
        lost = [one for one in edited if one.path in patched_files]
        refuse_edited(lost, {one.path: b"" for one in lost}, patches=keeps)
        raise
    refuse_edited(edited, {**files, **done.files}, patches=keeps)
    return done


def _merged(
    root: Path, api: ApiConfig, files: Mapping[str, bytes], locked: ApiLock | None
) -> Merged:
    """Merge the patches of an API.

    A patch fits what the last run generated, which is found by undoing it in the file on disk. That
    is merged with the new file as Git merges branches. Where the file on disk is not as the last
    run left it, the patch itself has to fit the new file.
    """
    contents: dict[str, bytes] = {}
    fitting: dict[str, bytes] = {}
    conflicts: dict[str, bytes] = {}
    wrong: list[Diagnostic] = []
    for path, name in patches(root, api).items():
        patch = content_of(root, name) or b""
        if path not in files:
            hint = "move the edit to where its code went, and remove the patch"
            what = f"the patch is for {path}, which is not generated any more"
            wrong.append(Diagnostic(what, Location(name), hint))
            continue
        done = _with_patch(root, path, files[path], patch, locked)
        if done is None:
            hint = "edit the patch, or remove it to have the file as it is generated"
            wrong.append(Diagnostic(f"the patch does not fit {path}", Location(name), hint))
            continue
        contents[path], is_clean = done
        if is_clean:
            fitting[name] = as_patch(path, files[path], contents[path], earlier=patch)
        else:
            fitting[name] = patch
            conflicts[path] = files[path]
    if wrong:
        raise SpecmillError(*wrong)
    return Merged(contents, fitting, conflicts)


def _with_patch(
    root: Path, path: str, generated: bytes, patch: bytes, locked: ApiLock | None
) -> tuple[bytes, bool] | None:
    """Return a file with its edit, and whether that is without conflicts."""
    known = None if locked is None else locked.outputs.get(path)
    mine = content_of(root, path, known)
    if mine is not None and known == checksum(mine):
        base = patched(mine, patch, path, undo=True)
        if base == generated:
            return mine, True
        if base is not None and patched(base, patch, path) == mine:
            done = merge(mine, base, generated)
            return done.content, done.is_clean
    fitted = patched(generated, patch, path)
    return None if fitted is None else (fitted, True)


def conflicts_told(merges: Mapping[str, Merged]) -> Iterator[Diagnostic]:
    """Tell of conflicts, which stand in the files; ``merges`` by API."""
    for api, one in merges.items():
        for path in one.conflicts:
            what = f"your edit of {path} and what is generated now change the same lines"
            hint = f"resolve the conflict markers in it, then run `specmill patch {api}`"
            yield Diagnostic(what, Location(path), hint)
