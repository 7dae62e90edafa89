"""Checks of a spec before and after it is normalized."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from specmill.diagnostics import Diagnostic, Report, SpecmillError
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.openapi_shapes import SCHEMA
from specmill.document.operations import SourceOperation, source_operations
from specmill.document.shapes import (
    EXTRA,
    Fault,
    Mistake,
    Path,
    Shape,
    Unknown,
    check,
    describe,
    pointer_of,
)
from specmill.sources.loading import Source
from specmill.sources.repairs.fields import mend_unknown
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.lacks import mend_key, mend_missing
from specmill.sources.repairs.mending import Mending
from specmill.sources.repairs.nodes import mend_node
from specmill.sources.repairs.references import mend_reference
from specmill.sources.repairs.routes import (
    mend_operation_id,
    mend_paths,
    mend_security,
    mend_variables,
)
from specmill.sources.repairs.schemas import LOOKED_AT, TYPES, mend_defaults, mend_schema
from specmill.sources.repairs.values import mend_value

MAX_SHOWN = 20
"""Mistakes reported at once."""

_TYPES = tuple(sorted(TYPES, reverse=True))  # the one that is met most often first
_COMPONENT = re.compile(r"#/components/([^/]+)/[^/]+\Z")
_BRACE = re.compile(r"[{}]")
_VARIABLE = re.compile(r"\{([^{}]*)\}")


def check_shape(source: Source, shape: Shape, report: Report, family: str = "") -> Mending:
    """Check the types of everything that has a known place, and keep what has none.

    Mistakes that are known are repaired, unknown fields move to ``x-specmill-extra`` of their
    object, with a finding each. Gives what was found and moved. Raises SpecmillError for wrong
    types and missing fields.
    """
    return check_part(source, source.tree, shape, "", report, family)


def check_part(
    source: Source, part: Any, shape: Shape, start: str, report: Report, family: str = ""
) -> Mending:
    """Check a part of a file that stands at the pointer ``start``, as ``check_shape`` does.

    Mistakes are repaired in the families ``openapi3`` and ``swagger2``.
    """
    mending = Mending(source, part, shape, start, family, report, [(part, shape, None)])
    refused: list[Mistake] = []
    while mending.pending:
        verdict = check(*mending.pending.pop())
        mending.leaves |= verdict.leaves
        mending.discriminators += verdict.gathered
        refused += [one for one in verdict.mistakes if not (family and _mended(mending, one))]
        for holder, key, pointer in verdict.loose:
            _mend(source, holder, key, pointers.join(start + pointer, key), report)
        for unknown in verdict.unknown:
            if not (family and mend_unknown(mending, unknown)):
                _keep(mending, unknown)
    raise_all(Diagnostic(one.what, mending.locate(one.pointer)) for one in refused)
    mending.finish()
    return mending


def _mended(mending: Mending, mistake: Mistake) -> bool:
    if mistake.fault is Fault.TYPE:
        return mend_value(mending, mistake)
    if mistake.fault is Fault.LACKS:
        return mend_missing(mending, mistake)
    return mend_key(mending, mistake)


def _keep(mending: Mending, unknown: Unknown) -> None:
    key = unknown.key
    mending.report.warn(
        f"the field `{key}` is unknown here; kept under {EXTRA}",
        location=mending.locate(unknown.pointer),
        code="unknown-field",
    )
    unknown.holder.setdefault(EXTRA, {})[key] = unknown.holder.pop(key)


def check_strictly(source: Source, shape: Shape) -> None:
    """Refuse whatever does not fit a shape, in a file that is written for specmill alone."""
    verdict = check(source.tree, shape)
    mistakes = [Diagnostic(one.what, source.locate(one.pointer)) for one in verdict.mistakes]
    for unknown in verdict.unknown:
        what = f"the field `{unknown.key}` is unknown here"
        mistakes.append(Diagnostic(what, source.locate(unknown.pointer)))
    for holder, key, place in verdict.loose:
        what = f"`{key}` must be a string, not {describe(holder[key])}"
        hint = "" if holder[key] is None else "quote it"
        mistakes.append(Diagnostic(what, source.locate(pointers.join(place, key)), hint))
    raise_all(iter(mistakes))


def _mend(source: Source, holder: dict[str, Any], key: str, pointer: str, report: Report) -> None:
    if holder[key] is None:
        del holder[key]
        report.warn(
            f"`{key}` is null; taken as absent",
            location=source.locate(pointer),
            code="null-value",
        )
        return
    holder[key] = source.written(pointer) or str(holder[key])
    report.warn(
        f"`{key}` is a number; taken as the string {holder[key]!r}",
        location=source.locate(pointer),
        hint="quote it",
        code="unquoted-text",
    )


def complete_info(source: Source, report: Report) -> None:
    """Make sure that there is a title and a version: OpenAPI requires both, many specs lack one."""
    info = source.tree.setdefault("info", {})
    for key, value in (("title", PurePath(source.name).stem), ("version", "0")):
        if key not in info:
            info[key] = value
            report.warn(
                f"`info.{key}` is missing; taken as {value!r}",
                location=source.locate("/info"),
                code="info-incomplete",
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


def check_document(document: Document, report: Report) -> Document:
    """Check references, operation ids and path parameters of a normal form.

    What is wrong in known ways is repaired in place, with a finding each, where the source is
    OpenAPI or Swagger. Gives the document with the origins of what moved.
    """
    finder = Finder(document, report) if document.family in ("openapi3", "swagger2") else None
    raise_all(_references(document, finder))
    if finder is not None:
        mend_defaults(finder)
        document = mend_paths(finder)
        finder = Finder(document, report)
    raise_all(_operations(document, finder, report))
    return document


def _references(document: Document, finder: Finder | None) -> Iterator[Diagnostic]:
    """Follow every distinct reference once; a chain must reach something that is no reference."""
    good: set[tuple[str, str]] = set()
    lost: list[tuple[dict[str, Any], str, Path]] = []
    for node, record, path in document.nodes():
        reference = node.get("$ref")
        if finder is not None and (reference is None or len(node) > 1):
            if record is not SCHEMA:
                mend_node(finder, node, record, path)
            elif node.get("type", "null") not in _TYPES or not LOOKED_AT.isdisjoint(node):
                mend_schema(finder, node, path)
        if not record.component or not isinstance(reference, str):
            continue
        use = (reference, record.component)
        if use in good:
            continue
        problem = _follow(document, *use, good)
        if problem and use in good:  # a circle
            yield _wrong_reference(document, path, problem)
        elif problem and (finder is None or mend_reference(finder, node, record.component, path)):
            lost.append((node, record.component, path))
    for node, section, path in lost:  # what the first one leads to may be repaired by now
        problem = _follow(document, node["$ref"], section, good)
        if problem:
            yield _wrong_reference(document, path, problem)


def _wrong_reference(document: Document, path: Path, problem: tuple[str, str]) -> Diagnostic:
    location = document.locate(pointers.join(pointer_of(path), "$ref"))
    return Diagnostic(problem[0], location, problem[1])


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
            return f"`$ref` {spelled(reference)!r} leads nowhere", _similar(
                document, reference, section
            )
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


def _similar(document: Document, reference: str, section: str) -> str:
    import difflib  # noqa: PLC0415 - only for a message

    around, _, name = reference[1:].rpartition("/")
    try:
        names = list(pointers.look_up(document.root, around))
    except LookupError:
        names = list(document.root.get("components", {}).get(section, ()))
    close = difflib.get_close_matches(pointers.unescape(name), names, n=1)
    return f"did you mean {close[0]!r}?" if close else ""


def _operations(document: Document, finder: Finder | None, report: Report) -> Iterator[Diagnostic]:
    _security(document, finder, report)
    seen: dict[str, str] = {}
    routes: dict[tuple[str, str], str] = {}
    for source in source_operations(document.root):
        path, operation, here = source.path, source.node, source.pointer
        name = operation.get("operationId")
        if name in seen and finder is not None:
            mend_operation_id(finder, operation, here, seen[name])
        elif name in seen:
            yield Diagnostic(
                f"operationId {name!r} is used twice",
                document.locate(f"{here}/operationId"),
                f"it is first used at {document.locate(f'{seen[name]}/operationId')}",
            )
        elif name is not None:
            seen[name] = here
        other = routes.setdefault((source.method, _VARIABLE.sub("{}", path)), path)
        if other != path:
            report.warn(
                f"{source.http_method} {path} and {other} are the same route to a server",
                location=document.locate(here),
                code="route-duplicate",
            )
        if finder is not None and not _broken(path):
            mend_variables(finder, source)
        declared = _declared(document, source, report)
        yield from _compare(document, path.partition("#")[0], declared, here)
        if "x-specmill-path-parameters" in operation:
            real = {
                parameter["name"]: f"{here}/x-specmill-path-parameters/{index}"
                for index, parameter in enumerate(operation["x-specmill-path-parameters"])
            }
            yield from _compare(document, operation.get("x-specmill-path", path), real, here)


def _security(document: Document, finder: Finder | None, report: Report) -> None:
    """Note requirements that name no security scheme, once each."""
    root = document.root
    known = set(root.get("components", {}).get("securitySchemes", ()))
    asked = [("", root)]
    asked += [(source.pointer, source.node) for source in source_operations(root)]
    for pointer, holder in asked:
        for index, requirement in enumerate(holder.get("security", ())):
            for name in [name for name in requirement if name not in known]:
                place = f"{pointer}/security/{index}"
                meant = mend_security(finder, requirement, name) if finder is not None else None
                if meant is None:
                    known.add(name)
                taken = f"; taken as {meant!r}" if meant else ""
                report.warn(
                    f"the security scheme {name!r} is not declared{taken}",
                    location=document.locate(place),
                    code="security-undeclared",
                )


def _declared(document: Document, source: SourceOperation, report: Report) -> dict[str, str]:
    """Find the path parameters of an operation, with the pointer of each."""
    declared: dict[str, str] = {}
    for holder, pointer in source.holders():
        for index, given in enumerate(holder.get("parameters", ())):
            place = f"{pointer}/parameters/{index}"
            parameter, _ = document.follow(given, place)
            if parameter.get("in") != "path":
                continue
            name = parameter.get("name", "")
            declared[name] = place
            if parameter.get("required") is not True:
                parameter["required"] = True
                report.warn(
                    f"path parameter {name!r} must say `required: true`; taken so",
                    location=document.locate(place),
                    code="path-parameter-optional",
                )
    return declared


def _compare(
    document: Document, template: str, declared: dict[str, str], here: str
) -> Iterator[Diagnostic]:
    """Compare the variables of a path template with the parameters that are declared for it."""
    variables = dict.fromkeys(_VARIABLE.findall(template))
    if _broken(template):
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


def _broken(template: str) -> bool:
    return "{}" in template or _BRACE.search(_VARIABLE.sub("", template)) is not None
