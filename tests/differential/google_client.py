"""google-api-python-client, as the peer of every API with a Discovery document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httplib2
from differential.arguments import Arguments
from differential.discovery import methods
from differential.ours import API_KEY, TOKEN
from differential.sent import Sent
from differential.spec import Operation, Parameter
from google.oauth2.credentials import Credentials
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import (
    Resource,
    build_from_document,
    fix_method_name,
    key2param,
)


class Capture:
    """Has the method of ``httplib2.Http`` that the client calls."""

    sent: Sent

    def request(
        self,
        uri: str,
        method: str = "GET",
        body: bytes | str | None = None,
        headers: Any = None,
        **_: Any,
    ) -> tuple[httplib2.Response, bytes]:
        """Keep a request."""
        self.sent = Sent.of(method, uri, headers or {}, body)
        return httplib2.Response({"status": "200", "content-type": "application/json"}), b"{}"


class GoogleClient:
    """One API, with a token and with an API key; resources are built once, they cost the most."""

    name = "google"

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._capture = Capture()
        text = json.dumps(document)  # the peer writes into a document that it is given as a tree
        http = AuthorizedHttp(Credentials(token=TOKEN), http=self._capture)
        self._resources: dict[tuple[bool, tuple[str, ...]], Any] = {
            (False, ()): build_from_document(text, http=http),
            (True, ()): build_from_document(text, http=self._capture, developerKey=API_KEY),
        }
        self.origin: str = document["rootUrl"].rstrip("/")
        self.unknown = {
            method["id"]: "The peer has a resource of the same name in its place."
            for names, method in methods(document)
            if _has_resource(document, names)
        }

    def capture(self, operation: Operation, given: Arguments) -> Sent:
        """Return what the peer sends."""
        *resources, method = operation.names
        resource = self._resource(given.api_key, tuple(resources))
        values = {
            key2param(one.name): _value(one, value)
            for one, value in (*given.parameters, *given.common)
        }
        if given.body is not None:
            values["body"] = given.body
        getattr(resource, fix_method_name(method))(**values).execute()
        return self._capture.sent

    def hides(self, operation: Operation) -> bool:
        """Tell whether a resource really stands where the method should."""
        *resources, method = operation.names
        found = getattr(self._resource(False, tuple(resources)), fix_method_name(method))
        return isinstance(found(), Resource)

    def _resource(self, with_key: bool, names: tuple[str, ...]) -> Any:
        if (with_key, names) not in self._resources:
            parent = self._resource(with_key, names[:-1])
            self._resources[with_key, names] = getattr(parent, fix_method_name(names[-1]))()
        return self._resources[with_key, names]


def _value(parameter: Parameter, value: Any) -> Any:
    """Return an argument; the peer takes what has a pattern as text only."""
    return str(value) if "pattern" in parameter.schema else value


def _has_resource(node: Mapping[str, Any], names: tuple[str, ...]) -> bool:
    for name in names:
        node = node.get("resources", {}).get(name)
        if node is None:
            return False
    return True
