"""Commands of the command line, a module for each; the one that runs is imported."""

__all__ = [
    "add",
    "check",
    "diff",
    "explain",
    "generate",
    "init",
    "inspect",
    "normalize",
    "overlay",
    "schema",
    "site",
    "upkeep",
    "validate",
]
