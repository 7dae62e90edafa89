"""Schemas of the normal form, from the classes of a reference page and from its bindings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from specmill.diagnostics import Diagnostic
from specmill.document import pointers
from specmill.document.origins import Origin
from specmill.sources.loading import Source
from specmill.sources.markdown.bindings import Bindings
from specmill.sources.markdown.cells import Declared
from specmill.sources.markdown.dialect import built_in
from specmill.sources.markdown.findings import squeezed
from specmill.sources.markdown.page import Model, Page
from specmill.sources.markdown.types import NotAType, schema_of
from specmill.sources.repairs.checks import raise_all
from specmill.sources.repairs.schemas import modernize
from specmill.values import dataclass

DOCUMENTED = "x-specmill-documented"
_COMPONENTS = "/components/schemas"
_NOT_KEYWORDS = ("type", "optional", "nullable", "or_empty", "required")
_ABOUT = ("description", "deprecated", "readOnly")


def page_schemas(page: Page, source: Source) -> tuple[dict[str, Any], dict[str, Origin]]:
    """Make a schema of each class that the page lists; gives them with their origins."""
    schemas: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    for model in page.models.values():
        origins[pointers.join(_COMPONENTS, model.name)] = Origin(source, model.pointer)
        if model.members is not None:
            schemas[model.name] = _enumeration(model)
            continue
        properties = {}
        for attribute, declared in model.attributes:
            schema = described(declared.schema, attribute.comment)
            if declared.has_default:
                schema["default"] = declared.default
            properties[attribute.name] = schema
            place = pointers.join(_COMPONENTS, model.name, "properties", attribute.name)
            origins[place] = Origin(source, pointers.join(model.pointer, attribute.name))
        attributes = [
            {"name": attribute.name, **declared_type(declared)}
            for attribute, declared in model.attributes
        ]
        required = [one.name for one, declared in model.attributes if declared.required]
        schemas[model.name] = {
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            DOCUMENTED: {"class": model.name, "attributes": attributes},
        }
    return schemas, origins


def _enumeration(model: Model) -> dict[str, Any]:
    """Make the schema of an enumeration; any value fits one whose members tell none."""
    values = [member.value for member in model.members or ()]
    kinds = {type(value) for value in values}
    if len(kinds) != 1:
        return {"enum": values} if values else {}
    schema = {"type": "string" if kinds == {str} else "integer", "enum": values}
    told = {
        str(member.value): {"description": member.comment}
        for member in model.members or ()
        if member.comment
    }
    return {**schema, **({"x-specmill-enum": told} if told else {})}


def declared_type(declared: Declared) -> dict[str, Any]:
    """Give the type of an attribute as the page writes it, and its JSON type."""
    kind = declared.schema.get("type")
    return {"type": declared.text, **({"json": kind} if isinstance(kind, str) else {})}


def _or_empty(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Let an empty text stand for no value."""
    about = {key: value for key, value in schema.items() if key in _ABOUT}
    value = {key: value for key, value in schema.items() if key not in _ABOUT}
    return {"anyOf": [value, {"const": ""}], **about}


def described(schema: Mapping[str, Any], description: str) -> dict[str, Any]:
    """Copy a schema and add a description, if there is one."""
    return {**schema, **({"description": description} if description else {})}


