"""What calls of this API may leave out of the query, for ``with_options(defaults=…)``."""

from __future__ import annotations

# fmt: off
NAMES = (
    "csv", "fields", "filter", "page-size", "path", "pipes", "range.start", "ssv", "where",
)
# fmt: on
