"""Paths and operations of Swagger 2.0 to OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from specmill.document import pointers
from specmill.document.shapes import EXTRA
from specmill.document.swagger_shapes import METHODS
from specmill.sources.swagger.media_types import fitting
from specmill.sources.swagger.parameters import (
    read_body,
    read_form,
    read_parameter,
    read_response,
)
from specmill.values import dataclass

_PARAMETERS = "#/components/parameters/"
_CARRIED = ("tags", "summary", "description", "externalDocs", "operationId", "deprecated")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the root of the document says for all operations."""

    consumes: list[str]
    produces: list[str]
    produces_declared: bool
    base_urls: list[str]


@dataclass(frozen=True, slots=True)
class _Given:
    """A parameter with the place where its use is declared."""

    spec: dict[str, Any]
    place: str
    ref: str = ""


@dataclass(slots=True)
class Operations:
    """Reads the paths of a tree whose ``$ref``s already point into the normal form."""

    tree: dict[str, Any]
    defaults: Defaults
    note_origin: Callable[[str, str], None]
    """Takes a pointer into the normal form and the one into the source that it comes from."""

    def paths(self) -> dict[str, Any]:
        """Normalize all path items."""
        return {
            path: self._path_item(path, item) if not path.startswith("x-") else item
            for path, item in self.tree["paths"].items()
        }

    def components(self) -> dict[str, Any]:
        """Normalize the reusable parameters, bodies and responses."""
        parameters, bodies = {}, {}
        for name, spec in self.tree.get("parameters", {}).items():
            place = pointers.join("/parameters", name)
            if spec.get("in") == "body":
                bodies[name] = read_body(spec, self.defaults.consumes)
                self.note_origin(pointers.join("/components/requestBodies", name), place)
            elif spec.get("in") == "formData":
                bodies[name] = read_form([spec], self.defaults.consumes)
                self.note_origin(pointers.join("/components/requestBodies", name), place)
            else:
                parameters[name] = read_parameter(spec)
                self.note_origin(pointers.join("/components/parameters", name), place)
        responses = {}
        for name, spec in self.tree.get("responses", {}).items():
            responses[name] = self._response(spec, {})
            self.note_origin(
                pointers.join("/components/responses", name), pointers.join("/responses", name)
            )
        found = {"parameters": parameters, "requestBodies": bodies, "responses": responses}
        return {section: entries for section, entries in found.items() if entries}

    def _path_item(self, path: str, item: dict[str, Any]) -> dict[str, Any]:
        here = pointers.join("/paths", path)
        shared = self._given(item, here)
        result = {key: value for key, value in item.items() if key.startswith("x-")}
        if "$ref" in item:
            result["$ref"] = item["$ref"]
        own = [given for given in shared if given.spec.get("in") not in ("body", "formData")]
        if own:
            result["parameters"] = self._plain(own, here)
        bodies = [given for given in shared if given.spec.get("in") in ("body", "formData")]
        for method in METHODS:
            if method in item:
                result[method] = self._operation(item[method], f"{here}/{method}", bodies)
        return result

    def _operation(self, spec: dict[str, Any], here: str, shared: list[_Given]) -> dict[str, Any]:
        given = self._given(spec, here)
        names = {(item.spec.get("in"), item.spec.get("name")) for item in given}
        given += [i for i in shared if (i.spec.get("in"), i.spec.get("name")) not in names]
        operation = {key: spec[key] for key in _CARRIED if key in spec}
        plain = [item for item in given if item.spec.get("in") not in ("body", "formData")]
        if plain:
            operation["parameters"] = self._plain(plain, here)
        extra = dict(spec.get(EXTRA, {}))
        body = self._body(spec, given, here)
        if body:
            operation["requestBody"] = body
        elif "consumes" in spec:
            extra["consumes"] = spec["consumes"]
        responses = {
            status: response if status.startswith("x-") else self._response(response, spec)
            for status, response in spec.get("responses", {}).items()
        }
        operation["responses"] = responses
        if "produces" in spec and not any("content" in r for r in responses.values()):
            extra["produces"] = spec["produces"]
        if "security" in spec:
            operation["security"] = spec["security"]
        if "schemes" in spec:
            self._servers(spec["schemes"], operation, extra)
        operation.update({key: spec[key] for key in spec if key.startswith("x-")})
        if extra:
            operation[EXTRA] = extra
        return operation

    def _servers(
        self, schemes: list[str], operation: dict[str, Any], extra: dict[str, Any]
    ) -> None:
        base = self.defaults.base_urls[:1]
        if not base or "://" not in base[0]:
            extra["schemes"] = schemes
            return
        rest = base[0].partition("://")[2]
        urls = [f"{scheme}://{rest}" for scheme in schemes]
        if urls != self.defaults.base_urls:
            operation["servers"] = [{"url": url} for url in urls]

    def _given(self, holder: dict[str, Any], here: str) -> list[_Given]:
        found = []
        for index, spec in enumerate(holder.get("parameters", ())):
            ref = spec.get("$ref", "")
            target = spec
            if ref.startswith(_PARAMETERS):
                name = pointers.unescape(ref[len(_PARAMETERS) :])
                target = self.tree.get("parameters", {}).get(name, spec)
            found.append(_Given(target, f"{here}/parameters/{index}", ref))
        return found

    def _plain(self, given: list[_Given], here: str) -> list[dict[str, Any]]:
        result = []
        for index, item in enumerate(given):
            if item.ref:
                result.append({"$ref": item.ref})
            else:
                result.append(read_parameter(item.spec))
            self.note_origin(f"{here}/parameters/{index}", item.place)
        return result

    def _body(self, spec: dict[str, Any], given: list[_Given], here: str) -> dict[str, Any] | None:
        consumes = spec.get("consumes") or self.defaults.consumes
        bodies = [item for item in given if item.spec.get("in") == "body"]
        forms = [item for item in given if item.spec.get("in") == "formData"]
        if not bodies and not forms:
            return None
        first = (bodies or forms)[0]
        self.note_origin(f"{here}/requestBody", first.place)
        if forms:
            return read_form([item.spec for item in forms], consumes)
        if first.ref and "consumes" not in spec:
            return {"$ref": first.ref.replace("/parameters/", "/requestBodies/", 1)}
        return read_body(first.spec, consumes)

    def _response(self, spec: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
        if "$ref" in spec:
            return spec
        own = operation.get("produces")
        declared = self.defaults.produces_declared or bool(own)
        produces = own or self.defaults.produces
        if "schema" in spec and declared and not own:
            produces = fitting(produces, self._shape(spec["schema"]))
        return read_response(spec, produces, declared=declared)

    def _shape(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Follow the references of a schema, as far as they lead."""
        seen: set[str] = set()
        while isinstance(ref := schema.get("$ref"), str) and ref not in seen:
            seen.add(ref)
            name = pointers.unescape(ref.rpartition("/")[2])
            found = self.tree.get("definitions", {}).get(name)
            schema = found if isinstance(found, dict) else {}
        return schema
