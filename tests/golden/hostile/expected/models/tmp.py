"""Models of `tmp`."""

from __future__ import annotations

from typing import Literal, TypeAlias

TmpUp: TypeAlias = (
    Literal["../x", 'a"""b', "'; import os; '", "\\", "{{ 7*7 }}", "\u202e", "new\nline"] | str
)
