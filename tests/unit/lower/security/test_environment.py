"""Environment variables that an API is known by: what ``x-specmill-environment`` may say."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.conftest import Lower

from specmill.diagnostics import SpecmillError


def test_arguments_to_variables(lowered: Lower) -> None:
    said = {"base_url": "PIPES_ENDPOINT", "token": "PIPES_SECRET"}
    api = lowered(**{"x-specmill-environment": said})
    assert api.known_variables == tuple(said.items())
    assert lowered().known_variables == ()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ([], "is no object"),
        ({"url": "X"}, "has no 'url'"),
        ({"token": "A-B"}, "'A-B' is not the name of an environment variable"),
        ({"token": 3}, "3 is not the name"),
    ],
)
def test_what_it_may_say(lowered: Lower, said: Any, why: str) -> None:
    with pytest.raises(SpecmillError, match="x-specmill-environment|environment variable") as found:
        lowered(**{"x-specmill-environment": said})
    assert why in str(found.value)
