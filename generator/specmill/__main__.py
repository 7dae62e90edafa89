"""Entry point of ``python -m specmill``."""

from __future__ import annotations

from specmill.cli import process

process()
