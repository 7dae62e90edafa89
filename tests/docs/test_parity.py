"""Every operation, parameter and field of the model is on a page, with name, type and need."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from tests.docs.reading import PACKAGES, ROOT, described

from specmill.config import load
from specmill.pipeline.understanding import understand
from specmill.targets.python.inspect.inspection import describe

Description = dict[str, Any]
pytestmark = pytest.mark.parametrize("api", PACKAGES)


@cache
def of_model(api: str) -> Description:
    """Return what the generated package has."""
    workspace = load(ROOT / "specmill.toml")
    understood = understand(ROOT, workspace.apis[api])
    return describe(understood.api, PACKAGES[api])


@cache
def of_pages(api: str) -> Description:
    """Return what the pages tell."""
    return described(PACKAGES[api])


def by(name: str, things: list[Description]) -> dict[str, Description]:
    found = {thing[name]: thing for thing in things}
    assert len(found) == len(things)
    return found


def assert_same_type(ours: Description, shown: Description, where: str) -> None:
    """Compare types; pages list the values of a literal beside its type."""
    type_ = ours["type"]
    if not ours["required"]:
        type_ = type_.removesuffix(" | None")
    if "Literal[" in type_:
        for value in type_.partition("Literal[")[2].partition("]")[0].split(", "):
            assert value.strip("'\"") in shown["meaning"], where
        return
    assert shown["type"].removesuffix(" | None") == type_.removesuffix(" | None"), where


def assert_same(ours: list[Description], shown: list[Description], where: str) -> None:
    names = [(one["wire"], one.get("in"), one["python"], one["required"]) for one in ours]
    assert [(one["wire"], one.get("in"), one["python"], one["required"]) for one in shown] == names
    for one, other in zip(ours, shown, strict=True):
        assert_same_type(one, other, f"{where}.{one['wire']}")
        if "default" in one:
            assert "default " in other["meaning"], where


def test_operations(api: str) -> None:
    ours, shown = (by("id", one["operations"]) for one in (of_model(api), of_pages(api)))
    assert ours.keys() == shown.keys()
    for identifier, operation in ours.items():
        other = shown[identifier]
        for fact in ("method", "path", "python", "returns"):
            assert other[fact] == operation[fact], identifier
        assert_same(operation["parameters"], other["parameters"], identifier)
        body = operation["body"]
        assert (other["body"] is None) == (body is None), identifier
        if body is None:
            continue
        assert other["body"]["media_type"] == body["media_type"]
        assert other["body"]["required"] == body["required"]
        if "parts" in body:
            parts = [{"in": "form", **part} for part in body["parts"]]
            assert_same(parts, other["body"]["parts"], identifier)
        else:
            assert other["body"]["type"] == body["type"], identifier


def test_models(api: str) -> None:
    ours, shown = (by("name", one["models"]) for one in (of_model(api), of_pages(api)))
    assert ours.keys() == shown.keys()
    for name, model in ours.items():
        other = shown[name]
        assert other["kind"] == model["kind"]
        assert other["wire"] == model["wire"] or not model["wire"]  # inline ones have no name
        if model["kind"] == "object":
            assert_same(model["fields"], other["fields"], name)
        elif model["kind"] == "enum":
            assert other["values"] == [str(value) or '""' for value in model["values"]]
        elif "Literal[" not in model["type"]:
            assert other["type"] == model["type"]
