"""One API, from its source to its model: read, overlaid, lowered, nothing left out unsaid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from difflib import get_close_matches
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from specmill.config import FILE_NAME, OVERLAY, ApiConfig
from specmill.diagnostics import Diagnostic, Report, Severity, SpecmillError, fail
from specmill.document.document import Document
from specmill.document.dump import dump
from specmill.document.operations import source_operations
from specmill.document.order import ordered_like
from specmill.document.origins import Origin, Origins
from specmill.document.pointers import join
from specmill.given_names import GivenNames
from specmill.lower import (
    brought_over,
    known_names,
    lower,
    pins_of_names,
    pins_of_resources,
    refuse_loss,
)
from specmill.model.api import Api, operations_of
from specmill.pipeline.lock import located, shown
from specmill.pipeline.lock.earlier import earlier_bytes, earlier_document
from specmill.sources import Source, load, load_table, read
from specmill.targets.python.layout import lay_out_models
from specmill.text import words
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Understood:
    """An API that was read: the normal form with overlays applied, and the model."""

    document: Document
    api: Api
    findings: tuple[Diagnostic, ...]
    written: bytes = b""
    """The normal form as it is written, where it was needed; else empty."""


def read_document(root: Path, config: ApiConfig, report: Report) -> Document:
    """Read an API's source and apply its overlays.

    Raises:
        SpecmillError: The source or an overlay is not usable.
    """
    source = shown(located(root, config.source))
    document = read(
        source,
        report=report,
        allow_remote=config.allow_remote,
        root=source.parent / config.root if config.root else None,
        dialect=_dialect(root, config),
    )
    if config.overlays:
        _report_unused_overlay(root, config, report)
        from specmill.document.overlay import apply  # noqa: PLC0415 - most specs have none

        for overlay in config.overlays:
            actions = load(shown(located(root, overlay)))
            document = apply(document, actions, partial(_before, root, config))
    if config.errors or config.environment or config.idempotent:
        document = _with_settings(root, config, document)
    return document


def _report_unused_overlay(root: Path, config: ApiConfig, report: Report) -> None:
    """Tell where the overlay that an API has by convention is not among those that it names."""
    usual = (PurePosixPath(config.source).parent / OVERLAY).as_posix()
    if config.normal_form and usual not in config.overlays and located(root, usual).is_file():
        report.warn(
            f"{usual} is not applied: `overlays` of [apis.{config.name}] does not name it",
            hint="add it, or remove the file",
            code="overlay-unused",
        )


def _before(root: Path, config: ApiConfig) -> Mapping[str, Any]:
    """Return the document of the last run."""
    found = earlier_document(root, config)
    return {} if found is None else found


def _selected(root: Path, config: ApiConfig, document: Document) -> Document:
    """Leave out the operations that the configuration does not want.

    Raises:
        SpecmillError: It names an operation that is not there.
    """
    if not (config.include or config.exclude or config.skip):
        return document
    hidden = {
        one.id for one in source_operations(document.root) if "x-specmill-skip" in one.node
    }  # those are left out later, with their reason
    known = {one.id for one in source_operations(document.root)}
    skip = known.intersection(config.skip).difference(hidden)
    if not (config.include or config.exclude or skip):
        return document
    from specmill.document.selection import Selection, select  # noqa: PLC0415 - most want all

    settings = (
        load_table(shown(root / FILE_NAME), ("apis", config.name)) if config.normal_form else None
    )
    return select(
        document,
        Selection(config.include, config.exclude, frozenset(skip)),
        lambda pointer: settings.locate(pointer) if settings is not None else None,
    )


def _with_settings(root: Path, config: ApiConfig, document: Document) -> Document:
    """Put what the workspace says of errors, variables and repeats into the document.

    Raises:
        SpecmillError: There is no operation of an id.
    """
    source = load_table(shown(root / FILE_NAME), ("apis", config.name))
    changed = deepcopy(document.root)
    known = dict(document.origins.known)
    for keyword, said in (("errors", config.errors), ("environment", config.environment)):
        if said:
            extension = f"x-specmill-{keyword}"
            changed[extension] = {**changed.get(extension, {}), **said}
            known[f"/{extension}"] = Origin(source, f"/{keyword}")
    operations = {one.id: one for one in source_operations(changed)}
    for id_, flag in config.idempotent.items():
        if id_ not in operations:
            place = source.locate(join("/idempotent", id_))
            close = get_close_matches(id_, operations, n=1)
            hint = f"did you mean {close[0]!r}?" if close else ""
            raise fail(f"there is no operation {id_!r}", location=place, hint=hint)
        operations[id_].node["x-specmill-idempotent"] = flag
        known[f"{operations[id_].pointer}/x-specmill-idempotent"] = Origin(
            source, join("/idempotent", id_)
        )
    return Document(changed, document.family, Origins(known))


def understand(
    root: Path,
    config: ApiConfig,
    given: GivenNames | None = None,
    *,
    complete: bool = True,
    any_pins: bool = False,
    stage: Callable[[str], None] | None = None,
) -> Understood:
    """Read and lower an API.

    Args:
        root: The workspace's folder.
        config: What to read.
        given: Names that an earlier run gave.
        complete: Refuse to leave out what nobody said to leave out.
        any_pins: Pass over pins that name nothing.
        stage: Called with what is done next.

    Raises:
        SpecmillError: The spec is not usable, or something would be left out of the output that
            neither the spec nor ``skip`` says to leave out.
    """
    report = Report()
    stage = stage or (lambda _: None)
    stage("reading")
    document = read_document(root, config, report)
    stage("naming")
    whole, document = document, _selected(root, config, document)
    is_whole, written = whole is document, b""
    if complete:
        refuse_loss(config.name, document, report, config.accept)
        if given is not None:
            document, written = _in_order(root, config, document)
    placed = pins_of_resources(config.resources, whole, any_pins=any_pins)
    pins = {**placed, **pins_of_names(config.names, whole, any_pins=any_pins)}
    if any_pins or not is_whole:
        known = known_names(document)
        lost = set() if any_pins else set(pins) - known_names(whole)  # those are mistakes
        pins = {name: pin for name, pin in pins.items() if name in known or name in lost}
    given = _brought_over(root, config, document, given)
    api = lower(
        document,
        key=config.name,
        report=report,
        pins=pins,
        given=given,
        old_names=config.old_names,
    )
    api = _laid_out(api, given)
    if config.client:
        api = replace(api, name=" ".join(words(config.client)))
    if config.title:
        api = replace(api, title=config.title)
    if complete:
        _check_bound(document, api)
        _check_skipped(config, whole, document, api, report)
    return Understood(document, api, settled(config, report), written)


def _brought_over(
    root: Path, config: ApiConfig, document: Document, given: GivenNames | None
) -> GivenNames:
    """Return names by meaning; those of an older lock are understood by the last normal form."""
    if given is None or not given.by_index:
        return given or GivenNames()
    earlier = earlier_document(root, config)
    return brought_over(given, document.root if earlier is None else earlier)


def _in_order(root: Path, config: ApiConfig, document: Document) -> tuple[Document, bytes]:
    """Return a document in the order of the last run, and how it is written if that is known."""
    earlier = earlier_bytes(root, config)
    if not earlier:
        return document, b""
    written = dump(document)
    ordered = ordered_like(document, written, earlier)
    return ordered, written if ordered is document else b""


def _laid_out(api: Api, given: GivenNames) -> Api:
    """Settle in which modules models stand."""
    known = {
        key: before.module
        for key, model in api.models.items()
        if (before := given.models.get(model.name)) is not None and before.module
    }
    return replace(api, modules=lay_out_models(api, known, given.late))


def settled(config: ApiConfig, report: Report) -> tuple[Diagnostic, ...]:
    """Return the findings of an API but for those that its configuration accepts.

    Raises:
        SpecmillError: There are any, and the API is strict.
    """
    accepted = set(config.accept)
    for code in sorted(accepted - {finding.code for finding in report.findings}):
        report.warn(f"accept names {code!r} for {config.name}, but there is no such finding")
    findings = tuple(finding for finding in report.findings if finding.code not in accepted)
    if config.strict and findings:
        raise SpecmillError(*(replace(one, severity=Severity.ERROR) for one in findings))
    return findings


def _dialect(root: Path, config: ApiConfig) -> Source | None:
    if not config.dialect:
        return None
    return load_table(shown(root / FILE_NAME), ("apis", config.name, "dialect"))


def _check_bound(document: Document, api: Api) -> None:
    """Refuse methods of a reference page that nothing binds to a request."""
    unbound = [
        Diagnostic(
            f"{operation.id!r} has no HTTP request",
            document.locate(operation.pointer),
            hint="bind it under methods of http.yaml beside the page, or name it under excluded",
        )
        for operation in operations_of(api)
        if operation.unbound
    ]
    if unbound:
        raise SpecmillError(*unbound)


def _check_skipped(
    config: ApiConfig, whole: Document, document: Document, api: Api, report: Report
) -> None:
    """Refuse to leave out what nobody said to leave out."""
    allowed = set(config.skip)
    refused = [
        Diagnostic(
            f"cannot generate {skipped.what}: {skipped.reason}",
            document.locate(skipped.pointer),
            hint=f'to go on without it, add "{skipped.what}" to skip of [apis.{config.name}]',
        )
        for skipped in api.skipped
        if skipped.what not in allowed and not _is_hidden(document, skipped.pointer)
    ]
    if refused:
        raise SpecmillError(*refused)
    left_out = {one.id for one in source_operations(whole.root)} if whole is not document else set()
    for name in sorted(allowed - {skipped.what for skipped in api.skipped} - left_out):
        report.warn(f"skip names {name!r} for {config.name}, but nothing of that name is skipped")


def _is_hidden(document: Document, pointer: str) -> bool:
    """Whether the spec or an overlay itself says to leave this out."""
    node = document.resolve(f"#{pointer}") if pointer else None
    return isinstance(node, dict) and "x-specmill-skip" in node
