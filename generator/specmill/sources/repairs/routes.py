"""Paths, their variables, and the names of operations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any
from urllib.parse import quote, unquote

from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.openapi_shapes import METHODS, OPENAPI
from specmill.document.operations import SourceOperation
from specmill.document.origins import Origin, Origins
from specmill.document.shapes import EXTRA, REPAIRED, Path, nodes
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.mending import Row
from specmill.sources.repairs.parts import parameter_key
from specmill.values import dataclass

_SCHEMES = "/components/securitySchemes/"
_ODD = re.compile(r"[?#\s<*]|/:|\{[^{}]*[:=]|\{\+|(?:\+|\.{3})\}")
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_SIGN = re.compile(r"[.^$*+?()\[\]{}|\\]")
_BRACE = re.compile(r"[{}]")
_WITH_PATTERN = re.compile(r"\{\s*([\w.-]+)\s*:[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
"""A variable with the expression that it must fit, as JAX-RS writes it."""
_WITH_TEMPLATE = re.compile(r"\{([\w.-]+)=([^{}]*)\}")
"""A variable with the segments that it stands for, as older gRPC gateways publish it."""
_REST = re.compile(
    r"\{[^{}]*=[^{}]*\}|(?<=/)(?:"
    r"\{(?:\*{1,2}|\+)([\w.-]*)\}|\{([\w.-]+)(?:[*+]|\.{3})\}"
    r"|\{\s*([\w.-]+)\s*:\s*(?:path|\.[*+])\s*\}"
    r"|<path:(\w+)>|:(\w+)[*+]|\*{1,2}([\w-]*)"
    r")(?=/|\Z)"
)
"""The rest of a path as routers write it, or a template, which stays what it is."""
_OTHER_VARIABLE = re.compile(r"(?<=/):(\w+)|<(?:\w+:)?(\w+)>")

_SPELLING = Row("path-spelling", None)
_TEMPLATE = Row("path-template", None)
_QUERY = Row("path-with-query", None, "a path ends before '?'; declare the parameters in the query")
_FRAGMENT = Row("path-with-fragment", None, "a fragment is never sent")
_UNDECLARED = Row("path-parameter-undeclared", None, "add it to `parameters` with `in: path`")
_RENAMED = Row("path-parameter-spelling", None)
_TWICE = Row("parameter-duplicate", None)
_UNUSED = Row("path-parameter-unused", None, "put it into the path, or say `in: query`")


def mend_paths(finder: Finder) -> Document:
    """Take queries, fragments and blanks out of the paths; gives the document that knows them."""
    document = finder.document
    paths = document.root["paths"]
    if not any(_ODD.search(path) for path in paths if not path.startswith("x-")):
        return document
    moved: dict[str, Origin] = {}
    renamed: dict[str, str] = {}
    for path in list(paths):
        if path.startswith("x-") or not _ODD.search(path) or _is_settled(paths[path]):
            continue
        better = _better(finder, path, paths[path])
        if better == path:
            continue
        origin = document.origins.find(pointers.join("/paths", path))
        if origin is not None:
            moved[pointers.join("/paths", better)] = origin
        entries = [(better if key == path else key, item) for key, item in paths.items()]
        paths.clear()
        paths.update(entries)
        renamed[pointers.join("/paths", path)] = pointers.join("/paths", better)
    known = {**document.origins.known, **moved}
    _follow(document.root, renamed)
    return Document(document.root, document.family, Origins(known))


def _follow(root: dict[str, Any], renamed: dict[str, str]) -> None:
    """Let references into a path that was renamed lead to where it is."""
    if not renamed:
        return
    for node, record, _ in nodes(root, OPENAPI):
        reference = node.get("$ref") if record.component else None
        if not isinstance(reference, str) or not reference.startswith("#/paths/"):
            continue
        before = "/".join(reference.split("/")[:3])
        after = renamed.get(unquote(before[1:]))
        if after is not None:
            node["$ref"] = f"#{quote(after, safe=pointers.SAFE)}{reference.removeprefix(before)}"


def _is_settled(item: dict[str, Any]) -> bool:
    """Whether the operations of a path say themselves what they send."""
    return any("x-specmill-path" in item.get(method, ()) for method in METHODS)


def _better(finder: Finder, path: str, item: dict[str, Any]) -> str:
    """Spell a path as it is sent, and declare what its query says."""
    place: Path = ((None, "paths"), path)
    paths = finder.document.root["paths"]
    whole = _with_rest(path)
    if templates := dict(_WITH_TEMPLATE.findall(whole)):
        base = _WITH_TEMPLATE.sub(r"{\1}", whole)
        finder.note(_TEMPLATE, f"the path {path!r} is taken as {base!r}, with patterns", place)
        for method in METHODS:
            if method in item:
                _declare_segments(finder.document, item, item[method], templates)
        return _free(paths, item, base, ",".join(templates.values())) or path
    declared = {one.name for one in _parameters(finder.document, item, item)}
    for method in METHODS:
        if method in item:
            declared |= {one.name for one in _parameters(finder.document, item, item[method])}
    clean = _spelled(path, declared)
    if clean != path and clean not in paths:
        finder.note(_SPELLING, f"the path {path!r} is taken as {clean!r}", place)
    elif clean != path:
        return path
    base, mark, rest = _cut(clean)
    if not mark:
        return clean
    if mark == "?":
        query, _, _ = rest.partition("#")
        for method in METHODS:
            if method in item:
                _declare(finder.document, item, item[method], query)
        words = f"the path {clean!r} has a query; its parameters are declared for each operation"
        finder.note(_QUERY, words, place)
    else:
        finder.note(_FRAGMENT, f"the path {clean!r} has a fragment; left out", place)
    return _free(paths, item, base, rest) or clean


def _with_rest(path: str) -> str:
    """Write what a router takes as the rest of a path as a variable with its template."""
    taken = set(_VARIABLE.findall(path))

    def template(match: re.Match[str]) -> str:
        if "=" in match[0]:
            return match[0]
        names = chain(filter(None, match.groups()), ("path", "rest"))
        unused = (name for name in names if name not in taken)
        name = next(unused, f"rest{len(taken)}")
        taken.add(name)
        is_one = match[0] == "*" and match.end() < len(path)
        return f"{{{name}={'*' if is_one else '**'}}}"

    return _REST.sub(template, path)


def _free(paths: dict[str, Any], item: dict[str, Any], base: str, rest: str) -> str:
    """Return a key for what is sent to a path: itself, or with what is not sent; empty for none."""
    if base not in paths:
        return base
    for method in METHODS:  # several operations on one path: only their keys differ
        if method in item:
            item[method].setdefault("x-specmill-path", base)
    apart = f"{base}#{_BRACE.sub('', rest)}"  # nothing varies in what is not sent
    return apart if apart not in paths else ""


def _declare_segments(
    document: Document, item: dict[str, Any], operation: dict[str, Any], templates: dict[str, str]
) -> None:
    """Say of path parameters what fits them: `projects/*/notes/*` (google/api/http.proto)."""
    for name, template in templates.items():
        steps = (
            ".+" if step == "**" else "[^/]+" if step == "*" else _SIGN.sub(r"\\\g<0>", step)
            for step in template.split("/")
        )
        schema = {"type": "string", "pattern": "/".join(steps)}
        declared = {"name": name, "in": "path", "required": True, "schema": schema}
        if "/" in template or "**" in template:
            declared["x-specmill-style"] = "segments"
        given = [one for one in _parameters(document, item, operation) if _is_called(one, name)]
        for one in given:
            node = {**one.node, **declared, "schema": {**schema, **one.node.get("schema", {})}}
            one.holder["parameters"][one.index] = node
        if not given:
            operation.setdefault("parameters", []).append(declared)


def _is_called(parameter: _Declared, name: str) -> bool:
    """Tell whether a parameter is that of a variable, with the signs of a router or without."""
    plain = _plain(parameter.name)
    in_path = parameter.node.get("in") == "path"
    return parameter.name == name or (in_path and plain in ("", _plain(name)))


def _spelled(path: str, declared: set[str]) -> str:
    """Write the variables of a path in braces without blanks, as the parameters are called."""

    def braced(match: re.Match[str]) -> str:
        name = match[1] or match[2]
        return f"{{{name}}}" if name in declared else match[0]

    def trimmed(match: re.Match[str]) -> str:
        return match[0] if match[1] in declared else f"{{{match[1].strip()}}}"

    trimmed_path = _VARIABLE.sub(trimmed, _WITH_PATTERN.sub(r"{\1}", path.strip()))
    spelled = _OTHER_VARIABLE.sub(braced, trimmed_path)
    before, _, fragment = spelled.partition("#")
    going_on = "/" in fragment and not declared.isdisjoint(_VARIABLE.findall(fragment))
    return f"{before}%23{fragment}" if going_on and "?" not in before else spelled


def _cut(path: str) -> tuple[str, str, str]:
    for index, char in enumerate(path):
        if char in "?#":
            return path[:index] or "/", char, path[index + 1 :]
    return path, "", ""


def _declare(
    document: Document, item: dict[str, Any], operation: dict[str, Any], query: str
) -> None:
    """Declare the parameters of a query that stands in a path."""
    for pair in filter(None, query.split("&")):
        name, _, value = pair.partition("=")
        variable = _VARIABLE.fullmatch(value)
        schema: dict[str, Any] = {"type": "string"}
        if (named := _VARIABLE.fullmatch(name)) is not None:  # its value is an example
            name, variable = named[1], named
        if variable is None:
            schema["const"] = value
        given = [
            one
            for one in _parameters(document, item, operation)
            if one.name in (name, variable and variable[1])
        ]
        declared = {"name": name, "in": "query", "required": True, "schema": schema}
        for one in given:
            if one.node.get("in") == "query" and one.name == name:
                break
            if one.holder is operation and "$ref" not in one.entry:
                one.entry.update(name=name, **{"in": "query"})
                break
            declared["schema"] = one.node.get("schema", schema)
        else:
            operation.setdefault("parameters", []).append(declared)


@dataclass(frozen=True, slots=True)
class _Declared:
    """A parameter where it is declared for an operation."""

    holder: dict[str, Any]
    """The operation or its path item."""
    index: int
    entry: dict[str, Any]
    """What stands in ``parameters``: it may be a reference."""
    node: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.node.get("name", ""))

    def rename(self, name: str) -> None:
        """Call it otherwise, here alone."""
        self.holder["parameters"][self.index] = {
            **self.node,
            "name": name,
            "in": "path",
            "required": True,
        }

    def set_aside(self) -> None:
        """Keep it where no tool minds it."""
        del self.holder["parameters"][self.index]
        if not self.holder["parameters"]:
            del self.holder["parameters"]
        self.holder.setdefault(REPAIRED, {}).setdefault("parameters", []).append(self.entry)


def _parameters(
    document: Document, item: dict[str, Any], operation: dict[str, Any]
) -> Iterator[_Declared]:
    holders = [item] if item is operation else [item, operation]
    for holder in holders:
        for index, entry in enumerate(holder.get("parameters", ())):
            node = entry
            while "$ref" in node:
                node = document.resolve(node["$ref"])
            yield _Declared(holder, index, entry, node)


def mend_variables(finder: Finder, source: SourceOperation) -> None:
    """Bring the variables of a path template and the declared path parameters together."""
    operation = source.node
    template = source.path.partition("#")[0]
    place: Path = (((None, "paths"), source.path), source.key)
    variables = dict.fromkeys(_VARIABLE.findall(template))
    found = list(_parameters(finder.document, source.item, operation))
    if _mend_duplicates(finder, place, found, operation):
        found = list(_parameters(finder.document, source.item, operation))
    declared = [one for one in found if one.node.get("in") == "path"]
    names = {one.name for one in declared}
    lost = [name for name in variables if name not in names]
    spare = [one for one in declared if one.name not in variables]
    if not lost and not spare:
        return
    for name in list(lost):
        one = _same(name, lost, spare, found)
        if one is None:
            continue
        place_given = one.node.get("in")
        what = f"the parameter {one.name!r} in {place_given!r} is {name!r} in the path {template}"
        finder.note(_RENAMED, f"{what}; taken so", _place(place, one, operation))
        one.rename(name)
        lost.remove(name)
        spare = [other for other in spare if other is not one]
    for name in lost:
        what = f"path parameter {name!r} of {template} is not declared; taken as a string"
        finder.note(_UNDECLARED, what, place)
        added = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        operation.setdefault("parameters", []).append(added)
    for one in reversed(spare):  # from the last on, so that the others keep their places
        what = f"path parameter {one.name!r} does not occur in {template}; kept under {REPAIRED}"
        finder.note(_UNUSED, what, _place(place, one, operation))
        one.set_aside()


def _mend_duplicates(
    finder: Finder, place: Path, found: list[_Declared], operation: dict[str, Any]
) -> bool:
    """Set parameters aside that a list has already, by another reference or none; tell if any."""
    first: dict[Any, _Declared] = {}
    again: list[_Declared] = []
    for one in found:
        key = (one.holder is operation, *parameter_key(one.node))
        if first.setdefault(key, one) is not one:
            again.append(one)
    for one in reversed(again):  # from the last on, so that the others keep their places
        what = f"the parameter {one.name!r} is listed twice; the first counts"
        finder.note(_TWICE, what, _place(place, one, operation))
        one.set_aside()
    return bool(again)


def _place(place: Path, one: _Declared, operation: dict[str, Any]) -> Path:
    assert place is not None
    holder = place if one.holder is operation else place[0]
    return ((holder, "parameters"), one.index)


def _same(
    name: str, lost: list[str], spare: list[_Declared], found: list[_Declared]
) -> _Declared | None:
    """Return the parameter that is meant by a variable of a path, if one is evident."""
    plain = _plain(name)
    for one in spare:
        if _plain(one.name) == plain:
            return one
    for one in found:
        if one.name == name and one.node.get("in") != "path" and "$ref" not in one.entry:
            return one
    return spare[0] if len(lost) == len(spare) == 1 else None


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


def mend_operation_id(finder: Finder, operation: dict[str, Any], here: str, first: str) -> None:
    """Take away an operationId that the operation at ``first`` has: method and path name it."""
    name = operation.pop("operationId")
    operation.setdefault(REPAIRED, {})["operationId"] = name
    finder.report.warn(
        f"operationId {name!r} is used twice; this one is named by method and path",
        location=finder.document.locate(f"{here}/operationId"),
        hint=f"it is first used at {finder.document.locate(f'{first}/operationId')}",
        code="operation-id-duplicate",
    )


def scheme_at(root: Mapping[str, Any], address: str) -> str | None:
    """Return the security scheme that a requirement names by its address, as OpenAPI 3.2 may."""
    own, mark, fragment = address.partition("#")
    name = pointers.unescape(unquote(fragment).removeprefix(_SCHEMES))
    is_here = own in ("", root.get("$self"), root.get(EXTRA, {}).get("$self"))
    known = root.get("components", {}).get("securitySchemes", {})
    return name if mark and is_here and fragment.startswith(_SCHEMES) and name in known else None


def mend_security(finder: Finder, requirement: dict[str, Any], name: str) -> str | None:
    """Spell the name of a security scheme as it is declared; gives that name if there is one."""
    schemes = finder.document.root.get("components", {}).get("securitySchemes", {})
    same = [one for one in schemes if _plain(one) == _plain(name)]
    if len(same) != 1 or same[0] in requirement:
        return None
    entries = [(same[0] if key == name else key, scopes) for key, scopes in requirement.items()]
    requirement.clear()
    requirement.update(entries)
    return str(same[0])
