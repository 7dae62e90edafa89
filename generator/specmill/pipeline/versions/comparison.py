"""Comparison of two versions of an API, from their specs to a report."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence

from specmill.diagnostics import Diagnostic, Location, SpecmillError
from specmill.document.origins import Origins
from specmill.pipeline.understanding import understand
from specmill.pipeline.versions.sides import Side
from specmill.sources import Source
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
    before, after = _read(old), _read(new)
    changes = compare(before.surface, after.surface)
    # One after the other: the positions of all parts of a large spec are larger than the spec.
    olds = before.places([one.old for one in changes])
    news = after.places([one.new for one in changes])
    located = tuple(
        replace(one, old=was, new=now) for one, was, now in zip(changes, olds, news, strict=True)
    )
    if old.config.name == new.config.name and old.config.package != new.config.package:
        located = (package_renamed(old.config.package, new.config.package), *located)
    report = Report(
        api=new.config.name,
        old=old.label,
        new=new.label,
        old_version=before.surface.version,
        new_version=after.surface.version,
        changes=located,
    )
    return Comparison(report, (*before.findings, *after.findings))


@dataclass(slots=True)
class _Reading:
    """One side: its surface, and what tells where the parts of it stand."""

    side: Side
    surface: Surface
    origins: Origins | None
    findings: tuple[Diagnostic, ...]

    def places(self, pointers: Sequence[Place]) -> list[Place]:
        """Find the places of pointers into the normal form, and forget the files."""
        origins, self.origins = self.origins, None
        assert origins is not None, "places are found once"
        places = origins.locate_all({one.pointer for one in pointers if one.told})
        return [_located(one, places, self.side) for one in pointers]


def _read(side: Side) -> _Reading:
    try:
        understood = understand(
            side.root, side.config, side.given, complete=False, any_pins=side.is_foreign
        )
    except SpecmillError as error:
        raise SpecmillError(*(_shown(one, side) for one in error.diagnostics)) from error
    _collect()
    config, document = side.config, understood.document
    documented = any(one.settings.get("facade") for one in config.targets if one.name == "python")
    surface = surface_of(
        document, understood.api, config.package, client=config.client, documented=documented
    )
    findings = tuple(_shown(one, side) for one in understood.findings)
    return _Reading(side, surface, _without_trees(document.origins), findings)


def _without_trees(origins: Origins) -> Origins:
    """Return what tells places, without the content of the files, which is not needed again."""
    inputs = {id(one.input): one.input for one in origins.known.values()}
    light = {
        key: replace(one, tree=None) if isinstance(one, Source) else one
        for key, one in inputs.items()
    }
    return Origins(
        {
            pointer: replace(one, input=light[id(one.input)])
            for pointer, one in origins.known.items()
        }
    )


def _collect() -> None:
    """Free what led to a model, where nothing else does: it is large, and goes in circles."""
    if not gc.isenabled():
        gc.collect()
        gc.freeze()  # what is left stays, and is not looked through again for the other side


def _shown(diagnostic: Diagnostic, side: Side) -> Diagnostic:
    place = diagnostic.location
    if place is None:
        return diagnostic
    return replace(diagnostic, location=replace(place, file=side.shown(place.file)))


def _located(place: Place, places: Mapping[str, Location], side: Side) -> Place:
    """Return a place in a normal form as one of a file."""
    if not place.told:
        return place
    found = places[place.pointer]
    return Place(side.shown(found.file), found.line, found.column, found.pointer, told=True)
