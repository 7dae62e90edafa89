"""Google Discovery documents to the normal form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Any

from specmill.diagnostics import Report, fail
from specmill.document import pointers
from specmill.document.component_names import ComponentNames
from specmill.document.discovery_shapes import is_http_body
from specmill.document.document import Document
from specmill.document.openapi_shapes import NO_CONTENT
from specmill.document.origins import Origin, Origins
from specmill.document.shapes import EXTRA
from specmill.sources.discovery.schemas import read_parameter, read_schema
from specmill.sources.discovery.servers import read_servers
from specmill.sources.loading import Source
from specmill.values import dataclass

_AUTHORIZATION_URL = "https://accounts.google.com/o/oauth2/v2/auth"
_TOKEN_URL = "https://oauth2.googleapis.com/token"  # noqa: S105 - no secret
_METHODS = {"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"}
_RESERVED = re.compile(r"\{\+([^{}]*)\}")
_SEGMENT = re.compile(r"\{/([^{}]*)\}")
_EXPRESSION = re.compile(r"\{([^{}]*)\}")
_VARIABLE = re.compile(r"[+/]?[\w.$-]+\Z")
_ELSEWHERE = {  # fields of the root that have their own place in the normal form
    "auth",
    "batchPath",
    "description",
    "documentationLink",
    "endpoints",
    "methods",
    "mtlsRootUrl",
    "parameters",
    "resources",
    "schemas",
    "title",
}
_OPERATION_EXTRA = ("supportsSubscription", "etagRequired")
_VERSION_HEADER = "X-Goog-Api-Version"


def read(source: Source, report: Report) -> Document:
    """Normalize a Discovery document whose shape was checked."""
    return _Reader(source, report).read()


@dataclass(slots=True)
class _Reader:
    source: Source
    report: Report
    origins: dict[str, Origin] = field(default_factory=dict)
    common: list[dict[str, str]] = field(default_factory=list)
    paths: dict[str, Any] = field(default_factory=dict)
    tags: list[dict[str, Any]] = field(default_factory=list)
    scopes: dict[str, str] = field(default_factory=dict)
    key_scheme: bool = False
    common_version: str = ""
    """The ``apiVersion`` of all methods, where they agree."""

    def read(self) -> Document:
        tree = self.source.tree
        self.origins = {
            "": Origin(self.source),
            "/components/schemas": Origin(self.source, "/schemas"),
            "/components/parameters": Origin(self.source, "/parameters"),
            "/components/securitySchemes": Origin(self.source, "/auth"),
            "/info/description": Origin(self.source, "/description"),
            "/info/title": Origin(self.source, "/title"),
        }
        declared = tree.get("auth", {}).get("oauth2", {}).get("scopes", {})
        self.scopes = {scope: about.get("description", "") for scope, about in declared.items()}
        components = self._components(tree)
        for pointer, resource, names in _resources(tree):
            self._resource(pointer, resource, names)
        root: dict[str, Any] = {"openapi": "3.1.0", "info": self._info(tree)}
        if "documentationLink" in tree:
            root["externalDocs"] = {"url": tree["documentationLink"]}
        root["servers"] = read_servers(tree)
        if self.tags:
            root["tags"] = self.tags
        root["x-specmill-source"] = {
            "family": "discovery",
            **{key: value for key, value in tree.items() if key not in _ELSEWHERE},
        }
        if tree.get("batchPath"):
            root["x-specmill-batch"] = f"/{tree['batchPath'].strip('/')}"
        auth = _rest_of_auth(tree.get("auth", {}))
        if auth:
            root["x-specmill-source"]["auth"] = auth
        if self.common:
            names = [pointers.keys(ref["$ref"])[-1] for ref in self.common]
            root["x-specmill-common-parameters"] = names
        root["paths"] = self.paths
        components["securitySchemes"] = self._security_schemes()
        root["components"] = components
        return Document(root, "discovery", Origins(self.origins))

    def _info(self, tree: dict[str, Any]) -> dict[str, Any]:
        info = {"title": tree.get("title") or tree["name"], "version": tree["version"]}
        if tree.get("description"):
            info["description"] = tree["description"]
        return info

    def _components(self, tree: dict[str, Any]) -> dict[str, Any]:
        components: dict[str, Any] = {"schemas": {}}
        for name, spec in tree.get("schemas", {}).items():
            components["schemas"][name] = read_schema(spec, name)
        parameters: dict[str, Any] = {}
        names = ComponentNames()
        for name, spec in tree.get("parameters", {}).items():
            component = names.add(name)
            parameters[component] = self._parameter(name, spec, "/parameters")
            if component != name:
                self._origin(
                    f"/components/parameters/{component}", pointers.join("/parameters", name)
                )
            self.common.append({"$ref": f"#/components/parameters/{component}"})
        self.common_version = _common_version(tree)
        if self.common_version:
            component = names.add(_VERSION_HEADER)
            parameters[component] = _version_header(self.common_version)
            self.common.append({"$ref": f"#/components/parameters/{component}"})
        if parameters:
            components["parameters"] = parameters
        key = tree.get("parameters", {}).get("key", {})
        self.key_scheme = key.get("location") == "query"
        return components

    def _resource(self, pointer: str, resource: dict[str, Any], names: list[str]) -> None:
        if not resource.get("methods") and "deprecated" not in resource:
            return
        tag: dict[str, Any] = {"name": ".".join(names)}
        extra = {
            key: resource[key] for key in resource if key not in ("methods", "resources", EXTRA)
        }
        extra |= resource.get(EXTRA, {})
        if extra:
            tag[EXTRA] = extra
        if names:
            self.tags.append(tag)
        for name, method in resource.get("methods", {}).items():
            place = pointers.join(pointer, "methods", name)
            operation = self._operation(method)
            if names:
                operation["tags"] = [tag["name"]]
            operation["x-specmill-resource"] = list(names)
            operation["x-specmill-method"] = name
            self._place(method, operation, place)

    def _operation(self, method: dict[str, Any]) -> dict[str, Any]:
        operation: dict[str, Any] = {"operationId": method["id"]}
        if method.get("description"):
            operation["description"] = method["description"]
        if method.get("deprecated"):
            operation["deprecated"] = True
        extra = {key: method[key] for key in _OPERATION_EXTRA if key in method}
        request = dict(method.get("request", {}))
        if "parameterName" in request:
            extra["requestParameterName"] = request.pop("parameterName")
        if request:
            media_type = "*/*" if self._is_raw(request) else "application/json"
            operation["requestBody"] = {"content": {media_type: self._body(request)}}
        answer: dict[str, Any] = {"description": ""}
        if method.get("response"):
            answer["content"] = {"application/json": self._body(method["response"])}
        else:
            answer[NO_CONTENT] = True
        operation["responses"] = {"200": answer}
        operation["security"] = self._security(method)
        if method.get("supportsMediaUpload") or "mediaUpload" in method:
            operation["x-specmill-media-upload"] = method.get("mediaUpload", {})
        if method.get("supportsMediaDownload"):
            service = method.get("useMediaDownloadService", False)
            operation["x-specmill-media-download"] = {"useMediaDownloadService": service}
        extra |= method.get(EXTRA, {})
        if extra:
            operation[EXTRA] = extra
        operation.update({key: method[key] for key in method if _is_extension(key)})
        return operation

    def _body(self, spec: dict[str, Any]) -> dict[str, Any]:
        """Read a body; the feature ``dataWrapper`` puts each into an object of its own."""
        schema = read_schema(spec)
        if "dataWrapper" in self.source.tree.get("features", ()):
            schema = {"type": "object", "properties": {"data": schema}}
        return {"schema": schema}

    def _is_raw(self, request: dict[str, Any]) -> bool:
        """Tell whether a body is sent as it is, whatever its type.

        The message is google.api.HttpBody, or has such a field alone: "the raw HTTP body is bound
        to this field".
        """
        name = request.get("$ref", "")
        fields = self._fields(name)
        if is_http_body(name, fields):
            return True
        inner = [field.get("$ref", "") for field in fields.values()]
        return len(inner) == 1 and is_http_body(inner[0], self._fields(inner[0]))

    def _fields(self, name: str) -> dict[str, Any]:
        schema = self.source.tree.get("schemas", {}).get(name, {})
        fields: dict[str, Any] = schema.get("properties", {})
        return fields

    def _security(self, method: dict[str, Any]) -> list[dict[str, list[str]]]:
        scopes = method.get("scopes", [])
        alternatives: list[dict[str, list[str]]] = [{"oauth2": [scope]} for scope in scopes]
        if not scopes:  # the document does not say; a token helps where the server wants one
            alternatives.append({"oauth2": []})
        for scope in scopes:
            self.scopes.setdefault(scope, "")
        if self.key_scheme:
            alternatives.append({"key": []})
        if not scopes:
            alternatives.append({})
        return alternatives

    def _security_schemes(self) -> dict[str, Any]:
        flow = {
            "authorizationUrl": _AUTHORIZATION_URL,
            "tokenUrl": _TOKEN_URL,
            "scopes": self.scopes,
        }
        schemes: dict[str, Any] = {
            "oauth2": {"type": "oauth2", "flows": {"authorizationCode": flow}}
        }
        if self.key_scheme:
            schemes["key"] = {"type": "apiKey", "name": "key", "in": "query"}
        return schemes

    def _place(self, method: dict[str, Any], operation: dict[str, Any], place: str) -> None:
        """Put an operation under its path: the flat one, which alone tells all methods apart."""
        verb = method["httpMethod"].upper()
        if verb not in _METHODS:
            where = self.source.locate(f"{place}/httpMethod")
            raise fail(f"`{verb}` is not an HTTP method of OpenAPI", location=where)
        wire = self._template(method["path"], f"{place}/path")
        key = self._template(method.get("flatPath", method["path"]), f"{place}/flatPath")
        declared = self._parameters(method, place)
        _keep_order(method, declared, operation)
        parameters = [*declared, *self._version(method)]
        variables = _EXPRESSION.findall(key)
        if key != wire and len(set(variables)) == len(variables):
            operation["x-specmill-path"] = wire
            operation["x-specmill-path-parameters"] = [
                item for item in declared if item["in"] == "path"
            ]
            parameters = _on_flat_path(variables, parameters)
        elif key != wire:
            operation.setdefault(EXTRA, {})["flatPath"] = method["flatPath"]
            key = wire
        key = self._unique(key, verb, wire, operation, place)
        if parameters:
            operation["parameters"] = parameters
        self._record(key, verb.lower(), operation, place)

    def _version(self, method: dict[str, Any]) -> Iterator[dict[str, Any]]:
        version = method.get("apiVersion", "")
        if version and version != self.common_version:
            yield _version_header(version)

    def _template(self, path: str, place: str) -> str:
        for expression in _EXPRESSION.findall(path):
            if not _VARIABLE.match(expression):
                raise fail(
                    f"the URI template expression `{{{expression}}}` is not supported",
                    location=self.source.locate(place),
                    hint="specmill reads {name}, {+name} and {/name}",
                )
        base = self.source.tree.get("servicePath", "")
        joined = f"{base.strip('/')}/{path.lstrip('/')}" if base.strip("/") else path.lstrip("/")
        return "/" + _SEGMENT.sub(r"/{\1}", _RESERVED.sub(r"{\1}", joined))

    def _parameters(self, method: dict[str, Any], place: str) -> list[dict[str, Any]]:
        given = method.get("parameters", {})
        order = dict.fromkeys(name for name in method.get("parameterOrder", ()) if name in given)
        reserved = set(_RESERVED.findall(method["path"]))
        parameters = []
        for name in [*order, *(name for name in given if name not in order)]:
            spec = given[name]
            parameter = self._parameter(name, spec, f"{place}/parameters")
            if name in reserved:
                parameter["x-specmill-reserved"] = True
            parameters.append(parameter)
        return parameters

    def _parameter(self, name: str, spec: dict[str, Any], place: str) -> dict[str, Any]:
        """Read a parameter that stands below a place."""
        parameter = read_parameter(name, spec)
        if parameter["in"] not in ("path", "query", "header"):
            where = self.source.locate(pointers.join(place, name, "location"))
            raise fail(f"{parameter['in']!r} is not a place of a parameter", location=where)
        return parameter

    def _unique(self, key: str, verb: str, wire: str, operation: dict[str, Any], place: str) -> str:
        if verb.lower() not in self.paths.get(key, {}):
            return key
        self.report.warn(
            f"{verb} {key} is already used; {operation['operationId']} stands at a path of its own",
            location=self.source.locate(place),
        )
        operation["x-specmill-path"] = wire
        return f"{key}#{operation['operationId']}"

    def _record(self, key: str, verb: str, operation: dict[str, Any], place: str) -> None:
        here = pointers.join("/paths", key)
        if key not in self.paths:
            self.paths[key] = {"parameters": list(self.common)} if self.common else {}
            self._origin(here, place)
        self.paths[key][verb] = operation
        here = f"{here}/{verb}"
        self._origin(here, place)
        self._origin(f"{here}/requestBody", f"{place}/request")
        self._origin(f"{here}/responses", f"{place}/response")
        self._origin(f"{here}/x-specmill-media-upload", f"{place}/mediaUpload")
        for kind in ("parameters", "x-specmill-path-parameters"):
            for index, parameter in enumerate(operation.get(kind, ())):
                name = pointers.escape(parameter["name"])
                self._origin(f"{here}/{kind}/{index}", f"{place}/parameters/{name}")

    def _origin(self, pointer: str, place: str) -> None:
        self.origins[pointer] = Origin(self.source, place)


def _resources(tree: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    """Walk the tree of resources in the order of the document; the root itself comes first."""
    stack: list[tuple[str, dict[str, Any], list[str]]] = [("", tree, [])]
    while stack:
        pointer, resource, names = stack.pop()
        own = {"methods": resource.get("methods", {})} if not names else resource
        yield pointer, own, names
        for name, child in reversed(resource.get("resources", {}).items()):
            stack.append((pointers.join(pointer, "resources", name), child, [*names, name]))


def _common_version(tree: dict[str, Any]) -> str:
    """Return the ``apiVersion`` of all methods; empty where there is none or they differ."""
    versions = {
        method.get("apiVersion", "")
        for _, resource, _ in _resources(tree)
        for method in resource.get("methods", {}).values()
    }
    return versions.pop() if len(versions) == 1 else ""


def _version_header(version: str) -> dict[str, Any]:
    schema = {"type": "string", "const": version}
    return {"name": _VERSION_HEADER, "in": "header", "required": True, "schema": schema}


def _rest_of_auth(auth: dict[str, Any]) -> dict[str, Any]:
    """Keep what a security scheme cannot say: other ways than OAuth 2.0, odd facts of scopes."""
    rest = {key: value for key, value in auth.items() if key != "oauth2"}
    oauth2 = auth.get("oauth2", {})
    more = {key: value for key, value in oauth2.items() if key != "scopes"}
    scopes = {
        scope: odd
        for scope, about in oauth2.get("scopes", {}).items()
        if (odd := {key: value for key, value in about.items() if key != "description"})
    }
    if scopes:
        more["scopes"] = scopes
    return {**rest, "oauth2": more} if more else rest


def _keep_order(
    method: dict[str, Any], declared: list[dict[str, Any]], operation: dict[str, Any]
) -> None:
    """Keep a ``parameterOrder`` that is not the order of the required parameters."""
    order = [item["name"] for item in declared if item.get("required")]
    if method.get("parameterOrder", order) != order:
        operation.setdefault(EXTRA, {})["parameterOrder"] = method["parameterOrder"]


def _on_flat_path(variables: list[str], parameters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Replace the parameters of the real path with those that the flat one shows."""
    in_path = {item["name"]: item for item in parameters if item["in"] == "path"}
    flat = [dict(in_path[name]) if name in in_path else _flat_variable(name) for name in variables]
    return flat + [item for item in parameters if item["in"] != "path"]


def _flat_variable(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _is_extension(key: str) -> bool:
    return key.startswith("x-") and key != EXTRA
