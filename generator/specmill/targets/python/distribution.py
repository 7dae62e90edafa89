"""Project files of an installable package: ``pyproject.toml``, README, lists of methods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from specmill.model.api import Api, Resource, operations_of, walk_resources
from specmill.model.models import Docs
from specmill.render.engine import Engine
from specmill.targets import TargetInput
from specmill.targets.python.arguments import signature_of
from specmill.targets.python.constructor import environment_of
from specmill.targets.python.example import async_example, client_arguments, example
from specmill.targets.python.imports import Imports
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.names import PythonNames
from specmill.targets.python.spelling import one_line
from specmill.text import first_sentence, markdown_line, tidy
from specmill.values import dataclass

_MOST = 100
"""Methods that a README lists; of more, it lists the resources."""


@dataclass(frozen=True, slots=True)
class MethodRow:
    """A method in a list."""

    call: str
    """With the names of what must be given."""
    request: str
    about: str


@dataclass(frozen=True, slots=True)
class ResourceRows:
    """A resource with its methods."""

    name: str
    module: str
    about: str
    methods: tuple[MethodRow, ...]


def distribution_files(
    engine: Engine, given: TargetInput, names: PythonNames, version: str
) -> dict[str, str]:
    """Return the project files of a package.

    Args:
        engine: The templates.
        given: What the target was given.
        names: The API's Python names.
        version: Of the package.
    """
    api = given.api
    title = one_line(api.title) or api.key
    resources = tuple(_resources(api, names))
    kinds = {one.kind.value for one in api.credentials}
    view = {
        "distribution": re.sub(r"[_.]+", "-", given.package),
        "package": given.package,
        "version": toml_text(version),
        "description": toml_text(f"Client of the {title}."),
        "license": toml_text(_license(api.publisher.license)),
        "urls": tuple((name, toml_text(url)) for name, url in _urls(api)),
        "title": markdown_line(title),
        "about": _brief(api.docs),
        "client": names.client,
        "environment": environment_of(api),
        "arguments": ", ".join(client_arguments(api)),
        "credentials": kinds or ({"token"} if api.security is None else set()),
        "kit": bool(given.settings.get("kit")),
        "google": any(credential.google for credential in api.credentials),
        "has_pages": any(one.pagination for one in operations_of(api)),
        "example": example(api, names, given.package),
        "async_example": async_example(api, names, given.package),
        "resources": resources,
        "lists_methods": sum(len(one.methods) for one in resources) <= _MOST,
    }
    files = ("pyproject.toml", "README.md", "api.md", "llms.txt")
    return {name: engine.render(f"distribution/{name}.j2", **view) for name in files}


def _resources(api: Api, names: PythonNames) -> Iterator[ResourceRows]:
    types = ModuleTypes(names, Imports(), "", "..")
    for resource in walk_resources(api.root):
        if not resource.operations:
            continue
        rows = []
        for operation in resource.operations:
            signature = signature_of(operation, types)
            needed = [one.name for one in signature.positional if one.required]
            needed += [
                f"{one.name}=" for one in signature.keyword if one.required and not one.constant
            ]
            rows.append(
                MethodRow(
                    f"client.{names.dotted(operation)}({', '.join(needed)})",
                    _code(one_line(f"{operation.method} {operation.path}")),
                    _brief(operation.docs),
                )
            )
        dotted = ".".join(names.attributes(resource.path))
        yield ResourceRows(
            dotted or "client", _module(resource, names), _brief(resource.docs), tuple(rows)
        )


def _code(text: str) -> str:
    """Return text as code, for a line or the cell of a table."""
    return f"`{text}`" if not set(text) & {"`", "|"} else markdown_line(text).replace("|", "&#124;")


def _module(resource: Resource, names: PythonNames) -> str:
    return f"resources/{names.resources[resource.path]}.py" if resource.path else "_client.py"


def _brief(docs: Docs) -> str:
    """Return the first sentence that the spec says of a thing, for the cell of a table."""
    said = first_sentence(tidy(docs.summary or docs.description))[0]
    return markdown_line(one_line(said)).replace("|", "&#124;")


def _license(name: str) -> str:
    """Return the SPDX expression that a licence is known by; empty where it is none."""
    try:
        return str(canonicalize_license_expression(name))
    except (InvalidLicenseExpression, ValueError):
        return ""


def _urls(api: Api) -> Iterator[tuple[str, str]]:
    found = {"Documentation": api.publisher.documentation, "Homepage": api.publisher.url}
    for name, url in found.items():
        if urlsplit(url).scheme in ("http", "https") and url.isprintable() and " " not in url:
            yield name, url


def toml_text(text: str) -> str:
    """Spell text as a TOML basic string."""
    escaped = tidy(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