@dataclass(slots=True)
class Schemas:
    """Makes the schemas that bindings declare."""

    page: Page
    source: Source
    """The page with its lines."""
    bindings: Bindings
    origins: dict[str, Origin] = field(default_factory=dict)
    mistakes: list[Diagnostic] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        fragments = {name for name, facts in self._declared.items() if facts.get("fragment")}
        self.names = {name: name for name in self._declared if name not in fragments}
        enumerations = [one.name for one in self.page.models.values() if one.members is not None]
        for name in enumerations:  # what the page lists holds unless the bindings say otherwise
            self.names.setdefault(name, self.owners.get(name, name))

    @property
    def _declared(self) -> Mapping[str, Mapping[str, Any]]:
        declared: Mapping[str, Mapping[str, Any]] = self.bindings.tree.get("schemas", {})
        return declared

    @property
    def owners(self) -> dict[str, str]:
        """Classes of the page to the schemas that show them on the wire."""
        return {facts.get("class", name): name for name, facts in self._declared.items()}

    def components(self) -> dict[str, Any]:
        """Make all components; raises SpecmillError when they do not fit the page's classes."""
        made = {}
        for name, facts in self._declared.items():
            if facts.get("fragment"):
                continue
            self.origins[pointers.join(_COMPONENTS, name)] = Origin(
                self.bindings.source, pointers.join("/schemas", name)
            )
            made[name] = described(self._component(name, facts), facts.get("description", ""))
        owners = self.owners
        for model in self.page.models.values():
            owner = owners.get(model.name)
            if owner is None and model.members is not None:
                made[model.name] = _enumeration(model)
                pointer = pointers.join(_COMPONENTS, model.name)
                self.origins[pointer] = Origin(self.source, model.pointer)
            elif owner is None:
                what = f"no schema is given for the class {model.name} of the page"
                hint = "add it to `schemas` of the bindings"
                place = self.source.locate(model.pointer)
                self.mistakes.append(Diagnostic(what, place, hint))
            elif model.members is None:
                made[owner][DOCUMENTED] = self._attributes(model, owner, made[owner])
        for name, facts in self._declared.items():
            for included in facts.get("includes", ()):
                if name in made and DOCUMENTED in made.get(included, {}):
                    made[name].setdefault(DOCUMENTED, dict(made[included][DOCUMENTED]))
        self._error_codes(made)
        raise_all(iter(self.mistakes))
        return made

    def _error_codes(self, made: dict[str, Any]) -> None:
        """Put the known codes into the field of the error envelope that carries them."""
        errors = self.bindings.tree.get("errors", {})
        if "code" not in errors:
            return
        field_ = made.get(errors["schema"], {}).get("properties", {}).get(errors["code"])
        if field_ is None:
            place = self.bindings.source.locate("/errors/code")
            what = f"the schema {errors['schema']!r} has no field {errors['code']!r}"
            self.mistakes.append(Diagnostic(what, place))
            return
        known = [code for codes in errors.get("codes", {}).values() for code in codes]
        field_["enum"] = list(dict.fromkeys(known))

    def read(self, text: str, pointer: str) -> dict[str, Any]:
        """Read a type of the bindings that stands at ``pointer``; notes a mistake."""
        english = built_in("english")
        try:
            return schema_of(text, lambda word: english.role_of("types", word), self.names)
        except NotAType as error:
            what = f"the type {text!r} is unknown: {error}"
            self.mistakes.append(Diagnostic(what, self.bindings.source.locate(pointer)))
            return {}

    def value(
        self, facts: Mapping[str, Any], pointer: str, declared: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Make the schema of a value: what the bindings say, else what the page declares."""
        schema = dict(declared or {})
        if "type" in facts:
            schema = self.read(facts["type"], pointers.join(pointer, "type"))
        schema |= {key: fact for key, fact in facts.items() if key not in _NOT_KEYWORDS}
        if "const" in facts and not schema.get("type") and isinstance(facts["const"], str):
            schema = {"type": "string", **schema}
        if facts.get("nullable"):
            schema["nullable"] = True
            modernize(schema)
        return _or_empty(schema) if facts.get("or_empty") else schema

    def _component(self, name: str, facts: Mapping[str, Any]) -> dict[str, Any]:
        here = pointers.join("/schemas", name)
        if "union" in facts:
            members = [
                self.read(one, f"{here}/union/{index}") for index, one in enumerate(facts["union"])
            ]
            schema: dict[str, Any] = {"oneOf": members}
            if "by" in facts:
                mapping = {
                    value: f"#{_COMPONENTS}/{target}"
                    for value, target in facts["by"].get("values", {}).items()
                }
                schema["discriminator"] = {"propertyName": facts["by"]["field"], "mapping": mapping}
            return schema
        if "enum" in facts:
            return {"type": "string", "enum": facts["enum"]}
        if "values" in facts:
            inner = self.read(facts["values"], f"{here}/values")
            return {"type": "object", "additionalProperties": inner}
        return self._object(name)

    def _object(self, name: str) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        required: list[str] = []
        for wire, given, pointer, is_optional in self._fields(name, ()):
            facts = {"type": given} if isinstance(given, str) else given
            properties[wire] = self.value(facts, pointer)
            if isinstance(given, str):
                properties[wire] = self.read(given, pointer)
            if not is_optional and not facts.get("optional"):
                required.append(wire)
            place = pointers.join(_COMPONENTS, name, "properties", wire)
            self.origins[place] = Origin(self.bindings.source, pointer)
        schema: dict[str, Any] = {"type": "object", "properties": properties}
        if required:
            schema["required"] = required
        return schema

    def _fields(
        self, name: str, around: tuple[str, ...]
    ) -> Iterator[tuple[str, str | dict[str, Any], str, bool]]:
        """Give wire name, facts, pointer and whether it is optional; included fields come first."""
        facts = self._declared[name]
        optional = facts.get("optional", False)
        for wire, given in facts.get("fields", {}).items():
            is_optional = optional if isinstance(optional, bool) else wire in optional
            yield wire, given, pointers.join("/schemas", name, "fields", wire), is_optional
        for index, included in enumerate(facts.get("includes", ())):
            if included in self._declared and included not in (*around, name):
                yield from self._fields(included, (*around, name))
                continue
            place = self.bindings.source.locate(pointers.join("/schemas", name, "includes", index))
            what = f"no schema {included!r} to include"
            if included in self._declared:
                what = f"{included!r} includes itself"
            self.mistakes.append(Diagnostic(what, place))

    # -- the classes of the page -----------------------------------------------------------------

    def _attributes(self, model: Model, owner: str, schema: dict[str, Any]) -> dict[str, Any]:
        facts = self._declared[owner]
        here = pointers.join("/schemas", owner)
        known = {attribute.name for attribute, _ in model.attributes}
        for table in ("documents", "missing", "view"):
            for name in facts.get(table, {}):
                if name not in known:
                    place = self.bindings.source.locate(pointers.join(here, table, name))
                    what = f"the class {model.name} of the page has no attribute `{name}`"
                    self.mistakes.append(Diagnostic(what, place))
        attributes = [
            self._attribute(attribute.name, attribute.comment, model, owner, schema)
            | declared_type(declared)
            for attribute, declared in model.attributes
        ]
        return {"class": model.name, "attributes": attributes}

    def _attribute(
        self, name: str, comment: str, model: Model, owner: str, schema: dict[str, Any]
    ) -> dict[str, Any]:
        facts = self._declared[owner]
        if name in facts.get("missing", {}):
            return {"name": name, "missing": facts["missing"][name]}
        if name in facts.get("view", {}):
            return {"name": name, "from": facts["view"][name]}
        properties = schema.get("properties", {})
        path = facts.get("documents", {}).get(name)
        wire = path or next(
            (field for field in properties if squeezed(field) == squeezed(name)), None
        )
        row = pointers.join(model.pointer, name)
        if wire is None:
            what = f"the schema {owner} has no field for the attribute `{name}` of {model.name}"
            hint = f"name it under `documents` or `missing` of schemas.{owner}"
            self.mistakes.append(Diagnostic(what, self.source.locate(row), hint))
            return {"name": name}
        first, _, rest = wire.partition(".")
        if first not in properties:
            pointer = pointers.join("/schemas", owner, "documents", name)
            what = f"the schema {owner} has no field `{first}`"
            self.mistakes.append(Diagnostic(what, self.bindings.source.locate(pointer)))
            return {"name": name}
        if not rest:
            self._name(properties[first], name, first, comment)
            place = pointers.join(_COMPONENTS, owner, "properties", first)
            self.origins[place] = Origin(self.source, row)
        return {"name": name, "wire": wire}

    def _name(self, schema: dict[str, Any], name: str, wire: str, comment: str) -> None:
        """Call a field as the page does where that is another word, not another spelling."""
        if squeezed(name) != squeezed(wire):
            schema["x-specmill-name"] = name
        if comment and "description" not in schema:
            schema["description"] = comment
