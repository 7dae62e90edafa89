"""Reads API specs of every family into the normal form, a valid OpenAPI 3.1 document."""

from __future__ import annotations

from pathlib import Path

from specmill.diagnostics import Report, fail
from specmill.document.document import Document
from specmill.document.families import SHAPES, family_of
from specmill.sources import discovery, openapi3, swagger2
from specmill.sources.bundling import bundle
from specmill.sources.checks import check_document, check_shape, complete_info
from specmill.sources.component_names import clean_component_names
from specmill.sources.families import unknown_family
from specmill.sources.loading import Source, encode, is_page, load
from specmill.sources.repairs.versions import mend_version

__all__ = ["check_document", "read"]


def read(
    path: Path, *, report: Report, allow_remote: bool = False, dialect: Source | None = None
) -> Document:
    """Load a spec, detect its family from its content and normalize it.

    References to other files stay inside the spec's own folder; addresses are fetched only with
    ``allow_remote``. A reference page is read in ``dialect``, if one is given. Findings go to
    ``report``; raises SpecmillError with the place of mistakes.
    """
    if is_page(path):
        from specmill.sources import tables  # noqa: PLC0415 - few specs are pages of Markdown

        return _checked(tables.read(path, report, dialect), report)
    if dialect is not None:
        hint = "only a reference page in Markdown has a dialect"
        raise fail(f"{path} is no reference page", location=dialect.locate(""), hint=hint)
    source = load(path)
    report.findings += source.repeated
    mend_version(source, report)
    family = family_of(source.tree)
    if not family:
        raise unknown_family(source)
    shape = SHAPES[family]
    if family == "openapi3":
        openapi3.prepare(source.tree)
    repaired = "" if family == "discovery" else family
    checked = check_shape(source, shape, report, repaired)
    if family == "discovery":
        document = discovery.read(source, report)
    else:
        complete_info(source, report)
        origins = bundle(source, shape, report, checked, allow_remote=allow_remote)
        reader = swagger2 if family == "swagger2" else openapi3
        document = reader.read(source, report, origins)
    return _checked(document, report)


def _checked(document: Document, report: Report) -> Document:
    document = clean_component_names(document)
    if encode(document.root) is None:  # rewriting can add levels
        hint = "no API spec needs that; the file may be hostile"
        raise fail("the normal form nests too deep", location=document.locate(""), hint=hint)
    return check_document(document, report)
