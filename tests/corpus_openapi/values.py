"""What models make of values: of the examples of a description, and of made ones that are changed
in each place. What fits a schema must be read strictly and come back as it was.
"""

from __future__ import annotations

import importlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import jsonschema_rs
from corpus_openapi.as_read import FORMATS, PREFIX, as_read, component, escaped
from corpus_openapi.samples import Samples
from differential.spec import Spec
from properties.comparing import same

OTHERS = (7, 1.5, True, "7", "text", [], {})
"""What is put in each place of a made value, as far as the schema still has it fit."""
_UNENFORCED = frozenset(
    {
        *("patternProperties", "dependentSchemas", "if", "then", "else", "not", "contains"),
        *("prefixItems", "propertyNames", "unevaluatedItems", "unevaluatedProperties"),
    }
)
"""Keywords under which a type is told in words: it binds some values of a field, not all."""
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Node = Mapping[str, Any]


class Values:
    """Tries the components of one normal form on the models of its package.

    Args:
        root: The normal form.
        inspected: What ``inspect --json`` says of the package, which can be imported.
    """

    def __init__(self, root: dict[str, Any], inspected: Node) -> None:
        self.tried = 0
        """Values that fit their schema."""
        self._root = root
        self._schemas: dict[str, Any] = root.get("components", {}).get("schemas", {})
        self._samples = Samples(Spec(root, (), (), ""), answers=True)
        self._models = {one["wire"]: one for one in inspected["models"] if one["wire"]}
        runtime = f"{inspected['package']}._runtime"
        decoding = importlib.import_module(f"{runtime}.data.decoding")
        self._decode, self._decode_leniently = decoding.decode, decoding.decode_leniently
        self._encode = importlib.import_module(f"{runtime}.bodies.encoding").encode_json

    @property
    def components(self) -> list[str]:
        """Names of the components that have a model."""
        return [name for name in self._schemas if name in self._models]

    def findings(self) -> Iterator[str]:
        """Yield what fits and is not read, or does not come back."""
        examples = self._examples()
        for name, schema in self._schemas.items():
            if not isinstance(schema, dict) or name not in self._models:
                continue
            entry = self._models[name]
            model = getattr(importlib.import_module(entry["module"]), entry["name"])
            reached = self._reached(name)
            if any(map(_is_base, reached["components"]["schemas"].values())):
                continue
            validator = jsonschema_rs.Draft202012Validator(
                {"$ref": PREFIX + escaped(name), **reached},
                validate_formats=True,
                formats=FORMATS,
            )
            for value in (*examples[name], *self._made(schema)):
                if isinstance(model, type) and not isinstance(value, dict):
                    continue  # a class has no null, whatever refers to it has
                named = _by_wire_names(value, entry)
                if not validator.is_valid(named):
                    strict = _has_other_type(validator, named)
                    wrong = self._converted(value, model, named, strict=strict)
                else:
                    self.tried += 1
                    wrong = self._wrong(value, model, named)
                if wrong:
                    yield f"{name}: {wrong} of {json.dumps(value)[:200]}"
                    break

    def _wrong(self, value: Any, model: Any, expected: Any) -> str:
        try:
            read = self._decode(json.dumps(value).encode(), model)
        except Exception as error:
            return f"{type(error).__name__}: {error}"[:200]
        written = json.loads(self._encode(read, model, send_read_only=True))
        if isinstance(value, str) or same(written, expected):
            return ""  # a time on its own may be written otherwise
        return f"writes {json.dumps(written)[:200]}"

    def _converted(self, value: Any, model: Any, expected: Any, *, strict: bool) -> str:
        """Read what does not fit: leniently it must go back as it came, strictly be refused."""
        content = json.dumps(value).encode()
        written = json.loads(
            self._encode(self._decode_leniently(content, model), model, send_read_only=True)
        )
        if not _is_same(written, expected):
            return f"is converted to {json.dumps(written)[:200]}"
        if not strict or any(_is_unknown(note, value) for note in get_args(model)[1:]):
            return ""
        try:
            read = self._decode(content, model)
        except Exception:
            return ""
        return f"is read as {read!r}"[:300]

    def _made(self, schema: Node) -> Iterator[Any]:
        """Yield a whole value, then the same with one place left out or filled otherwise."""
        try:
            whole = self._samples.value(schema)
        except Exception:  # a pattern or a combination that samples cannot fill
            return
        yield whole
        yield from _changed(whole)

    def _examples(self) -> dict[str, list[Any]]:
        """Return the examples of components and of bodies that are one, or a list of one."""
        found: defaultdict[str, list[Any]] = defaultdict(list)
        for name, schema in self._schemas.items():
            if isinstance(schema, dict):
                found[name] += schema.get("examples", ())
        for content in self._contents():
            schema = content.get("schema")
            if not isinstance(schema, dict):
                continue
            for example in self._of_content(content):
                if schema.get("$ref", "").startswith(PREFIX):
                    found[component(schema["$ref"])].append(example)
                elif isinstance(example, list) and "$ref" in (schema.get("items") or {}):
                    found[component(schema["items"]["$ref"])] += example
        return found

    def _of_content(self, content: Node) -> Iterator[Any]:
        if "example" in content:
            yield content["example"]
        for one in content.get("examples", {}).values():
            example = self._samples.flat(one)
            if "value" in example:
                yield example["value"]

    def _contents(self) -> Iterator[Node]:
        for path, item in self._root.get("paths", {}).items():
            for method in _METHODS:
                operation = item.get(method, {}) if path.startswith("/") else {}
                bodies = [
                    operation.get("requestBody", {}),
                    *operation.get("responses", {}).values(),
                ]
                for body in bodies:
                    resolved = self._samples.flat(body)
                    for media_type, content in resolved.get("content", {}).items():
                        if "json" in media_type:
                            yield content

    def _reached(self, name: str) -> dict[str, Any]:
        """Return the components that one leads to, so that its validator is small."""
        reached: dict[str, Any] = {}
        pending = [PREFIX + escaped(name)]
        others: dict[str, Any] = {}
        while pending:
            reference = pending.pop()
            if not reference.startswith(PREFIX):
                others = self._root
                continue
            name = component(reference)
            if name in self._schemas and name not in reached:
                reached[name] = as_read(self._schemas[name])
                pending += _references(reached[name])
        components = {**others.get("components", {}), "schemas": reached}
        return {"components": components, "paths": others.get("paths", {})}


