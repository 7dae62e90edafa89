"""What calls of this API may leave out of the query, for ``with_options(defaults=…)``."""

from __future__ import annotations

# fmt: off
NAMES = (
    "habitat", "pageSize", "pageToken",
)
# fmt: on
