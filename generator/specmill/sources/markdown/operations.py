"""Operations of the normal form, from the methods of a reference page and their bindings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from specmill.document import pointers
from specmill.document.openapi_shapes import NO_CONTENT
from specmill.document.origins import Origin
from specmill.sources.loading import Source
from specmill.sources.markdown.bindings import Binding, Bindings, Value
from specmill.sources.markdown.dialect import Dialects
from specmill.sources.markdown.findings import aliases, squeezed
from specmill.sources.markdown.page import Method, Parameter, undocumented_method
from specmill.sources.markdown.rows import is_nothing
from specmill.sources.markdown.schemas import DOCUMENTED, Schemas, declared_type, described
from specmill.text import pascal_case
from specmill.values import dataclass

UNBOUND = "x-specmill-unbound"
_JSON = "application/json"
_WORD = re.compile(r"\w+", re.ASCII)


@dataclass(slots=True)
class Operations:
    """Makes the operations of one page."""

    source: Source
    """The page with its lines."""
    dialects: Dialects
    classes: Mapping[str, str]
    bindings: Bindings | None = None
    schemas: Schemas | None = None
    """Reads the types of the bindings; given together with them."""
    paths: dict[str, Any] = field(default_factory=dict)
    components: dict[str, Any] = field(default_factory=dict)
    """Schemas of request bodies."""
    bodies: dict[str, str] = field(default_factory=dict)
    """Methods to the names of those schemas."""
    origins: dict[str, Origin] = field(default_factory=dict)

    def add(self, method: Method) -> None:
        """Add a method under its path: its own name where nothing binds it."""
        bindings = self.bindings
        binding = bindings.methods.get(method.id) if bindings else None
        if binding is None:
            operation = self._unbound(method)
            reason = bindings.excluded.get(method.id) if bindings else None
            if reason:
                operation["x-specmill-skip"] = reason
            self._place(f"/{method.id}", "post", operation, method)
            return
        operation = self._bound(method, binding)
        path, verb = binding.path, binding.verb.lower()
        if verb in self.paths.get(path, {}):
            operation["x-specmill-path"] = path
            path = f"{path}#{method.id}"
        self._place(path, verb, operation, method)
        self._note_values(path, verb, method, binding)

    def add_undocumented(self) -> None:
        """Add the methods that the bindings have and the page has not."""
        for binding in self.bindings.methods.values() if self.bindings else ():
            if binding.undocumented:
                self.add(undocumented_method(binding.id))

    def _place(self, path: str, verb: str, operation: dict[str, Any], method: Method) -> None:
        self.paths.setdefault(path, {})[verb] = operation
        here = pointers.join("/paths", path, verb)
        bindings = self.bindings
        binding = bindings.methods.get(method.id) if bindings else None
        if bindings is not None and binding is not None and binding.undocumented:
            self.origins[here] = Origin(bindings.source, binding.pointer)
            return
        self.origins[here] = Origin(self.source, method.pointer)
        self.origins[f"{here}/responses"] = Origin(self.source, f"{method.pointer}/returns")
        if UNBOUND in operation:
            for index, parameter in enumerate(method.parameters):
                place = pointers.join(method.pointer, "parameters", parameter.name)
                self.origins[f"{here}/parameters/{index}"] = Origin(self.source, place)

    def _head(self, method: Method) -> dict[str, Any]:
        head: dict[str, Any] = {"operationId": method.id}
        if method.title and method.title != method.id:
            head["summary"] = method.title
        if method.text:
            head["description"] = "\n\n".join(method.text)
        return head

    # -- without bindings ------------------------------------------------------------------------

    def _unbound(self, method: Method) -> dict[str, Any]:
        operation = self._head(method)
        if method.group:
            operation["tags"] = [method.group]
        parameters = [
            {
                "name": one.name,
                "in": "query",
                **({"description": one.meaning} if one.meaning else {}),
                "required": one.required,
                "schema": _with_default(one),
            }
            for one in method.parameters
        ]
        if parameters:
            operation["parameters"] = parameters
        operation["responses"] = {"200": self._told_response(method)}
        operation[UNBOUND] = True
        operation[DOCUMENTED] = self._documented(method, None)
        return operation

    def _told_response(self, method: Method) -> dict[str, Any]:
        """Guess the response from the rows: fields of one value, or the first model they name."""
        response: dict[str, Any] = {"description": method.meaning_of_result}
        if method.returns_fields:
            fields = {row.name: _with_description(row) for row in method.results}
            schema = {"type": "object", "properties": fields}
            return {"description": "", "content": {_JSON: {"schema": schema}}}
        told = [row.declared.schema or self._named(row.meaning) for row in method.results]
        if not told and method.told_return:
            told = [self._named(method.told_return)]
        found = next((one for one in told if one is not None), None)
        if found is not None:
            response["content"] = {_JSON: {"schema": found}}
        else:
            response[NO_CONTENT] = True
        return response

    def _named(self, meaning: str) -> dict[str, Any] | None:
        """Guess what a meaning speaks of: None for nothing, any value where it names no model."""
        words = (word for word in _WORD.findall(meaning) if word in self.classes)
        name = next(words, None)
        if name is None:
            is_none = is_nothing(meaning, self.dialects) or self.dialects.finds("nothing", meaning)
            return None if is_none else {}
        one = {"$ref": f"#/components/schemas/{self.classes[name]}"}
        return {"type": "array", "items": one} if self.dialects.finds("list", meaning) else one

    # -- with bindings ---------------------------------------------------------------------------

    def _bound(self, method: Method, binding: Binding) -> dict[str, Any]:
        assert self.schemas is not None
        facts = binding.facts
        operation = self._head(method)
        notes = [operation.get("description", ""), facts.get("description", ""), self._fails(facts)]
        if any(notes):
            operation["description"] = "\n\n".join(note for note in notes if note)
        *resource, name = facts.get("as", method.id).split(".")
        if resource:
            operation["tags"] = [".".join(resource)]
        operation["x-specmill-resource"] = resource
        operation["x-specmill-method"] = name
        values = [value for value in binding.values if value.place != "body"]
        if values:
            operation["parameters"] = [self._parameter(value, method) for value in values]
        if binding.at("body"):
            operation["requestBody"] = self._body(method, binding)
        operation["responses"] = self._responses(method, binding)
        if facts.get("security") is False:
            operation["security"] = []
        if "pages" in facts:
            pages = facts["pages"]
            operation["x-specmill-pagination"] = {
                "items": pages["items"],
                "requestToken": pages["request"],
                "responseToken": pages["response"],
            }
        if "idempotent" in facts:
            operation["x-specmill-idempotent"] = facts["idempotent"]
        if "final" in facts:
            operation["x-specmill-errors"] = {"final": facts["final"]}
        if not binding.undocumented:
            operation[DOCUMENTED] = self._documented(method, binding)
        return operation

    def _fails(self, facts: Mapping[str, Any]) -> str:
        assert self.bindings is not None
        if not facts.get("fails"):
            return ""
        statuses = {
            code: status
            for status, codes in self.bindings.tree.get("errors", {}).get("codes", {}).items()
            for code in codes
        }
        told = [
            f"`{code}` ({statuses[code]})" if code in statuses else f"`{code}`"
            for code in facts["fails"]
        ]
        return f"Error codes: {', '.join(told)}."

    def _parameter(self, value: Value, method: Method) -> dict[str, Any]:
        row = method.parameter(value.doc)
        facts = dict(value.facts)
        description = facts.pop("description", "") or (row.meaning if row else "")
        deprecated = facts.pop("deprecated", False)
        is_positional = facts.pop("positional", False)
        parameter: dict[str, Any] = {"name": value.wire, "in": value.place}
        if description:
            parameter["description"] = description
        parameter["required"] = value.place == "path" or _is_required(value, row)
        if deprecated:
            parameter["deprecated"] = True
        if is_positional:
            parameter["x-specmill-positional"] = True
        parameter["schema"] = self._schema(value, row, facts)
        if row and squeezed(row.name) != squeezed(value.wire):
            parameter["x-specmill-name"] = row.name
        return parameter

    def _schema(
        self, value: Value, row: Parameter | None, facts: Mapping[str, Any]
    ) -> dict[str, Any]:
        assert self.schemas is not None
        return self.schemas.value(facts, value.pointer, _with_default(row) if row else None)

    def _body(self, method: Method, binding: Binding) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        required: list[str] = []
        for value in binding.at("body"):
            row = method.parameter(value.doc)
            description = "" if "description" in value.facts or not row else row.meaning
            schema = described(self._schema(value, row, value.facts), description)
            if row and squeezed(row.name) != squeezed(value.wire):
                schema["x-specmill-name"] = row.name
            properties[value.wire] = schema
            if _is_required(value, row):
                required.append(value.wire)
        body: dict[str, Any] = {"type": "object", "properties": properties}
        if required:
            body["required"] = required
        name = self._body_name(method)
        self.components[name] = body
        schema = {"$ref": f"#/components/schemas/{name}"}
        needed = bool(required) or binding.facts.get("needs_body") is True
        return {"content": {_JSON: {"schema": schema}}, "required": needed}

    def _body_name(self, method: Method) -> str:
        """Name the schema of a body; those of the bindings and of other bodies keep theirs."""
        wanted = name = f"{pascal_case(method.id)}Request"
        count = 1
        while name in self.classes.values() or name in self.components:
            count += 1
            name = f"{wanted}{count}"
        self.bodies[method.id] = name
        return name

    def _responses(self, method: Method, binding: Binding) -> dict[str, Any]:
        assert self.schemas is not None
        assert self.bindings is not None
        answer: dict[str, Any] = {"description": method.meaning_of_result}
        if "returns" in binding.facts:
            schema = self.schemas.read(binding.facts["returns"], f"{binding.pointer}/returns")
            answer["content"] = {_JSON: {"schema": schema}}
        else:
            answer[NO_CONTENT] = True
        responses = {str(binding.facts.get("status", 200)): answer}
        if "errors" in self.bindings.tree:
            responses["default"] = {"$ref": "#/components/responses/Error"}
        return responses

    def _note_values(self, path: str, verb: str, method: Method, binding: Binding) -> None:
        """Remember which row of the page, or line of the bindings, each value is from."""
        here = pointers.join("/paths", path, verb)
        rest = [value for value in binding.values if value.place != "body"]
        for index, value in enumerate(rest):
            self.origins[f"{here}/parameters/{index}"] = self._origin(value, method)
        assert self.bindings is not None
        bindings = self.bindings.source
        self.origins[f"{here}/requestBody"] = Origin(bindings, f"{binding.pointer}/body")
        self.origins[f"{here}/x-specmill-pagination"] = Origin(bindings, f"{binding.pointer}/pages")
        if "returns" in binding.facts:
            self.origins[f"{here}/responses"] = Origin(bindings, f"{binding.pointer}/returns")
        if method.id not in self.bodies:
            return
        component = pointers.join("/components/schemas", self.bodies[method.id])
        self.origins[component] = Origin(bindings, f"{binding.pointer}/body")
        for value in binding.at("body"):
            place = pointers.join(component, "properties", value.wire)
            self.origins[place] = self._origin(value, method)

    def _origin(self, value: Value, method: Method) -> Origin:
        row = method.parameter(value.doc)
        if row is None:
            assert self.bindings is not None
            return Origin(self.bindings.source, value.pointer)
        return Origin(self.source, pointers.join(method.pointer, "parameters", row.name))

    # -- the facade ------------------------------------------------------------------------------

    def _documented(self, method: Method, binding: Binding | None) -> dict[str, Any]:
        places: dict[str, tuple[str, str]] = {}
        for value in binding.values if binding else ():
            places[value.doc] = (value.place, value.wire)
            for member, name in value.holds.items():
                places[name] = (value.place, f"{value.wire}.{member}")
        documented = documented_call(method)
        for one in documented["parameters"]:
            if one["name"] in places:
                one["in"], one["wire"] = places[one["name"]]
        ignored = binding.facts.get("ignored", {}) if binding else {}
        for one in documented["parameters"]:
            if one["name"] in ignored:
                one["ignored"] = ignored[one["name"]]
        if binding is not None:
            documented["result"] = binding.facts.get("result", [None])
        return documented


def documented_call(method: Method) -> dict[str, Any]:
    """Give what a page says of a method's call: its name, parameters in order, returned values."""
    others = aliases(method)
    parameters = []
    for one in method.parameters:
        entry: dict[str, Any] = {"name": one.name, "type": one.declared.text}
        entry |= {"schema": dict(one.declared.schema), "required": one.required}
        if one.declared.has_default:
            entry["default"] = one.declared.default
        spellings = [alias for alias, name in others.items() if name == one.name]
        if spellings:
            entry["aliases"] = spellings
        parameters.append(entry)
    documented: dict[str, Any] = {"method": method.call.method, "usage": method.call.text}
    documented["unpacks"] = list(method.call.targets)
    documented["parameters"] = parameters
    documented["returns"] = [
        {"name": row.name, **declared_type(row.declared)} for row in method.returns
    ]
    if method.attributes:
        documented["attributes"] = [
            {"class": table.model, "names": [row.name for row in table.rows]}
            for table in method.attributes
        ]
    return documented


def _with_description(row: Parameter) -> dict[str, Any]:
    return described(row.declared.schema, row.meaning)


def _with_default(row: Parameter) -> dict[str, Any]:
    schema = dict(row.declared.schema)
    if row.declared.has_default:
        schema["default"] = row.declared.default
    return schema


def _is_required(value: Value, row: Parameter | None) -> bool:
    if "required" in value.facts:
        return bool(value.facts["required"])
    return "const" in value.facts or (row is not None and row.required)
