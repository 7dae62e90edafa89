"""Types as a type checker compares them."""

from __future__ import annotations

import pytest

from specmill.model.models import EnumValue, ModelKind
from specmill.model.types import (
    NULL,
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    TupleOf,
    UnionOf,
)
from specmill.surface.comparison.values.types import Fit, Types, compared, fit, same_on_wire
from specmill.surface.value import Model

TEXT, WHOLE, NUMBER = (
    Scalar(ScalarKind.STRING),
    Scalar(ScalarKind.INTEGER),
    Scalar(ScalarKind.NUMBER),
)
OPEN = LiteralOf(("a", "b"))
NESTED = UnionOf((TEXT, ListOf(Named("Nest"))))
TYPES = Types(
    {
        "Kind": Model("Kind", "Kind", ModelKind.ENUM, target=OPEN, values=(EnumValue("a"),)),
        "Tree": Model("Tree", "Tree", ModelKind.OBJECT),
        "Bush": Model("Bush", "Bush", ModelKind.OBJECT),
        "Nest": Model("Nest", "Nest", ModelKind.ALIAS, target=NESTED),
    }
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (TEXT, TEXT, Fit.SAME),
        (TEXT, Scalar(ScalarKind.UUID), Fit.SAME),
        (WHOLE, Scalar(ScalarKind.INTEGER_STRING), Fit.SAME),
        (WHOLE, NUMBER, Fit.WIDER),
        (NUMBER, WHOLE, Fit.NARROWER),
        (TEXT, WHOLE, Fit.OTHER),
        (TEXT, UnionOf((TEXT, NULL)), Fit.WIDER),
        (UnionOf((TEXT, WHOLE)), UnionOf((WHOLE, TEXT)), Fit.SAME),
        (UnionOf((TEXT, WHOLE)), TEXT, Fit.NARROWER),
        (OPEN, TEXT, Fit.SAME),
        (Named("Kind"), TEXT, Fit.SAME),
        (LiteralOf(("a",), open=False), TEXT, Fit.WIDER),
        (LiteralOf(("a",), open=False), LiteralOf(("b",), open=False), Fit.OTHER),
        (LiteralOf((True,), open=False), Scalar(ScalarKind.BOOLEAN), Fit.WIDER),
        (Named("Tree"), Named("Bush"), Fit.OTHER),
        (Named("Tree"), UnionOf((Named("Tree"), Named("Bush"))), Fit.WIDER),
        (Named("Tree"), Anything(), Fit.WIDER),
        (ListOf(TEXT), ListOf(TEXT), Fit.SAME),
        (ListOf(WHOLE), ListOf(NUMBER), Fit.OTHER),
        (MapOf(TEXT), MapOf(WHOLE), Fit.OTHER),
        (MapOf(TEXT), ListOf(TEXT), Fit.OTHER),
        (TupleOf((TEXT,)), TupleOf((TEXT, WHOLE)), Fit.OTHER),
        (Named("Nest"), Named("Nest"), Fit.SAME),
    ],
)
def test_fit(old: object, new: object, expected: Fit) -> None:
    assert fit(TYPES.shape(old), TYPES.shape(new)) is expected  # type: ignore[arg-type]


def test_lists_of_arguments_are_read_only() -> None:
    whole, number = TYPES.shape(ListOf(WHOLE)), TYPES.shape(ListOf(NUMBER))
    assert fit(whole, number) is Fit.OTHER
    assert fit(whole, number, is_argument=True) is Fit.WIDER


def test_what_is_one_type_in_python_may_be_two_on_the_wire() -> None:
    assert not same_on_wire(TYPES, TYPES, WHOLE, Scalar(ScalarKind.INTEGER_STRING))
    assert same_on_wire(TYPES, TYPES, TEXT, Scalar(ScalarKind.UUID))


def test_an_alias_of_both_sides_is_told_by_itself() -> None:
    """Where it stands for something else by now, not everything that names it has changed."""
    kind = Model("Kind", "Kind", ModelKind.ALIAS, target=WHOLE)
    before = Types(TYPES.models, shared=frozenset(TYPES.models))
    after = Types({**TYPES.models, "Kind": kind}, shared=frozenset(TYPES.models))
    named = ListOf(Named("Kind"))
    assert compared(before, after, named, named)[0] is Fit.SAME
    assert compared(before, after, named, ListOf(TEXT))[0] is Fit.SAME
    assert compared(before, after, ListOf(TEXT), named)[0] is Fit.OTHER
