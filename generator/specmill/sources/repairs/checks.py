"""Checks of a spec before and after it is normalized."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from specmill.diagnostics import Diagnostic, Report, SpecmillError
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.operations import SourceOperation, source_operations
from specmill.document.shapes import (
    EXTRA,
    Fault,
    Mistake,
    Shape,
    Unknown,
    check,
    describe,
)
from specmill.sources.loading import Source
from specmill.sources.repairs.fields import mend_unknown
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.following import follow_references
from specmill.sources.repairs.lacks import mend_key, mend_missing
from specmill.sources.repairs.mending import Inline, Mending, join
from specmill.sources.repairs.references import (
    inlined_references,
    merge_copies,
    restore_references,
)
from specmill.sources.repairs.routes import (
    mend_operation_id,
    mend_paths,
    mend_security,
    mend_variables,
    scheme_at,
)
from specmill.sources.repairs.schemas import mend_defaults, mend_well_known
from specmill.sources.repairs.values import mend_value

MAX_SHOWN = 20
"""Mistakes reported at once."""

MOST_SEGMENTS = 200
"""Segments that a path may have."""
_BRACE = re.compile(r"[{}]")
_VARIABLE = re.compile(r"\{([^{}]*)\}")


def check_shape(
    source: Source, shape: Shape, report: Report, family: str = "", inline: Inline | None = None
) -> Mending:
    """Check the types of everything that has a known place, and keep what has none.

    Mistakes that are known are repaired, unknown fields move to ``x-specmill-extra`` of their
    object, with a finding each. Gives what was found and moved. Raises SpecmillError for wrong
    types and missing fields.
    """
    return check_part(source, source.tree, shape, "", report, family, inline)


def check_part(
    source: Source,
    part: Any,
    shape: Shape,
    start: str,
    report: Report,
    family: str = "",
    inline: Inline | None = None,
) -> Mending:
    """Check a part of a file that stands at the pointer ``start``, as ``check_shape`` does.

    Mistakes are repaired in the families ``openapi3`` and ``swagger2``.
    """
    mending = Mending(source, part, shape, start, family, report, [(part, shape, None)])
    mending.inline = inline
    refused: list[Mistake] = []
    while mending.pending:
        verdict = check(*mending.pending.pop())
        mending.leaves |= verdict.leaves
        mending.discriminators += verdict.gathered
        inlined = inlined_references(mending, verdict) if inline else frozenset()
        left = (one for one in verdict.mistakes if id(one) not in inlined)
        refused += [one for one in left if not (family and _mended(mending, one))]
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
    mending.move(join(unknown.path, key), join(unknown.path, EXTRA, key))


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
    if finder is not None:
        restore_references(finder)
        document = merge_copies(finder)
        finder = Finder(document, report)
        mend_well_known(finder)
    raise_all(follow_references(document, finder))
    if finder is not None:
        mend_defaults(finder)
        document = mend_paths(finder)
        finder = Finder(document, report)
    raise_all(_operations(document, finder, report))
    return document


def _operations(document: Document, finder: Finder | None, report: Report) -> Iterator[Diagnostic]:
    _security(document, finder, report)
    seen: dict[str, str] = {}
    routes: dict[tuple[str, str], str] = {}
    for source in source_operations(document.root):
        path, operation, here = source.path, source.node, source.pointer
        if path.count("/") > MOST_SEGMENTS:
            what = f"a path has more than {MOST_SEGMENTS} segments"
            yield Diagnostic(what, document.locate(here), "no API needs that")
            continue
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
            _name_schemes(root, requirement)
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


def _name_schemes(root: dict[str, Any], requirement: dict[str, Any]) -> None:
    """Name the security schemes that a requirement says the addresses of."""
    if not any("#" in one for one in requirement):
        return
    named = {scheme_at(root, one) or one: scopes for one, scopes in requirement.items()}
    requirement.clear()
    requirement.update(named)


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
