"""Running servers, named by the environment; without them the tests are skipped."""

from __future__ import annotations

import json
import os
import sys
import uuid
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import httpx2
import pytest
from pydantic import BaseModel

ROOT = Path(__file__).parents[2]
_RUN = uuid.uuid4().hex[:8]
_NUMBERS = count()


class Wire(httpx2.BaseTransport):
    """Lets requests through, and keeps the last exchange."""

    def __init__(self) -> None:
        self._through = httpx2.HTTPTransport()
        self.requests: list[httpx2.Request] = []
        self.came = b""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        response = self._through.handle_request(request)
        self.came = response.read()
        self.requests.append(request)
        return httpx2.Response(
            response.status_code, headers=response.headers, content=self.came, request=request
        )

    def is_written_again(self, answer: Any) -> bool:
        """Tell whether a model writes the JSON that came."""
        body = getattr(answer, "body", answer)
        assert isinstance(body, BaseModel)
        written = body.model_dump_json(by_alias=True, exclude_unset=True)
        return bool(json.loads(written) == json.loads(self.came))


def fresh(word: str) -> str:
    """Return a name that no earlier test or run has used."""
    return f"{word}-{_RUN}-{next(_NUMBERS)}"


def server(variable: str) -> str:
    """Return the base URL of a server, or skip."""
    address = os.environ.get(variable, "")
    if not address:
        pytest.skip(f"{variable} names no server")
    return address if "://" in address else f"http://{address}"


@pytest.fixture(autouse=True, scope="session")
def _packages() -> Iterator[None]:
    sys.path.insert(0, str(ROOT / "generated" / "python"))
    yield
    sys.path.remove(str(ROOT / "generated" / "python"))


@pytest.fixture
def wire() -> Wire:
    """What lets requests through."""
    return Wire()
