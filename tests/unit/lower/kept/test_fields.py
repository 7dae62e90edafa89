"""Fields with the names that they had, where these say anything."""

from __future__ import annotations

from specmill.lower.kept.fields import with_earlier_names
from specmill.model.models import Field
from specmill.model.types import Anything


def _field(wire: str, name: str = "") -> Field:
    return Field(wire, name or wire, Anything(), required=False)


def _earlier(
    fields: list[Field], given: dict[str, tuple[str, ...]], *, old_names: bool = True
) -> list[tuple[str | None, tuple[str, ...]]]:
    found = with_earlier_names(fields, given, old_names=old_names)
    return [(one.earlier, one.former) for one in found]


def test_names_as_on_the_wire_say_nothing() -> None:
    assert _earlier([_field("a"), _field("b")], {"a": ("",), "b": ("",), "gone": ("",)}) == []


def test_a_new_field_is_told_from_those_that_were_there() -> None:
    found = _earlier([_field("a"), _field("A"), _field("B")], {"A": ("",), "B": ("b_2",)})
    assert found == [(None, ()), ("", ()), ("b_2", ())]


def test_a_name_that_the_spec_chooses_leaves_the_old_one() -> None:
    given = {"a": ("",), "b": ("bee", "old")}
    fields = [_field("a", "size"), _field("b")]
    assert _earlier(fields, given) == [("", ("",)), ("bee", ("old",))]
    assert _earlier(fields, given, old_names=False) == [("", ()), ("bee", ())]
    assert _earlier([_field("b", "size")], given) == [("bee", ("old", "bee"))]
