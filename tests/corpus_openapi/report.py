"""The table of ``make corpus-openapi``, in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.running import Time
from corpus_openapi import names
from corpus_openapi.examination import COLUMNS, Examined
from corpus_openapi.growth import Growth
from corpus_openapi.json_schema_suite import SETTING, Counts, unexplained
from corpus_openapi.mocked import Asked
from corpus_openapi.table import Entry

MIB = 1024 * 1024
COUNTED = (
    *("operations", "parameters", "bodies", "schemas"),
    *("models", "types", "values", "members"),
)
"""What the first table adds up, in the source and in what is made of it."""
REGISTRIES = {"npm": "npm", "github": "GitHub", "maven": "Maven"}


@dataclass(frozen=True, slots=True)
class Result:
    """The answers for all specs."""

    entries: tuple[Entry, ...]
    specs: dict[str, Examined]
    strict: dict[str, list[str]]
    """Errors of the type checker by package."""
    strict_otherwise: list[str]
    """Its errors that belong to no package."""
    asked: dict[str, Asked]
    """What the mock server says; nothing where it did not run."""
    growth: tuple[Growth, ...]
    grown: str
    """The spec that was copied."""
    suite: dict[str, Counts] | None
    """JSON Schema's own tests, by keyword; None where they are not on the machine."""
    times: dict[str, Time]
    workers: int
    unreached: tuple[str, ...] = ()
    """Specs of the table that could not be fetched."""

    @property
    def failed(self) -> bool:
        """Whether anything is wrong."""
        return bool(list(self.failures()))

    def failures(self) -> Iterator[str]:
        """Yield every failure by name."""
        for one in self.specs.values():
            for column, wrong in one.failures.items():
                yield from (f"{one.name}, {column}: {text}" for text in wrong)
            yield from (f"{one.name}, skipped: {what}" for what in one.skipped)
        for name, wrong in self.strict.items():
            yield from (f"{name}, strict-typed: {text}" for text in wrong)
        yield from (f"strict-typed: {text}" for text in self.strict_otherwise)
        yield from (f"JSON Schema, {text}" for text in unexplained(self.suite or {}))
        for name, asked in self.asked.items():
            yield from (f"{name}, refused: {text}" for text in asked.refused)


def table(result: Result) -> str:
    """Write the page."""
    parts = (_head(), _columns(result), _specs(result), _growth(result), _suite(result.suite))
    parts += (names.section(), _findings(result))
    return "\n".join(line for part in (*parts, _sources(result), _end(result)) for line in part)


def _head() -> Iterator[str]:
    yield "# The corpus of OpenAPI and Swagger"
    yield ""
    yield (
        "Descriptions of real APIs that packages of npm, PyPI and Maven ship, and those of "
        "vendors' own repositories, many of several files, generated and examined by "
        "`make corpus-openapi`. Operations, parameters and properties are counted in the source by "
        "code of the test's own and looked for in what `specmill inspect` tells. Values are the "
        "examples of each description and made ones with each place changed, as far as jsonschema "
        "says that they fit: models must read them strictly and write them as they were."
    )
    yield ""


def _columns(result: Result) -> Iterator[str]:
    total = len(result.entries)
    specs = result.specs.values()
    made = [one.generated for one in specs if one.generated]
    strict = sum(one.generated is not None and not result.strict.get(one.name) for one in specs)
    yield "| | |"
    yield "|---|---:|"
    yield f"| specs | {total} |"
    if result.unreached:
        unreached = ", ".join(result.unreached)
        yield f"| not reached, so not examined: {unreached} | {len(result.unreached)} |"
    wrong = sum(bool(entry.mistake) for entry in result.entries)
    for column in COLUMNS:
        told = column
        if column == "valid" and wrong:
            told = f"{column}, but for mistakes of {wrong} sources"
        yield f"| {told} | {sum(_passed(one, column) for one in specs)} of {total} |"
    yield f"| strict under mypy | {strict} of {total} |"
    asked = sum(one.operations for one in result.asked.values())
    accepted = asked - sum(len(one.refused) for one in result.asked.values())
    chosen = ", ".join(result.asked) or "none: there is no Node"
    yield f"| requests that Prism accepts ({chosen}) | {accepted:,} of {asked:,} |"
    for what in COUNTED:
        yield f"| {what} | {sum(getattr(one, what) for one in specs):,} |"
    yield f"| skipped | {sum(len(one.skipped) for one in specs)} |"
    yield f"| lines | {sum(one.lines for one in made):,} |"
    yield f"| size | {sum(one.size for one in made) / MIB:.0f} MiB |"
    yield ""
    yield f"Seconds, with {result.workers} processes:"
    yield ""
    yield "| step | wall | CPU |"
    yield "|---|---:|---:|"
    for step, time in result.times.items():
        yield f"| {step} | {time.wall:.0f} | {time.cpu:.0f} |"
    yield ""


