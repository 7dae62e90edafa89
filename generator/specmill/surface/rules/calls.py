"""Rules about methods: their names, arguments, bodies, results and errors."""

from __future__ import annotations

from specmill.surface.levels import Level
from specmill.surface.rules.rule import rules_of

_BREAKING, _BEHAVIOUR = Level.BREAKING, Level.BEHAVIOUR
_ADDITIVE, _DOCS = Level.ADDITIVE, Level.DOCS

_METHODS = rules_of(
    "Methods",
    ("operation-removed", _BREAKING, "A method is gone.", "`client.trees.get` fails."),
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
        "A method has another name; the old one goes on working and is deprecated.",
        "A pin calls `trees.get` `read`: `trees.get()` warns.",
    ),
    (
        "resource-renamed",
        _BREAKING,
        "All methods of a resource stand under another attribute.",
        "The tag `trees` becomes `plants`: `client.trees` becomes `client.plants`.",
    ),
    (
        "resource-name-deprecated",
        _DOCS,
        "A resource has another name; the old one goes on working and is deprecated.",
        "Pins put all methods of `trees` under `plants`: `client.trees` warns.",
    ),
    (
        "path-changed",
        _BEHAVIOUR,
        "The same method sends to another path.",
        "`/trees/{id}` becomes `/v2/trees/{id}`.",
    ),
    (
        "verb-changed",
        _BEHAVIOUR,
        "The same method sends another method of HTTP.",
        "`put` becomes `patch`.",
    ),
    (
        "request-changed",
        _BEHAVIOUR,
        "A call is sent, repeated or followed up otherwise.",
        "A constant header comes; the header that makes repeats safe goes.",
    ),
    ("operation-deprecated", _DOCS, "A method is deprecated.", "`deprecated: true`."),
    (
        "operation-reactivated",
        _DOCS,
        "A method is no longer deprecated.",
        "`deprecated: true` goes.",
    ),
    (
        "docs-changed",
        _DOCS,
        "What is said of a method, a model or a part of it differs.",
        "Another `description`.",
    ),
    ("links-changed", _DOCS, "What may be called with an answer differs.", "A link comes."),
)
_ARGUMENTS = rules_of(
    "Arguments",
    (
        "argument-removed",
        _BREAKING,
        "A method no longer takes an argument.",
        "The query parameter `depth` goes: `get(depth=1)` is a TypeError.",
    ),
    (
        "argument-added",
        _ADDITIVE,
        "A method takes one more argument, which may be left out.",
        "`get(depth=1)` works.",
    ),
    (
        "argument-added-required",
        _BREAKING,
        "A method takes one more argument, which must be given.",
        "A required query parameter comes: `get()` is a TypeError.",
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
        "An argument has another name; the old one goes on working and is deprecated.",
        "The same with the lock file of the run before: `get(id=1)` warns.",
    ),
    (
        "argument-became-required",
        _BREAKING,
        "An argument must be given now.",
        "`required: true` at a query parameter: `get()` is a TypeError.",
    ),
    (
        "argument-became-optional",
        _ADDITIVE,
        "An argument may be left out now.",
        "`required: true` goes: `get()` works.",
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
        "An argument may no longer be given by place.",
        "A path parameter becomes one of the query: `get(1)` is a TypeError.",
    ),
    (
        "argument-order",
        _BREAKING,
        "Arguments that are given by place stand in another order.",
        "`/{a}/{b}` becomes `/{b}/{a}`: `get(1, 2)` asks for something else.",
    ),
    (
        "argument-wire-name",
        _BEHAVIOUR,
        "An argument travels under another name.",
        "The query parameter `maxDepth` becomes `max_depth`.",
    ),
    (
        "argument-place",
        _BEHAVIOUR,
        "An argument travels elsewhere.",
        "`in: query` becomes `in: header`.",
    ),
    (
        "argument-style",
        _BEHAVIOUR,
        "An argument is written otherwise.",
        "`explode: false`: `?kind=a&kind=b` becomes `?kind=a,b`.",
    ),
    (
        "argument-wire-format",
        _BEHAVIOUR,
        "The values of an argument are written otherwise; their Python type is the same.",
        "`format: byte` becomes `base64url`.",
    ),
    (
        "default-changed",
        _BEHAVIOUR,
        "The server takes another value where an argument or a field is left out.",
        "`default: 10` becomes `20`.",
    ),
    (
        "constraint-tightened",
        _BEHAVIOUR,
        "The server refuses values of an argument or a field that it took.",
        "`maximum: 100` becomes `50`; a `pattern` comes; `additionalProperties: false`.",
    ),
    (
        "constraint-loosened",
        _DOCS,
        "The server takes more values of an argument or a field.",
        "`maximum: 50` becomes `100`.",
    ),
    (
        "constraint-changed",
        _DOCS,
        "The limits of what comes back differ.",
        "`maxLength` at a field of an answer.",
    ),
    ("argument-deprecated", _DOCS, "An argument is deprecated.", "`deprecated: true`."),
    (
        "argument-reactivated",
        _DOCS,
        "An argument is no longer deprecated.",
        "`deprecated: true` goes.",
    ),
)
_BODIES = rules_of(
    "Bodies",
    (
        "body-added",
        _ADDITIVE,
        "A method takes a body, which may be left out.",
        "An optional `requestBody` comes.",
    ),
    (
        "body-added-required",
        _BREAKING,
        "A method takes a body, which must be given.",
        "A required `requestBody` comes: `plant()` is a TypeError.",
    ),
    ("body-removed", _BREAKING, "A method takes no body any more.", "`requestBody` goes."),
    (
        "body-became-required",
        _BREAKING,
        "The body must be given now.",
        "`required: true` at `requestBody`.",
    ),
    (
        "body-became-optional",
        _ADDITIVE,
        "The body may be left out now.",
        "`required: true` goes from `requestBody`.",
    ),
    (
        "body-form",
        _BREAKING,
        "The body is given as arguments now, or no longer is.",
        "JSON becomes `multipart/form-data`: `plant(body)` becomes `plant(photo=…)`.",
    ),
    (
        "body-media-type",
        _BEHAVIOUR,
        "The same body travels in another media type.",
        "`application/json` becomes `application/merge-patch+json`.",
    ),
    (
        "body-media-type-added",
        _ADDITIVE,
        "The body may also be sent in another media type.",
        "`application/x-www-form-urlencoded` comes beside JSON.",
    ),
    (
        "body-media-type-removed",
        _BREAKING,
        "The body can no longer be sent in a media type.",
        '`application/xml` goes: `content_type="application/xml"` does not type-check.',
    ),
)
_RESULTS = rules_of(
    "Results",
    (
        "returns-changed",
        _BREAKING,
        "A method returns another type, or more types.",
        "An answer of `Tree` becomes one of `Plant`; a second success with another model.",
    ),
    (
        "returns-added",
        _ADDITIVE,
        "A method that returned None returns something.",
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
        "What is returned is read from another form; its Python type is the same.",
        "Whole numbers that were text are numbers.",
    ),
    (
        "pages-removed",
        _BREAKING,
        "The result of a method is no list in pages any more.",
        "The page token goes: `for tree in trees.list()` is a TypeError.",
    ),
    (
        "pages-added",
        _BREAKING,
        "The result of a method is a list in pages now.",
        "Page tokens come: what was `Trees` is a `Page[Tree, Trees]`.",
    ),
    (
        "pages-changed",
        _BEHAVIOUR,
        "The next page is asked for otherwise.",
        "The parameter `pageToken` becomes `cursor`.",
    ),
    (
        "status-changed",
        _BEHAVIOUR,
        "Successful answers have other statuses.",
        "`200` becomes `201`.",
    ),
    (
        "accept-changed",
        _BEHAVIOUR,
        "Another media type is asked for.",
        "`application/json` becomes `application/vnd.shop+json`.",
    ),
    (
        "offer-changed",
        _DOCS,
        "An answer is also offered in other media types, which no method asks for.",
        "`application/vnd.shop+json` comes beside `application/json`.",
    ),
    (
        "header-removed",
        _BEHAVIOUR,
        "A header of the answer is no longer promised.",
        "`X-Total` goes from `headers`.",
    ),
    ("header-added", _DOCS, "An answer has one more header.", "`X-Total` comes."),
    ("header-changed", _DOCS, "A header of an answer has another type.", "An integer, now a text."),
    (
        "error-type",
        _BEHAVIOUR,
        "The body of an error has another type, gets one or loses it.",
        "`error.body` is a `Problem` for a 404.",
    ),
)

CALLS = (*_METHODS, *_ARGUMENTS, *_BODIES, *_RESULTS)
