"""REST pages to the normal form: requests with parameters, bodies and answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from specmill.diagnostics import Location, Report
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.origins import Origin, Origins
from specmill.sources.loading import Source
from specmill.sources.markdown.blocks import Block, Heading, Table, plain
from specmill.sources.markdown.dialect import Dialects
from specmill.sources.markdown.rest.answers import Answers
from specmill.sources.markdown.rest.samples import completed, schema_of_sample
from specmill.sources.markdown.rest.sections import Request, Sections, read_sections, status_rows
from specmill.sources.markdown.rest.tables import Listed, Tables, marks_optional, object_of
from specmill.sources.markdown.rows import Rows
from specmill.text import pascal_case, words

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_BODIES = {"body": "", "form": _FORM, "multipart": "multipart/form-data"}
"""Places in a body to the media type that each tells."""
_PLACES = ("path", "query", "header", *_BODIES)
_SENDING = ("POST", "PUT", "PATCH")
_VARIABLE = re.compile(r"\{([^{}]+)\}")
_ADDRESS = re.compile(r"https?://[^\s`|)<>\"'，。]+")
_KEY = re.compile(r"`([A-Za-z][\w-]*)(?::\s*([^`]*))?`")
_CREDENTIALS = re.compile(r"authorization\Z|x-|.*(?:key|token)\Z", re.IGNORECASE)
_SCHEME = re.compile(r"\b(?:bearer|basic)\b", re.IGNORECASE)
_AUTHORIZATION = re.compile(r"`Authorization:\s*(?:bearer|basic)\b", re.IGNORECASE)
_FRONT_TITLE = re.compile(r"---\n(?:(?!---).*\n)*?title:[ ]*(\S.*)\n")
_BASE = re.compile(r"\b(?:base|root|endpoint|server|host|api)\b|地址", re.IGNORECASE)
_OF_CLASSES = re.compile(r"\s+(?:object|structure|model|schema|resource|fields)\Z", re.IGNORECASE)


def read_requests(
    blocks: list[Block], source: Source, dialects: Dialects, report: Report
) -> Document | None:
    """Read a page of requests; None where it documents none."""
    sections = read_sections(blocks, source, report)
    if not sections.requests:
        return None
    texts = [plain(cell) for one in blocks if isinstance(one, Table) for cell in one.header.cells]
    texts += [one.text for one in blocks if isinstance(one, Heading)]
    ordered = dialects.ordered_by(texts)
    rows = Rows(source, report, ordered, {}, lambda *_: None)
    return _Maker(source, sections, Tables(rows, marks_optional(source.text)), report).document()


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

    def document(self) -> Document:
        """Make the normal form."""
        statuses = self._classes()
        self.answers = Answers(self.tables, self.tables.rows.dialects)
        server = self._server()
        for request in self.sections.requests:
            for status, meaning in statuses.items():
                request.statuses.setdefault(status, meaning)
            self._operation(request, server)
        components: dict[str, Any] = {"schemas": self.schemas} if self.schemas else {}
        root: dict[str, Any] = {"openapi": "3.1.0", "info": self._info()}
        if server:
            root["servers"] = [{"url": server}]
        if scheme := self._security():
            components["securitySchemes"] = {"key": scheme}
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

    def _classes(self) -> dict[str, str]:
        """Read the tables of objects; gives what a table says of the statuses of all requests."""
        found: list[tuple[str, Table]] = []
        for heading, table in self.sections.classes:
            name = pascal_case(_OF_CLASSES.sub("", heading.text))
            if self.tables.is_fields(table) and name and name not in self.schemas:
                self.schemas[name] = {}
                known = _OF_CLASSES.sub("", heading.text)
                for spelled in (known, known.casefold(), name):
                    for suffix in ("", " object", " objects", "s"):
                        self.tables.rows.classes.setdefault(f"{spelled}{suffix}", name)
                found.append((name, table))
                self.lines[f"/components/schemas/{pointers.escape(name)}"] = heading.line
        statuses: dict[str, str] = {}
        for _, table in self.sections.classes:
            if table in (one for _, one in found):
                continue
            told = status_rows(table)
            statuses |= told
            if not told:
                what = "this table belongs to no request; it is left out"
                place = Location(self.source.name, table.header.line, 1)
                self.report.warn(what, location=place)
        for name, table in found:
            self.schemas[name] = object_of(self.tables.read(table))
        return statuses

    def _server(self) -> str:
        """Return the base URL: the one that the text names, or what all addresses share."""
        origins = {
            "{0.scheme}://{0.netloc}".format(urlsplit(one.url))
            for one in self.sections.requests
            if "://" in one.url
        }
        if len(origins) == 1:
            return origins.pop()
        for text in self._intro():
            found = _ADDRESS.search(text) if _BASE.search(text) else None
            if found is not None:
                return found[0].rstrip("/.,;:")
        return ""

    def _intro(self) -> Iterator[str]:
        yield from self.sections.text
        for told in self.sections.groups.values():
            yield from told

    def _security(self) -> dict[str, Any] | None:
        """Read the credentials that the text around the requests names: a header in code."""
        for text in self._intro():
            is_told = "header" in text.lower() or "头" in text or _AUTHORIZATION.search(text)
            for found in _KEY.finditer(text) if is_told else ():
                name, value = found[1], found[2] or ""
                if not _CREDENTIALS.match(name):
                    continue
                scheme = {"type": "apiKey", "in": "header", "name": name}
                told = _SCHEME.search(value or text) if name.lower() == "authorization" else None
                if told is not None:
                    scheme = {"type": "http", "scheme": told[0].lower()}
                what = f"the header `{name}` is taken as the credentials of all requests"
                self.report.warn(what, location=Location(self.source.name, self._line(text), 1))
                return scheme
        return None

    def _line(self, text: str) -> int:
        at = self.source.text.find(text.partition("\n")[0])
        return self.source.text.count("\n", 0, max(at, 0)) + 1

    # -- operations ------------------------------------------------------------------------------

    def _operation(self, request: Request, server: str) -> None:
        path, query, own = self._address(request, server)
        verb = request.verb.lower()
        if verb in self.paths.get(path, {}):
            what = f"{request.verb} {path} is documented again; the first section counts"
            self.report.warn(what, location=Location(self.source.name, request.line, 1))
            return
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
        parameters, fields, kind = self._parameters(request, path, query, here)
        if parameters:
            operation["parameters"] = parameters
        if body := self._body(request, fields, kind):
            operation["requestBody"] = body
        operation["responses"] = self.answers.of(request)
        self.paths.setdefault(path, {})[verb] = operation

    def _address(self, request: Request, server: str) -> tuple[str, dict[str, str], str]:
        """Split an address into its path, its query, and a server that is not everybody's."""
        split = urlsplit(request.url)
        path, shown = split.path or "/", "&".join(request.queries)
        query = dict(re.findall(r"([^&=]+)(?:=([^&]*))?", shown))
        origin = f"{split.scheme}://{split.netloc}" if split.netloc else ""
        base = urlsplit(server).path.rstrip("/")
        if base and not origin and path.startswith(f"{base}/"):
            path = path.removeprefix(base)
        is_own = bool(origin) and not server.startswith(origin)
        return path, query, origin if is_own else ""

    def _id(self, request: Request) -> str:
        parts = words(request.title) if request.title.isascii() else []
        name = "_".join(part.lower() for part in parts)
        if not name or name in self.ids:
            return ""
        self.ids.add(name)
        return name

    def _parameters(
        self, request: Request, path: str, query: dict[str, str], here: str
    ) -> tuple[list[dict[str, Any]], list[Listed], str]:
        """Return the parameters, the fields of the body, and the media type of those."""
        variables = dict.fromkeys(_VARIABLE.findall(path))
        found: dict[tuple[str, str], dict[str, Any]] = {}
        fields: list[Listed] = []
        kind = _JSON
        for role, table in request.tables:
            if role.startswith("response"):
                continue
            for one in self.tables.read(table):
                place = self._place(one, role, request, variables)
                if place in _BODIES:
                    fields.append(one)
                    kind = _BODIES[place] or kind
                    continue
                self.lines[f"{here}/parameters/{len(found)}"] = one.row.line
                found.setdefault((place, one.name), _parameter(one, place))
        for name in variables:
            if ("path", name) not in found:
                found["path", name] = {"name": name, "in": "path", "required": True, "schema": {}}
            if not (made := found["path", name])["schema"]:
                made["schema"] = self.answers.shown(request, name) or {"type": "string"}
        for name, value in query.items():
            if ("query", name) not in found:
                schema = {"type": "string"}
                example = {} if _VARIABLE.fullmatch(value) or not value else {"example": value}
                found["query", name] = {"name": name, "in": "query", "schema": schema, **example}
        return list(found.values()), fields, kind

    def _place(self, one: Listed, role: str, request: Request, variables: dict[str, None]) -> str:
        place = one.place or (role if role in _PLACES else "")
        if place == "path" and one.name not in variables:
            what = f"`{one.name}` is no variable of {request.url}; taken as part of the query"
            self.tables.rows.warn(what, one.row.line)
            return "query"
        if place:
            return place
        if one.name in variables:
            return "path"
        return "body" if request.verb in _SENDING else "query"

    def _body(self, request: Request, fields: list[Listed], kind: str) -> dict[str, Any] | None:
        sample = self.answers.sent(request)
        if not fields and sample is None:
            return None
        shown = schema_of_sample(sample.value) if sample is not None else {}
        schema = completed(object_of(fields), shown) if fields else shown
        media: dict[str, Any] = {"schema": schema}
        if sample is not None:
            media["example"] = sample.value
        is_needed = bool(schema.get("required")) or not fields
        return {"content": {kind: media}, **({"required": True} if is_needed else {})}

    def _origins(self) -> Origins:
        """Lead pointers of the normal form to lines of the page."""
        starts = [0]
        for text in self.source.text.split("\n"):
            starts.append(starts[-1] + len(text) + 1)
        offsets = {"": 0, **{place: starts[line - 1] for place, line in self.lines.items()}}
        source = self.source.with_tree({}, offsets)
        known = {place: Origin(source, place) for place in offsets}
        return Origins(known)


def _parameter(one: Listed, place: str) -> dict[str, Any]:
    parameter: dict[str, Any] = {"name": one.name, "in": place}
    if one.row.meaning:
        parameter["description"] = one.row.meaning
    if place == "path" or one.row.required:
        parameter["required"] = True
    return {**parameter, "schema": one.schema}
