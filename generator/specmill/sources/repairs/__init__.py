"""Mistakes that public specs are known to make, and what is done about each.

A row is one kind of mistake: a stable code, the function that recognizes and mends it, and a hint.
``values``, ``lacks`` and ``fields`` hold what has the wrong JSON type, is missing or out of place,
met where shapes are checked; ``schemas``, ``parts`` and ``routes`` hold what has the right type and
the wrong meaning, met where references are followed. docs/reference/findings.md has the details.
"""

__all__ = ["checks", "mending", "parts", "places", "schemas", "versions"]
