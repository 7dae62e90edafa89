"""What is asked of the package of a Discovery document; each check yields what is wrong."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any, get_args

from corpus.rebuild import canonical, differences, rebuild
from differential import discovery
from differential.comparing import Api, Finding
from differential.google_client import GoogleClient
from differential.spec import Operation
from pydantic import BaseModel

Node = Mapping[str, Any]


def kept(document: dict[str, Any], root: dict[str, Any]) -> Iterator[str]:
    """Make the document again from its normal form."""
    yield from differences(canonical(document), rebuild(root))


def fields_complete(document: Node, inspected: Node) -> Iterator[str]:
    """Look for each property of each schema of the document in the fields of its class."""
    wires = {
        (entry["module"], entry["name"]): {one["wire"]: one["python"] for one in entry["fields"]}
        for entry in inspected["models"]
        if entry["kind"] == "object"
    }
    named = {entry["wire"]: entry for entry in inspected["models"]}
    for name, schema in document.get("schemas", {}).items():
        if name not in named:
            yield f"{name}: no model"
            continue
        entry = named[name]
        model = getattr(importlib.import_module(entry["module"]), entry["name"])
        yield from _fields_complete(schema, model, wires, name)


def _fields_complete(schema: Node, annotation: Any, wires: Node, place: str) -> Iterator[str]:
    for key in ("items", "additionalProperties"):
        if "properties" in schema.get(key, {}) or key in schema.get(key, {}):
            yield from _fields_complete(schema[key], annotation, wires, f"{place}/{key}")
    if "properties" not in schema:
        return
    candidates = [
        (model, names)
        for model in _models_in(annotation)
        if set(names := wires.get((model.__module__, model.__name__), {}))
        >= set(schema["properties"])
    ]
    if not candidates:
        yield f"{place}: no class has all of {', '.join(schema['properties'])}"
        return
    model, names = candidates[0]
    for wire, inner in schema["properties"].items():
        if names[wire] not in model.model_fields:
            yield f"{place}/{wire}: {model.__name__} has no field {names[wire]}"
        elif "properties" in str(inner):
            field = model.model_fields[names[wire]]
            yield from _fields_complete(inner, field.annotation, wires, f"{place}/{wire}")


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(getattr(annotation, "__value__", annotation)):
        yield from _models_in(argument)


def parameters_complete(document: Node, inspected: Node) -> Iterator[str]:
    """Look for each parameter of each method of the document in a signature."""
    package = importlib.import_module(inspected["package"])
    client = getattr(package, inspected["client"])(base_url="https://nowhere.example")
    described = {one["id"]: one for one in inspected["operations"]}
    for _, method in discovery.methods(document):
        one = described.get(method["id"])
        if one is None:
            yield f"{method['id']}: no method"
            continue
        signature = inspect.signature(reduce(getattr, one["python"].split("."), client))
        names = {entry["wire"]: entry["python"] for entry in one["parameters"]}
        wanted = [*method.get("parameters", {}), *(["body"] if "request" in method else [])]
        for wire in wanted:
            if names.get(wire, wire) not in signature.parameters:
                yield f"{method['id']}: no argument for {wire}"
    common = {entry["wire"]: entry["python"] for entry in inspected["common_parameters"]}
    options = inspect.signature(package.RequestOptions).parameters
    for wire in document.get("parameters", {}):
        if common.get(wire) not in options:
            yield f"no option for {wire}"


class Wire:
    """Requests of our client and of Google's, method by method."""

    def __init__(self, document: dict[str, Any], inspected: Node) -> None:
        self._peer = GoogleClient(document)
        self._api = Api(discovery.read(document), inspected, self._peer, both=False)
        self.operations = self._api.spec.operations

    def findings(self, operation: Operation) -> Iterator[Finding]:
        """Compare one method; what fails is a finding too."""
        try:
            yield from self._api.findings(operation)
            if operation.id in self._peer.unknown:
                yield self._hidden(operation)
        except Exception as error:
            yield Finding("", repr(error)[:300])

    def _hidden(self, operation: Operation) -> Finding:
        text = "the peer has this method"
        return Finding("", text, "google: hidden method" if self._peer.hides(operation) else "")
