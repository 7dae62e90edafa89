"""Bindings: the file beside a reference page with HTTP methods and paths of its methods.

docs/reference/reference-pages.md describes the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from specmill.diagnostics import Diagnostic
from specmill.document import pointers
from specmill.document.openapi_shapes import SERVER
from specmill.document.shapes import (
    ANYTHING,
    COUNT,
    FLAG,
    LIST,
    NUMBER,
    TEXT,
    TEXTS,
    Choice,
    ListOf,
    MapOf,
    Record,
    Shape,
)
from specmill.sources.loading import Source, load
from specmill.sources.repairs.checks import check_strictly, raise_all
from specmill.values import dataclass

FILE_NAME = "http.yaml"
PLACES = ("path", "query", "header", "body")
_VERSION = 1
_REQUEST = re.compile(r"(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE) (/[^\s?#]*)\Z")
_KEYWORDS: dict[str, Shape] = {
    "type": TEXT,
    "description": TEXT,
    "default": ANYTHING,
    "const": ANYTHING,
    "enum": LIST,
    "format": TEXT,
    "pattern": TEXT,
    "contentMediaType": TEXT,
    **dict.fromkeys(("minimum", "maximum"), NUMBER),
    **dict.fromkeys(("minLength", "maxLength"), COUNT),
    **dict.fromkeys(("nullable", "or_empty", "deprecated", "readOnly"), FLAG),
}
_VALUE = Record(
    "the value",
    {
        **_KEYWORDS,
        **dict.fromkeys(("required", "positional"), FLAG),
        "doc": TEXT,
        "holds": MapOf(TEXT),
    },
)
_FIELD = Record("the field", {**_KEYWORDS, "optional": FLAG})
_METHOD = Record(
    "the method",
    {
        "http": TEXT,
        "as": TEXT,
        "security": FLAG,
        "undocumented": FLAG,
        "idempotent": FLAG,
        "needs_body": FLAG,
        "final": LIST,
        **dict.fromkeys(PLACES, MapOf(Choice({str: TEXT, dict: _VALUE}))),
        "ignored": MapOf(TEXT),
        "status": COUNT,
        "returns": TEXT,
        "result": LIST,
        "pages": Record(
            "pages",
            dict.fromkeys(("items", "request", "response"), TEXT),
            ("items", "request", "response"),
        ),
        "fails": TEXTS,
        "description": TEXT,
    },
    ("http",),
)
_SCHEMA = Record(
    "the schema",
    {
        "description": TEXT,
        "class": TEXT,
        "fragment": FLAG,
        "includes": TEXTS,
        "fields": MapOf(Choice({str: TEXT, dict: _FIELD})),
        "optional": Choice({bool: FLAG, list: TEXTS}),
        "documents": MapOf(TEXT),
        "missing": MapOf(TEXT),
        "view": MapOf(TEXT),
        "values": TEXT,
        "enum": LIST,
        "union": TEXTS,
        "by": Record("by", {"field": TEXT, "values": MapOf(TEXT)}, ("field",)),
    },
)
_LOGIN = Record(
    "the login",
    {"method": TEXT, "username": TEXT, "password": TEXT, "token": TEXT, "renew": ANYTHING},
    ("method", "username", "password", "token"),
)
_SECURITY = Record(
    "the security scheme", {"header": TEXT, "description": TEXT, "login": _LOGIN}, ("header",)
)
_SHAPE = Record(
    "the bindings",
    {
        "bindings": COUNT,
        "name": TEXT,
        "title": TEXT,
        "version": TEXT,
        "description": TEXT,
        "servers": ListOf(SERVER),
        "base_path": TEXT,
        "security": MapOf(_SECURITY),
        "errors": Record(
            "errors",
            {"schema": TEXT, "code": TEXT, "message": TEXT, "codes": MapOf(TEXTS), "final": LIST},
            ("schema",),
        ),
        "resources": MapOf(TEXT),
        "methods": MapOf(_METHOD),
        "excluded": MapOf(TEXT),
        "schemas": MapOf(_SCHEMA),
    },
    ("bindings", "methods"),
)


@dataclass(frozen=True, slots=True)
class Value:
    """A parameter, or a member of a request body, as the server takes it."""

    wire: str
    place: str
    pointer: str
    """In the bindings."""
    doc: str = ""
    """The documented parameter that it carries; empty for one that the page does not know."""
    holds: Mapping[str, str] = field(default_factory=dict)
    """Members of the value to the documented parameters that they carry."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What the server says of it: ``type``, ``required``, ``default`` … in place of the page."""


