"""API specs of any family to the normal form: the family's reader, then the checks of all."""

from __future__ import annotations

from pathlib import Path

from specmill.diagnostics import Location, Report, fail
from specmill.document.component_names import clean_component_names
from specmill.document.document import Document
from specmill.document.families import SHAPES, family_of
from specmill.document.operations import source_operations
from specmill.document.origins import Origin
from specmill.sources.loading import Source, encode, is_page, load, parse, unknown_family
from specmill.sources.repairs.checks import check_document, check_shape, complete_info
from specmill.sources.repairs.versions import mend_version
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class _Reach:
    """Where the references of a spec may lead."""

    allow_remote: bool
    root: Path | None


def read(
    path: Path,
    *,
    report: Report,
    allow_remote: bool = False,
    root: Path | None = None,
    dialect: Source | None = None,
) -> Document:
    """Load a spec, detect its family from its content and normalize it.

    References to other files stay inside ``root``, by default the spec's own folder; addresses are
    fetched only with ``allow_remote``. A reference page is read in ``dialect``, if one is given.
    Findings go to ``report``; raises SpecmillError with the place of mistakes.
    """
    if is_page(path):
        from specmill.sources import markdown  # noqa: PLC0415 - few specs are pages of Markdown

        return _checked(markdown.read(path, report, dialect), report)
    if dialect is not None:
        hint = "only a reference page in Markdown has a dialect"
        raise fail(f"{path} is no reference page", location=dialect.locate(""), hint=hint)
    source = load(path)
    report.findings += source.repeated
    mend_version(source, report)
    family = family_of(source.tree)
    if not family:
        raise unknown_family(source)
    document = _READERS[family](source, report, _Reach(allow_remote, root))
    return _checked(document, report)


def check_family(content: bytes, name: str) -> None:
    """Look whether bytes are a spec of some family, without reading all of it.

    Raises:
        SpecmillError: They are something else, such as a page that asks to sign in.
    """
    if is_page(Path(name)):
        if not content.strip() or content.lstrip()[:1] == b"<":
            raise fail("this is no reference page in Markdown", location=Location(name))
        return
    source = parse(content, name=name)
    mend_version(source, Report())
    if not family_of(source.tree):
        raise unknown_family(source)


def _from_discovery(source: Source, report: Report, _: _Reach) -> Document:
    from specmill.sources import discovery  # noqa: PLC0415 - one family is read at a time

    check_shape(source, SHAPES["discovery"], report)
    return discovery.read(source, report)


def _from_swagger(source: Source, report: Report, reach: _Reach) -> Document:
    from specmill.sources import swagger  # noqa: PLC0415 - as above

    return swagger.read(source, report, _bundled("swagger2", source, report, reach))


def _from_openapi(source: Source, report: Report, reach: _Reach) -> Document:
    from specmill.sources import openapi  # noqa: PLC0415 - as above

    return openapi.read(source, report, _bundled("openapi3", source, report, reach))


_READERS = {
    "discovery": _from_discovery,
    "swagger2": _from_swagger,
    "openapi3": _from_openapi,
}


def _bundled(family: str, source: Source, report: Report, reach: _Reach) -> dict[str, Origin]:
    """Check the shape of a source, then put what it refers to in other files into it."""
    from specmill.sources.references import Inliner, Library, bundle  # noqa: PLC0415 - as above

    library = Library(source, reach.allow_remote, reach.root)
    shape = SHAPES[family]
    checked = check_shape(source, shape, report, family, Inliner(library))
    complete_info(source, report)
    return bundle(source, shape, report, checked, library)


def _checked(document: Document, report: Report) -> Document:
    for section, entries in document.root.get("components", {}).items():
        if isinstance(entries, dict) and "" in entries:
            what = "a component has an empty name; it gets one"
            place = document.locate(f"/components/{section}/")
            report.warn(what, location=place, code="component-without-name")
    document = clean_component_names(document)
    for operation in source_operations(document.root):
        for keyword in ("x-speakeasy-ignore", "x-fern-ignore"):
            if operation.node.get(keyword) is True:
                operation.node.setdefault("x-specmill-skip", f"{keyword} says so")
    if encode(document.root) is None:  # rewriting can add levels
        hint = "no API spec needs that; the file may be hostile"
        raise fail("the normal form nests too deep", location=document.locate(""), hint=hint)
    return check_document(document, report)
