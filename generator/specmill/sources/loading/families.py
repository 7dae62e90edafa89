"""Messages about a tree that is no spec, or one of a version that is not read."""

from __future__ import annotations

from typing import Any

from specmill.diagnostics import SpecmillError, fail
from specmill.document.shapes import describe
from specmill.sources.loading.files import Source, looks_like

_EXPECTED = "expected OpenAPI 3.0 to 3.2, Swagger 2.0 or a Google Discovery document"
_HINTS = (
    ("asyncapi", "it is AsyncAPI, which describes messages, not HTTP operations"),
    ("overlay", "it is an OpenAPI Overlay; give it as an overlay of the spec that it changes"),
    ("arazzo", "it is an Arazzo workflow; give the OpenAPI files that it names"),
    ("__schema", "it is a GraphQL introspection result, which has no HTTP operations"),
    ("swaggerVersion", "it is Swagger 1.x; convert it to OpenAPI first"),
    ("openrpc", "it is OpenRPC, which describes JSON-RPC calls"),
    ("paths", "it has `paths` but no version; add `openapi: 3.1.0` at the top"),
    ("$schema", "it is a JSON Schema; put it into `components.schemas` of an OpenAPI file"),
)


def unknown_family(source: Source) -> SpecmillError:
    """Build the error for a tree of no known family, with the best hint that its content gives."""
    tree = source.tree
    if not isinstance(tree, dict):
        return fail(
            f"the document must be an object, not {describe(tree)}",
            location=source.locate(""),
            hint=looks_like(source.text) or _EXPECTED,
        )
    for key, name in (("swagger", "Swagger"), ("openapi", "OpenAPI")):
        if key in tree:
            what = f"{name} version {str(tree[key])[:40]!r} is not supported"
            return fail(what, location=source.locate(f"/{key}"), hint=_EXPECTED)
    return fail("this is not an API spec", location=source.locate(""), hint=_hint(tree))


def _hint(tree: dict[str, Any]) -> str:
    info = tree.get("info")
    if isinstance(info, dict) and "getpostman.com" in str(info.get("schema", "")):
        return "it is a Postman collection; export the API as OpenAPI instead"
    if tree.get("kind") == "discovery#directoryList":
        return "it is the directory of Discovery documents; give one of the documents it lists"
    if isinstance(tree.get("data"), dict) and "__schema" in tree["data"]:
        return "it is a GraphQL introspection result, which has no HTTP operations"
    if "log" in tree and isinstance(tree["log"], dict) and "entries" in tree["log"]:
        return "it is a HAR recording of requests, not a spec"
    if "_type" in tree and tree.get("_type") == "export":
        return "it is an Insomnia export; export the API as OpenAPI instead"
    return next((hint for key, hint in _HINTS if key in tree), _EXPECTED)
