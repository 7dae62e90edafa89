"""Swagger 2.0 to the normal form."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from specmill.diagnostics import Report, fail
from specmill.document import pointers, swagger_shapes
from specmill.document.document import Document
from specmill.document.origins import Origin, Origins
from specmill.document.shapes import EXTRA, REPAIRED, Path, nodes, pointer_of
from specmill.sources.loading import Source
from specmill.sources.repairs.parts import MEDIA_TYPE, media_type
from specmill.sources.repairs.places import spell_place
from specmill.sources.repairs.schemas import NULL_MEMBER, modernize, read_file
from specmill.sources.swagger.operations import Defaults, Operations
from specmill.sources.swagger.parameters import map_name
from specmill.values import dataclass

_SECTIONS = (
    ("#/definitions/", "#/components/schemas/"),
    ("#/responses/", "#/components/responses/"),
    ("#/parameters/", "#/components/parameters/"),
)
_FLOWS = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_JSON = ["application/json"]
_OF_VALUE = (*swagger_shapes.ITEMS.fields, "x-nullable", "allowEmptyValue")
_NEWER = ("http", "openIdConnect")
"""Types of security schemes that OpenAPI 3 alone has."""
_OF_SCHEME = frozenset({"type", "description", "name", "in"})
_SCHEMES = ("http", "https")
_PLACES = frozenset({"path", "query", "header", "formData", "body"})


def read(source: Source, report: Report, origins: dict[str, Origin]) -> Document:
    """Normalize a Swagger document whose shape was checked; takes the tree over.

    ``origins`` says where parts that came from other files stand, by pointer in the source tree.
    """
    return _Reader(source.tree, source, report, Origins({"": Origin(source), **origins})).read()


@dataclass(slots=True)
class _Reader:
    tree: dict[str, Any]
    source: Source
    report: Report
    places: Origins
    origins: dict[str, Origin] = field(default_factory=dict)

    def read(self) -> Document:
        tree = self.tree
        self.origins[""] = Origin(self.source)
        self._host()
        self._schemas()
        defaults = Defaults(
            consumes=tree.get("consumes") or _JSON,
            produces=tree.get("produces") or _JSON,
            produces_declared=bool(tree.get("produces")),
            base_urls=self._base_urls(tree.get("schemes")),
        )
        operations = Operations(tree, defaults, self._origin, self._warn_at)
        components = self._components(operations)
        root: dict[str, Any] = {"openapi": "3.1.0", "info": tree["info"]}
        servers = [{"url": url} for url in defaults.base_urls]
        if servers:
            root["servers"] = servers
        for key in ("security", "tags", "externalDocs"):
            if key in tree:
                root[key] = tree[key]
        facts = {key: tree[key] for key in ("schemes", "consumes", "produces") if key in tree}
        root["x-specmill-source"] = {"family": "swagger2", **facts}
        root.update({key: value for key, value in tree.items() if key.startswith("x-")})
        root["paths"] = operations.paths()
        if components:
            root["components"] = components
        return Document(root, "swagger2", Origins(self.origins))

    def _base_urls(self, schemes: list[str] | None) -> list[str]:
        host, base = self.tree.get("host"), self.tree.get("basePath", "")
        base = "/" + base.strip("/") if base.strip("/") else ""
        if host:
            # What others than HTTP lead to is no default.
            usable = sorted(schemes or ["https"], key=lambda scheme: scheme not in _SCHEMES)
            return [f"{scheme}://{host}{base}" for scheme in usable]
        return [base] if base else []

    def _host(self) -> None:
        """Take an address for what it says of scheme, host and base path."""
        address = self.tree.get("host") or ""
        scheme, mark, rest = address.rpartition("://")
        host, slash, path = rest.partition("/")
        if not mark and not slash:
            return
        what = f"`host` is an address, {address!r}; taken as its parts"
        place = self.places.locate("/host")
        hint = "`schemes` and `basePath` have the others"
        self.report.warn(what, location=place, hint=hint, code="host-with-address")
        self.tree["host"] = host
        if scheme:
            self.tree.setdefault("schemes", [scheme])
        if path.strip("/"):
            base = (path.strip("/"), self.tree.get("basePath", "").strip("/"))
            self.tree["basePath"] = f"/{'/'.join(filter(None, base))}"

    def _schemas(self) -> None:
        for node, record, path in nodes(self.tree, swagger_shapes.SWAGGER):
            if record is swagger_shapes.SCHEMA:
                discriminator = node.get("discriminator")
                if isinstance(discriminator, str):
                    node["discriminator"] = {"propertyName": discriminator}
                if "nullable" in node:
                    self._nullable(node, path)
                read_file(node)
                if modernize(node, nullable="x-nullable"):
                    place = self.places.locate(pointer_of(path))
                    self.report.warn(NULL_MEMBER, location=place, code="nullable-alone")
            elif record is swagger_shapes.PARAMETER:
                self._place(node, path)
                self._value(node, path)
                self._map(node, path)
            elif record is swagger_shapes.OPERATION or record is swagger_shapes.SWAGGER:
                self._media_types(node, path)
            reference = node.get("$ref")
            if isinstance(reference, str) and record.component:
                node["$ref"] = _reference(reference)

    def _warn(self, code: str, what: str, path: Path, key: str) -> None:
        self._warn_at(code, what, pointer_of((path, key)))

    def _warn_at(self, code: str, what: str, place: str) -> None:
        self.report.warn(what, location=self.places.locate(place), code=code)

    def _nullable(self, schema: dict[str, Any], path: Path) -> None:
        flag = schema.pop("nullable")
        if flag in (True, "true"):
            schema["x-nullable"] = True
        what = "`nullable` is OpenAPI 3; taken as `x-nullable`"
        self._warn("openapi-field", what, path, "nullable")

    def _place(self, parameter: dict[str, Any], path: Path) -> None:
        given = parameter.get("in")
        if given in _PLACES or not isinstance(given, str):
            return
        meant = spell_place(given)
        if meant is None:
            what = f"a parameter in {given!r} is not Swagger 2.0; kept under {EXTRA}"
            self._warn("parameter-place-unknown", what, path, "in")
        elif meant != given:
            parameter["in"] = meant
            self._warn("parameter-place", f"`in` is {given!r}; taken as {meant!r}", path, "in")

    def _value(self, parameter: dict[str, Any], path: Path) -> None:
        """Put what a parameter says of its value where Swagger has it: in the body a `schema`."""
        if parameter.get("in") == "body":
            self._body_value(parameter, path)
        elif schema := parameter.get("schema"):
            self._warn("openapi-field", "outside the body `schema` is OpenAPI 3", path, "schema")
            for key in [key for key in schema if key in swagger_shapes.ITEMS.fields]:
                said = schema.pop(key)
                if parameter.setdefault(key, said) != said:
                    kept = parameter.setdefault(REPAIRED, {}).setdefault("schema", {})
                    kept[key] = said

    def _map(self, parameter: dict[str, Any], path: Path) -> None:
        if parameter.keys() >= {"name", "in"} and (name := map_name(parameter)):
            what = f"{parameter['name']!r} stands for each key of a map; taken as the map {name!r}"
            self._warn("map-parameter", what, path, "name")

    def _body_value(self, parameter: dict[str, Any], path: Path) -> None:
        said = {key: parameter.pop(key) for key in _OF_VALUE if key in parameter}
        if not said:
            return
        if "schema" in parameter:
            done = f"kept under {REPAIRED}"
            parameter.setdefault(REPAIRED, {}).update(said)
        else:
            done = "taken as that"
            parameter["schema"] = said
        words = ", ".join(f"`{key}`" for key in said)
        what = f"`schema` says what the body is; {words} beside it {done}"
        self._warn("body-schema", what, path, next(iter(said)))

    def _media_types(self, node: dict[str, Any], path: Path) -> None:
        for key in ("consumes", "produces"):
            for index, kind in enumerate(node.get(key, ())):
                if not MEDIA_TYPE.match(kind):
                    node[key][index] = media_type(kind)
                    what = f"{kind!r} is no media type; taken as {node[key][index]!r}"
                    self._warn("media-type-spelling", what, path, key)

    def _components(self, operations: Operations) -> dict[str, Any]:
        tree = self.tree
        components: dict[str, Any] = {}
        if tree.get("definitions"):
            components["schemas"] = tree["definitions"]
            self._origin("/components/schemas", "/definitions")
            for place, origin in self.places.known.items():
                if place.startswith("/definitions/"):
                    name = place.removeprefix("/definitions/")
                    self.origins[f"/components/schemas/{name}"] = origin
        components.update(operations.components())
        schemes = {
            name: self._security_scheme(name, scheme)
            for name, scheme in tree.get("securityDefinitions", {}).items()
        }
        if schemes:
            components["securitySchemes"] = schemes
            self._origin("/components/securitySchemes", "/securityDefinitions")
        return components

    def _security_scheme(self, name: str, scheme: dict[str, Any]) -> dict[str, Any]:
        kept = {key: scheme[key] for key in scheme if key in _OF_SCHEME or key.startswith("x-")}
        rest = {key: scheme[key] for key in scheme if key not in kept}
        if scheme["type"] in _NEWER:
            return scheme
        if scheme["type"] == "basic":
            kept.update(type="http", scheme="basic")
        elif scheme["type"] == "oauth2":
            kept["flows"] = self._flows(name, rest)
        if rest:
            kept[EXTRA] = {**kept.get(EXTRA, {}), **rest}
        return kept

    def _flows(self, name: str, rest: dict[str, Any]) -> dict[str, Any]:
        """Make the flow of a scheme of OAuth 2.0, and take what it says out of ``rest``."""
        kind = rest.pop("flow", None)
        if kind not in _FLOWS:
            place = self.source.locate(pointers.join("/securityDefinitions", name))
            hint = f"expected one of {', '.join(_FLOWS)}"
            raise fail("the `flow` of OAuth 2.0 is missing or unknown", location=place, hint=hint)
        flow: dict[str, Any] = {
            key: rest.pop(key) for key in ("authorizationUrl", "tokenUrl") if key in rest
        }
        scopes = rest.pop("scopes", {})
        flow["scopes"] = {key: said for key, said in scopes.items() if key[:2] != "x-"}
        flow.update({key: said for key, said in scopes.items() if key[:2] == "x-"})
        return {_FLOWS[kind]: flow}

    def _origin(self, pointer: str, place: str) -> None:
        self.origins[pointer] = self.places.find(place) or Origin(self.source)


def _reference(reference: str) -> str:
    for old, new in _SECTIONS:
        if reference.startswith(old):
            return new + reference[len(old) :]
    return reference
