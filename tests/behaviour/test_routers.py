"""Paths as routers of frameworks write them, whose last variable takes all that follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from tests.behaviour.inline import Recorder, package

DONE = "responses: {'204': {description: Done.}}"
SPEC = f"""
openapi: 3.1.0
info: {{title: Routers, version: "1"}}
servers: [{{url: https://routers.example/v1}}]
paths:
  /spring/{{*path}}:
    get:
      parameters: [{{name: path, in: path, required: true, schema: {{type: string}}}}]
      {DONE}
  /aspnet/{{**slug}}: {{get: {{{DONE}}}}}
  /gateway/{{proxy+}}: {{get: {{{DONE}}}}}
  /go/{{rest...}}: {{get: {{{DONE}}}}}
  "/jaxrs/{{path: .+}}": {{get: {{{DONE}}}}}
  /smallrye/{{path}}:
    get:
      parameters:
        - {{name: path, in: path, required: true, schema: {{type: string, pattern: ".*"}}}}
      {DONE}
  /starlette/{{file:path}}: {{get: {{{DONE}}}}}
  /flask/<path:name>: {{get: {{{DONE}}}}}
  /express/*file: {{get: {{{DONE}}}}}
  /elysia/*: {{get: {{{DONE}}}}}
  /ant/**: {{get: {{{DONE}}}}}
  /one/{{id:[0-9]+}}: {{get: {{{DONE}}}}}
"""


@pytest.fixture(scope="module")
def routers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        yield package("routers_v1", SPEC, tmp_path_factory.mktemp("routers"), patch)


@pytest.mark.parametrize(
    "router",
    [
        "spring",
        "aspnet",
        "gateway",
        "go",
        "jaxrs",
        "smallrye",
        "starlette",
        "flask",
        "express",
        "elysia",
        "ant",
    ],
)
def test_slashes_of_the_rest_stay(routers: Any, router: str) -> None:
    sent = Recorder(httpx2.Response(204))
    getattr(routers.Routers(transport=sent), router).get("a/b c/ä?#.txt")
    assert sent.requests[0].url.raw_path == f"/v1/{router}/a/b%20c/%C3%A4%3F%23.txt".encode()


def test_slashes_of_one_segment_do_not(routers: Any) -> None:
    sent = Recorder(httpx2.Response(204))
    routers.Routers(transport=sent).one.get("1/2")
    assert sent.requests[0].url.raw_path == b"/v1/one/1%2F2"


def test_the_rest_stays_below_its_path(routers: Any) -> None:
    with pytest.raises(ValueError, match=r"path"):
        routers.Routers(transport=Recorder()).spring.get("../admin")
