"""Requests that pages show: what stands in a URL is spelled as the client spells it."""

from __future__ import annotations

from pathlib import Path

from specmill.pipeline.build import build
from specmill.pipeline.spec import spec_workspace

SPEC = """\
openapi: 3.1.0
info: {title: Trees, version: "1"}
servers: [{url: "http://trees.test/my woods"}]
paths:
  /trees again/{id}/%20/"größe":
    get:
      operationId: getTree
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: done}}
"""
SENT = "/my%20woods/trees%20again/my-id/%20/%22gr%C3%B6%C3%9Fe%22"


def test_fixed_text_of_a_path_is_escaped(tmp_path: Path) -> None:
    spec = tmp_path / "trees.yaml"
    spec.write_text(SPEC, "utf-8")
    workspace = spec_workspace(spec, name="trees", out=tmp_path / "out", targets=("docs",))
    files = build(workspace.root, workspace.apis["trees"]).files
    pages = b"".join(files.values()).decode()
    assert f"GET {SENT} HTTP/1.1" in pages
    assert f"curl 'http://trees.test{SENT}'" in pages
