"""Normal forms of specs: as OpenAPI 3.1, or in their own family without prose."""

from __future__ import annotations

from pathlib import Path

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, Report
from specmill.document.dump import dump
from specmill.document.prose import drop, drop_from
from specmill.pipeline.lock import located, shown
from specmill.pipeline.understanding import read_document, settled
from specmill.sources import load, parse


def normal_form(
    root: Path, config: ApiConfig, *, prose: bool = True
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """An API as OpenAPI 3.1 in JSON, overlays applied; without ``prose``, only facts stay.

    Gives the findings, too.

    Raises:
        SpecmillError: The source or an overlay is not usable; or there are findings and the API is
            strict.
    """
    report = Report()
    document = read_document(root, config, report)
    findings = settled(config, report)
    return dump(document if prose else drop_from(document)), findings


def source_form(root: Path, config: ApiConfig, *, prose: bool = True) -> bytes:
    """An API's source as JSON in its own family, without overlays.

    Raises:
        SpecmillError: The source is not a spec.
    """
    tree = load(shown(located(root, config.source))).tree
    return dump(tree if prose else drop(tree))


def without_prose(content: bytes, name: str) -> bytes:
    """The bytes of a spec of any family, as JSON without its prose; ``name`` is for messages.

    Raises:
        SpecmillError: It is not a spec.
    """
    return dump(drop(parse(content, name=name).tree))
