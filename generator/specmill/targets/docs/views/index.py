"""Flat views of the pages that stand once for an API: its index, the list of its models."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.api import Api, Resource, operations_of, walk_resources
from specmill.model.credentials import Credential, CredentialKind, FlowKind, Login
from specmill.model.models import ModelKind
from specmill.model.operations import Operation, Webhook
from specmill.model.servers import Server
from specmill.targets.docs.layout import MODELS, OPERATIONS, relative
from specmill.targets.docs.prose import code, heading, inline, plain
from specmill.targets.docs.type_words import Words
from specmill.targets.docs.views.documented import ReferencePageView, reference_page_view
from specmill.targets.docs.views.operation import (
    ErrorRow,
    ParameterRow,
    brief,
    error_row,
    listed,
    parameter_row,
    said,
)
from specmill.targets.python.reference import environment_of
from specmill.values import dataclass

_FLOWS = {
    FlowKind.IMPLICIT: "user",
    FlowKind.AUTHORIZATION_CODE: "user",
    FlowKind.DEVICE_AUTHORIZATION: "user",
    FlowKind.PASSWORD: "password",
    FlowKind.CLIENT_CREDENTIALS: "client",
}
"""Which label says what a caller does."""


_ENVIRONMENT = {
    CredentialKind.TOKEN: ("TOKEN",),
    CredentialKind.API_KEY: ("API_KEY",),
    CredentialKind.BASIC: ("USERNAME", "PASSWORD"),
    CredentialKind.LOGIN: ("USERNAME", "PASSWORD"),
}


@dataclass(frozen=True, slots=True)
class OperationRow:
    """A method in a list."""

    link: str
    request: str


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """A resource in a list."""

    link: str
    operations: int
    about: str


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A security scheme."""

    scheme: str
    asks: str
    how: str
    environment: str
    """Variables of the environment that stand in for it."""
    scopes: tuple[tuple[str, str], ...]
    about: str
    flows: tuple[tuple[str, str, str], ...]
    """Ways to a token: what it is called, its addresses, and what a caller does."""


@dataclass(frozen=True, slots=True)
class ServerView:
    """A server with its variables."""

    url: str
    variables: tuple[tuple[str, str, str, str], ...]
    """Name, default, allowed values and meaning."""


@dataclass(frozen=True, slots=True)
class WebhookRow:
    """A request that the service sends."""

    name: str
    """How Python calls it, and its name in the spec."""
    payload: str
    headers: str
    about: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """The first page of an API."""

    title: str
    package: str
    about: str
    facts: tuple[tuple[str, str], ...]
    program: str
    servers: tuple[ServerView, ...]
    credentials: tuple[CredentialView, ...]
    access: str
    common: tuple[ParameterRow, ...]
    errors: tuple[ErrorRow, ...]
    resources: tuple[ResourceRow, ...]
    webhooks: tuple[WebhookRow, ...]
    topics: tuple[tuple[str, str], ...]
    """Heading and text."""
    lists: tuple[str, ...]
    """Links to the lists of operations and of models."""
    skipped: tuple[tuple[str, str], ...]
    reference_page: ReferencePageView | None


@dataclass(frozen=True, slots=True)
class ModelGroup:
    """Models of one kind in a list."""

    title: str
    models: tuple[tuple[str, str], ...]
    """Link and meaning."""


def index_view(words: Words, program: str) -> IndexView:
    """Return the view of the index of an API."""
    api, labels, reference = words.api, words.labels, words.pages.reference
    resources = [one for one in walk_resources(api.root) if one.operations or one.docs.description]
    return IndexView(
        title=heading(f"{api.title or api.key} {api.version}"),
        package=reference.package,
        about=said(api.docs),
        facts=tuple(_facts(api, words)),
        program=program,
        servers=tuple(_server(one) for one in api.servers),
        credentials=tuple(_credential(one, words) for one in api.credentials),
        access=_access(api, words),
        common=tuple(
            parameter_row(one, reference.option(one), words) for one in api.common_parameters
        ),
        errors=tuple(error_row(one, words) for one in api.common_errors),
        resources=tuple(_resource(one, words) for one in resources),
        webhooks=tuple(_webhook(one, words) for one in api.webhooks),
        topics=tuple((plain(name), said(docs)) for name, docs in api.topics),
        lists=(
            f"[{labels.by_path}]({relative(OPERATIONS, words.page)})",
            f"[{labels.models}]({relative(MODELS, words.page)})",
        ),
        skipped=tuple((code(one.what), inline(one.reason)) for one in api.skipped),
        reference_page=reference_page_view(api.page, words) if api.page is not None else None,
    )


def rows_by_path(words: Words) -> tuple[OperationRow, ...]:
    """Return the operations of an API by path."""
    operations = sorted(operations_of(words.api), key=lambda one: (one.path, one.method))
    return tuple(_row(one, words) for one in operations)


