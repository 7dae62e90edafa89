"""Two packages compared."""

from __future__ import annotations

from specmill.surface.comparison.calls import compare_methods
from specmill.surface.comparison.changes import Change, Changes
from specmill.surface.comparison.clients import compare_client
from specmill.surface.comparison.faces import compare_faces
from specmill.surface.comparison.matching import match_methods, match_models
from specmill.surface.comparison.models import compare_models
from specmill.surface.comparison.repeated import merged, told_once
from specmill.surface.comparison.sides import Sides
from specmill.surface.comparison.values.types import Types
from specmill.surface.value import Surface


def compare(old: Surface, new: Surface) -> tuple[Change, ...]:
    """Return what differs between two packages, the worst first within each resource.

    Places are pointers into the normal forms.
    """
    models = match_models(old.models.values(), new.models.values())
    renamed = {one.name: other.name for one, other in models.pairs if one.name != other.name}
    before = Types(old.models, renamed, frozenset(one.name for one, _ in models.pairs))
    after = Types(new.models, shared=frozenset(one.name for _, one in models.pairs))
    sides = Sides(old, new, before, after, Changes())
    schemes = compare_client(sides)
    compare_methods(sides, match_methods(old.methods, new.methods), schemes)
    compare_models(sides, models)
    compare_faces(sides)
    found = merged(told_once(dict.fromkeys(sides.changes.found), sides.changes.causes))
    return tuple(sorted(found, key=_order))


def package_renamed(old: str, new: str) -> Change:
    """Return the change of the name that a package is imported by."""
    changes = Changes()
    text = "the package has another name"
    changes.add("package-renamed", old, text, group="client", was=old, now=new)
    return changes.found[0]


def _order(change: Change) -> tuple[bool, str, int, str]:
    return change.group != "client", change.group, -change.level.rank, change.subject
