"""The Python values that a user writes for a sample, models made with their constructors."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, get_args

from differential.spec import Schema, Spec


class Composer:
    """Turns samples into arguments of a generated package.

    Args:
        spec: The API.
        inspected: What ``specmill inspect --json`` prints for it.
        models: The package's module ``models``.
    """

    def __init__(self, spec: Spec, inspected: Mapping[str, Any], models: Any) -> None:
        self._spec = spec
        self._models = models
        self._fields = {
            model["name"]: {field["wire"]: field["python"] for field in model["fields"]}
            for model in inspected["models"]
            if model["kind"] == "object"
        }

    def scalar(self, schema: Schema, wire: Any) -> Any:
        """Return a parameter's value in its Python type."""
        return self.value(schema, wire, None)

    def body(self, schema: Schema, wire: Any, name: str) -> Any:
        """Return a request body as an instance of the model called ``name``."""
        return self.value(schema, wire, getattr(self._models, name, None))

    def value(self, schema: Schema, wire: Any, annotation: Any) -> Any:
        """Return the Python value of JSON that fits a schema; ``annotation`` has the models."""
        schema = self._spec.resolve(schema)
        if isinstance(wire, list):
            inner = schema.get("items", {})
            return [self.value(inner, item, annotation) for item in wire]
        if isinstance(wire, dict):
            return self._object(schema, wire, annotation)
        if not isinstance(wire, str):
            return wire
        if "contentEncoding" in schema:
            return base64.b64decode(wire.translate({ord("-"): "+", ord("_"): "/"}))
        match schema.get("format"):
            case "int64" | "uint64":
                return int(wire)
            case "date":
                return date.fromisoformat(wire)
            case "date-time":
                return datetime.fromisoformat(wire)
            case "google-duration":
                return timedelta(seconds=float(wire.removesuffix("s")))
        return wire

    def _object(self, schema: Schema, wire: Mapping[str, Any], annotation: Any) -> Any:
        properties = schema.get("properties")
        extra = schema.get("additionalProperties")
        if properties is None:
            inner = extra if isinstance(extra, dict) else {}
            return {name: self.value(inner, item, annotation) for name, item in wire.items()}
        model = next(self._model_in(annotation))
        model.model_rebuild()
        python = self._fields[model.__name__]
        values: dict[str, Any] = {}
        for name, item in wire.items():
            if name in properties:
                field = model.model_fields[python[name]]
                values[python[name]] = self.value(properties[name], item, field.annotation)
            else:
                values[name] = item
        return model(**values)

    def _model_in(self, annotation: Any) -> Iterator[Any]:
        if hasattr(annotation, "model_fields"):
            yield annotation
        for argument in get_args(annotation):
            yield from self._model_in(argument)
