"""A package about films, generated again after each change of its spec."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from specmill.config import load
from specmill.pipeline.generation import generate

Spec = dict[str, Any]


def _variant(kind: str, wire: str) -> Spec:
    properties = {"type": {"type": "string", "enum": [kind]}, wire: {"type": "integer"}}
    return {"title": f"{kind} step", "type": "object", "required": ["type"],
            "properties": properties}  # fmt: skip


def _choice(name: str, *values: str) -> Spec:
    return {"name": name, "in": "query", "schema": {"type": "string", "enum": ["any", *values]}}


def _text(name: str) -> Spec:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def answer(schema: str) -> Spec:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"200": {"description": "OK", "content": content}}


def _spec() -> Spec:
    films = {
        "operationId": "listFilms",
        "tags": ["films"],
        "parameters": [_choice("topic", "sea"), _choice("shape", "flat"), _choice("size", "long")],
        "responses": answer("Film"),
    }
    scene = {"operationId": "getScene", "tags": ["films"], "responses": answer("Film")}
    scene["parameters"] = [_text("film"), _text("scene")]
    songs = {"operationId": "listSongs", "tags": ["songs"], "responses": answer("Song")}
    cut = {"type": "object", "properties": {"from": {"type": "integer"}, "to": {"type": "integer"}}}
    film = {
        "name": {"type": "string"},
        "kind": {"type": "string", "enum": ["long", "short"]},
        "cut": cut,
        "step": {"$ref": "#/components/schemas/Step"},
        "note": {"$ref": "#/components/schemas/Note"},
    }
    steps = [_variant("archive", "days"), _variant("mail", "count"), _variant("call", "times")]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Films", "version": "1"},
        "servers": [{"url": "https://one.example"}, {"url": "https://two.example"}],
        "paths": {
            "/films": {"get": films},
            "/films/{film}/scenes/{scene}": {"get": scene},
            "/songs": {"get": songs},
        },
        "components": {
            "schemas": {
                "Film": {"type": "object", "properties": film},
                "Step": {"oneOf": steps},
                "Note": {"type": "object", "properties": {"by": {"type": "string"}}},
                "Song": {"type": "object", "properties": {"title": {"type": "string"}}},
            }
        },
    }


class Workspace:
    """The package, and the spec that it was generated from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.source = folder / "specs" / "f" / "source.json"
        self.source.parent.mkdir(parents=True)
        (folder / "specmill.toml").write_text("[workspace]\n[apis.f]\n")
        self.spec = _spec()
        self.update(lambda _: None)

    def update(self, change: Callable[[Spec], object]) -> None:
        now = copy.deepcopy(self.spec)
        change(now)
        self.source.write_text(json.dumps(now))
        generate(load(self.folder / "specmill.toml"))
        self.spec = now

    def module(self, path: str) -> str:
        return (self.folder / "generated/python/f" / path).read_text()

    def definition(self, name: str, module: str = "models/films.py") -> str:
        """Return the text of a class or an alias; empty where there is none."""
        pattern = rf"^(?:class {name}\(|{name}: ).*?(?=^\S|\Z)"
        found = re.search(pattern, self.module(module), re.MULTILINE | re.DOTALL)
        return found[0] if found else ""


def film_of(spec: Spec) -> Spec:
    properties: Spec = spec["components"]["schemas"]["Film"]["properties"]
    return properties


def listing_of(spec: Spec) -> Spec:
    operation: Spec = spec["paths"]["/films"]["get"]
    return operation


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def call_films_movies(spec: Spec) -> None:
    """Rename a component, and what refers to it."""
    schemas = spec["components"]["schemas"]
    schemas["Movie"] = schemas.pop("Film")
    for path in ("/films", "/films/{film}/scenes/{scene}"):
        spec["paths"][path]["get"]["responses"] = answer("Movie")
