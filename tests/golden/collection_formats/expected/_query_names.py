"""What calls of this API may leave out of the query, for ``with_options(defaults=…)``."""

from __future__ import annotations

# fmt: off
NAMES = (
    "comma", "deep", "multi", "pairs", "pipe", "resource_key.id", "resource_key.type", "space",
    "tab",
)
# fmt: on
