"""REST pages to the normal form: requests with parameters, bodies and answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import field
from pathlib import Path
from typing import Any

from specmill.diagnostics import Location, Report
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.origins import Origin, Origins
from specmill.sources.loading import Source
from specmill.sources.markdown.blocks import Block, Heading, Table, plain
from specmill.sources.markdown.dialect import Dialects
from specmill.sources.markdown.rest.answers import Answers
from specmill.sources.markdown.rest.bodies import (
    PLACES,
    SENDING,
    body_of,
    media_told,
    shown_as_yaml,
)
from specmill.sources.markdown.rest.contents import Sections
from specmill.sources.markdown.rest.fields import (
    Listed,
    OwnObjects,
    Tables,
    marks_optional,
)
from specmill.sources.markdown.rest.objects import Objects
from specmill.sources.markdown.rest.parts import Parts
from specmill.sources.markdown.rest.requests import Request, with_variables
from specmill.sources.markdown.rest.samples import YAML, Sample
from specmill.sources.markdown.rest.sections import read_sections
from specmill.sources.markdown.rest.surroundings import (
    Found,
    is_carried,
    is_credentials,
    listed_credentials,
    noted_credentials,
    path_below,
    server_of,
    shown_credentials,
    told_credentials,
)
from specmill.sources.markdown.rest.words import media_in
from specmill.sources.markdown.rows import Rows
from specmill.text import words
from specmill.values import dataclass

_PLACES = ("path", "query", "header", *PLACES)
_VARIABLE = re.compile(r"\{([^{}]+)\}")
_CONVERTED = re.compile(r"<!-- Generator: Widdershins\b")
"""What the most frequent converter of Swagger leaves on its pages."""
_ALL_OPTIONAL = re.compile(
    r"\ball (?:\w+ )?(?:parameters|params|fields)(?: (?:to|for|of|in) (?:this|the) \w+)?"
    r" are optional\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\b")
_ARTICLES = frozenset({"a", "an", "the"})
_FRONT_TITLE = re.compile(r"---\n(?:(?!---).*\n)*?title:[ ]*(\S.*)\n")
_OF_APIS = re.compile(
    r"\b(?:api|service|reference|documentation|docs|server|rest)\b", re.IGNORECASE
)


def read_requests(
    blocks: list[Block], source: Source, dialects: Dialects, report: Report
) -> Document | None:
    """Read a page of requests; None where it documents none."""
    texts = [plain(cell) for one in blocks if isinstance(one, Table) for cell in one.header.cells]
    texts += [one.text for one in blocks if isinstance(one, Heading)]
    ordered = dialects.ordered_by(texts)
    rows = Rows(source, report, ordered, {}, lambda *_: None)
    tables = Tables(rows, marks_optional(source.text))
    parts = Parts(source, report, tables.is_type, tables.mentioned, rows.classes)
    sections = read_sections(blocks, source, report, parts)
    if not sections.requests:
        return None
    return _Maker(source, sections, tables, report).document()


@dataclass(slots=True)
class _Maker:
    source: Source
    sections: Sections
    tables: Tables
    report: Report
    schemas: dict[str, Any] = field(default_factory=dict)
    paths: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    """Pointers into the normal form to lines of the page."""
    ids: set[str] = field(default_factory=set)
    answers: Answers = field(init=False)
    scheme: dict[str, str] | None = None
    """The credentials of all requests."""

    def document(self) -> Document:
        """Make the normal form."""
        objects = Objects(self.sections, self.tables, self.schemas, self.lines)
        statuses = objects.read()
        self.answers = Answers(self.tables, self.schemas)
        own = OwnObjects(self.tables, self.schemas, self.lines)
        server = server_of(self._told(), self.sections.requests, self.sections.sent)
        self.scheme = self._credentials()
        for request in self.sections.requests:
            for status, meaning in statuses.items():
                request.statuses.setdefault(status, meaning)
            with own.of(request):
                self._operation(request, server)
        self._same_variables()
        components: dict[str, Any] = {"schemas": self.schemas} if self.schemas else {}
        root: dict[str, Any] = {"openapi": "3.1.0", "info": self._info()}
        if server:
            root["servers"] = [{"url": server}]
        if self.scheme:
            components["securitySchemes"] = {"key": self.scheme}
            root["security"] = [{"key": []}]
        root["x-specmill-source"] = {
            "family": "rest-page",
            "dialect": self.tables.rows.dialects.main.name,
        }
        if tags := self._tags():
            root["tags"] = tags
        root["paths"] = self.paths
        if components:
            root["components"] = components
        return Document(root, "tables", self._origins())

    def _info(self) -> dict[str, Any]:
        given = _FRONT_TITLE.match(self.source.text)
        title = given[1].strip("\"' ") if given else self.sections.title
        info: dict[str, Any] = {"title": title or Path(self.source.name).stem, "version": "0"}
        groups = {one.group for one in self.sections.requests}
        told = [texts for name, texts in self.sections.groups.items() if name not in groups]
        if text := [*self.sections.text, *(one for texts in told for one in texts)]:
            info["description"] = "\n\n".join(text)
        return info

    def _tags(self) -> list[dict[str, Any]]:
        used = dict.fromkeys(one.group for one in self.sections.requests if one.group)
        told = self.sections.groups
        return [
            {"name": name, **({"description": "\n\n".join(told[name])} if name in told else {})}
            for name in used
        ]

    # -- the whole page --------------------------------------------------------------------------

    def _told(self) -> list[tuple[str, int]]:
        """Give the text around the requests, each with its line."""
        texts = [*self.sections.text]
        for told in self.sections.groups.values():
            texts += told
        return [(text, self._line(text)) for text in texts]

    def _credentials(self) -> dict[str, str] | None:
        """Find the credentials of all requests, and tell where they come from."""
        told = list(told_credentials(self._told()))
        named = [one for one in told if one.what.startswith("the header")]
        requests, sent = self.sections.requests, self.sections.sent
        listed = list(self._listed_credentials())
        shown = [*shown_credentials(sent), *noted_credentials(requests)]
        known = [*named, *listed, *shown, *told]
        if not known:
            return None
        first = known[0]
        others = {one.what: one for one in known if one.scheme != first.scheme}
        what = f"{first.what} is taken as the credentials of all requests"
        self.report.warn(what, location=Location(self.source.name, first.line, 1))
        for one in others.values():
            what = f"the page shows {one.what}, too; {first.what} counts"
            self.report.warn(what, location=Location(self.source.name, one.line, 1))
        return first.scheme

    def _listed_credentials(self) -> Iterator[Found]:
        """Find the headers and parameters that carry credentials in tables of half the requests."""
        found: dict[str, list[Found]] = {}
        for request in self.sections.requests:
            for part, table in request.tables:
                for one in self.tables.read(table) if part.role in ("header", "query") else ():
                    place = one.place or part.role
                    told = listed_credentials(one.name, one.row.meaning, place, one.row.line)
                    if told is not None:
                        found.setdefault(told.what, []).append(told)
        for what, listed in found.items():
            is_usual = 2 * len(listed) >= len(self.sections.requests)
            if is_usual or what == "the header `Authorization`":
                yield listed[0]

    def _line(self, text: str) -> int:
        at = self.source.text.find(text.partition("\n")[0])
        return self.source.text.count("\n", 0, max(at, 0)) + 1

    # -- operations ------------------------------------------------------------------------------

    def _operation(self, request: Request, server: str) -> None:
        path, query, own = self._address(request, server)
        path, shown = self._with_variables(request, path)
        verb = request.verb.lower()
        if verb in self.paths.get(path, {}):
            what = f"{request.verb} {path} is documented again; the first section counts"
            self.report.warn(what, location=Location(self.source.name, request.line, 1))
            return
        for count, table in request.values:
            before = [one for _, one in request.tables[:count]]
            self.tables.allow(table, before)
        operation: dict[str, Any] = {}
        if name := self._id(request):
            operation["operationId"] = name
        if request.title:
            operation["summary"] = request.title
        if request.text:
            operation["description"] = "\n\n".join(request.text)
        if request.group:
            operation["tags"] = [request.group]
        if own:
            operation["servers"] = [{"url": own}]
        here = pointers.join("/paths", path, verb)
        self.lines[here] = request.line
        parameters, fields, media = self._parameters(request, path, query, here)
        for one in (it for it in parameters if it["in"] == "path" and it["name"] in shown):
            one["schema"] = one["schema"] or {"type": shown[one["name"]]}
        if parameters:
            operation["parameters"] = parameters
        if body := body_of(fields, media, self._sent(request, fields)):
            operation["requestBody"] = body
        if request.is_open and self.scheme:
            operation["security"] = []
        operation["responses"] = self.answers.of(request)
        self.paths.setdefault(path, {})[verb] = operation

    def _sent(self, request: Request, fields: list[Listed]) -> list[Sample]:
        """Return the samples of a request's body; converters show forms as YAML."""
        sent = self.answers.sent(request)
        is_converted = _CONVERTED.search(self.source.text) is not None
        if not (fields and is_converted and any(one.media == YAML for one in sent)):
            return sent
        what = "the body is shown as YAML, as converters show forms; taken as a form"
        self.report.warn(what, location=Location(self.source.name, sent[0].line, 1))
        return shown_as_yaml(sent, fields)

    def _address(self, request: Request, server: str) -> tuple[str, dict[str, str], str]:
        """Split an address into its path, its query, and a server that is not everybody's."""
        query = dict(re.findall(r"([^&=]+)(?:=([^&]*))?", "&".join(request.queries)))
        path, own = path_below(request.url, server)
        return path, query, own

    def _with_variables(self, request: Request, path: str) -> tuple[str, dict[str, str]]:
        """Make variables of what a path shows of an example; gives the type of each."""
        path, shown = with_variables(path)
        for name, (value, _) in shown.items():
            what = f"`{value}` in {request.verb} {request.url} is taken as a variable, `{name}`"
            self.report.warn(what, location=Location(self.source.name, request.line, 1))
        return path, {name: kind for name, (_, kind) in shown.items()}

    def _id(self, request: Request) -> str:
        title = "" if request.is_row else _POSSESSIVE.sub("", request.title)
        parts = words(title) if title.isascii() else []
        name = "_".join(part.lower() for part in parts if part.lower() not in _ARTICLES)
        if not name or name in self.ids:
            return ""
        self.ids.add(name)
        return name

    def _parameters(
        self, request: Request, path: str, query: dict[str, str], here: str
    ) -> tuple[list[dict[str, Any]], list[Listed], str]:
        """Return the parameters, the fields of the body, and the media type told of those."""
        variables = dict.fromkeys(_VARIABLE.findall(path))
        found: dict[tuple[str, str], dict[str, Any]] = {}
        fields: list[Listed] = []
        media = media_told(request)
        for part, table in request.tables:
            if part.role.startswith("response"):
                continue
            for one in self.tables.read(table):
                one.spell_as(variables)
                place = self._place(one, part.role, request, variables, query)
                if place == "header" and one.name.casefold() == "content-type":
                    media = media or media_in(one.row.meaning)
                if place in PLACES:
                    fields.append(one)
                    media = media or PLACES[place]
                elif not is_carried(self.scheme, one.name, place):
                    self.lines[f"{here}/parameters/{len(found)}"] = one.row.line
                    found.setdefault((place, one.name), _parameter(one, place))
        if any(_ALL_OPTIONAL.search(text) for text in request.text):
            _need_none(fields, found.values())
        for name in variables:
            made = found.setdefault(
                ("path", name), {"name": name, "in": "path", "required": True, "schema": {}}
            )
            made["schema"] = made["schema"] or self.answers.shown(request, name) or {}
        for place, name, value in _shown(request, query):
            if (place, name) not in found and not is_carried(self.scheme, name, place):
                example = {} if _VARIABLE.fullmatch(value) or not value else {"example": value}
                shown = {"name": name, "in": place, "schema": {"type": "string"}, **example}
                found[place, name] = shown
        return list(found.values()), fields, media

    def _same_variables(self) -> None:
        """Give a variable of a path the type that another request has it with."""
        untold: list[tuple[tuple[str, str], dict[str, Any]]] = []
        known: dict[tuple[str, str], dict[str, Any]] = {}
        for path, item in self.paths.items():
            for operation in item.values():
                for one in operation.get("parameters", ()):
                    key = path.partition(f"{{{one['name']}}}")[0], one["name"]
                    if one["in"] == "path" and one["schema"] == {}:
                        untold.append((key, one))
                    elif one["in"] == "path":
                        known.setdefault(key, one["schema"])
        for key, one in untold:
            one["schema"] = deepcopy(known.get(key, {"type": "string"}))

    def _place(
        self,
        one: Listed,
        role: str,
        request: Request,
        variables: dict[str, None],
        query: dict[str, str],
    ) -> str:
        place = one.place or (role if role in _PLACES else "")
        if place == "path" and one.name not in variables:
            what = f"`{one.name}` is no variable of {request.url}; taken as part of the query"
            self.tables.rows.warn(what, one.row.line)
            return "query"
        if place:
            return place
        if one.name in variables:
            return "path"
        return "body" if request.verb in SENDING and one.name not in query else "query"

    def _origins(self) -> Origins:
        """Lead pointers of the normal form to lines of the page."""
        starts = [0]
        for text in self.source.text.split("\n"):
            starts.append(starts[-1] + len(text) + 1)
        offsets = {"": 0, **{place: starts[line - 1] for place, line in self.lines.items()}}
        source = self.source.with_tree({}, offsets)
        known = {place: Origin(source, place) for place in offsets}
        return Origins(known)


def _need_none(fields: list[Listed], parameters: Iterable[dict[str, Any]]) -> None:
    """Let all be optional, as the page says, but for variables of the path."""
    for one in fields:
        one.row.declared.required = False
    for made in parameters:
        if made["in"] != "path":
            made.pop("required", None)


def _shown(request: Request, query: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield what samples show of the query and the headers: place, name and value."""
    for name, value in query.items():
        yield "query", name, value
    for name, value in request.headers.items():
        if not is_credentials(name):
            yield "header", name, value


def _parameter(one: Listed, place: str) -> dict[str, Any]:
    parameter: dict[str, Any] = {"name": one.name, "in": place}
    if one.row.meaning:
        parameter["description"] = one.row.meaning
    if place == "path" or one.row.required:
        parameter["required"] = True
    schema = one.schema or ({"type": "string"} if place == "header" else {})
    return {**parameter, "schema": schema}
