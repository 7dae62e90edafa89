"""Models move only where modules would import each other in a circle, and as few as need be."""

from __future__ import annotations

from specmill.targets.python.layout import without_circles


def test_modules_without_a_circle_stay() -> None:
    modules = {"film": "films", "note": "films", "song": "songs"}
    edges = {"film": ["note"], "song": ["note"], "note": []}
    assert without_circles(modules, modules, edges) == modules


def test_a_circle_moves_what_is_new() -> None:
    modules = {"film": "films", "note": "films", "song": "songs", "new": "songs"}
    edges = {"film": ["new"], "song": ["note"], "note": [], "new": []}
    settled = without_circles(modules, {"film", "note", "song"}, edges)
    assert settled == {**modules, "new": "films"}


def test_what_moves_takes_what_it_is_made_of() -> None:
    modules = {"a": "x", "b": "y", "c": "y", "d": "y", "e": "x"}
    edges = {"a": ["b"], "b": ["c"], "c": [], "d": ["e"], "e": []}
    assert without_circles(modules, {"a", "b", "c", "d", "e"}, edges) == {**modules, "e": "y"}


def test_circles_of_three_and_apart_are_all_opened() -> None:
    modules = {"a": "1", "a2": "1", "b": "2", "b2": "2", "c": "3", "c2": "3", "p": "8", "q": "9"}
    modules |= {"p2": "8", "q2": "9"}
    edges = {
        "a": ["b2"],
        "b": ["c2"],
        "c": ["a2"],
        "p": ["q2"],
        "q": ["p2"],
        **{key: [] for key in ("a2", "b2", "c2", "p2", "q2")},
    }
    settled = without_circles(modules, modules, edges)
    moved = {key for key in modules if settled[key] != modules[key]}
    assert len(moved) == 2
    assert moved < {"a2", "b2", "c2", "p2", "q2"}
