"""The table of ``make corpus``, in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import googleapiclient.version
from corpus.examination import COLUMNS, Examined
from corpus.running import Time
from differential.differences import KNOWN

MIB = 1024 * 1024
SLOWEST = 10

HIDDEN = (
    "google: hidden method",
    "A resource of the same name stands in the method's place: the peer cannot call it at all. "
    "Ours is compared with the document alone.",
)


@dataclass(frozen=True, slots=True)
class Result:
    """The answers for all documents."""

    documents: tuple[Examined, ...]
    strict: dict[str, list[str]]
    """Errors of the type checkers by document of the sample."""
    strict_otherwise: list[str]
    """Their errors that belong to no package."""
    times: dict[str, Time]
    workers: int

    @property
    def failed(self) -> bool:
        """Whether anything is wrong."""
        return bool(list(self.failures()))

    def failures(self) -> Iterator[str]:
        """Yield every failure by name."""
        for one in self.documents:
            for column, wrong in one.failures.items():
                yield from (f"{one.name}, {column}: {text}" for text in wrong)
            yield from (f"{one.name}, skipped: {what}" for what in one.skipped)
        for name, wrong in self.strict.items():
            yield from (f"{name}, strict-typed: {text}" for text in wrong)
        yield from (f"strict-typed: {text}" for text in self.strict_otherwise)
        if unneeded := self._unneeded():
            yield f"known differences that no call shows: {', '.join(unneeded)}"

    def known(self) -> Counter[str]:
        """Count the calls that show each known difference."""
        return sum((one.known for one in self.documents), Counter())

    def _unneeded(self) -> list[str]:
        if len(self.documents) < 600:  # a part of the corpus does not show all
            return []
        names = [*(one.name for one in KNOWN if one.name.startswith("google")), HIDDEN[0]]
        return [name for name in names if name not in self.known()]


def table(result: Result) -> str:
    """Write the page."""
    return "\n".join((*_head(), *_columns(result), *_times(result), *_known(result), *_end(result)))


def _head() -> Iterator[str]:
    yield "# The corpus"
    yield ""
    yield (
        "Every Discovery document in the wheel of google-api-python-client "
        f"{googleapiclient.version.__version__}, generated and examined by `make corpus`."
    )
    yield ""


def _columns(result: Result) -> Iterator[str]:
    total = len(result.documents)
    methods = sum(one.methods for one in result.documents)
    equal = sum(one.equal_methods for one in result.documents)
    strict = sum(not wrong for wrong in result.strict.values())
    generated = [one.generated for one in result.documents if one.generated]
    yield "| | |"
    yield "|---|---:|"
    yield f"| documents | {total} |"
    for column in COLUMNS:
        passed = sum(
            column not in one.failures and one.generated is not None for one in result.documents
        )
        yield f"| {column} | {passed} of {total} |"
    yield f"| strict under mypy and basedpyright (a sample) | {strict} of {len(result.strict)} |"
    yield f"| wire-equal methods | {equal:,} of {methods:,} |"
    yield f"| schemas | {sum(one.schemas for one in result.documents):,} |"
    yield f"| skipped | {sum(len(one.skipped) for one in result.documents)} |"
    yield f"| files | {sum(one.files for one in generated):,} |"
    yield f"| lines | {sum(one.lines for one in generated):,} |"
    yield f"| size | {sum(one.size for one in generated) / MIB:.0f} MiB |"
    peak = max((one.peak for one in generated), default=0) / MIB
    yield f"| peak memory of a generating process | {peak:.0f} MiB |"
    yield ""


def _times(result: Result) -> Iterator[str]:
    yield f"Seconds, with {result.workers} processes:"
    yield ""
    yield "| step | wall | CPU |"
    yield "|---|---:|---:|"
    for step, time in result.times.items():
        yield f"| {step} | {time.wall:.0f} | {time.cpu:.0f} |"
    yield ""
    yield "The slowest to generate:"
    yield ""
    yield "| document | seconds | CPU | lines |"
    yield "|---|---:|---:|---:|"
    generated = [(one.name, one.generated) for one in result.documents if one.generated]
    for name, one in sorted(generated, key=lambda pair: -pair[1].cpu_seconds)[:SLOWEST]:
        yield f"| {name} | {one.seconds:.1f} | {one.cpu_seconds:.1f} | {one.lines:,} |"
    yield ""


def _known(result: Result) -> Iterator[str]:
    reasons = {one.name: one.reason for one in KNOWN} | dict([HIDDEN])
    yield "Where the peer is known to send something else, ours is what the document asks for:"
    yield ""
    yield "| difference | calls | reason |"
    yield "|---|---:|---|"
    for name, calls in sorted(result.known().items()):
        yield f"| {name} | {calls:,} | {reasons[name]} |"
    yield ""


def _end(result: Result) -> Iterator[str]:
    failures = list(result.failures())
    yield f"## Failures: {len(failures)}" if failures else "No failures."
    yield from (f"* {failure}" for failure in failures)
    yield ""
