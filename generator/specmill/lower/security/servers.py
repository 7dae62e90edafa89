"""Server Objects (OpenAPI 3.1, 4.8.5) to servers of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.diagnostics import fail
from specmill.document.document import Document
from specmill.document.operations import SourceOperation
from specmill.lower.keywords import docs_of
from specmill.model.servers import Server, ServerRole, ServerVariable
from specmill.values import replace


def lower_servers(document: Document) -> tuple[Server, ...]:
    """Read the servers of an API with their variables and roles.

    Raises:
        SpecmillError: There is no such role, or a regional server has no ``location``.
    """
    servers = document.root.get("servers", ())
    return tuple(_with_role(document, index, server) for index, server in enumerate(servers))


def _with_role(document: Document, index: int, node: Mapping[str, Any]) -> Server:
    server = lower_server(node)
    role = str(node.get("x-specmill-server", ServerRole.MAIN))
    pointer = f"/servers/{index}"  # located for a message alone: that scans the source
    if role not in set(ServerRole):
        raise fail(
            f"there is no server role {role!r}",
            location=document.locate(pointer),
            hint=f"known: {', '.join(map(repr, sorted(ServerRole)))}",
        )
    if role == ServerRole.REGIONAL and [one.wire for one in server.variables] != ["location"]:
        what = "a regional server has one variable, `location`, in its URL"
        raise fail(what, location=document.locate(pointer))
    return replace(server, role=ServerRole(role))


def lower_server(server: Mapping[str, Any]) -> Server:
    """Read one Server Object; a variable that its URL does not have is left out."""
    url = str(server.get("url", ""))
    return Server(url, tuple(_variables(url, server.get("variables", {}))))


def operation_server(source: SourceOperation) -> str:
    """Return the base URL that an operation has of its own, its variables at their defaults."""
    servers = source.node.get("servers") or source.item.get("servers") or ()
    return lower_server(servers[0]).default_url if servers else ""


def _variables(url: str, declared: Mapping[str, Any]) -> Iterator[ServerVariable]:
    for wire, node in declared.items():
        if f"{{{wire}}}" not in url:
            continue
        texts = [str(text) for text in (node.get("default", ""), *node.get("enum", ()))]
        numbers = all(_is_number(text) for text in texts)
        default, *values = [int(text) for text in texts] if numbers else texts
        name = str(node.get("x-specmill-name", wire))
        yield ServerVariable(wire, name, default, tuple(values), docs_of(node))


def _is_number(text: str) -> bool:
    """Tell whether a text says nothing but a number: ``8999``, and not ``01``."""
    return text.isascii() and text.isdigit() and str(int(text)) == text
