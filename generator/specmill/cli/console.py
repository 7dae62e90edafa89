"""Output of the command line: diagnostics and summaries on stderr, results on stdout."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable

import click

from specmill.cli.manner import as_called, begin, manner, record_diagnostics
from specmill.diagnostics import Diagnostic, Location, Severity, fail

_BROKEN_PIPE = 141
_MANY = 20
"""Diagnostics that are printed whatever they are."""
_FIRST = 3
"""Diagnostics of a kind that are printed where there are more."""
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Text of a spec made safe for a terminal: control and direction characters as escapes."""
    return _UNSAFE.sub(lambda match: f"\\\\u{ord(match[0]):04x}"[1:], text)


def tell(diagnostics: Iterable[Diagnostic], *, whole: bool = False) -> None:
    """Print diagnostics by place, one a line, on stderr; where there are many, the first of a kind.

    With ``whole``, all of them. ``--quiet`` leaves errors alone, ``--json`` gathers them.
    """
    given = sorted(map(as_called, diagnostics), key=_place)
    if manner().facts is not None:
        record_diagnostics(given)
        return
    if manner().quiet:
        given = [one for one in given if one.severity is Severity.ERROR]
    left_out: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for diagnostic in given:
        met[diagnostic.code] += 1
        if diagnostic.code and not whole and len(given) > _MANY and met[diagnostic.code] > _FIRST:
            left_out[diagnostic.code] += 1
        else:
            click.echo(visible(str(diagnostic)).replace("\n", "\n    "), err=True)
    if left_out:
        kinds = ", ".join(f"{code} {number:,}" for code, number in left_out.most_common())
        note(f"… and {left_out.total():,} more: {kinds}; see all with --verbose")


def _place(diagnostic: Diagnostic) -> tuple[bool, str, int, int]:
    place = diagnostic.location or Location("")
    return diagnostic.location is None, place.file, place.line, place.column


def note(text: str) -> None:
    """Print one line for people on stderr, unless the run is quiet."""
    if manner().is_plain:
        click.echo(text, err=True)


def conclude(code: int) -> None:
    """Print the JSON document of the run, if there is to be one."""
    facts = manner().facts
    begin()
    if facts is not None:
        result(json.dumps({"exit_code": code, **facts}, indent=2, ensure_ascii=False))


def result(text: str) -> None:
    """Print a result on stdout, as UTF-8 whatever the locale says.

    Raises:
        click.exceptions.Exit: Nobody reads on; with the exit code that a shell gives for it.
        SpecmillError: What stdout is does not take it, such as a full disk.
    """
    whole = text if text.endswith("\n") else f"{text}\n"
    left = memoryview(whole.encode("utf-8", "backslashreplace"))
    try:
        sys.stdout.flush()
        while left:  # an unbuffered stdout may take less than all
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(_BROKEN_PIPE) from None
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # as above
        raise fail(f"cannot write to stdout: {error.strerror}") from None


def count(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
