"""Recording of edits: patch files for the generated files that were changed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, Location, SpecmillError
from specmill.pipeline.edits.git import committed, has_markers, patched
from specmill.pipeline.edits.patches import as_patch, patch_name
from specmill.pipeline.edits.unrecorded import EditedFile, content_of, edited_files
from specmill.pipeline.lock import ApiLock, checksum, patches
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording the edits of an API makes."""

    patches: Mapping[str, bytes]
    """Patch files; an empty one is no longer needed."""
    locked: ApiLock
    """The API in the lock, with the edited files as they are."""


def record(
    root: Path,
    api: ApiConfig,
    locked: ApiLock,
    generated: Callable[[], Mapping[str, bytes]],
    is_sure: bool,
) -> Recorded | None:
    """Make patches of the edits of an API; None without any.

    Args:
        root: The workspace's folder.
        api: The API.
        locked: What the lock says of it.
        generated: Makes what the last run generated.
        is_sure: Nothing has changed since; else only what the lock knows is taken, and Git may
            still have the rest.

    Raises:
        SpecmillError: A file has conflict markers, or nothing tells what was generated.
    """
    edited = edited_files(root, [api], {api.name: locked})
    if not edited:
        return None
    if marked := [one.path for one in edited if has_markers(one.content)]:
        hint = "resolve them first"
        raise SpecmillError(
            *(Diagnostic("there are conflict markers", Location(one), hint) for one in marked)
        )
    files = generated()
    made: dict[str, bytes] = {}
    outputs, inputs = dict(locked.outputs), dict(locked.inputs)
    for one in edited:
        name, earlier = _patch(root, api, one.path)
        base = files.get(one.path)
        if not is_sure:
            base = _before(root, one, earlier, base)
        if base is None:
            raise SpecmillError(_unknown(one))
        made[name] = as_patch(one.path, base, one.content, earlier=earlier)
        outputs[one.path] = checksum(one.content)
        inputs.pop(name, None)
        if made[name]:
            inputs[name] = checksum(made[name])
    return Recorded(made, replace(locked, inputs=inputs, outputs=outputs))


def _patch(root: Path, api: ApiConfig, path: str) -> tuple[str, bytes]:
    name = patches(root, api).get(path)
    if name is None:
        return patch_name(api, path), b""
    return name, content_of(root, name) or b""


def _before(root: Path, edited: EditedFile, patch: bytes, likely: bytes | None) -> bytes | None:
    """Find what the last run generated, here or in Git's history; with an earlier edit undone."""
    if likely is not None:
        whole = patched(likely, patch, edited.path) if patch else likely
        if edited.known in {checksum(likely), checksum(whole or b"")}:
            return likely
    for content in _known(root, edited):
        return patched(content, patch, edited.path, undo=True) if patch else content
    return None


def _known(root: Path, edited: EditedFile) -> Iterator[bytes]:
    return (one for one in committed(root, edited.path) if checksum(one) == edited.known)


def _unknown(edited: EditedFile) -> Diagnostic:
    what = "the spec, the settings or specmill changed since this file was generated and edited"
    hint = (
        "put the earlier ones back, run `specmill patch`, then change them again; Git could tell "
        "what was generated, but has no commit of it"
    )
    return Diagnostic(what, Location(edited.path), hint)
