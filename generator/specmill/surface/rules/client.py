"""Rules about the package as a whole, its client, credentials, servers and webhooks."""

from __future__ import annotations

from specmill.surface.levels import Level
from specmill.surface.rules.rule import rules_of

_BREAKING, _BEHAVIOUR = Level.BREAKING, Level.BEHAVIOUR
_ADDITIVE = Level.ADDITIVE

_PACKAGE = rules_of(
    "The package",
    (
        "package-renamed",
        _BREAKING,
        "The package of an API has another import name.",
        '`package = "shop"` becomes `"store"`: `import shop` fails.',
    ),
    (
        "export-removed",
        _BREAKING,
        "The package no longer exports a name.",
        "The last stream is removed: `from shop import EventStream` fails.",
    ),
    (
        "export-added",
        _ADDITIVE,
        "The package exports a new name.",
        "The first stream is added: `from shop import EventStream` works.",
    ),
    (
        "client-renamed",
        _BREAKING,
        "The classes of the client have another name.",
        '`client = "Shop"` becomes `"Store"`: `Shop()` fails.',
    ),
)
_CONSTRUCTOR = rules_of(
    "The constructor of the client",
    (
        "client-argument-removed",
        _BREAKING,
        "The constructor no longer takes an argument.",
        "The server variable `port` is removed: `Shop(port=81)` is a TypeError.",
    ),
    (
        "client-argument-added",
        _ADDITIVE,
        "The constructor takes a new optional argument.",
        "The server variable `port` is added: `Shop(port=81)` works.",
    ),
    (
        "client-argument-added-required",
        _BREAKING,
        "The constructor takes a new required argument.",
        "A login with the host `{host}` is added: `Shop()` needs `host`.",
    ),
    (
        "client-argument-became-required",
        _BREAKING,
        "An argument of the constructor is now required.",
        "The default of `host` becomes `localhost`: `Shop()` needs `host`.",
    ),
    (
        "client-argument-became-optional",
        _ADDITIVE,
        "An argument of the constructor is now optional.",
        "The default of `host` becomes a real name: `Shop()` works.",
    ),
    (
        "client-argument-type",
        _BREAKING,
        "The constructor takes another type for an argument.",
        'The default of `port` becomes `"a"`: `Shop(port=81)` does not type-check.',
    ),
    (
        "client-argument-order",
        _BREAKING,
        "Positional arguments have another order.",
        "`Shop(host, username)` becomes `Shop(username, host)`.",
    ),
    (
        "client-argument-default",
        _BEHAVIOUR,
        "An argument of the constructor has another default.",
        "The default of the variable `port` becomes 443.",
    ),
)
_SECURITY = rules_of(
    "Credentials",
    (
        "credential-removed",
        _BREAKING,
        "The constructor no longer takes a credential.",
        "The last API key is removed: `Shop(api_key=…)` is a TypeError.",
    ),
    (
        "credential-added",
        _ADDITIVE,
        "The constructor takes a new kind of credential.",
        "A bearer scheme is added: `Shop(token=…)` works.",
    ),
    (
        "credential-renamed",
        _BREAKING,
        "One of several credentials of the same kind has another name.",
        '`Shop(api_key={"First": …})` becomes `{"Primary": …}`.',
    ),
    (
        "credential-changed",
        _BEHAVIOUR,
        "A credential is sent in another way or comes from another address; programs are the same.",
        "The header `X-Key` becomes `X-Api-Key`; tokens come from another address.",
    ),
    (
        "security-added",
        _BEHAVIOUR,
        "A method that needed no credential needs one.",
        "`security: [{Key: []}]` is added to an operation.",
    ),
    (
        "security-removed",
        _BEHAVIOUR,
        "A method no longer needs a credential, and sends none.",
        "`security: []` at an operation.",
    ),
    (
        "security-changed",
        _BEHAVIOUR,
        "A method needs another credential.",
        "`security: [{Key: []}]` becomes `[{Bearer: []}]`.",
    ),
    (
        "security-alternative-added",
        _ADDITIVE,
        "A method can also be called with another credential, or without one.",
        "`security: [{Key: []}]` becomes `[{Key: []}, {Bearer: []}]`.",
    ),
    (
        "scopes-changed",
        _BEHAVIOUR,
        "A method needs tokens with other scopes.",
        "`[{OAuth: [read]}]` becomes `[{OAuth: [write]}]`.",
    ),
)
_SERVERS = rules_of(
    "Servers",
    (
        "server-changed",
        _BEHAVIOUR,
        "The client, or one of its methods, uses another server.",
        "`https://eu.shop.example` becomes `https://shop.example`.",
    ),
    (
        "client-setting-changed",
        _BEHAVIOUR,
        "A setting of the client has changed: regional servers, batches or mutual TLS.",
        "The server for client certificates has another address.",
    ),
)
_WEBHOOKS = rules_of(
    "Webhooks",
    (
        "webhook-removed",
        _BREAKING,
        "A webhook or callback no longer exists.",
        "`from shop.webhooks import tree_felled` fails.",
    ),
    (
        "webhook-added",
        _ADDITIVE,
        "There is a new webhook or callback.",
        "`webhooks.tree_felled` works.",
    ),
    (
        "webhook-renamed",
        _BREAKING,
        "A webhook has another name.",
        "`webhooks.felled` becomes `webhooks.tree_felled`.",
    ),
    (
        "webhook-type",
        _BREAKING,
        "The body of a webhook has another type.",
        "`webhooks.tree_felled` reads a `Stump` instead of a `Tree`.",
    ),
    (
        "webhook-changed",
        _BEHAVIOUR,
        "A webhook has another HTTP method, another name or another media type in the spec.",
        "`post` becomes `put`.",
    ),
)

CLIENT = (*_PACKAGE, *_CONSTRUCTOR, *_SECURITY, *_SERVERS, *_WEBHOOKS)
