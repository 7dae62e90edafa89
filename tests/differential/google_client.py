"""google-api-python-client with the Discovery documents of its own wheel, as the peer."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import httplib2
from differential.arguments import Arguments
from differential.ours import API_KEY, TOKEN
from differential.sent import Sent
from differential.spec import Operation
from google.oauth2.credentials import Credentials
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build_from_document, key2param
from googleapiclient.discovery_cache import get_static_doc


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


@cache
def _document(name: str, version: str) -> Any:
    return json.loads(get_static_doc(name, version))


class GoogleClient:
    """One API, with a token and with an API key."""

    def __init__(self, name: str, version: str) -> None:
        document = _document(name, version)
        self._capture = Capture()
        http = AuthorizedHttp(Credentials(token=TOKEN), http=self._capture)
        self._with_token = build_from_document(document, http=http)
        self._with_key = build_from_document(document, http=self._capture, developerKey=API_KEY)
        self.origin: str = document["rootUrl"].rstrip("/")

    def capture(self, operation: Operation, given: Arguments) -> Sent:
        """Return what the peer sends."""
        resource = self._with_key if given.api_key else self._with_token
        *resources, method = operation.id.split(".")[1:]
        for name in resources:
            resource = getattr(resource, name)()
        values = {key2param(one.name): value for one, value in (*given.parameters, *given.common)}
        if given.body is not None:
            values["body"] = given.body
        getattr(resource, method)(**values).execute()
        return self._capture.sent
