"""Models stay in modules that need each other, unless an alias is made while its module loads."""

from __future__ import annotations

from specmill.targets.python.circles import late_imports, without_circles

FILM = {"film": "films", "note": "films", "song": "songs"}


def test_modules_without_a_circle_stay() -> None:
    edges = {"film": ["note"], "song": ["note"], "note": []}
    assert without_circles(FILM, FILM, edges, {}) == FILM
    assert late_imports(FILM, edges, {}, {}) == {}


def test_a_circle_moves_what_is_new() -> None:
    modules = {**FILM, "new": "songs"}
    edges = {"film": ["new"], "song": ["note"], "note": [], "new": []}
    settled = without_circles(modules, FILM, edges, {})
    assert settled == {**modules, "new": "films"}
    assert late_imports(settled, edges, {}, {}) == {}


def test_what_is_new_moves_beside_what_stays() -> None:
    """A circle that only late imports can open does not keep another one from being opened."""
    modules = {**FILM, "new": "y", "old": "y", "x": "x"}
    edges = {"film": ["song"], "song": ["note"], "note": [], "new": [], "old": ["x"], "x": ["new"]}
    settled = without_circles(modules, modules.keys() - {"new"}, edges, {})
    assert settled == {**modules, "new": "x"}
    assert late_imports(settled, edges, {}, {}) == {"films": {"songs"}}


def test_what_was_there_stays() -> None:
    """Of two ways, the one that fewer classes take is late; the next run stays with it."""
    edges = {"film": ["song"], "song": ["note"], "note": ["song"]}
    assert without_circles(FILM, FILM, edges, {}) == FILM
    assert late_imports(FILM, edges, {}, {}) == {"songs": {"films"}}
    assert late_imports(FILM, edges, {}, {"films": {"songs"}}) == {"films": {"songs"}}


def test_an_alias_takes_what_it_is_made_of() -> None:
    """Aliases are ``a`` and ``d``; ``b`` moves, and what that is made of does not."""
    modules = {"a": "x", "b": "y", "c": "y", "d": "y", "e": "x", "f": "x"}
    at_once = {"a": ["b"], "d": ["e"]}
    edges = {**at_once, "b": ["c"], "c": [], "e": ["f"], "f": []}
    settled = without_circles(modules, modules, edges, at_once)
    assert settled == {**modules, "b": "x"}
    assert late_imports(settled, edges, at_once, {}) == {"x": {"y"}}


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
    assert without_circles(modules, modules, edges, {}) == modules
    assert late_imports(modules, edges, {}, {}) == {"1": {"2"}, "8": {"9"}}
    settled = without_circles(modules, modules, edges, edges)
    moved = {key for key in modules if settled[key] != modules[key]}
    assert len(moved) == 2
    assert moved < {"a2", "b2", "c2", "p2", "q2"}
    assert late_imports(settled, edges, edges, {}) == {}
