"""What calls of this API may leave out of the query, for ``with_options(defaults=…)``."""

from __future__ import annotations

# fmt: off
NAMES = (
    "$filter", "1st", "Id", "at", "body", "class", "datetime", "id", "ids", "list", "omit",
    "options", "self", "type", "名前",
)
# fmt: on
