"""Base class of the sync and the async client: settings, copies and resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Self

import httpx2

from ..auth.auth import AsyncToken, Auths
from ..auth.credentials import ApiKeys, Credentials, open_session
from ..auth.endpoints import Endpoint
from ..auth.environment import from_environment
from ..calls.configuration import (
    Configuration,
    Observer,
    Server,
    checked_count,
    checked_defaults,
    choose_base_url,
    default_headers,
    given_headers,
    secret_names_of,
    server_url,
    timeout_limits,
)
from ..data.omission import Omit, omit
from ..data.wire import plain
from ..lazy import load_reference
from ..records import replace
from ..requests.redaction import guard_log, shown_url
from ..requests.settings import ApiSettings
from .resources import AsyncResource, Resource


class BaseClient:
    """A client without its connections."""

    def __init__(
        self,
        settings: ApiSettings,
        *,
        endpoint: Endpoint | None,
        token: AsyncToken | None,
        api_key: ApiKeys | None,
        auth: Auths | None,
        username: str | None,
        password: str | None,
        server: Server | None,
        base_url: str | None,
        timeout: httpx2.Timeout | float | None,
        max_retries: int,
        headers: Mapping[str, str] | None,
        strict: bool,
        max_response_bytes: int | None,
    ) -> None:
        secret_names = secret_names_of(settings)
        guard_log(secret_names.query)
        of_spec = endpoint is not None and endpoint.is_chosen
        address = choose_base_url(settings, base_url, server, of_spec=of_spec)
        chosen, self._socket = address.url, address.socket
        spec_url = "" if chosen else server_url(settings, server)
        universe = "" if endpoint is None else endpoint.universe
        url = chosen or (endpoint.url(settings, spec_url) if endpoint else spec_url)
        self._configuration = Configuration(
            settings=settings,
            base_url=url,
            base_url_given=bool(chosen),
            universe=universe,
            credentials=from_environment(
                settings,
                universe=universe,
                base_url=url,
                token=token,
                api_key=api_key,
                auth=auth,
                username=username,
                password=password,
            ),
            timeout=timeout_limits(timeout),
            max_retries=_retries(max_retries),
            strict=strict,
            max_response_bytes=checked_count("max_response_bytes", max_response_bytes),
            secret_names=secret_names,
            headers=default_headers(settings, headers),
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={shown_url(self._configuration.base_url)!r})"

    def __load_resource__(self, reference: str) -> Any:
        return load_reference(self._configuration.settings.package, reference)(self)

    def with_options(
        self,
        *,
        token: AsyncToken | Omit = omit,
        api_key: ApiKeys | Omit = omit,
        auth: Auths | Omit = omit,
        username: str | Omit = omit,
        password: str | Omit = omit,
        timeout: httpx2.Timeout | float | Omit | None = omit,
        max_retries: int | Omit = omit,
        strict: bool | Omit = omit,
        send_read_only: bool | Omit = omit,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
        defaults: Mapping[str, Any] | None = None,
        on_request: Callable[[httpx2.Request], Any] | None = None,
        on_response: Callable[[httpx2.Response], Any] | None = None,
    ) -> Self:
        """Return a copy of the client with other settings and the same connections.

        If you close one of the two, both are closed. Another ``username`` also needs a
        ``password``, and the copy then logs in itself. ``send_read_only`` also sends read-only
        fields of models. ``headers`` and ``query`` are added to those of this client.

        ``defaults`` are values for query parameters, with the names of the spec:
        ``defaults={"namespace": "team"}``. A call uses one if its operation has the parameter and
        the call leaves it out. Bodies are not changed. A name that no operation has is a
        `ConfigurationError`.

        ``on_request`` is called with the HTTP request before each try, and may change it.
        ``on_response`` is called with each response. Hooks of this client are called first. In an
        async client, hooks may be async.
        """
        old = self._configuration
        credentials = self._other_credentials(token, api_key, auth, username, password)
        return self._copy(
            replace(
                old,
                credentials=credentials,
                timeout=old.timeout if isinstance(timeout, Omit) else timeout_limits(timeout),
                max_retries=(
                    old.max_retries if isinstance(max_retries, Omit) else _retries(max_retries)
                ),
                strict=old.strict if isinstance(strict, Omit) else strict,
                send_read_only=(
                    old.send_read_only if isinstance(send_read_only, Omit) else send_read_only
                ),
                headers={**old.headers, **given_headers(headers)},
                query={**old.query, **(query or {})},
                defaults={**old.defaults, **checked_defaults(old.settings, defaults)},
                on_request=old.on_request + ((on_request,) if on_request else ()),
                on_response=old.on_response + ((on_response,) if on_response else ()),
            )
        )

    def _other_credentials(
        self,
        token: AsyncToken | Omit,
        api_key: ApiKeys | Omit,
        auth: Auths | Omit,
        username: str | Omit,
        password: str | Omit,
    ) -> Credentials:
        """Return the credentials of this client with those that are given in their place."""
        settings, own = self._configuration.settings, self._configuration.credentials
        given = Credentials.matched(
            settings,
            universe=self._configuration.universe,
            base_url=self._configuration.base_url,
            token=None if isinstance(token, Omit) else token,
            api_key=None if isinstance(api_key, Omit) else api_key,
            auth=None if isinstance(auth, Omit) else auth,
            user=own.new_user(
                settings,
                None if isinstance(username, Omit) else username,
                None if isinstance(password, Omit) else password,
            ),
        )
        return own.with_changes(given)

    def __log_in_as__(self, username: str, password: str, answer: Any) -> None:
        """Go on as somebody whose login has the answer given; copies are as they were."""
        old = self._configuration
        session = open_session(old.settings, username, password)
        session.accept(plain(answer))
        changes = Credentials(session=session)
        self._configuration = replace(old, credentials=old.credentials.with_changes(changes))

    def __observed_by__(self, observer: Observer) -> Self:
        """Return a copy whose last responses an observer is told of."""
        return self._copy(replace(self._configuration, observer=observer))

    def _copy(self, configuration: Configuration) -> Self:
        clone = object.__new__(type(self))
        for name, value in vars(self).items():
            if not isinstance(value, Resource | AsyncResource):  # those send with this client
                setattr(clone, name, value)
        clone._configuration = configuration
        return clone


def _retries(given: int) -> int:
    """Return how often to try again; unlike a limit, that is always a number."""
    checked = checked_count("max_retries", given)
    if checked is None:
        raise TypeError("max_retries must be an integer: 0 is never")
    return checked
