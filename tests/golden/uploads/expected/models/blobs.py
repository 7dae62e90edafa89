"""Models of `blobs`."""

from __future__ import annotations

from typing import TypeAlias

Content: TypeAlias = bytes
