"""Output of one API: all its files, in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from specmill.config import ApiConfig, TargetConfig
from specmill.diagnostics import Diagnostic, Location, UsageError, fail
from specmill.document.document import Document
from specmill.document.dump import dump, dump_lines
from specmill.document.pointers import unescape
from specmill.document.prose import drop
from specmill.given_names import GivenNames
from specmill.model.api import Api, operations_of
from specmill.pipeline.edits import Merged, changelog_in, own_modules, with_header
from specmill.pipeline.lock import declared_inputs, located, relative, shown
from specmill.pipeline.plugins import render
from specmill.pipeline.understanding import understand
from specmill.targets import TargetInput
from specmill.targets.python.layout import model_modules
from specmill.targets.python.names import names_of_arguments, names_of_fields
from specmill.targets.python.runtime_modules import shared_runtime
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Build:
    """The output of one API; paths are relative to the workspace's folder."""

    name: str
    files: dict[str, bytes]
    inputs: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    names: GivenNames
    edits: Merged = Merged()
    """Edits of some of ``files`` by hand, which are in them."""


def build(
    root: Path,
    config: ApiConfig,
    given: GivenNames | None = None,
    *,
    reading: ApiConfig | None = None,
    stage: Callable[[str], None] | None = None,
) -> Build:
    """Make all files of an API; it keeps the names that were given before.

    Args:
        root: The workspace's folder.
        config: The API.
        given: Names that an earlier run gave.
        reading: What is read in the place of its source, such as its normal form.
        stage: Called with what is done next.

    Raises:
        SpecmillError: As :func:`understand`; or a target cannot turn the API into files.
    """
    try:
        return _built(root, config, given, reading or config, stage or (lambda _: None))
    except RecursionError:
        raise fail(
            "the schemas of the API nest deeper than can be followed",
            location=Location(config.source),
            hint="no API needs that; the file may be hostile",
        ) from None


def _built(
    root: Path,
    config: ApiConfig,
    given: GivenNames | None,
    reading: ApiConfig,
    stage: Callable[[str], None],
) -> Build:
    if config.is_runtime:
        return _runtime(root, config)
    understood = understand(root, reading, given, stage=stage)
    normal_form = cache(lambda: understood.written or dump(understood.document))
    facts = cache(lambda: dump_lines(drop(understood.document.root)))
    files = {config.normal_form: normal_form()} if config.normal_form else {}
    for target in config.targets:
        stage(f"target {target.name}")
        forms = normal_form, facts
        files.update(_render(root, config, target, understood.api, forms))
    inputs = {*declared_inputs(root, config), *_files_read(root, understood.document)}
    names = given_names(understood.api)
    return Build(config.name, files, tuple(sorted(inputs)), understood.findings, names)


def _runtime(root: Path, config: ApiConfig) -> Build:
    """Make the runtime that packages share: all of it, whatever they import today."""
    files = {
        f"{config.package_folder(target)}/{path}": with_header(
            path, text.encode(), "its runtime", own_code=False
        )
        for target in config.targets
        for path, text in shared_runtime(_templates(root, target)).items()
    }
    return Build(config.name, files, tuple(sorted(declared_inputs(root, config))), (), GivenNames())


def given_names(api: Api) -> GivenNames:
    """Return the names that a later run is to keep, and where models stand."""
    names = api.given_names()
    layout = model_modules(api)
    models = {
        model.name: replace(
            names.models[model.name], module=layout.modules[key], fields=names_of_fields(model)
        )
        for key, model in api.models.items()
    }
    operations = dict(names.operations)
    for operation in operations_of(api):
        if operation.form_of:
            continue
        key = f"{operation.method} {unescape(operation.pointer.split('/')[2])}"
        known = operations.get(key)  # not by its path: several documented forms may send to one
        if known is None:
            continue
        arguments, former = names_of_arguments(operation)
        if arguments or former:
            operations[key] = replace(known, arguments=arguments, former_arguments=former)
    late = {module: tuple(sorted(others)) for module, others in layout.late.items()}
    return replace(names, models=models, operations=operations, late=late)


def _render(
    root: Path,
    config: ApiConfig,
    target: TargetConfig,
    api: Api,
    forms: tuple[Callable[[], bytes], Callable[[], bytes]],
) -> Iterator[tuple[str, bytes]]:
    settings = {**target.settings, **({"client": config.client} if config.client else {})}
    own = own_modules(root, config, target)
    normal_form, facts = forms
    templates = _templates(root, target)
    given = TargetInput(api, normal_form, config.package, settings, templates, own, facts)
    folder = PurePosixPath(target.folder, config.package)
    if changelog := changelog_in(root, config, target):
        yield f"{folder}/CHANGELOG.md", changelog
    is_package = target.name == "python"
    for path, content in render(target.name, given):
        yield f"{folder}/{path}", with_header(path, content, config.source, own_code=is_package)


def _templates(root: Path, target: TargetConfig) -> tuple[Path, ...]:
    if not target.templates:
        return ()
    folder = located(root, target.templates)
    if not folder.is_dir():
        raise UsageError(Diagnostic(f"no template folder {str(shown(folder))!r}"))
    return (folder,)


def _files_read(root: Path, document: Document) -> set[str]:
    """Files that the spec refers to, itself included."""
    names = {origin.input.name for origin in document.origins.known.values()}
    return {relative(root, Path(name)) for name in names if Path(name).is_file()}
