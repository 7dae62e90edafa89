"""Formatting of generated Python: one formatter process for all files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, get_args

from specmill.diagnostics import Diagnostic, SpecmillError, UsageError, fail
from specmill.render.disk import read_file, write_file

Formatter = Literal["ruff", "black", "none"]

_NUMBERED = re.compile(r"\b(\d{6})\.py\b")


def format_python(
    files: Mapping[str, str],
    *,
    formatter: str = "ruff",
    line_length: int = 100,
    templates: Sequence[Path] = (),
) -> dict[str, str]:
    """Format Python sources.

    Args:
        files: Any name to source text; the names are only used in messages, never as paths.
        formatter: ``ruff``, ``black`` (an extra) or ``none``.
        line_length: Columns of a line.
        templates: Folders of the user's templates, where the user's have a part in the files.

    Returns:
        The same names, in the same order, to formatted text.

    Raises:
        UsageError: The formatter is unknown or not installed.
        SpecmillError: A file is not valid Python: a defect of the templates, ours or the user's,
            and not of the spec.
    """
    if formatter not in get_args(Formatter):
        choices = ", ".join(get_args(Formatter))
        raise UsageError(Diagnostic(f"unknown formatter {formatter!r}", hint=f"one of {choices}"))
    if formatter == "none" or not files:
        return dict(files)
    try:
        return _formatted(files, formatter, line_length, templates)
    except OSError as error:  # files of tens of megabytes fill a small disk
        what = f"cannot run {formatter}: {error}"
        raise fail(what, hint="check free space and permissions of the temporary folder") from error


def _formatted(
    files: Mapping[str, str], formatter: str, line_length: int, templates: Sequence[Path]
) -> dict[str, str]:
    names = list(files)
    with tempfile.TemporaryDirectory(prefix="specmill-format-", dir=_memory()) as temporary:
        folder = Path(temporary)
        paths = [folder / f"{number:06}.py" for number in range(len(names))]
        for path, text in zip(paths, files.values(), strict=True):
            write_file(path, text.encode("utf-8"))
        command = _ruff(folder, line_length) if formatter == "ruff" else _black(folder, line_length)
        if told := _refusal(command, folder, names):
            raise _defect(f"does not parse ({formatter}): {told}", templates)
        return {
            name: read_file(path).decode("utf-8") for name, path in zip(names, paths, strict=True)
        }


def _memory() -> str | None:
    """Return a folder that is kept in memory, where hundreds of short-lived files cost little."""
    folder = Path("/dev/shm")  # noqa: S108 - the temporary folder in it is private
    return str(folder) if folder.is_dir() and os.access(folder, os.W_OK) else None


def _ruff(folder: Path, line_length: int) -> list[str]:
    from ruff import find_ruff_bin  # noqa: PLC0415 - needed only by those who format with it

    options = ["--isolated", "--no-cache", "--no-respect-gitignore", "--target-version", "py311"]
    return [find_ruff_bin(), "format", *options, "--line-length", str(line_length), str(folder)]


def _black(folder: Path, line_length: int) -> list[str]:
    if find_spec("black") is None:
        raise UsageError(
            Diagnostic('the formatter "black" is not installed', hint="pip install specmill[black]")
        )
    config = folder / "isolated.toml"
    config.write_text("", encoding="utf-8")
    options = [
        "--fast",
        "--quiet",
        "--target-version",
        "py311",
        "--config",
        str(config),
        "--exclude",
        "^$",
    ]
    return [sys.executable, "-m", "black", *options, "-l", str(line_length), str(folder)]


def _refusal(command: list[str], folder: Path, names: list[str]) -> str:
    """Run a formatter; return what it refuses, if anything."""
    # The other half of an API may be formatted at the same time, and threads that wait cost time.
    threads = str(max(1, (os.cpu_count() or 1) // 2))
    environment = {"RAYON_NUM_THREADS": threads, **os.environ, "BLACK_CACHE_DIR": str(folder)}
    done = subprocess.run(  # noqa: S603 - our own command, no text of a spec in it
        command, check=False, capture_output=True, text=True, encoding="utf-8", env=environment
    )
    if done.returncode == 0:
        return ""
    told = done.stderr.strip().replace(f"{folder}{os.sep}", "")
    return _NUMBERED.sub(lambda match: names[int(match[1])], told) or "no reason is given"


def _defect(what: str, templates: Sequence[Path]) -> SpecmillError:
    if templates:
        folders = ", ".join(str(folder) for folder in templates)
        return fail(f"what the templates give {what}", hint=f"look at those in {folders}")
    hint = "please report it with the spec"
    return fail(f"internal error: generated Python {what}", hint=hint)
