"""Rules about methods: their names, arguments, bodies, results and errors."""

from __future__ import annotations

from specmill.surface.levels import Level
from specmill.surface.rules.rule import rules_of

_BREAKING, _BEHAVIOUR = Level.BREAKING, Level.BEHAVIOUR
_ADDITIVE, _DOCS = Level.ADDITIVE, Level.DOCS

_METHODS = rules_of(
    "Methods",
    ("operation-removed", _BREAKING, "A method no longer exists.", "`client.trees.get` fails."),
    ("operation-added", _ADDITIVE, "There is a new method.", "`client.trees.plant()` works."),
    (
        "method-renamed",
        _BREAKING,
        "The method of an operation has another name.",
        "`operationId: getTree` becomes `readTree`: `trees.get` becomes `trees.read`.",
    ),
    (
        "method-name-deprecated",
        _DOCS,
        "A method has another name; the old name still works and is deprecated.",
        "`names` renames `trees.get` to `read`: `trees.get()` makes a warning.",
    ),
    (
        "resource-renamed",
        _BREAKING,
        "The methods of a resource have moved to another attribute.",
        "The tag `trees` becomes `plants`: `client.trees` becomes `client.plants`.",
    ),
    (
        "resource-name-deprecated",
        _DOCS,
        "A resource has another name; the old name still works and is deprecated.",
        "`names` moves all methods of `trees` to `plants`: `client.trees` makes a warning.",
    ),
    (
        "path-changed",
        _BEHAVIOUR,
        "A method sends its request to another path.",
        "`/trees/{id}` becomes `/v2/trees/{id}`.",
    ),
    (
        "verb-changed",
        _BEHAVIOUR,
        "A method uses another HTTP method.",
        "`put` becomes `patch`.",
    ),
    (
        "request-changed",
        _BEHAVIOUR,
        "A request is sent or repeated in another way.",
        "A constant header is added; the header that makes repeats safe is removed.",
    ),
    ("operation-deprecated", _DOCS, "A method is deprecated.", "`deprecated: true`."),
    (
        "operation-reactivated",
        _DOCS,
        "A method is no longer deprecated.",
        "`deprecated: true` is removed.",
    ),
    (
        "docs-changed",
        _DOCS,
        "The documentation of a method, a model or a part of it has changed.",
        "A new `description`.",
    ),
    (
        "links-changed",
        _DOCS,
        "Other operations can use values of the response.",
        "A link is added.",
    ),
)
_ARGUMENTS = rules_of(
    "Arguments",
    (
        "argument-removed",
        _BREAKING,
        "A method no longer takes an argument.",
        "The query parameter `depth` is removed: `get(depth=1)` is a TypeError.",
    ),
    (
        "argument-added",
        _ADDITIVE,
        "A method takes a new optional argument.",
        "`get(depth=1)` works.",
    ),
    (
        "argument-added-required",
        _BREAKING,
        "A method takes a new required argument.",
        "A required query parameter is added: `get()` is a TypeError.",
    ),
    (
        "argument-renamed",
        _BREAKING,
        "An argument has another name.",
        "`/trees/{id}` becomes `/trees/{treeId}`: `get(id=1)` is a TypeError.",
    ),
    (
        "argument-name-deprecated",
        _BEHAVIOUR,
        "An argument has another name; the old name still works and is deprecated.",
        "The same, but with the lock file of the last run: `get(id=1)` makes a warning.",
    ),
    (
        "argument-became-required",
        _BREAKING,
        "An argument is now required.",
        "`required: true` at a query parameter: `get()` is a TypeError.",
    ),
    (
        "argument-became-optional",
        _ADDITIVE,
        "An argument is now optional.",
        "`required: true` is removed: `get()` works.",
    ),
    (
        "argument-type",
        _BREAKING,
        "An argument takes another type, or fewer values.",
        '`type: string` becomes `integer`: `get(depth="1")` does not type-check.',
    ),
    (
        "argument-type-widened",
        _ADDITIVE,
        "An argument takes more types.",
        "`type: integer` becomes `[integer, string]`.",
    ),
    (
        "argument-kind",
        _BREAKING,
        "An argument can no longer be given by position.",
        "A path parameter becomes a query parameter: `get(1)` is a TypeError.",
    ),
    (
        "argument-order",
        _BREAKING,
        "Positional arguments have another order.",
        "`/{a}/{b}` becomes `/{b}/{a}`: `get(1, 2)` requests something else.",
    ),
    (
        "argument-wire-name",
        _BEHAVIOUR,
        "An argument is sent under another name.",
        "The query parameter `maxDepth` becomes `max_depth`.",
    ),
    (
        "argument-place",
        _BEHAVIOUR,
        "An argument is sent in another place.",
        "`in: query` becomes `in: header`.",
    ),
    (
        "argument-style",
        _BEHAVIOUR,
        "An argument is written in another style.",
        "`explode: false`: `?kind=a&kind=b` becomes `?kind=a,b`.",
    ),
    (
        "argument-wire-format",
        _BEHAVIOUR,
        "The values of an argument are sent in another format; their Python type is the same.",
        "`format: byte` becomes `base64url`.",
    ),
    (
        "default-changed",
        _BEHAVIOUR,
        "The server uses another default for an argument or a field.",
        "`default: 10` becomes `20`.",
    ),
    (
        "constraint-tightened",
        _BEHAVIOUR,
        "The server refuses values of an argument or a field that it accepted before.",
        "`maximum: 100` becomes `50`; a `pattern` or `additionalProperties: false` is added.",
    ),
    (
        "constraint-loosened",
        _DOCS,
        "The server accepts more values of an argument or a field.",
        "`maximum: 50` becomes `100`.",
    ),
    (
        "constraint-changed",
        _DOCS,
        "A value in a response has other limits.",
        "`maxLength` at a field of a response.",
    ),
    ("argument-deprecated", _DOCS, "An argument is deprecated.", "`deprecated: true`."),
    (
        "argument-reactivated",
        _DOCS,
        "An argument is no longer deprecated.",
        "`deprecated: true` is removed.",
    ),
)
_BODIES = rules_of(
    "Bodies",
    (
        "body-added",
        _ADDITIVE,
        "A method takes an optional body.",
        "An optional `requestBody` is added.",
    ),
    (
        "body-added-required",
        _BREAKING,
        "A method takes a required body.",
        "A required `requestBody` is added: `plant()` is a TypeError.",
    ),
    ("body-removed", _BREAKING, "A method no longer takes a body.", "`requestBody` is removed."),
    (
        "body-became-required",
        _BREAKING,
        "The body is now required.",
        "`required: true` at `requestBody`.",
    ),
    (
        "body-became-optional",
        _ADDITIVE,
        "The body is now optional.",
        "`required: true` of `requestBody` is removed.",
    ),
    (
        "body-form",
        _BREAKING,
        "The fields of the body have become arguments, or are arguments no longer.",
        "JSON becomes `multipart/form-data`: `plant(body)` becomes `plant(photo=…)`.",
    ),
    (
        "body-media-type",
        _BEHAVIOUR,
        "The same body is sent with another media type.",
        "`application/json` becomes `application/merge-patch+json`.",
    ),
    (
        "body-media-type-added",
        _ADDITIVE,
        "The body may also be sent with another media type.",
        "`application/x-www-form-urlencoded` is added beside JSON.",
    ),
    (
        "body-media-type-removed",
        _BREAKING,
        "The body can no longer be sent with a media type.",
        '`application/xml` is removed: `content_type="application/xml"` does not type-check.',
    ),
)
_RESULTS = rules_of(
    "Results",
    (
        "returns-changed",
        _BREAKING,
        "A method returns another type, or more types.",
        "A response with a `Tree` gets a `Plant`; or a second success has another model.",
    ),
    (
        "returns-added",
        _ADDITIVE,
        "A method that returned None returns a value.",
        "`204` without content becomes `200` with a `Tree`.",
    ),
    (
        "returns-narrowed",
        _ADDITIVE,
        "A method returns fewer types.",
        "`Tree | None` becomes `Tree`.",
    ),
    (
        "returns-wire-format",
        _BEHAVIOUR,
        "The result is read from another format; its Python type is the same.",
        "Integers in strings become numbers.",
    ),
    (
        "pages-removed",
        _BREAKING,
        "The result of a method no longer has pages.",
        "The page token is removed: `for tree in trees.list()` is a TypeError.",
    ),
    (
        "pages-added",
        _BREAKING,
        "The result of a method now has pages.",
        "Page tokens are added: `Trees` becomes a `Page[Tree, Trees]`.",
    ),
    (
        "pages-changed",
        _BEHAVIOUR,
        "The next page is requested in another way.",
        "The parameter `pageToken` becomes `cursor`.",
    ),
    (
        "status-changed",
        _BEHAVIOUR,
        "Successful responses have other statuses.",
        "`200` becomes `201`.",
    ),
    (
        "accept-changed",
        _BEHAVIOUR,
        "The client requests another media type.",
        "`application/json` becomes `application/vnd.shop+json`.",
    ),
    (
        "offer-changed",
        _DOCS,
        "A response is also available in other media types, which no method requests.",
        "`application/vnd.shop+json` is added beside `application/json`.",
    ),
    (
        "header-removed",
        _BEHAVIOUR,
        "A response header is no longer declared.",
        "`X-Total` is removed from `headers`.",
    ),
    ("header-added", _DOCS, "A response has a new header.", "`X-Total` is added."),
    (
        "header-changed",
        _DOCS,
        "A response header has another type.",
        "An integer becomes a string.",
    ),
    (
        "error-type",
        _BEHAVIOUR,
        "The body of an error has another type, gets a type or loses its type.",
        "`error.body` is a `Problem` for a 404.",
    ),
)

CALLS = (*_METHODS, *_ARGUMENTS, *_BODIES, *_RESULTS)
