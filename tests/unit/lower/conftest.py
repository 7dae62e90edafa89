"""Small documents to lower."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.lower import lower
from specmill.model.api import Api

Lower = Callable[..., Api]


@pytest.fixture
def lowered() -> Lower:
    """Lower a document given by its parts; ``pins`` and ``key`` go to ``lower``."""

    def run(*, pins: dict[str, str] | None = None, key: str = "sample", **parts: Any) -> Api:
        info = {"title": "Sample", "version": "1"}
        root = {"openapi": "3.1.0", "info": info, "paths": {}, **parts}
        return lower(Document(root, "openapi3"), key=key, report=Report(), pins=pins)

    return run
