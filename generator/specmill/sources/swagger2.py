"""Swagger 2.0 to the normal form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from specmill.diagnostics import Report, fail
from specmill.document import pointers, swagger_shapes
from specmill.document.document import Document
from specmill.document.origins import Origin, Origins
from specmill.document.shapes import nodes
from specmill.sources.loading import Source
from specmill.sources.schemas import modernize
from specmill.sources.swagger2_operations import Defaults, Operations

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
        self._schemas()
        defaults = Defaults(
            consumes=tree.get("consumes") or _JSON,
            produces=tree.get("produces") or _JSON,
            produces_declared=bool(tree.get("produces")),
            base_urls=self._base_urls(tree.get("schemes")),
        )
        operations = Operations(tree, defaults, self._origin)
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
            return [f"{scheme}://{host}{base}" for scheme in schemes or ["https"]]
        return [base] if base else []

    def _schemas(self) -> None:
        for node, record, _ in nodes(self.tree, swagger_shapes.SWAGGER):
            if record is swagger_shapes.SCHEMA:
                discriminator = node.get("discriminator")
                if isinstance(discriminator, str):
                    node["discriminator"] = {"propertyName": discriminator}
                modernize(node, nullable="x-nullable")
            reference = node.get("$ref")
            if isinstance(reference, str) and record.component:
                node["$ref"] = _reference(reference)

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
        kept = {
            key: value
            for key, value in scheme.items()
            if key in ("type", "description", "name", "in") or key.startswith("x-")
        }
        if scheme["type"] == "basic":
            return {**kept, "type": "http", "scheme": "basic"}
        if scheme["type"] == "oauth2":
            if scheme.get("flow") not in _FLOWS:
                place = self.source.locate(pointers.join("/securityDefinitions", name))
                hint = f"expected one of {', '.join(_FLOWS)}"
                raise fail(
                    "the `flow` of OAuth 2.0 is missing or unknown", location=place, hint=hint
                )
            flow: dict[str, Any] = {
                key: scheme[key] for key in ("authorizationUrl", "tokenUrl") if key in scheme
            }
            flow["scopes"] = scheme.get("scopes", {})
            return {**kept, "flows": {_FLOWS[scheme["flow"]]: flow}}
        return kept

    def _origin(self, pointer: str, place: str) -> None:
        self.origins[pointer] = self.places.find(place) or Origin(self.source)


def _reference(reference: str) -> str:
    for old, new in _SECTIONS:
        if reference.startswith(old):
            return new + reference[len(old) :]
    return reference
