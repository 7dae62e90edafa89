"""Texts that fit the patterns of parameters."""

from __future__ import annotations

import re
from functools import lru_cache
from random import Random

from rstr import Rstr

_NAME = re.compile(r"\^?([\w/:~.-]|\[\^/\]\+|\.[*+])*\$?")
"""Patterns of resource names, such as ``^projects/[^/]+/files/.*$``: fixed text with free parts."""


def fitting(pattern: str, text: str) -> str:
    """Fill a pattern: the free parts of a resource name with ``text``, others with what fits."""
    if not _NAME.fullmatch(pattern):
        return _random(pattern)
    filled = pattern.removeprefix("^").removesuffix("$").replace("[^/]+", text.replace("/", "-"))
    return filled.replace(".*", text).replace(".+", text)


@lru_cache(maxsize=1000)
def _random(pattern: str) -> str:
    """Return one text for a pattern, always the same; of several that fit, a short one."""
    made = Rstr(Random(pattern))
    return min((made.xeger(pattern) for _ in range(20)), key=lambda one: (not one, len(one)))
