"""Versions of an API set beside each other: from names on a command line to a report."""

from specmill.pipeline.versions.comparison import Comparison, compare_sides
from specmill.pipeline.versions.sides import (
    Side,
    against,
    apis_at,
    given_by_lock,
    opened,
    workspace_of,
)

__all__ = [
    "Comparison",
    "Side",
    "against",
    "apis_at",
    "compare_sides",
    "given_by_lock",
    "opened",
    "workspace_of",
]
