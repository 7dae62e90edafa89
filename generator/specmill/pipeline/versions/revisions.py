"""Files of another revision of a Git repository, put into a folder of their own."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path

from specmill.diagnostics import Diagnostic, UsageError

_GIT = "git"


def repository_of(folder: Path) -> Path | None:
    """Return the top of the repository that a folder is in; None where it is in none."""
    done = _git(folder, "rev-parse", "--show-toplevel")
    return Path(done.stdout.decode().strip()) if done.returncode == 0 else None


def is_revision(folder: Path, revision: str) -> bool:
    """Tell whether a repository knows a revision: a commit, a tag, a branch, ``HEAD~1``."""
    if not revision or revision.startswith("-"):
        return False
    return (
        _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode == 0
    )


def extract(
    folder: Path,
    revision: str,
    into: Path,
    *,
    paths: Sequence[str] = (),
    without: Sequence[str] = (),
) -> None:
    """Write the files of a revision below a folder of a repository.

    Args:
        folder: The folder.
        revision: The revision.
        into: Where they go, with their paths from ``folder``.
        paths: Which of them; all without any.
        without: Folders to leave out.

    Raises:
        UsageError: There is no such revision, or no such path in it.
    """
    excluded = [f":(exclude){one}" for one in without]
    done = _git(folder, "archive", "--format=tar", revision, "--", *(paths or ["."]), *excluded)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        what = f"cannot read revision {revision!r}: {reason[-1] if reason else 'git failed'}"
        raise UsageError(Diagnostic(what))
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(into, filter="data")


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [_GIT, "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell
    except OSError as error:
        hint = "install Git, or compare files"
        raise UsageError(Diagnostic(f"cannot run git: {error.strerror}", hint=hint)) from error
