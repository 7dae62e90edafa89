"""Comparison of two versions of an API, from their specs to a report."""

from __future__ import annotations

import gc

from specmill.diagnostics import Diagnostic, SpecmillError
from specmill.document.document import Document
from specmill.pipeline.understanding import understand
from specmill.pipeline.versions.sides import Side
from specmill.surface.comparison import Place, compare, package_renamed
from specmill.surface.reading import surface_of
from specmill.surface.report import Report
from specmill.surface.value import Surface
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Comparison:
    """A report, with what was found odd while the specs were read."""

    report: Report
    findings: tuple[Diagnostic, ...]


def compare_sides(old: Side, new: Side) -> Comparison:
    """Compare two versions of an API.

    Raises:
        SpecmillError: A spec is not usable.
    """
    before, old_document, old_findings = _read(old)
    after, new_document, new_findings = _read(new)
    changes = tuple(
        replace(
            one,
            old=_located(one.old, old_document, old),
            new=_located(one.new, new_document, new),
        )
        for one in compare(before, after)
    )
    if old.config.name == new.config.name and old.config.package != new.config.package:
        changes = (package_renamed(old.config.package, new.config.package), *changes)
    report = Report(
        api=new.config.name,
        old=old.label,
        new=new.label,
        old_version=before.version,
        new_version=after.version,
        changes=changes,
    )
    return Comparison(report, (*old_findings, *new_findings))


def _read(side: Side) -> tuple[Surface, Document, tuple[Diagnostic, ...]]:
    try:
        understood = understand(
            side.root, side.config, side.given, complete=False, any_pins=side.is_foreign
        )
    except SpecmillError as error:
        raise SpecmillError(*(_shown(one, side) for one in error.diagnostics)) from error
    config, document = side.config, understood.document
    surface = surface_of(document, understood.api, config.package, client=config.client)
    findings = tuple(_shown(one, side) for one in understood.findings)
    del understood
    if not gc.isenabled():
        gc.collect()  # what led to the surface is larger than all the rest, and goes in circles
    return surface, document, findings


def _shown(diagnostic: Diagnostic, side: Side) -> Diagnostic:
    place = diagnostic.location
    if place is None:
        return diagnostic
    return replace(diagnostic, location=replace(place, file=side.shown(place.file)))


def _located(place: Place, document: Document, side: Side) -> Place:
    """Find the place of a pointer into a normal form."""
    if not place.told:
        return place
    found = document.locate(place.pointer)
    return Place(side.shown(found.file), found.line, found.column, found.pointer, told=True)
