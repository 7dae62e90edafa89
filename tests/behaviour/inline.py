"""Packages of specs that a test has in itself, and a transport that records what is sent."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import httpx2
import pytest

from specmill.config import single
from specmill.pipeline.build import build


def package(name: str, spec: str, folder: Path, patch: pytest.MonkeyPatch) -> ModuleType:
    """Generate a package and import it; the path is as before when ``patch`` is undone."""
    (folder / f"{name}.yaml").write_text(spec, encoding="utf-8")
    workspace = single(
        folder,
        name=name,
        source=f"{name}.yaml",
        targets=("python",),
        settings={"formatter": "none"},
    )
    for path, content in build(folder, workspace.apis[name]).files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    patch.syspath_prepend(folder)
    importlib.invalidate_caches()
    for module in [*sys.modules]:  # another test's package of this name
        if module == name or module.startswith(f"{name}."):
            patch.delitem(sys.modules, module)
    return importlib.import_module(name)


class Recorder(httpx2.MockTransport):
    """Keeps what is sent, and gives one answer to all of it, or those of a list in turn."""

    def __init__(self, *answers: httpx2.Response) -> None:
        self.requests: list[httpx2.Request] = []
        self.answers = list(answers)
        super().__init__(self._respond)

    def _respond(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.requests.append(request)
        return self.answers.pop(0) if self.answers else httpx2.Response(200, json={})

    @property
    def sent(self) -> bytes:
        """The body of the latest request."""
        return self.requests[-1].content

    @property
    def media_type(self) -> str:
        """The media type of the latest request."""
        return self.requests[-1].headers["content-type"]

    @property
    def query(self) -> str:
        """The query of the latest request, as it is written."""
        return self.requests[-1].url.query.decode()
