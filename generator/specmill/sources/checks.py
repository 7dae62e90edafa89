"""What must hold before and after a spec is normalized."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from specmill.diagnostics import Diagnostic, Report, SpecmillError
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.openapi_shapes import METHODS, OPENAPI
from specmill.document.shapes import EXTRA, Shape, check, describe, nodes, pointer_of
from specmill.sources.loading import Source

MAX_SHOWN = 20
"""Mistakes reported at once."""

_NEW_OPERATIONS = ("query", "additionalOperations")  # OpenAPI 3.2
_COMPONENT = re.compile(r"#/components/([^/]+)/[^/]+\Z")
_BRACE = re.compile(r"[{}]")
_VARIABLE = re.compile(r"\{([^{}]*)\}")


def check_shape(source: Source, shape: Shape, report: Report) -> None:
    """Check the types of everything that has a known place, and keep what has none.

    Unknown fields move to ``x-specmill-extra`` of their object, with a finding each. Raises
    SpecmillError for wrong types and missing fields.
    """
    check_part(source, source.tree, shape, "", report)


def check_part(source: Source, part: Any, shape: Shape, start: str, report: Report) -> None:
    """Check a part of a file that stands at the pointer ``start``, as ``check_shape`` does."""
    verdict = check(part, shape)
    if verdict.mistakes:
        raise_all(
            Diagnostic(what, source.locate(start + pointer)) for pointer, what in verdict.mistakes
        )
    for holder, key, pointer in verdict.loose:
        _mend(source, holder, key, pointers.join(start + pointer, key), report)
    for holder, key, pointer in verdict.unknown:
        report.warn(
            f"the field `{key}` is unknown here; kept under {EXTRA}",
            location=source.locate(pointers.join(start + pointer, key)),
            hint="OpenAPI 3.1 has no such operation" if key in _NEW_OPERATIONS else "",
        )
        holder.setdefault(EXTRA, {})[key] = holder.pop(key)


def check_strictly(source: Source, shape: Shape) -> None:
    """Refuse whatever does not fit a shape, in a file that is written for specmill alone."""
    verdict = check(source.tree, shape)
    mistakes = [Diagnostic(what, source.locate(place)) for place, what in verdict.mistakes]
    for _, key, place in verdict.unknown:
        where = source.locate(pointers.join(place, key))
        mistakes.append(Diagnostic(f"the field `{key}` is unknown here", where))
    for holder, key, place in verdict.loose:
        what = f"`{key}` must be a string, not {describe(holder[key])}"
        hint = "" if holder[key] is None else "quote it"
        mistakes.append(Diagnostic(what, source.locate(pointers.join(place, key)), hint))
    raise_all(iter(mistakes))


def _mend(source: Source, holder: dict[str, Any], key: str, pointer: str, report: Report) -> None:
    if holder[key] is None:
        del holder[key]
        report.warn(f"`{key}` is null; taken as absent", location=source.locate(pointer))
        return
    holder[key] = source.written(pointer) or str(holder[key])
    report.warn(
        f"`{key}` is a number; taken as the string {holder[key]!r}",
        location=source.locate(pointer),
        hint="quote it",
    )


def complete_info(source: Source, report: Report) -> None:
    """Make sure that there is a title and a version: OpenAPI requires both, many specs lack one."""
    info = source.tree.setdefault("info", {})
    for key, value in (("title", PurePath(source.name).stem), ("version", "0")):
        if key not in info:
            info[key] = value
            report.warn(
                f"`info.{key}` is missing; taken as {value!r}", location=source.locate("/info")
            )


def raise_all(mistakes: Iterator[Diagnostic]) -> None:
    """Raise the first mistakes as one error; do nothing when there are none."""
    shown: list[Diagnostic] = []
    for mistake in mistakes:
        if len(shown) == MAX_SHOWN:
            shown.append(Diagnostic(f"more than {MAX_SHOWN} mistakes; the rest is not shown"))
            break
        shown.append(mistake)
    if shown:
        raise SpecmillError(*shown)


def check_document(document: Document, report: Report) -> None:
    """Check references, operation ids and path parameters of a normal form."""
    raise_all(_mistakes(document, report))


def _mistakes(document: Document, report: Report) -> Iterator[Diagnostic]:
    dangling = list(_references(document))
    yield from dangling
    if not dangling:
        yield from _operations(document, report)


def _references(document: Document) -> Iterator[Diagnostic]:
    """Follow every distinct reference once; a chain must reach something that is no reference."""
    good: set[tuple[str, str]] = set()
    for node, record, path in nodes(document.root, OPENAPI):
        reference = node.get("$ref")
        if not record.component or not isinstance(reference, str):
            continue
        if (reference, record.component) not in good:
            problem = _follow(document, reference, record.component, good)
            if problem:
                location = document.locate(pointers.join(pointer_of(path), "$ref"))
                yield Diagnostic(problem[0], location, problem[1])


def _follow(
    document: Document, reference: str, section: str, good: set[tuple[str, str]]
) -> tuple[str, str] | None:
    """Follow a reference where a part of ``section`` is meant; gives what is wrong, and a hint."""
    chain: list[str] = []

    def spelled(link: str) -> str:
        return _as_in_source(document.family, link)

    while (reference, section) not in good:
        if reference in chain:
            circle = " -> ".join(
                spelled(link) for link in [*chain[chain.index(reference) :], reference]
            )
            good.update((link, section) for link in chain)  # once is enough
            return f"circular `$ref`: {circle}", "it never reaches anything but references"
        chain.append(reference)
        if not reference.startswith("#/") and reference != "#":
            return f"`$ref` {spelled(reference)!r} cannot be followed", "expected `#/...` here"
        kind = _COMPONENT.match(reference)
        if kind and kind[1] != section:
            return f"`$ref` {spelled(reference)!r} leads to {kind[1]}", f"expected {section}"
        try:
            target = document.resolve(reference)
        except SpecmillError:
            return f"`$ref` {spelled(reference)!r} leads nowhere", _similar(document, reference)
        if section == "schemas" and isinstance(target, bool):
            break
        if not isinstance(target, dict):
            return (
                f"`$ref` {spelled(reference)!r} leads to {describe(target)}",
                "expected an object",
            )
        following = target.get("$ref")
        if not isinstance(following, str):
            break
        reference = following
    good.update((link, section) for link in chain)
    return None


def _as_in_source(family: str, reference: str) -> str:
    if family == "swagger2":
        return reference.replace("/components/schemas/", "/definitions/").replace(
            "/components/", "/"
        )
    if family == "discovery":
        return reference.removeprefix("#/components/schemas/")
    return reference


def _similar(document: Document, reference: str) -> str:
    import difflib  # noqa: PLC0415 - only for a message

    around, _, name = reference[1:].rpartition("/")
    try:
        names = list(pointers.look_up(document.root, around))
    except LookupError:
        return ""
    close = difflib.get_close_matches(pointers.unescape(name), names, n=1)
    return f"did you mean {close[0]!r}?" if close else ""


def operations(root: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    """Give path, method, path item and operation of each operation."""
    for path, item in root.get("paths", {}).items():
        if path.startswith("x-"):
            continue
        for method in METHODS:
            if method in item:
                yield path, method, item, item[method]


def _operations(document: Document, report: Report) -> Iterator[Diagnostic]:
    _security(document, report)
    seen: dict[str, str] = {}
    routes: dict[tuple[str, str], str] = {}
    for path, method, item, operation in operations(document.root):
        here = pointers.join("/paths", path, method)
        name = operation.get("operationId")
        if name in seen:
            yield Diagnostic(
                f"operationId {name!r} is used twice",
                document.locate(f"{here}/operationId"),
                f"it is first used at {document.locate(f'{seen[name]}/operationId')}",
            )
        elif name is not None:
            seen[name] = here
        other = routes.setdefault((method, _VARIABLE.sub("{}", path)), path)
        if other != path:
            report.warn(
                f"{method.upper()} {path} and {other} are the same route to a server",
                location=document.locate(here),
            )
        declared = _declared(document, item, operation, here, report)
        yield from _compare(document, path.partition("#")[0], declared, here)
        if "x-specmill-path-parameters" in operation:
            real = {
                parameter["name"]: f"{here}/x-specmill-path-parameters/{index}"
                for index, parameter in enumerate(operation["x-specmill-path-parameters"])
            }
            yield from _compare(document, operation.get("x-specmill-path", path), real, here)


def _security(document: Document, report: Report) -> None:
    """Note requirements that name no security scheme, once each."""
    root = document.root
    known = set(root.get("components", {}).get("securitySchemes", ()))
    asked = [("", root)]
    for path, method, _, operation in operations(root):
        asked.append((pointers.join("/paths", path, method), operation))
    for pointer, holder in asked:
        for index, requirement in enumerate(holder.get("security", ())):
            for name in requirement.keys() - known:
                known.add(name)
                report.warn(
                    f"the security scheme {name!r} is not declared",
                    location=document.locate(f"{pointer}/security/{index}"),
                )


def _declared(
    document: Document,
    item: dict[str, Any],
    operation: dict[str, Any],
    here: str,
    report: Report,
) -> dict[str, str]:
    """Find the path parameters of an operation, with the pointer of each."""
    declared: dict[str, str] = {}
    for holder, pointer in ((item, here.rpartition("/")[0]), (operation, here)):
        for index, given in enumerate(holder.get("parameters", ())):
            place, parameter = f"{pointer}/parameters/{index}", given
            while "$ref" in parameter:
                parameter = document.resolve(parameter["$ref"])
            if parameter.get("in") != "path":
                continue
            name = parameter.get("name", "")
            declared[name] = place
            if parameter.get("required") is not True:
                parameter["required"] = True
                report.warn(
                    f"path parameter {name!r} must say `required: true`; taken so",
                    location=document.locate(place),
                )
    return declared


def _compare(
    document: Document, template: str, declared: dict[str, str], here: str
) -> Iterator[Diagnostic]:
    """Compare the variables of a path template with the parameters that are declared for it."""
    variables = dict.fromkeys(_VARIABLE.findall(template))
    if "" in variables or _BRACE.search(_VARIABLE.sub("", template)):
        yield Diagnostic(f"the path {template!r} has a broken `{{...}}`", document.locate(here))
        return
    for name in variables:
        if name not in declared:
            yield Diagnostic(
                f"path parameter {name!r} of {template} is not declared",
                document.locate(here),
                "add it to `parameters` with `in: path`",
            )
    for name, place in declared.items():
        if name not in variables:
            yield Diagnostic(
                f"path parameter {name!r} does not occur in {template}", document.locate(place)
            )
