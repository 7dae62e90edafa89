"""The way back: from the normal form of a Discovery document to the document.

What cannot be rebuilt was lost. Written apart from the reader; equal documents prove that every
fact has its place, and :func:`canonical` lists what two documents may write differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Node = dict[str, Any]
EXTRA = "x-specmill-extra"
VERBS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def rebuild(root: Node) -> Node:
    """Return the Discovery document that a normal form was made of, as :func:`canonical` has it."""
    return _Rebuilding(root).document()


def canonical(document: Node) -> Node:
    """Return a document without the differences that mean nothing.

    * An absent flag is false, an absent description or list empty, an absent ``type`` beside no
      ``$ref`` is ``any``, an absent ``location`` is the query.
    * ``google-datetime`` and ``date-time`` are both RFC 3339.
    * Numbers and flags of ``default``, ``minimum`` and ``maximum`` may be strings.
    * ``flatPath`` is the path itself, its ``{+name}`` written ``{name}``, where none is given.
    * Descriptions and deprecations of enumerated values belong to the value, not to its index.
    * Endpoints have no order.
    """
    made = {key: value for key, value in document.items() if value not in ("", [], {})}
    if "endpoints" in made:
        made["endpoints"] = sorted(made["endpoints"], key=lambda one: str(one["endpointUrl"]))
    for kind in ("schemas", "parameters"):
        if kind in made:
            made[kind] = {name: _canonical_schema(item) for name, item in made[kind].items()}
    return made | _canonical_resource(document)


def _canonical_resource(node: Node) -> Node:
    made: Node = {key: node[key] for key in ("deprecated",) if node.get(key)}
    methods = {name: _canonical_method(one) for name, one in node.get("methods", {}).items()}
    resources = {name: _canonical_resource(one) for name, one in node.get("resources", {}).items()}
    return made | {
        key: value for key, value in (("methods", methods), ("resources", resources)) if value
    }


def _canonical_method(node: Node) -> Node:
    made = {key: value for key, value in node.items() if value not in ("", [], {}, False)}
    made["flatPath"] = node.get("flatPath", node["path"]).replace("{+", "{")
    made["path"] = node["path"].lstrip("/")
    made["flatPath"] = made["flatPath"].lstrip("/")
    for key in ("request", "response"):
        if key in made:
            made[key] = _canonical_schema(made[key])
    if node.get("parameters"):
        made["parameters"] = {
            name: _canonical_schema({"location": "query", **item})
            for name, item in node["parameters"].items()
        }
    if node.get("supportsMediaUpload"):
        made.setdefault("mediaUpload", {})
    if "scopes" in made:
        made["scopes"] = sorted(made["scopes"])
    return made


def _canonical_schema(node: Node) -> Node:
    made = {key: value for key, value in node.items() if value not in ("", False, [], {})}
    if "$ref" not in made:
        made.setdefault("type", "any")
    if made.get("format") == "google-datetime":
        made["format"] = "date-time"
    for key in ("default", "minimum", "maximum"):
        if key in node:
            made[key] = _plain(node[key], node.get("type"))
    for key in ("items", "additionalProperties"):
        if key in node:
            made[key] = _canonical_schema(node[key])
    if "properties" in node:
        made["properties"] = {
            name: _canonical_schema(inner) for name, inner in node["properties"].items()
        }
    if node.get("location") == "path":
        made["required"] = True
    if "enum" in node:
        made |= {"enum": _by_value(node)}
        made.pop("enumDescriptions", None)
        made.pop("enumDeprecated", None)
    return made


def _plain(value: Any, kind: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    try:
        return float(value) if kind != "string" else str(value)
    except ValueError:
        return value


def _by_value(node: Node) -> Node:
    said: Node = {}
    for index, value in enumerate(node["enum"]):
        entry = {
            name: facts[index]
            for name in ("enumDescriptions", "enumDeprecated")
            if index < len(facts := node.get(name, ())) and facts[index]
        }
        said.setdefault(value, {}).update(entry)
    return said


def _endpoints(server: Node) -> Iterator[Node]:
    facts = dict(server.get(EXTRA, {}))
    locations = facts.pop("locations", {})
    if "description" in server:
        facts["description"] = server["description"]
    for name in server["variables"]["location"]["enum"]:
        url = server["url"].replace("{location}", name)
        yield {"endpointUrl": f"{url}/", "location": locations.get(name, name), **facts}


class _Rebuilding:
    def __init__(self, root: Node) -> None:
        self._root = root
        self._source = {
            key: value for key, value in root["x-specmill-source"].items() if key != "family"
        }
        components = root.get("components", {})
        self._parameters: Node = components.get("parameters", {})
        self._wrapped = "dataWrapper" in self._source.get("features", ())
        self._common = root.get("x-specmill-common-parameters", [])

    def document(self) -> Node:
        root, info = self._root, self._root["info"]
        made: Node = {**self._source, "title": info["title"]}
        if "description" in info:
            made["description"] = info["description"]
        if "externalDocs" in root:
            made["documentationLink"] = root["externalDocs"]["url"]
        made |= self._auth()
        common = [self._parameters[name] for name in self._common]
        made["parameters"] = {
            one["name"]: self._parameter(one) for one in common if one["in"] == "query"
        }
        schemas = root["components"].get("schemas", {})
        made["schemas"] = {
            name: {**self._schema(one), "id": one.get(EXTRA, {}).get("id", name)}
            for name, one in schemas.items()
        }
        self._place_methods(made)
        made |= self._addresses()
        return canonical(made)

    def _addresses(self) -> Node:
        made: Node = {"batchPath": self._root.get("x-specmill-batch", "").removeprefix("/")}
        made["endpoints"] = []
        for server in self._root["servers"]:
            match server.get("x-specmill-server"):
                case "mtls":
                    made["mtlsRootUrl"] = f"{server['url']}/"
                case "regional":
                    made["endpoints"] += _endpoints(server)
        return made

    def _auth(self) -> Node:
        declared = self._root["components"].get("securitySchemes", {}).get("oauth2")
        rest = self._source.get("auth", {})
        scopes = declared["flows"]["authorizationCode"]["scopes"] if declared else {}
        if not scopes:
            return {"auth": rest} if rest else {}
        more = rest.get("oauth2", {}).get("scopes", {})
        return {
            "auth": rest
            | {
                "oauth2": {
                    "scopes": {
                        scope: {"description": text, **more.get(scope, {})}
                        for scope, text in scopes.items()
                    }
                }
            }
        }

    def _place_methods(self, made: Node) -> None:
        for path, item in self._root["paths"].items():
            for verb in VERBS:
                if verb in item:
                    operation = item[verb]
                    holder = self._holder(made, operation["x-specmill-resource"])
                    method = self._method(path, verb, operation)
                    holder.setdefault("methods", {})[operation["x-specmill-method"]] = method
        for tag in self._root.get("tags", ()):
            if EXTRA in tag:
                self._holder(made, tag["name"].split(".")).update(tag[EXTRA])

    def _holder(self, made: Node, names: list[str]) -> Node:
        for name in names:
            made = made.setdefault("resources", {}).setdefault(name, {})
        return made

    def _method(self, key: str, verb: str, operation: Node) -> Node:
        parameters = [self._resolved(one) for one in operation.get("parameters", ())]
        flat = self._without_base(key.partition("#")[0])
        path = flat
        if "x-specmill-path" in operation:
            path = self._without_base(operation["x-specmill-path"])
            real = operation.get("x-specmill-path-parameters", [])
            parameters = [*real, *(one for one in parameters if one["in"] != "path" or not real)]
        for one in parameters:
            if one.get("x-specmill-reserved"):
                path = path.replace(f"{{{one['name']}}}", f"{{+{one['name']}}}")
        made: Node = {
            "id": operation["operationId"],
            "httpMethod": verb.upper(),
            "path": path,
            "flatPath": flat,
            "parameterOrder": [one["name"] for one in parameters if one.get("required")],
            "scopes": [
                scope for entry in operation["security"] for scope in entry.get("oauth2", ())
            ],
            "parameters": {one["name"]: self._parameter(one) for one in parameters},
            **{key: operation[key] for key in ("description", "deprecated") if key in operation},
            **self._bodies(operation),
            **self._media(operation),
        }
        version = next((one for one in self._headers(operation) if "const" in one["schema"]), None)
        if version is not None:
            made["apiVersion"] = version["schema"]["const"]
        extra = dict(operation.get(EXTRA, {}))
        if "requestParameterName" in extra:
            made["request"]["parameterName"] = extra.pop("requestParameterName")
        made["parameters"] = {
            name: one for name, one in made["parameters"].items() if one["location"] != "header"
        }
        made["parameterOrder"] = [
            one for one in made["parameterOrder"] if one in made["parameters"]
        ]
        return made | extra

    def _headers(self, operation: Node) -> Iterator[Node]:
        for one in operation.get("parameters", ()):
            if self._resolved(one)["in"] == "header":
                yield self._resolved(one)
        yield from (
            self._parameters[name]
            for name in self._common
            if self._parameters[name]["in"] == "header"
        )

    def _resolved(self, node: Node) -> Node:
        return self._parameters[node["$ref"].rpartition("/")[2]] if "$ref" in node else node

    def _without_base(self, path: str) -> str:
        base = self._source.get("servicePath", "").strip("/")
        return path.removeprefix(f"/{base}" if base else "").lstrip("/")

    def _bodies(self, operation: Node) -> Node:
        made: Node = {}
        if "requestBody" in operation:
            made["request"] = self._content(operation["requestBody"])
        if "content" in operation["responses"]["200"]:
            made["response"] = self._content(operation["responses"]["200"])
        return made

    def _content(self, node: Node) -> Node:
        (media,) = node["content"].values()
        schema = media["schema"]
        if self._wrapped:
            schema = schema["properties"]["data"]
        return self._schema(schema)

    def _media(self, operation: Node) -> Node:
        made: Node = {}
        if "x-specmill-media-upload" in operation:
            made["supportsMediaUpload"] = True
            made["mediaUpload"] = operation["x-specmill-media-upload"]
        if "x-specmill-media-download" in operation:
            made["supportsMediaDownload"] = True
            made |= operation["x-specmill-media-download"]
        return made

    def _parameter(self, node: Node) -> Node:
        schema = node["schema"]
        if schema.get("type") == "array":  # Discovery's parameters repeat; they are never lists
            facts = {key: value for key, value in schema.items() if key not in ("type", "items")}
            schema = {**schema["items"], **facts, "repeated": True}
            if "default" in facts:
                schema["default"] = facts["default"][0]
        made = self._schema(schema)
        made |= {key: node[key] for key in ("description", "deprecated", "required") if key in node}
        return {**made, "location": node["in"]}

    def _schema(self, node: Mapping[str, Any]) -> Node:
        made = {key: value for key, value in node.items() if not key.startswith("x-specmill-")}
        made.pop("required", None)
        if "$ref" in made:
            made["$ref"] = made["$ref"].rpartition("/")[2]
        if made.pop("contentEncoding", None):
            made["format"] = "byte"
        for key in ("items", "additionalProperties"):
            if key in node:
                made[key] = self._schema(node[key])
        if "properties" in node:
            needed = node.get("required", ())
            made["properties"] = {
                name: self._schema(inner) | ({"required": True} if name in needed else {})
                for name, inner in node["properties"].items()
            }
        if "enum" in node:
            about = node.get("x-specmill-enum", {})
            made["enumDescriptions"] = [
                about.get(one, {}).get("description", "") for one in node["enum"]
            ]
            made["enumDeprecated"] = [
                about.get(one, {}).get("deprecated", False) for one in node["enum"]
            ]
        return made | node.get(EXTRA, {})


def differences(left: Any, right: Any, place: str = "") -> Iterator[str]:
    """Tell where two documents differ: the place, and what each says there."""
    if isinstance(left, dict) and isinstance(right, dict):
        for key in dict.fromkeys((*left, *right)):
            if key not in left or key not in right:
                gone = "lost" if key in left else "invented"
                yield f"{place}/{key}: {gone} {str(left.get(key, right.get(key)))[:80]}"
            else:
                yield from differences(left[key], right[key], f"{place}/{key}")
    elif left != right:
        yield f"{place}: {str(left)[:80]!r} became {str(right)[:80]!r}"


def generic(place: str) -> str:
    """Return a place without the names in it, so that like places can be counted."""
    return re.sub(r"/(properties|schemas|parameters|methods|resources)/[^/]+", r"/\1/*", place)
