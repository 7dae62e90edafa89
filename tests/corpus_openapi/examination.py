"""All that is asked of one spec, and the answers."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import generation, package_checks
from corpus.answers import Answers
from corpus_openapi import counting
from corpus_openapi.source import Source
from corpus_openapi.table import Entry
from corpus_openapi.unions import Unions
from corpus_openapi.values import Values

COLUMNS = (
    "normalized",
    "valid",
    "generated",
    "compiled",
    "imported",
    "models built",
    "operations whole",
    "parameters whole",
    "bodies whole",
    "properties whole",
    "headers whole",
    "values read",
    "unions told apart",
    "types stated",
)
"""What each spec must pass; a failure in one column does not hide the next."""


@dataclass(slots=True)
class Examined(Answers):
    """The answers for one spec."""

    family: str = ""
    operations: int = 0
    schemas: int = 0
    parameters: int = 0
    bodies: int = 0
    """Operations that are sent a body."""
    models: int = 0
    values: int = 0
    """Examples and made values that fit their schemas."""
    types: int = 0
    """Places whose schema states a type."""
    members: int = 0
    """Members of unions that a property tells apart."""
    findings: tuple[str, ...] = ()


def generate(task: tuple[Entry, Path, Path]) -> Examined:
    """Generate one spec, formatted, as a user does; the process does nothing else."""
    entry, path, out = task
    examined = Examined(entry.name)
    started = time.process_time()
    try:
        examined.generated = generation.generate(path, out, root=entry.root)
        examined.findings = examined.generated.findings
    except Exception as error:
        examined.failures["generated"] = [str(error)[:600]]
    examined.seconds["generated"] = time.process_time() - started
    return examined


def examine(task: tuple[Entry, Path, Path, Examined]) -> Examined:
    """Ask everything else of a spec and of the package in ``out``."""
    entry, path, out, examined = task
    package = generation.package_name(path)
    source = Source(path)
    version = source.root.get("openapi")
    examined.family = f"OpenAPI {version}" if version else f"Swagger {source.root.get('swagger')}"
    examined.schemas = len(source.schemas())
    for _, _, parameters in source.operations():
        examined.operations += 1
        examined.parameters += len(parameters)
    examined.bodies = sum(1 for _ in source.bodies())
    try:
        root, _ = package_checks.normal_form(path, entry.root)
    except Exception as error:
        examined.failures["normalized"] = [str(error)[:600]]
        return examined
    examined.ask("valid", _validated(root, entry))
    if examined.generated is None:
        return examined
    inspected = generation.inspected(path, entry.root)
    examined.models = len(inspected["models"])
    examined.skipped = [one["what"] for one in inspected["skipped"]]
    examined.ask("compiled", package_checks.compiled(out / package))
    if examined.ask("imported", package_checks.imported(package)):
        examined.ask("models built", package_checks.models_built(inspected))
        values = Values(root, inspected)
        examined.ask("values read", values.findings())
        examined.values = values.tried
        unions = Unions(package, {one["module"] for one in inspected["models"]})
        examined.ask("unions told apart", unions.findings())
        examined.members = unions.tried
    stated = counting.Stated(root, inspected)
    examined.ask("types stated", stated.findings())
    examined.types = stated.tried
    examined.ask("operations whole", counting.operations_complete(source, inspected))
    examined.ask("parameters whole", counting.parameters_complete(source, inspected))
    examined.ask("bodies whole", counting.bodies_complete(source, inspected))
    examined.ask("properties whole", counting.properties_complete(source, inspected))
    examined.ask("headers whole", counting.headers_complete(source, inspected))
    return examined


def _validated(root: dict[str, Any], entry: Entry) -> Iterator[str]:
    """Validate a normal form; what its authors are known to have got wrong stays wrong in it."""
    found = list(package_checks.validated(root))
    if not entry.mistake:
        yield from found
    elif not found:
        yield f"it is valid, though the table says: {entry.mistake}"
