"""One API: from its source to its files in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path, PurePosixPath

from specmill.config import FILE_NAME, ApiConfig, TargetConfig
from specmill.diagnostics import Diagnostic, Report, Severity, SpecmillError, UsageError
from specmill.document.document import Document
from specmill.document.dump import dump
from specmill.given_names import GivenNames
from specmill.lower import known_names, lower
from specmill.model.api import Api, Resource
from specmill.model.operations import Operation
from specmill.pipeline.lock import declared_inputs, located, relative
from specmill.pipeline.plugins import load_target
from specmill.sources import read
from specmill.sources.loading.files import Source, load, load_table
from specmill.targets import TargetInput
from specmill.text import words
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Understood:
    """An API that was read: the normal form with overlays applied, and the model."""

    document: Document
    api: Api
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Build:
    """The output of one API; paths are relative to the workspace's folder."""

    name: str
    files: dict[str, bytes]
    inputs: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    names: GivenNames


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


def _dialect(root: Path, config: ApiConfig) -> Source | None:
    if not config.dialect:
        return None
    return load_table(shown(root / FILE_NAME), ("apis", config.name, "dialect"))


def understand(
    root: Path,
    config: ApiConfig,
    given: GivenNames | None = None,
    *,
    complete: bool = True,
    any_pins: bool = False,
) -> Understood:
    """Read and lower an API.

    Args:
        root: The workspace's folder.
        config: What to read.
        given: Names that an earlier run gave.
        complete: Refuse to leave out what nobody said to leave out.
        any_pins: Pass over pins that name nothing.

    Raises:
        SpecmillError: The spec is not usable, or something would be left out of the output that
            neither the spec nor ``skip`` says to leave out.
    """
    report = Report()
    document = read_document(root, config, report)
    pins = config.names
    if any_pins:
        known = known_names(document)
        pins = {name: pin for name, pin in pins.items() if name in known}
    api = lower(document, key=config.name, report=report, pins=pins, given=given)
    if config.client:
        api = replace(api, name=" ".join(words(config.client)))
    if config.title:
        api = replace(api, title=config.title)
    if complete:
        _check_bound(document, api.root)
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


def build(root: Path, config: ApiConfig, given: GivenNames | None = None) -> Build:
    """Make all files of an API; it keeps the names that were given before.

    Raises:
        SpecmillError: As :func:`understand`; or a target cannot turn the API into files.
    """
    understood = understand(root, config, given)
    normal_form = cache(partial(dump, understood.document))
    files = {config.normal_form: normal_form()} if config.normal_form else {}
    for target in config.targets:
        files.update(_render(root, config, target, understood.api, normal_form))
    inputs = {*declared_inputs(root, config), *_files_read(root, understood.document)}
    names = given_names(understood.api)
    return Build(config.name, files, tuple(sorted(inputs)), understood.findings, names)


def given_names(api: Api) -> GivenNames:
    """Return the names that a later run is to keep: those that the spec does not spell itself."""
    places = {one.id: (*one.resource, one.name) for one in operations_of(api.root)}
    return GivenNames(
        operations={
            id_: ".".join(place)
            for id_, place in places.items()
            if not any("." in name for name in place)
        },
        models={
            key: model.name
            for key, model in api.models.items()
            if words(model.wire) != words(model.name)
        },
    )


def shown(path: Path) -> Path:
    """``path`` as messages call it: from the current folder where that is shorter."""
    from_here = os.path.relpath(path)
    return Path(from_here) if len(from_here) < len(str(path)) else path


def _render(
    root: Path, config: ApiConfig, target: TargetConfig, api: Api, normal_form: Callable[[], bytes]
) -> Iterator[tuple[str, bytes]]:
    settings = {**target.settings, **({"client": config.client} if config.client else {})}
    given = TargetInput(api, normal_form, config.package, settings, _templates(root, target))
    folder = PurePosixPath(target.folder, config.package)
    for path, content in load_target(target.name).render(given).items():
        yield f"{folder}/{path}", content.encode() if isinstance(content, str) else content


def _templates(root: Path, target: TargetConfig) -> tuple[Path, ...]:
    if not target.templates:
        return ()
    folder = located(root, target.templates)
    if not folder.is_dir():
        raise UsageError(Diagnostic(f"no template folder {str(shown(folder))!r}"))
    return (folder,)


def _check_bound(document: Document, root: Resource) -> None:
    """Refuse methods of a reference page that nothing binds to a request."""
    unbound = [
        Diagnostic(
            f"nothing tells how {operation.id!r} travels over HTTP",
            document.locate(operation.pointer),
            hint="bind it under methods of http.yaml beside the page, or name it under excluded",
        )
        for operation in operations_of(root)
        if operation.unbound
    ]
    if unbound:
        raise SpecmillError(*unbound)


def operations_of(resource: Resource) -> Iterator[Operation]:
    """Walk the operations of a resource and of those below it."""
    yield from resource.operations
    for child in resource.children:
        yield from operations_of(child)


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


def _files_read(root: Path, document: Document) -> set[str]:
    """Files that the spec refers to, itself included."""
    names = {origin.input.name for origin in document.origins.known.values()}
    return {relative(root, Path(name)) for name in names if Path(name).is_file()}
