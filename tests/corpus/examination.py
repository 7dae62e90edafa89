"""All that is asked of one document, and the answers."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from corpus import checks, documents, generation
from corpus.generation import Generated

COLUMNS = (
    "normalized",
    "kept whole",
    "validated",
    "generated",
    "compiled",
    "imported",
    "models built",
    "fields whole",
    "arguments whole",
    "wire-equal",
)
"""What each document must pass; a failure in one column does not hide the next."""

MOST = 5
"""Failures of one column that are told."""


@dataclass(slots=True)
class Examined:
    """The answers for one document."""

    name: str
    failures: dict[str, list[str]] = field(default_factory=dict)
    """Column to what is wrong; a column without an entry is passed."""
    generated: Generated | None = None
    methods: int = 0
    equal_methods: int = 0
    schemas: int = 0
    skipped: list[str] = field(default_factory=list)
    known: Counter[str] = field(default_factory=Counter)
    """Calls that show a known difference, by its name."""
    seconds: dict[str, float] = field(default_factory=dict)
    """CPU time of each column."""

    def ask(self, column: str, answers: Iterable[str]) -> bool:
        """Take the answers of one check; what it raises is one of them."""
        started = time.process_time()
        wrong: list[str] = []
        try:
            for answer in answers:  # to the end: some count on the way
                if len(wrong) < MOST:
                    wrong.append(answer)
        except Exception as error:
            wrong.append(repr(error)[:300])
        self.seconds[column] = time.process_time() - started
        if wrong:
            self.failures[column] = wrong
        return not wrong


def generate(path: Path, out: Path) -> Examined:
    """Generate one document, formatted, as a user does."""
    examined = Examined(path.stem)
    started = time.process_time()
    try:
        examined.generated = generation.generate(path, out)
    except Exception as error:
        examined.failures["generated"] = [repr(error)[:300]]
    examined.seconds["generated"] = time.process_time() - started
    return examined


def examine(path: Path, out: Path, examined: Examined) -> Examined:
    """Ask everything else of a document and of the package in ``out``."""
    document = documents.read(path)
    package = generation.package_name(path)
    examined.schemas = len(document.get("schemas", {}))
    root, findings = checks.normal_form(path)
    examined.ask("normalized", findings)
    examined.ask("kept whole", checks.kept(document, root))
    examined.ask("validated", checks.validated(root))
    if examined.generated is None:
        return examined
    inspected = generation.inspected(path)
    examined.skipped = [one["what"] for one in inspected["skipped"]]
    examined.ask("compiled", checks.compiled(out / package))
    if examined.ask("imported", checks.imported(package)):
        examined.ask("models built", checks.models_built(inspected))
        examined.ask("fields whole", checks.fields_complete(document, inspected))
        examined.ask("arguments whole", checks.parameters_complete(document, inspected))
        examined.ask("wire-equal", _wire(checks.Wire(document, inspected), examined))
    return examined


def _wire(wire: checks.Wire, examined: Examined) -> Iterable[str]:
    """Compare every method, and count those that are equal."""
    examined.methods = len(wire.operations)
    for operation in wire.operations:
        found = list(wire.findings(operation))
        examined.known.update(one.known for one in found if one.known)
        wrong = [one for one in found if not one.known]
        examined.equal_methods += not wrong
        yield from (f"{operation.id}, {one.case}: {one.text}"[:300] for one in wrong)
