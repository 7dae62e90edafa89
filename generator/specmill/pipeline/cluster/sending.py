"""What a worker needs for an API, by content, and what it answers: bytes both."""

from __future__ import annotations

import pickle
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from specmill.config import FILE_NAME, OVERLAY, ApiConfig
from specmill.diagnostics import Diagnostic
from specmill.given_names import GivenNames
from specmill.pipeline.build import Build
from specmill.pipeline.lock import declared_inputs, located, relative
from specmill.values import dataclass, replace

_REFERENCE = re.compile(rb"""["']?\$?[rR]ef["']?\s*:\s*["']?([^"'#\s,}]+)""")
"""The file in a ``$ref``, an ``operationRef``; more than those does no harm."""


@dataclass(frozen=True, slots=True)
class Job:
    """A build for a worker."""

    api: ApiConfig
    given: GivenNames | None
    files: Mapping[str, bytes]
    """All that the build may read, by their paths in the workspace."""
    versions: Mapping[str, str]
    """Of what decides about the output; a worker that has others refuses."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a job."""

    build: Build | None = None
    """None where the API cannot be built, which the caller finds out as well as anyone."""
    other_versions: Mapping[str, tuple[str, str]] | None = None
    """What the worker has in other versions: the caller's, and its own."""


def packed(value: Job | Answer) -> bytes:
    """Return a job or an answer as bytes; text of specs and code is packed to a tenth."""
    return zlib.compress(pickle.dumps(value), 1)


def unpacked_job(content: bytes) -> Job:
    """Return the job of :func:`packed`."""
    value = pickle.loads(zlib.decompress(content))  # noqa: S301 - Dask runs code of its clients
    assert isinstance(value, Job)
    return value


def unpacked_answer(content: bytes) -> Answer:
    """Return the answer of :func:`packed`."""
    value = pickle.loads(zlib.decompress(content))  # noqa: S301 - from the cluster that was named
    assert isinstance(value, Answer)
    return value


def files_for(root: Path, api: ApiConfig, known: Mapping[str, str]) -> dict[str, bytes] | None:
    """Return all that the build of an API may read; None where some of it is not in the workspace.

    Args:
        root: The workspace's folder.
        api: The API.
        known: What the last run read.
    """
    found: dict[str, bytes] = {}
    usual = PurePosixPath(api.source).with_name(OVERLAY).as_posix()  # a build tells if it is unused
    pending = [*declared_inputs(root, api), *known, FILE_NAME, usual]
    pending += filter(None, [api.normal_form])
    while pending:
        path = pending.pop()
        if path in found:
            continue
        if path.startswith("..") or PurePosixPath(path).is_absolute():
            return None
        try:
            found[path] = located(root, path).read_bytes()
        except OSError:
            continue  # the build will tell, if it needs it
        if path not in (api.normal_form, FILE_NAME):
            pending += _referred(root, path, found[path])
    return found


def _referred(root: Path, path: str, content: bytes) -> Iterator[str]:
    """Yield the files that a file seems to refer to and that are there."""
    folder = located(root, path).parent
    for name in {*_REFERENCE.findall(content)}:
        text = name.decode("utf-8", "replace")
        if "://" not in text and "\0" not in text and (folder / text).is_file():
            yield relative(root, folder / text)


def moved(finding: Diagnostic, old: str, new: str) -> Diagnostic:
    """Return a finding with the files of one folder as those of another."""
    place = finding.location
    if place is not None:
        place = replace(place, file=place.file.replace(old, new))
    what, hint = finding.what.replace(old, new), finding.hint.replace(old, new)
    return replace(finding, what=what, hint=hint, location=place)