def _passed(one: Examined, column: str) -> bool:
    known = column in ("normalized", "valid") or one.generated is not None
    return known and column not in one.failures and "normalized" not in one.failures


def _specs(result: Result) -> Iterator[str]:
    yield "Seconds are those of one whole generation, with its formatting; memory is its peak."
    yield ""
    yield (
        "| spec | written in | operations | parameters | bodies | schemas | models | lines "
        "| seconds | MiB | findings | |"
    )
    yield "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|"
    for entry in result.entries:
        one = result.specs[entry.name]
        made = one.generated
        failed = sum(map(len, one.failures.values())) + len(result.strict.get(one.name, ()))
        numbers = (
            (f"{made.lines:,}", f"{made.seconds:.1f}", f"{made.peak / MIB:.0f}")
            if made
            else ("", "", "")
        )
        counts = (one.operations, one.parameters, one.bodies, one.schemas, one.models)
        cells = (entry.name, one.family, *(f"{each:,}" for each in counts), *numbers)
        cells += (str(len(one.findings)),)
        yield f"| {' | '.join(cells)} | {f'{failed} wrong' if failed else 'passes'} |"
    yield ""


def _suite(found: Mapping[str, Counts] | None) -> Iterator[str]:
    yield "## JSON Schema's test suite"
    yield ""
    if found is None:
        yield f"Not tried: `{SETTING}` does not name it."
        yield ""
        return
    yield (
        "Draft 2020-12: each schema is a component, each instance is read strictly and written "
        "again. *Refused* are valid instances, each with a reason that the test has; *changed* "
        "those that are written otherwise. *Accepted* are invalid ones that are read, since "
        "bounds, patterns and conditions are words; *converted* are those that go back otherwise "
        "than they came, strictly or leniently read."
    )
    yield ""
    yield "| keyword | valid | refused | changed | invalid | accepted | converted | not read |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    rows = {keyword: _numbers(one) for keyword, one in found.items()}
    rows["**all**"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    for keyword, numbers in rows.items():
        yield f"| {keyword} | {' | '.join(map(str, numbers))} |"
    yield ""


def _numbers(one: Counts) -> list[int]:
    valid = [one.valid, len(one.refused), len(one.changed)]
    return [*valid, one.invalid, len(one.accepted), len(one.converted), len(one.unread)]


def _growth(result: Result) -> Iterator[str]:
    if not result.growth:
        return
    first = result.growth[0]
    yield f"`{result.grown}` several times in one document, unformatted; × is to once:"
    yield ""
    yield "| copies | seconds of CPU | × | lines | MiB |"
    yield "|---:|---:|---:|---:|---:|"
    for one in result.growth:
        ratio = one.cpu_seconds / first.cpu_seconds
        yield (
            f"| {one.copies} | {one.cpu_seconds:.1f} | {ratio:.1f} | {one.lines:,} "
            f"| {one.peak / MIB:.0f} |"
        )
    yield ""


def _findings(result: Result) -> Iterator[str]:
    kinds: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for one in result.specs.values():
        for finding in one.findings:
            kind = _kind(finding)
            kinds[kind] += 1
            shown.setdefault(kind, one.name)
    yield "## Findings"
    yield ""
    yield "| finding | times | for example in |"
    yield "|---|---:|---|"
    for kind, times in kinds.most_common():
        yield f"| {kind} | {times} | {shown[kind]} |"
    yield ""


def _kind(finding: str) -> str:
    """Return what findings of one kind have in common."""
    text = re.sub(r"^\S+: (?:warning|note): ", "", finding.splitlines()[0])
    text = re.sub(r", at /.*", "", text)
    text = re.sub(r"\b(?:GET|PUT|POST|PATCH|DELETE|HEAD) /\S* and /\S*", "two paths", text)
    text = re.sub(r"'[^' ]*'", "'…'", text)
    return re.sub(r"\b\d+\b", "n", text).replace("|", "\\|")


def _sources(result: Result) -> Iterator[str]:
    yield "## Where they come from"
    yield ""
    yield "| spec | package | why |"
    yield "|---|---|---|"
    for entry in result.entries:
        package = entry.package
        registry = REGISTRIES.get(package.registry, "PyPI")
        why = entry.why + (f"; not valid: {entry.mistake}" if entry.mistake else "")
        yield f"| {entry.name} | {package.name} {package.version} ({registry}) | {why} |"
    yield ""


def _end(result: Result) -> Iterator[str]:
    failures = list(result.failures())
    yield f"## Failures: {len(failures)}" if failures else "No failures."
    yield from (f"* {' '.join(failure.split())}" for failure in failures)
    yield ""
