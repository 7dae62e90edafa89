"""Validation of a spec against OpenAPI 3.1, with positions in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, Report, fail
from specmill.pipeline.understanding import read_document, settled

_LONGEST = 300


def validate(root: Path, config: ApiConfig) -> Iterator[Diagnostic]:
    """Validate the normal form of an API, overlays applied.

    Yields:
        What openapi-spec-validator says, at the place in the source; then the readers' findings.

    Raises:
        SpecmillError: The source cannot be read at all.
    """
    from jsonschema.exceptions import best_match  # noqa: PLC0415 - slow; only for this

    from specmill.pipeline.validation.openapi_errors import openapi_errors  # noqa: PLC0415

    report = Report()
    document = read_document(root, config, report)
    try:
        errors = openapi_errors(document.root)
    except RecursionError:
        raise fail(
            "the schemas nest deeper than openapi-spec-validator can follow",
            location=document.locate("/components"),
            hint="look for an `allOf` that leads back to itself",
        ) from None
    for error in errors:
        cause: Any = (best_match([error]) if getattr(error, "context", None) else None) or error
        place = document.locate(_pointer(cause.absolute_path))
        yield Diagnostic(f"not valid OpenAPI: {_short(cause.message)}", place)
    yield from settled(config, report)


def _pointer(path: Iterable[object]) -> str:
    """JSON pointer (RFC 6901) of a path of keys and indices."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)


def _short(message: str) -> str:
    return message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