def _has_other_type(validator: Any, value: Any) -> bool:
    """Tell whether a value has a JSON type that its schema names and does not allow.

    Null is none: in place of an optional property it is read as a missing one.
    """
    return any(
        error.kind.name == "type"
        and error.instance is not None
        and _UNENFORCED.isdisjoint(error.schema_path)
        for error in validator.iter_errors(value)
    )


def _is_unknown(note: Any, value: Any) -> bool:
    """Tell whether a union is open for an object whose tag no member has."""
    return hasattr(note, "member_for") and note.member_for(value) is dict


def _by_wire_names(value: Any, model: Node) -> Any:
    """Return an object as its model writes it: a property may come under the name of its field, as
    in protobuf's own examples, and goes back under the declared one.
    """
    if not isinstance(value, dict):
        return value
    wires = {one["python"]: one["wire"] for one in model.get("fields", ())}
    return {
        key if wires.get(key, key) in value else wires[key]: inner for key, inner in value.items()
    }


def _is_same(one: Any, other: Any) -> bool:
    """Compare JSON values that nothing may have touched: 1 and 1.0 are two."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _changed(value: Any) -> Iterator[Any]:
    """Yield a value with each of its places changed, one at a time."""
    yield None
    yield from OTHERS
    if isinstance(value, dict):
        for key, inner in value.items():
            yield {name: one for name, one in value.items() if name != key}
            yield from ({**value, key: changed} for changed in _changed(inner))
    elif isinstance(value, list) and value:
        yield from ([changed, *value[1:]] for changed in _changed(value[0]))


def _is_base(schema: Any) -> bool:
    """Tell whether a schema is told from those that extend it, which JSON Schema cannot."""
    return "discriminator" in schema and "oneOf" not in schema and "anyOf" not in schema


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for inner in node.values():
            yield from _references(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _references(inner)
