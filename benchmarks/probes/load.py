"""Runs the statements given as argument; prints the seconds they took and the memory they added.

Imports nothing that a client might need, so that all of it counts.
"""

from __future__ import annotations

import sys
from time import perf_counter


def _resident_pages() -> int:
    """Resident pages of this process; 0 where the system has no ``/proc``."""
    try:
        # not through pathlib, which is left to the clients
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1])
    except OSError:
        return 0


statements = compile(sys.argv[1], "<measured>", "exec")
before = _resident_pages()
started = perf_counter()
exec(statements, {})
seconds = perf_counter() - started
pages = _resident_pages() - before
print(f'{{"seconds": {seconds}, "pages": {pages}, "modules": {len(sys.modules)}}}')
