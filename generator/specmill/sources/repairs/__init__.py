"""Mistakes that public specs are known to make, and what is done about each.

One row a kind of mistake: a stable code, what recognizes it and mends it in one function, and a hint.
``values`` holds what has the wrong JSON type, ``fields`` what is missing or out of place, both met
where shapes are checked; ``schemas``, ``parts`` and ``routes`` hold what has the right type and the
wrong meaning, met where references are followed. ARCHITECTURE.md has the idea, under Repairs.
"""
