"""Commands without their command line: from a workspace to files, to findings, to a comparison.

A module for each thing to do; none is imported before it is done.
"""

__all__ = [
    "api",
    "api_names",
    "build",
    "builders",
    "cluster",
    "drift",
    "explaining",
    "generation",
    "lock",
    "normalization",
    "overlays",
    "site",
    "spec",
    "understanding",
    "upkeep",
    "upstream",
    "usage",
    "validation",
    "versions",
    "view",
]
