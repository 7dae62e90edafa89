"""Commands without their command line: from a workspace to files, to findings, to a comparison.

A module for each thing to do; none is imported before it is done.
"""

__all__ = [
    "api",
    "build",
    "generation",
    "lock",
    "normalization",
    "site",
    "spec",
    "understanding",
    "upstream",
    "validation",
    "view",
]
