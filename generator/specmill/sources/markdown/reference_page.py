"""Reference pages in Markdown, with tables of parameters, to the normal form.

A page names methods of a client, not requests. Bindings beside it (``http.yaml``) tell how each
method travels; without them its operations have no verb and no path of their own and are marked
``x-specmill-unbound``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from specmill.diagnostics import Location, Report, SpecmillError, fail
from specmill.document.document import Document
from specmill.document.origins import Origin, Origins
from specmill.sources.loading import Source, load_text
from specmill.sources.markdown.agreement import check_agreement
from specmill.sources.markdown.bindings import Bindings, load_bindings
from specmill.sources.markdown.blocks import Block, blocks
from specmill.sources.markdown.dialect import Dialects, load_dialects
from specmill.sources.markdown.findings import name_methods, report_names, report_usage
from specmill.sources.markdown.operations import Operations, documented_call
from specmill.sources.markdown.page import Page, locate_in
from specmill.sources.markdown.reader import read_blocks
from specmill.sources.markdown.rest import read_requests
from specmill.sources.markdown.schemas import DOCUMENTED, Schemas, page_schemas

ERRORS = "x-specmill-errors"
_COMPONENTS = "#/components/schemas/"


def read(path: Path, report: Report, dialect: Source | None = None) -> Document:
    """Read a page with its bindings, in ``dialect`` or the one beside it, if there is any.

    Raises SpecmillError for a page without methods, for a malformed dialect or bindings, and for
    bindings that do not fit the page.
    """
    text = load_text(path)
    dialects = load_dialects(path, dialect)
    found = Report()
    parts = blocks(text, found)
    page = read_blocks(parts, text, dialects, found)
    if not page.methods:
        return _requests(parts, text, dialects, report)
    name_methods(page, text, dialects, found)
    report_usage(page, text, found)
    report_names(page, text, found)
    report.findings.extend(
        sorted(found.findings, key=lambda one: one.location.line if one.location else 0)
    )
    source = locate_in(text, page)
    bindings = load_bindings(path)
    if bindings is None:
        return _unbound(page, source, dialects)
    check_agreement(page, source, bindings)
    return _bound(page, source, dialects, bindings)


def _requests(parts: list[Block], text: Source, dialects: Dialects, report: Report) -> Document:
    """Read a page that has requests in place of methods."""
    found = Report()
    document = read_requests(parts, text, dialects, found)
    if document is None:
        raise _no_methods(text, dialects)
    report.findings.extend(
        sorted(found.findings, key=lambda one: one.location.line if one.location else 0)
    )
    return document


def _no_methods(source: Source, dialects: Dialects) -> SpecmillError:
    names = " or ".join(f"`{name}.method(...)`" for name in sorted(dialects.receivers()))
    return fail(
        "this page documents no request and no method",
        location=Location(source.name, 1, 1),
        hint="a request is a section with `GET /path`;"
        f" a method is a section with a line of code that calls {names};"
        " other names are `receivers` of a dialect",
    )


def _unbound(page: Page, source: Source, dialects: Dialects) -> Document:
    schemas, origins = page_schemas(page, source)
    operations = Operations(source, dialects, {name: name for name in page.models})
    for method in page.methods:
        operations.add(method)
    root: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": _info(page, {}, source),
        **_tags(page, {}),
        "x-specmill-source": _about(page, {}),
        **_client(page),
        "paths": operations.paths,
        "components": {"schemas": schemas},
    }
    return Document(root, "tables", _origins(source, origins, operations.origins))


def _bound(page: Page, source: Source, dialects: Dialects, bindings: Bindings) -> Document:
    tree = bindings.tree
    schemas = Schemas(page, source, bindings)
    _use_components(page, schemas.owners)
    operations = Operations(source, dialects, schemas.names, bindings, schemas)
    for method in page.methods:
        operations.add(method)
    operations.add_undocumented()
    components: dict[str, Any] = {"schemas": {**operations.components, **schemas.components()}}
    origins = schemas.origins
    if "errors" in tree:
        components["responses"] = {"Error": _error(schemas, bindings)}
        origins["/components/responses/Error"] = Origin(bindings.source, "/errors")
    root: dict[str, Any] = {"openapi": "3.1.0", "info": _info(page, tree, source)}
    if "servers" in tree:
        root["servers"] = tree["servers"]
    if "security" in tree:
        components["securitySchemes"] = _security_schemes(tree["security"], bindings)
        root["security"] = [{name: []} for name in tree["security"]]
        origins["/components/securitySchemes"] = Origin(bindings.source, "/security")
    root |= {
        **_tags(page, tree),
        "x-specmill-source": _about(page, tree),
        **_client(page),
        **_error_form(tree.get("errors", {})),
        "paths": operations.paths,
        "components": components,
    }
    origins[f"/{ERRORS}"] = Origin(bindings.source, "/errors")
    return Document(root, "tables", _origins(source, origins, operations.origins))


def _error_form(errors: dict[str, Any]) -> dict[str, Any]:
    """Say where errors have their code and message, and which of them are final."""
    form = {key: errors[key] for key in ("code", "message", "final") if key in errors}
    return {ERRORS: form} if form else {}


def _use_components(page: Page, owners: dict[str, str]) -> None:
    """Lead the types of the page to the schemas that show its classes on the wire."""
    renamed = {f"{_COMPONENTS}{name}": f"{_COMPONENTS}{owner}" for name, owner in owners.items()}
    for method in page.methods:
        for row in (*method.parameters, *method.returns):
            stack: list[Any] = [row.declared.schema]
            while stack:
                node = stack.pop()
                if isinstance(node, dict) and "$ref" in node:
                    node["$ref"] = renamed.get(node["$ref"], node["$ref"])
                stack.extend(_members(node))


def _members(node: Any) -> list[Any]:
    if isinstance(node, dict):
        return list(node.values())
    return node if isinstance(node, list) else []


def _origins(source: Source, *more: dict[str, Origin]) -> Origins:
    known = {"": Origin(source), f"/{DOCUMENTED}": Origin(source, "/client")}
    for origins in more:
        known |= origins
    return Origins(known)


def _info(page: Page, tree: Any, source: Source) -> dict[str, Any]:
    title = tree.get("title") or page.title or Path(source.name).stem
    info = {"title": title, "version": tree.get("version", "0")}
    description = tree.get("description") or "\n\n".join(page.text)
    return {**info, "description": description} if description else info


def _about(page: Page, tree: Any) -> dict[str, Any]:
    about = {"family": "tables", "dialect": page.dialect}
    return {**about, "name": tree["name"]} if "name" in tree else about


def _tags(page: Page, tree: Any) -> dict[str, Any]:
    declared = tree.get("resources") if tree else page.groups
    tags = [
        {"name": name, **({"description": text} if text else {})}
        for name, text in (declared or {}).items()
    ]
    return {"tags": tags} if tags else {}


def _client(page: Page) -> dict[str, Any]:
    return {DOCUMENTED: {"client": documented_call(page.client)}} if page.client else {}


def _error(schemas: Schemas, bindings: Bindings) -> dict[str, Any]:
    schema = schemas.read(bindings.tree["errors"]["schema"], "/errors/schema")
    return {
        "description": "The error envelope.",
        "content": {"application/json": {"schema": schema}},
    }


def _security_schemes(declared: dict[str, Any], bindings: Bindings) -> dict[str, Any]:
    schemes: dict[str, Any] = {}
    for name, facts in declared.items():
        scheme = {"type": "apiKey", "in": "header", "name": facts["header"]}
        if "description" in facts:
            scheme["description"] = facts["description"]
        if "login" in facts:
            login = dict(facts["login"])
            scheme["x-specmill-login"] = {"operation": login.pop("method"), **login}
            if scheme["x-specmill-login"]["operation"] not in bindings.methods:
                place = bindings.source.locate(f"/security/{name}/login/method")
                raise fail("the login is not one of the methods", location=place)
        schemes[name] = scheme
    return schemes
