"""Copies of specs from an address or from stdin: each stands beside what is made of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from specmill.diagnostics import Diagnostic, SpecmillError, UsageError
from specmill.pipeline.api_names import STDIN, in_folder, source_at
from specmill.pipeline.lock import checksum, load_lock
from specmill.pipeline.upstream.addition import FoundSpec, ending, find
from specmill.render.files import FileSet
from specmill.sources import title_in, without_user
from specmill.values import replace


def is_elsewhere(spec: str) -> bool:
    """Tell whether a spec is no file: an address, a name of the catalog, stdin."""
    return spec == STDIN or "://" in spec or spec.startswith("google:")


@contextmanager
def copied(
    spec: str,
    out: Path,
    *,
    name: str | None = None,
    headers: Mapping[str, str] | None = None,
    overwrite: bool = False,
) -> Iterator[Path]:
    """Put a spec from elsewhere into the folder of what is generated, for the time of a run.

    It stays there when the run succeeds, so that what it was made from is at hand and the lock can
    name it. When the run fails, the folder is as it was, and errors name where the spec came from.

    Args:
        spec: An address, ``google:NAME:VERSION`` or ``-``.
        out: The folder.
        name: What to call it; after the address, or its title, for None.
        headers: Sent to the server of the address.
        overwrite: Replace a file that no run has put there.

    Raises:
        UsageError: A file of somebody else stands there.
        SpecmillError: The address cannot be downloaded.
    """
    found = _found(spec, headers)
    content = found.path.read_bytes() if found.path else found.content
    called = f"{found.name}{found.suffix}"
    name = name or in_folder(called, lambda: title_in(content, called), source_at(spec), out)
    file = out / f"{name}{found.suffix}"
    before = file.read_bytes() if file.is_file() else None
    if before not in (None, content) and not (overwrite or _is_ours(file, before)):
        hint = "move it away, or replace it with --force"
        raise UsageError(Diagnostic(f"{file} is in the way of the spec", hint=hint))
    folders = [one for one in (out, *out.parents) if not one.exists()]
    FileSet({file.name: content}).write(out)
    try:
        yield file
    except BaseException as error:
        _restore(file, before, folders)
        if isinstance(error, SpecmillError):
            told = (_called(one, file, without_user(spec)) for one in error.diagnostics)
            raise type(error)(*told) from error
        raise


def fetched(spec: str, folder: Path) -> Path:
    """Put a spec from elsewhere into a folder, and return its file.

    Raises:
        SpecmillError: The address cannot be downloaded.
    """
    found = _found(spec)
    file = folder / f"{found.name}{found.suffix}"
    file.write_bytes(found.path.read_bytes() if found.path else found.content)
    return file


def _found(spec: str, headers: Mapping[str, str] | None = None) -> FoundSpec:
    if spec != STDIN:
        return find(spec, headers)
    content = sys.stdin.buffer.read()
    return FoundSpec("api", ending(content), content=content)


def _is_ours(file: Path, content: bytes | None) -> bool:
    """Tell whether a file is what an earlier run has read."""
    known = {api.inputs.get(file.name) for api in load_lock(file.parent).apis.values() if content}
    return content is not None and checksum(content) in known


def _restore(file: Path, before: bytes | None, folders: list[Path]) -> None:
    """Make a folder what it was; folders that the run has made are gone, if they are empty."""
    if before is not None:
        FileSet({file.name: before}).write(file.parent)
        return
    file.unlink(missing_ok=True)
    for folder in folders:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _called(diagnostic: Diagnostic, file: Path, spec: str) -> Diagnostic:
    """Name the place that a spec came from."""
    place = diagnostic.location
    if place is None or Path(place.file).absolute() != file.absolute():
        return diagnostic
    return replace(diagnostic, location=replace(place, file=spec))
