"""The fixture `fake_kit` of pytest: a fake of the service, checked when the test is over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .testing import FakeKit


@pytest.fixture
def fake_kit() -> Iterator[FakeKit]:
    """A fake of the service, with a client."""
    from .testing import FakeKit  # noqa: PLC0415 - pytest loads this module in every run

    with FakeKit() as fake:
        yield fake
