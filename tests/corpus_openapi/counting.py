"""Compares what the source has with what ``specmill inspect --json`` tells of the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from corpus_openapi.source import Source

Node = Mapping[str, Any]


def operations_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for each operation of the source, and for each that the source has not."""
    wanted = {(method, path) for method, path, _ in source.operations()}
    described = {(one["method"], one["path"]) for one in inspected["operations"]}
    yield from (f"{method} {path}: no method" for method, path in sorted(wanted - described))
    yield from (f"{method} {path}: not of the source" for method, path in described - wanted)
    webhooks = source.webhooks()
    if webhooks > len(inspected["webhooks"]):
        yield f"{webhooks} webhooks, {len(inspected['webhooks'])} of them generated"


def parameters_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for each parameter of each operation in the arguments of its method."""
    described = {
        (one["method"], one["path"]): {(each["in"], each["wire"]) for each in one["parameters"]}
        for one in inspected["operations"]
    }
    common = {("query", one["wire"]) for one in inspected["common_parameters"]}
    for method, path, parameters in source.operations():
        arguments = described.get((method, path), set()) | common
        for place, name in parameters:
            if (place, name) not in arguments:
                yield f"{method} {path}: no argument for {name} in {place}"


def properties_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for each property of each named schema in the fields of its model."""
    models = {one["wire"]: one for one in inspected["models"]}
    for name, schema in source.schemas().items():
        declared = dict.fromkeys(source.properties(schema))
        if not declared:
            continue
        model = models.get(name)
        if model is None:
            yield f"{name}: no model"
            continue
        fields = {one["wire"] for one in model["fields"]}
        yield from (f"{name}: no field for {one}" for one in declared if one not in fields)