@dataclass(frozen=True, slots=True)
class Binding:
    """How one method travels."""

    id: str
    pointer: str
    verb: str
    path: str
    values: tuple[Value, ...]
    facts: Mapping[str, Any]

    @property
    def undocumented(self) -> bool:
        """Whether the page does not know the method, which the server has all the same."""
        return self.facts.get("undocumented") is True

    def at(self, place: str) -> list[Value]:
        """Give the values of one place: ``path``, ``query``, ``header`` or ``body``."""
        return [value for value in self.values if value.place == place]

    @property
    def carried(self) -> Iterator[tuple[str, str]]:
        """Documented parameters that travel, each with its pointer in the bindings."""
        for value in self.values:
            if value.doc:
                yield value.doc, value.pointer
            for member, name in value.holds.items():
                yield name, pointers.join(value.pointer, "holds", member)
        for name in self.facts.get("ignored", ()):
            yield name, pointers.join(self.pointer, "ignored", name)


@dataclass(frozen=True, slots=True)
class Bindings:
    """All bindings of a page, and the file that they are from."""

    source: Source
    methods: Mapping[str, Binding]

    @property
    def tree(self) -> Mapping[str, Any]:
        """The file's content."""
        tree: Mapping[str, Any] = self.source.tree
        return tree

    @property
    def excluded(self) -> Mapping[str, str]:
        """Methods that are no HTTP request any more, or never were, with the reason."""
        excluded: Mapping[str, str] = self.tree.get("excluded", {})
        return excluded


def load_bindings(page: Path) -> Bindings | None:
    """Load the bindings beside a page; None when there are none.

    Raises SpecmillError, with places in the file, when it is not well-formed.
    """
    file = page.with_name(FILE_NAME)
    if not file.is_file():
        return None
    source = load(file)
    _check_shape(source)
    mistakes: list[Diagnostic] = []
    methods = {
        name: _binding(name, facts, source, mistakes)
        for name, facts in source.tree["methods"].items()
    }
    raise_all(iter(mistakes))
    return Bindings(source, methods)


def _check_shape(source: Source) -> None:
    check_strictly(source, _SHAPE)
    if source.tree["bindings"] != _VERSION:
        what = f"bindings version {source.tree['bindings']} is not supported"
        raise_all(iter([Diagnostic(what, source.locate("/bindings"), f"expected {_VERSION}")]))


def _binding(
    name: str, facts: Mapping[str, Any], source: Source, mistakes: list[Diagnostic]
) -> Binding:
    here = pointers.join("/methods", name)
    request = _REQUEST.match(facts["http"])
    if request is None:
        place = source.locate(f"{here}/http")
        mistakes.append(
            Diagnostic(f"{facts['http']!r} is not a request", place, "expected `GET /path`")
        )
    if not 200 <= facts.get("status", 200) < 300:
        place = source.locate(f"{here}/status")
        mistakes.append(Diagnostic(f"{facts['status']} is no status of success", place))
    verb, path = (request[1], request[2]) if request else ("GET", "/")
    values = [
        _value(wire, place, pointers.join(here, place, wire), given)
        for place in PLACES
        for wire, given in facts.get(place, {}).items()
    ]
    base = source.tree.get("base_path", "").strip("/")
    return Binding(name, here, verb, f"/{base}{path}" if base else path, tuple(values), facts)


def _value(wire: str, place: str, pointer: str, given: str | dict[str, Any]) -> Value:
    if isinstance(given, str):
        return Value(wire, place, pointer, given)
    facts = {key: fact for key, fact in given.items() if key not in ("doc", "holds")}
    return Value(wire, place, pointer, given.get("doc", ""), given.get("holds", {}), facts)
