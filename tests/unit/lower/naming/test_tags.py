"""Tags that stand below others, and those that place nothing."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.lower.naming.tags import Tags


def _tags(**said: dict[str, Any]) -> Tags:
    tags = [{"name": name, "x-specmill-extra": extra} for name, extra in said.items()]
    return Tags.of({"tags": tags})


@pytest.mark.parametrize(
    ("tags", "main", "others"),
    [
        (["nav", "plain"], "nav", ("plain",)),
        (["badge", "plain", "nav"], "plain", ("badge", "nav")),
        (["badge"], "badge", ()),
        (["unknown", "unknown"], "unknown", ()),
        ([], "", ()),
    ],
)
def test_the_main_tag_is_no_badge(tags: list[str], main: str, others: tuple[str, ...]) -> None:
    known = _tags(nav={"kind": "nav"}, plain={}, badge={"kind": "badge"})
    assert known.main({"tags": tags}) == main
    assert known.others({"tags": tags}) == others


def test_circles_and_unknown_parents_are_told() -> None:
    tags = _tags(
        top={}, low={"parent": "top"}, a={"parent": "b"}, b={"parent": "a"}, lost={"parent": "no"}
    )
    assert [tags.above(name) for name in ("top", "low", "a", "lost")] == [(), ("top",), (), ()]
    report = Report()
    tags.report(Document({}, "openapi3"), report)
    assert [one.what for one in report.findings] == [
        "the parents of the tag 'a' form a circle",
        "the parents of the tag 'b' form a circle",
        "the parent 'no' of the tag 'lost' is not a tag",
    ]
