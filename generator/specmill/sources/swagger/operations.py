"""Paths and operations of Swagger 2.0 to OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from specmill.document import pointers
from specmill.document.shapes import EXTRA, REPAIRED
from specmill.document.swagger_shapes import METHODS
from specmill.sources.repairs.places import PLACES
from specmill.sources.swagger.media_types import fitting
from specmill.sources.swagger.parameters import (
    forms_of,
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
    tell: Callable[[str, str, str], None]
    """Takes the code of a finding, what is wrong, and where in the source."""

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
            if _is_odd(spec):
                self.tree.setdefault(EXTRA, {}).setdefault("parameters", {})[name] = spec
            elif spec.get("in") == "body":
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
        result = {key: item[key] for key in item if key not in ("parameters", *METHODS)}
        own = [one for one in shared if one.spec.get("in") in PLACES or "in" not in one.spec]
        if own:
            result["parameters"] = self._plain(own, here)
        odd = [given.spec for given in shared if _is_odd(given.spec)]
        bodies = [given for given in shared if given.spec.get("in") in ("body", "formData")]
        for method in METHODS:
            if method in item:
                result[method] = self._operation(item[method], f"{here}/{method}", bodies, odd)
        return result

    def _operation(
        self, spec: dict[str, Any], here: str, shared: list[_Given], odd: list[dict[str, Any]]
    ) -> dict[str, Any]:
        given = self._given(spec, here)
        names = {(item.spec.get("in"), item.spec.get("name")) for item in given}
        given += [i for i in shared if (i.spec.get("in"), i.spec.get("name")) not in names]
        operation = {key: spec[key] for key in _CARRIED if key in spec}
        plain = [one for one in given if one.spec.get("in") in PLACES or "in" not in one.spec]
        if plain:
            operation["parameters"] = self._plain(plain, here)
        extra = dict(spec.get(EXTRA, {}))
        if odd := [*odd, *(one.spec for one in given if _is_odd(one.spec))]:
            extra["parameters"] = odd
        body, others = self._body(spec, given, here)
        if others:
            kept = {"parameters": [one.spec for one in others]}
            operation[REPAIRED] = {**spec.get(REPAIRED, {}), **kept}
        if body:
            operation["requestBody"] = body
        elif "consumes" in spec:
            extra["consumes"] = spec["consumes"]
        declared = spec.get("responses", {})
        responses = {
            status: self._response(response, spec)
            for status, response in declared.items()
            if not status.startswith("x-")
        }
        if extensions := {key: declared[key] for key in declared if key.startswith("x-")}:
            extra["responses"] = extensions
        operation["responses"] = responses
        if "produces" in spec and not any("content" in r for r in responses.values()):
            extra["produces"] = spec["produces"]
        if "security" in spec:
            operation["security"] = spec["security"]
        if "schemes" in spec:
            self._servers(spec["schemes"], operation, extra)
        rest = {key: spec[key] for key in spec if key.startswith("x-") and key not in operation}
        operation.update(rest)
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

    def _body(
        self, spec: dict[str, Any], given: list[_Given], here: str
    ) -> tuple[dict[str, Any] | None, list[_Given]]:
        """Make the body of an operation; also gives the parameters that have no room in it."""
        consumes = spec.get("consumes") or self.defaults.consumes
        found = [item for item in given if item.spec.get("in") in ("body", "formData")]
        bodies = [item for item in found if item.spec["in"] == "body"]
        fields: dict[str, _Given] = {}
        for item in found:
            if item.spec["in"] == "formData":
                fields.setdefault(item.spec["name"], item)
        if not found:
            return None, []
        is_form = bool(fields) and (not bodies or bool(forms_of(consumes)))
        taken = list(fields.values()) if is_form else bodies[:1]
        kept = set(map(id, taken))
        others = [item for item in found if id(item) not in kept]
        for one in others:
            self._tell_other(one, taken[0])
        self.note_origin(f"{here}/requestBody", taken[0].place)
        if is_form:
            self._tell_media_types(spec, here)
            return read_form([item.spec for item in taken], consumes), others
        first = taken[0]
        if first.ref and "consumes" not in spec:
            reference = first.ref.replace("/parameters/", "/requestBodies/", 1)
            return {"$ref": reference}, others
        return read_body(first.spec, consumes), others

    def _warn(self, code: str, what: str, place: str) -> None:
        self.tell(code, what, place)

    def _tell_other(self, one: _Given, taken: _Given) -> None:
        name, place = one.spec["name"], one.spec["in"]
        if place == taken.spec["in"] == "formData":
            words = f"the parameter {name!r} is listed twice; the first counts"
            self._warn("parameter-duplicate", words, one.place)
            return
        counts = "the fields of the form count" if taken.spec["in"] == "formData" else ""
        counts = counts or f"{taken.spec['name']!r} counts"
        words = f"{name!r} is another body of the operation; {counts}, it is kept under {REPAIRED}"
        self._warn("body-duplicate", words, one.place)

    def _tell_media_types(self, spec: dict[str, Any], here: str) -> None:
        """Say which of an operation's own media types cannot carry the fields of a form."""
        declared = spec.get("consumes", [])
        others = [kind for kind in declared if not forms_of([kind])]
        if others:
            words = f"a form cannot be sent as {', '.join(others)}; left out"
            self._warn("form-media-type", words, f"{here}/consumes")

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


def _is_odd(parameter: dict[str, Any]) -> bool:
    """Tell whether nobody knows where a parameter travels."""
    return parameter.get("in", "body") not in (*PLACES, "body", "formData")
