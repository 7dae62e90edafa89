"""Resources that are called otherwise now, and which of their old names lead there."""

from __future__ import annotations

import pytest

from specmill.lower.kept.resources import Path, former_resources, was_called


def _places(**places: str) -> dict[str, Path]:
    return {pointer: tuple(place.split(".")) for pointer, place in places.items()}


def _former(before: dict[str, Path], now: dict[str, Path], *gone: str) -> dict[Path, Path]:
    return former_resources(before, now, [tuple(one.split(".")) for one in gone], {})


MOVIES = {("movies",): "films"}
FILMS = _places(a="films.list", b="films.get", c="films.scenes.list")


@pytest.mark.parametrize(
    ("now", "former"),
    [
        (FILMS, {}),
        (_places(a="movies.list", b="movies.get", c="movies.scenes.list"), MOVIES),
        (_places(a="movies.all", b="movies.read", c="movies.scenes.list"), MOVIES),
        (_places(a="movies.list", c="movies.scenes.list"), MOVIES),
        (
            _places(a="films.list", b="films.get", c="films.cuts.list"),
            {("films", "cuts"): "scenes"},
        ),
        # One is still there; the methods went two ways; it stands under another one now.
        (_places(a="movies.list", b="films.get", c="movies.scenes.list"), {}),
        (_places(a="movies.list", b="plays.get", c="movies.scenes.list"), {}),
        (_places(a="art.films.list", b="art.films.get", c="art.films.scenes.list"), {}),
        # Another operation has the name of one of them there.
        (_places(a="movies.list", x="movies.get", b="movies.get_film"), {}),
    ],
)
def test_a_resource_is_known_by_its_operations(
    now: dict[str, Path], former: dict[Path, str]
) -> None:
    assert _former(FILMS, now) == {path: (name,) for path, name in former.items()}


def test_the_name_of_a_method_that_is_gone_does_not_lead_to_another() -> None:
    now = _places(a="movies.list", x="movies.read")
    assert _former(FILMS, now, "films.delete") == {("movies",): ("films",)}
    assert _former(FILMS, now, "films.read") == {}


def test_old_names_go_on_until_they_are_taken() -> None:
    now = _places(a="pictures.list", b="pictures.get", c="pictures.scenes.list")
    given = {"films": ("shows", "reels")}
    assert former_resources(FILMS, now, (), given) == {("pictures",): ("shows", "reels", "films")}
    now |= _places(x="shows.list")
    assert former_resources(FILMS, now, (), given) == {("pictures",): ("reels", "films")}
    assert former_resources({}, _places(x="other.list"), (), given) == {}


def test_a_name_leads_to_a_resource() -> None:
    former = {("movies",): ("films",), ("movies", "cuts"): ("scenes",)}
    path = ("movies", "cuts")
    for name in (("films", "scenes"), ("movies", "scenes"), ("films", "cuts"), path):
        assert was_called(path, name, former)
    for other in (("plays", "cuts"), ("films",), ("films", "x")):
        assert not was_called(path, other, former)
