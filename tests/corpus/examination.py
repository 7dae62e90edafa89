"""All that is asked of one document, and the answers."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from corpus import checks, documents, generation, package_checks
from corpus.answers import Answers

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


@dataclass(slots=True)
class Examined(Answers):
    """The answers for one document."""

    methods: int = 0
    equal_methods: int = 0
    schemas: int = 0
    known: Counter[str] = field(default_factory=Counter)
    """Calls that show a known difference, by its name."""


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
    root, findings = package_checks.normal_form(path)
    examined.ask("normalized", findings)
    examined.ask("kept whole", checks.kept(document, root))
    examined.ask("validated", package_checks.validated(root))
    if examined.generated is None:
        return examined
    inspected = generation.inspected(path)
    examined.skipped = [one["what"] for one in inspected["skipped"]]
    examined.ask("compiled", package_checks.compiled(out / package))
    if examined.ask("imported", package_checks.imported(package)):
        examined.ask("models built", package_checks.models_built(inspected))
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
