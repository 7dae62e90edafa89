"""What calls of this API may leave out of the query, for ``with_options(defaults=…)``."""

from __future__ import annotations

# fmt: off
NAMES = (
    "colours", "page", "page_size", "page_token", "per_page", "shade", "since", "size", "soil",
    "update_mask",
)
# fmt: on
