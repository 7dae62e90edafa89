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
        "The package no longer offers a name at its top.",
        "The last stream goes: `from shop import EventStream` fails.",
    ),
    (
        "export-added",
        _ADDITIVE,
        "The package offers one more name at its top.",
        "The first stream comes: `from shop import EventStream` works.",
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
        "The server's variable `port` goes: `Shop(port=81)` is a TypeError.",
    ),
    (
        "client-argument-added",
        _ADDITIVE,
        "The constructor takes one more argument, which has a default.",
        "The server's variable `port` comes: `Shop(port=81)` works.",
    ),
    (
        "client-argument-added-required",
        _BREAKING,
        "The constructor takes one more argument, which must be given.",
        "A login with the host `{host}` comes: `Shop()` asks for `host`.",
    ),
    (
        "client-argument-became-required",
        _BREAKING,
        "An argument of the constructor must be given now.",
        "The default of `host` becomes `localhost`: `Shop()` asks for `host`.",
    ),
    (
        "client-argument-became-optional",
        _ADDITIVE,
        "An argument of the constructor may be left out now.",
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
        "Arguments that may be given by place stand in another order.",
        "`Shop(host, username)` becomes `Shop(username, host)`.",
    ),
    (
        "client-argument-default",
        _BEHAVIOUR,
        "The client takes another value where an argument is left out.",
        "The default of the variable `port` becomes 443.",
    ),
)
_SECURITY = rules_of(
    "Credentials",
    (
        "credential-removed",
        _BREAKING,
        "The constructor no longer takes a credential.",
        "The last API key goes: `Shop(api_key=…)` is a TypeError.",
    ),
    (
        "credential-added",
        _ADDITIVE,
        "The constructor takes one more kind of credential.",
        "A bearer scheme comes: `Shop(token=…)` works.",
    ),
    (
        "credential-renamed",
        _BREAKING,
        "One of several credentials of a kind is given under another name.",
        '`Shop(api_key={"First": …})` becomes `{"Primary": …}`.',
    ),
    (
        "credential-changed",
        _BEHAVIOUR,
        "A credential travels otherwise, or is got elsewhere; programs are the same.",
        "The header `X-Key` becomes `X-Api-Key`; tokens come from another address.",
    ),
    (
        "security-added",
        _BEHAVIOUR,
        "A method that was open to all asks for a credential.",
        "`security: [{Key: []}]` at an operation that had none.",
    ),
    (
        "security-removed",
        _BEHAVIOUR,
        "A method asks for no credential any more, and sends none.",
        "`security: []` at an operation.",
    ),
    (
        "security-changed",
        _BEHAVIOUR,
        "A method asks for another credential.",
        "`security: [{Key: []}]` becomes `[{Bearer: []}]`.",
    ),
    (
        "security-alternative-added",
        _ADDITIVE,
        "A method may be called with another credential instead, or with none.",
        "`security: [{Key: []}]` becomes `[{Key: []}, {Bearer: []}]`.",
    ),
    (
        "scopes-changed",
        _BEHAVIOUR,
        "A method asks for tokens with other scopes.",
        "`[{OAuth: [read]}]` becomes `[{OAuth: [write]}]`.",
    ),
)
_SERVERS = rules_of(
    "Servers",
    (
        "server-changed",
        _BEHAVIOUR,
        "The client, or one of its methods, talks to another server.",
        "`https://eu.shop.example` becomes `https://shop.example`.",
    ),
    (
        "client-setting-changed",
        _BEHAVIOUR,
        "The client is told something else of the API: regional servers, batches, mutual TLS.",
        "The address for client certificates is another.",
    ),
)
_WEBHOOKS = rules_of(
    "Webhooks",
    (
        "webhook-removed",
        _BREAKING,
        "A webhook or callback is gone.",
        "`from shop.webhooks import tree_felled` fails.",
    ),
    (
        "webhook-added",
        _ADDITIVE,
        "A webhook or callback comes.",
        "`webhooks.tree_felled` is there.",
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
        "What a webhook carries is another type.",
        "`webhooks.tree_felled` reads a `Stump` instead of a `Tree`.",
    ),
    (
        "webhook-changed",
        _BEHAVIOUR,
        "A webhook comes by another method of HTTP, under another name or in another media type.",
        "`post` becomes `put`.",
    ),
)

CLIENT = (*_PACKAGE, *_CONSTRUCTOR, *_SECURITY, *_SERVERS, *_WEBHOOKS)
