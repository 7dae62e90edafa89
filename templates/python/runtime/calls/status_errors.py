"""Errors of responses whose status is no outcome: their class, and what they say."""

from __future__ import annotations

from itertools import chain
from typing import Any

import httpx2

from ..auth.login import wants_renewal
from ..data.decoding import MisfitError, NotJsonError, decode, decode_leniently
from ..errors.api_errors import AuthenticationError, LoginError, StatusError, status_error_class
from ..errors.explanations import LONGEST
from ..lazy import load_reference
from ..records import dataclass
from ..requests.request import Request
from ..requests.secrets import secrets_in
from ..requests.settings import Login
from .configuration import Configuration
from .contents import media_type_in, text_or_bytes
from .error_bodies import (
    code_in_body,
    message_in_body,
    plain_body,
    request_id_in,
    rpc_status_in_body,
    said_in,
    with_code,
)
from .responses import context_of, of_status, title_of
from .retries import delay_asked

_REFUSALS = frozenset({400, 401, 403, 422})
"""What servers say of wrong credentials; other statuses say nothing of them."""


@dataclass(frozen=True)
class StatusErrors:
    """Makes the errors of one request."""

    configuration: Configuration
    request: Request[Any]

    def of(self, response: httpx2.Response, unsigned: str) -> StatusError:
        """Make the error of a response, whose body must be read.

        Args:
            response: What came.
            unsigned: Why the request showed no credentials.
        """
        status, body = response.status_code, self._error_body(response)
        secrets, sent = secrets_in(response.request), response.request
        phrase = secrets.text(response.reason_phrase, sent)
        title = f"{title_of(self.request, response.request)} returned {status} {phrase}".rstrip()
        if "location" in response.headers and 300 <= status < 400:
            location = secrets.text(secrets.url(response.headers["location"]), sent)
            title = f"{title}, which leads to {location[:LONGEST]}"
        plain = secrets.tree(plain_body(body), sent)
        rpc_status = rpc_status_in_body(body, plain)
        settings = self.configuration.settings
        code = code_in_body(plain, rpc_status, settings.error_code)
        message = message_in_body(plain, settings.error_message)
        said = said_in(plain, rpc_status, phrase, media_type_in(response.headers))
        if settings.error_message and message:
            said = message[:LONGEST]
        is_word = not code.isdigit() and not message  # codes in usual places may be any word
        if settings.error_code or is_word:
            said = with_code(said, code, status)
        said = secrets.text(said, sent)
        hint = unsigned if self._lacks_credentials(response) else ""
        context = context_of(self.request, response.request, response)
        context["request_id"] = context["request_id"] or request_id_in(plain, rpc_status)
        return self._error_class(response)(
            ": ".join(part for part in (title, said, hint) if part),
            body=body,
            headers=response.headers,
            retry_after=delay_asked(response),
            code=code,
            server_message=message,
            **context,
        )

    def _error_class(self, response: httpx2.Response) -> type[StatusError]:
        kind = status_error_class(response.status_code)
        refused = response.status_code in _REFUSALS
        if self._logs_in:
            return LoginError if refused else kind
        if self.request.obtains_token:
            return AuthenticationError if refused else kind
        return AuthenticationError if self._wants_login(response) else kind

    def _lacks_credentials(self, response: httpx2.Response) -> bool:
        """Tell whether a request is refused that showed nothing, though it could have."""
        request, settings = self.request, self.configuration.settings
        wanted = settings.security if request.security is None else request.security
        if self._logs_in or request.obtains_token or wanted == () or not settings.credentials:
            return False
        if secrets_in(response.request).show_who_asks(response.request):
            return False
        return self._wants_login(response) or response.status_code in (401, 403)

    def _wants_login(self, response: httpx2.Response) -> bool:
        return any(wants_renewal(login.renewal, response) for login in self._logins)

    @property
    def _logs_in(self) -> bool:
        return any(one.operation_id == self.request.operation_id for one in self._logins)

    @property
    def _logins(self) -> list[Login]:
        return [one for one in self.configuration.settings.credentials if isinstance(one, Login)]

    def _error_body(self, response: httpx2.Response) -> Any:
        status, settings = response.status_code, self.configuration.settings
        found = chain(of_status(self.request.errors, status), of_status(settings.errors, status))
        target: Any = next(found, None)
        if isinstance(target, str):
            target = load_reference(settings.package, target)
        try:
            return decode(response.content, target)
        except MisfitError:
            return decode_leniently(response.content, target)
        except NotJsonError:
            return text_or_bytes(response)
