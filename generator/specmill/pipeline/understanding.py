"""One API, from its source to its model: read, overlaid, lowered, nothing left out unsaid."""

from __future__ import annotations

from pathlib import Path

from specmill.config import FILE_NAME, ApiConfig
from specmill.diagnostics import Diagnostic, Report, Severity, SpecmillError
from specmill.document.document import Document
from specmill.given_names import GivenNames
from specmill.lower import lower
from specmill.model.api import Api, operations_of
from specmill.pipeline.lock import located, shown
from specmill.sources import Source, load, load_table, read
from specmill.text import words
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Understood:
    """An API that was read: the normal form with overlays applied, and the model."""

    document: Document
    api: Api
    findings: tuple[Diagnostic, ...]


def read_document(root: Path, config: ApiConfig, report: Report) -> Document:
    """Read an API's source and apply its overlays.

    Raises:
        SpecmillError: The source or an overlay is not usable.
    """
    document = read(
        shown(located(root, config.source)),
        report=report,
        allow_remote=config.allow_remote,
        dialect=_dialect(root, config),
    )
    if config.overlays:
        from specmill.document.overlay import apply  # noqa: PLC0415 - most specs have none

        for overlay in config.overlays:
            document = apply(document, load(shown(located(root, overlay))))
    return document


def understand(
    root: Path, config: ApiConfig, given: GivenNames | None = None, *, complete: bool = True
) -> Understood:
    """Read and lower an API.

    Args:
        root: The workspace's folder.
        config: What to read.
        given: Names that an earlier run gave.
        complete: Refuse to leave out what nobody said to leave out.

    Raises:
        SpecmillError: The spec is not usable, or something would be left out of the output that
            neither the spec nor ``skip`` says to leave out.
    """
    report = Report()
    document = read_document(root, config, report)
    api = lower(document, key=config.name, report=report, pins=config.names, given=given)
    if config.client:
        api = replace(api, name=" ".join(words(config.client)))
    if config.title:
        api = replace(api, title=config.title)
    if complete:
        _check_bound(document, api)
        _check_skipped(config, document, api, report)
    return Understood(document, api, settled(config, report))


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
            f"nothing tells how {operation.id!r} travels over HTTP",
            document.locate(operation.pointer),
            hint="bind it under methods of http.yaml beside the page, or name it under excluded",
        )
        for operation in operations_of(api)
        if operation.unbound
    ]
    if unbound:
        raise SpecmillError(*unbound)


def _check_skipped(config: ApiConfig, document: Document, api: Api, report: Report) -> None:
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
    for name in sorted(allowed - {skipped.what for skipped in api.skipped}):
        report.warn(f"skip names {name!r} for {config.name}, but nothing of that name is skipped")


def _is_hidden(document: Document, pointer: str) -> bool:
    """Whether the spec or an overlay itself says to leave this out."""
    node = document.resolve(f"#{pointer}") if pointer else None
    return isinstance(node, dict) and "x-specmill-skip" in node
