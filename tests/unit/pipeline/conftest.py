"""A small workspace whose target only lists the operations: the pipeline is what is tested."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from specmill.model.api import Resource
from specmill.pipeline import plugins
from specmill.targets import TargetInput


class ListTarget:
    """Writes one file that names the operations, and one for each resource."""

    name = "list"

    def render(self, given: TargetInput) -> dict[str, str | bytes]:
        files: dict[str, str | bytes] = {"api.txt": f"{given.api.name}\n{given.api.title}\n"}
        for resource in _resources(given.api.root):
            lines = "".join(f"{operation.id}\n" for operation in resource.operations)
            files[f"{'/'.join(resource.path) or 'root'}.txt"] = lines
        for folder in given.templates:
            files["template.txt"] = (folder / "extra.txt").read_text(encoding="utf-8")
        return files


def _resources(resource: Resource) -> Iterator[Resource]:
    if resource.operations:
        yield resource
    for child in resource.children:
        yield from _resources(child)


def swagger(**paths: str) -> str:
    """A Swagger document with a GET for each path: name of the operation to path."""
    operations = {
        path: {"get": {"operationId": name, "responses": {"200": {"description": "OK"}}}}
        for name, path in paths.items()
    }
    head = {"swagger": "2.0", "info": {"title": "Small", "version": "1"}, "host": "example.com"}
    return json.dumps({**head, "schemes": ["https"], "paths": operations}, indent=1)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a workspace with the APIs ``a`` and ``b``."""
    monkeypatch.setattr(plugins, "load_target", lambda name: ListTarget())
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        folder = tmp_path / "specs" / name
        folder.mkdir(parents=True)
        (folder / "source.json").write_text(swagger(getOne="/one", getTwo="/two"))
    text = '[workspace]\ntargets = ["list"]\n[apis.a]\n[apis.b]\n'
    (tmp_path / "specmill.toml").write_text(text)
    return tmp_path
