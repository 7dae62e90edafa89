"""Defaults that their schema refuses.

They are looked at when everything else is mended: what a default must be may stand behind
references.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from specmill.document.shapes import REPAIRED, Path, describe
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.mending import Row, set_aside
from specmill.sources.repairs.schemas.fitting import fits

_MISFIT = Row("default-misfit", None)
_MOST = 2**63 - 1
_ROUNDED = (_MOST + 1, 9223372036854776000)
"""What JavaScript makes of the largest integer of 64 bits."""


def mend_defaults(finder: Finder) -> None:
    """Read each default of the normal form the way that fits, or keep it where no tool minds it."""
    for schema, path in finder.defaults:
        if "default" in schema and not fits(schema["default"], schema, finder.document):
            _mend(finder, schema, path)


def _mend(finder: Finder, schema: dict[str, Any], path: Path) -> None:
    value = schema["default"]
    what = f"`default` is {describe(value)}, which the schema does not allow"
    if value is None:
        del schema["default"]
        words = "taken as absent"
    else:
        for reading in _readings(value):
            if fits(reading, schema, finder.document):
                schema["default"] = reading
                words = f"taken as {reading!r}"
                break
        else:
            set_aside(schema, "default")
            words = f"left out, and kept under {REPAIRED}"
    finder.note(_MISFIT, f"{what}; {words}", (path, "default"))


def _readings(value: Any) -> Iterator[Any]:
    """Give what a value may mean, what is nearest first."""
    if isinstance(value, str):
        with suppress(ValueError, RecursionError):
            yield json.loads(value)
        yield [part.strip() for part in value.split(",")]
    elif isinstance(value, bool):
        yield json.dumps(value)
    elif isinstance(value, int | float):
        yield str(value)
        if value in _ROUNDED:
            yield _MOST
    elif isinstance(value, list) and len(value) == 1:
        yield value[0]
    yield [value]