def model_groups(words: Words) -> tuple[ModelGroup, ...]:
    """Return the models of an API by kind, by name."""
    labels, pages = words.labels, words.pages
    by_name = sorted(words.api.models.values(), key=lambda one: pages.reference.model(one.key))
    groups = []
    for kind in ModelKind:
        rows = tuple(
            (pages.to_model(one.key, words.page), brief(one.docs))
            for one in by_name
            if one.kind is kind
        )
        if rows:
            groups.append(ModelGroup(getattr(labels, f"kinds_{kind.value}"), rows))
    return tuple(groups)


def _facts(api: Api, words: Words) -> Iterator[tuple[str, str]]:
    labels, reference = words.labels, words.pages.reference
    if api.version:
        yield labels.version, code(api.version)
    yield labels.package, code(reference.package)
    yield (
        labels.clients,
        f"{code(reference.names.client)}, {code(f'Async{reference.names.client}')}",
    )
    yield labels.operations, str(sum(1 for _ in operations_of(api)))
    yield labels.models, f"[{len(api.models)}]({relative(MODELS, words.page)})"


def _resource(resource: Resource, words: Words) -> ResourceRow:
    return ResourceRow(
        words.pages.to_resource(resource, words.page),
        len(resource.operations),
        brief(resource.docs),
    )


def _row(operation: Operation, words: Words) -> OperationRow:
    return OperationRow(
        words.pages.to_operation(operation, words.page),
        code(f"{operation.method} {operation.path}"),
    )


def _webhook(webhook: Webhook, words: Words) -> WebhookRow:
    name = code(f"webhooks.{words.pages.reference.webhooks[webhook.key]}")
    payload = webhook.payload
    after = [
        words.labels.callback_of.format(link=words.pages.to_operation(operation, words.page))
        for operation in operations_of(words.api)
        if operation.id == webhook.operation
    ]
    return WebhookRow(
        f"{name}<br>{code(f'{webhook.method} {webhook.key}')}",
        words.both(payload.type) if payload is not None else "",
        ", ".join(code(one.wire) for one in webhook.headers),
        " ".join(part for part in (listed(webhook.docs, words), *after) if part),
    )


def _server(server: Server) -> ServerView:
    return ServerView(
        code(server.url),
        tuple(
            (
                code(one.wire),
                code(str(one.default)),
                ", ".join(code(str(value)) for value in one.values),
                inline(one.docs.description),
            )
            for one in server.variables
        ),
    )


def _credential(credential: Credential, words: Words) -> CredentialView:
    labels = words.labels
    place = getattr(labels, f"in_{credential.place.value}")
    asks = {
        CredentialKind.TOKEN: labels.asks_token,
        CredentialKind.API_KEY: labels.asks_api_key,
        CredentialKind.BASIC: labels.asks_basic,
        CredentialKind.LOGIN: labels.asks_login,
        CredentialKind.CERTIFICATE: labels.asks_certificate,
        CredentialKind.OTHER: labels.say("asks_other", scheme=code(credential.http_scheme)),
    }[credential.kind]
    how = f"{place} {code(credential.wire)}"
    if credential.login is not None:
        how = f"{_login(credential.login, words)}; {how}"
    elif credential.kind is CredentialKind.CERTIFICATE:
        how = labels.in_connection
    return CredentialView(
        code(credential.scheme),
        asks + (f" {labels.google}" if credential.google else ""),
        how,
        ", ".join(
            code(f"{environment_of(words.api)}_{name}")
            for name in _ENVIRONMENT.get(credential.kind, ())
        ),
        tuple((code(scope), inline(text)) for scope, text in credential.scopes),
        inline(credential.docs.description),
        tuple(_flows(credential, words)),
    )


def _flows(credential: Credential, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield each way to a token: what it is called, its addresses, and what a caller does."""
    labels, oauth = words.labels, credential.oauth
    if oauth is None or credential.google:
        return
    for flow in oauth.flows:
        urls = (flow.authorization_url, flow.device_url, flow.token_url, flow.refresh_url)
        shown = ", ".join(code(url) for url in dict.fromkeys(urls) if url)
        how = getattr(labels, f"flow_{_FLOWS[flow.kind]}")
        refreshes = how == labels.flow_user and (flow.token_url or flow.refresh_url)
        yield code(flow.kind.value), shown, f"{how} {labels.flow_refresh}" if refreshes else how
    if oauth.discovery:
        yield "OpenID Connect", code(oauth.discovery), labels.flow_discovery
    if oauth.metadata:
        yield "RFC 8414", code(oauth.metadata), labels.flow_metadata


def _login(login: Login, words: Words) -> str:
    for operation in operations_of(words.api):
        if operation.id == login.operation:
            return words.pages.to_operation(operation, words.page)
    return code(f"{login.method} {login.path}")


def _access(api: Api, words: Words) -> str:
    if api.security is None:
        variable = code(f"{environment_of(api)}_TOKEN")
        return "" if api.credentials else words.labels.say("access_unsaid", variable=variable)
    names = [" + ".join(code(name) for name in one) for one in api.security if one]
    if not names:
        return str(words.labels.no_credentials)
    return words.labels.say("default_credentials", schemes=f" {words.labels.either} ".join(names))
