"""Logins: a token that the server gives for a user name and a password, and gives anew."""

from __future__ import annotations

import threading
from typing import Any

import httpx2

from ..data.decoding import NotJsonError, read_json
from ..data.json_shapes import is_object
from ..errors.api_errors import CredentialsError
from ..requests.forks import renew_in_children
from ..requests.redaction import Secret, header_secret, without_prefix
from ..requests.request import Request
from ..requests.settings import Login, Renewal


class Session:
    """Where a token comes from, and the one that came last; a client and its copies share it.

    A call that finds the session stale sends its requests while it holds a lock; those that waited
    for it find the new token.
    """

    def __init__(self, header: str, prefix: str, renewal: Renewal) -> None:
        self.header = header
        self.prefix = prefix
        self.renewal = renewal
        self.token = Secret()
        self.after_fork()
        renew_in_children(self)

    def after_fork(self) -> None:
        """Take locks that nobody of another process holds."""
        import anyio  # most clients have no login

        self.lock = threading.Lock()
        self.async_lock = anyio.Lock()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    def is_stale(self, refused: str | None) -> bool:
        """Tell whether there is no token besides one that the server has refused."""
        return not self.token or self.token == refused

    def forget(self, refused: str) -> None:
        """Let the next call log in, unless there is a newer token than the refused one."""
        if self.token == refused:
            self.token = Secret()

    def request(self) -> Request[Any]:
        """Return the first request that it takes to get a token."""
        raise NotImplementedError

    def accept(self, answer: Any) -> Request[Any] | None:
        """Take what a request was answered; return the next one, None when there is a token.

        Raises:
            CredentialsError: The answer has not what it should have.
        """
        raise NotImplementedError


class LoginSession(Session):
    """Who asks, and the token that the last login gave."""

    def __init__(self, login: Login, username: str, password: str) -> None:
        super().__init__(login.header, login.prefix, login.renewal)
        self.login = login
        self.username = username
        self._password = Secret(password)

    def request(self) -> Request[Any]:
        """Return the request that logs in."""
        login = self.login
        return Request(
            login.operation_id,
            login.route,
            body={login.username: self.username, login.password: self._password},
            secrets=(login.password,),
            media_type=login.media_type,
            security=(),
            server=login.server,
        )

    def accept(self, answer: Any) -> None:
        """Take the token out of what a login answered.

        Raises:
            CredentialsError: There is none, or it is not one that a header can hold.
        """
        login = self.login
        token = _look_up(answer, login.token)
        if not isinstance(token, str):
            raise CredentialsError(
                f"{login.operation_id}: the answer has no token in {login.token!r}",
                operation_id=login.operation_id,
            )
        self.token = Secret(header_secret(without_prefix(login.prefix, token), "token"))


def wants_renewal(renewal: Renewal, response: httpx2.Response) -> bool:
    """Tell whether a response, its body read, asks for a new token."""
    if response.status_code not in renewal.statuses:
        return False
    if not renewal.field:
        return True
    try:
        body = read_json(response.content)
    except NotJsonError:
        return False
    code = _look_up(body, renewal.field)
    return code is not None and str(code) in renewal.codes


def _look_up(body: Any, path: str) -> Any:
    for name in path.split("."):
        body = body.get(name) if is_object(body) else None
    return body
