"""Names stay with what they name, whatever an update does to the spec around it."""

from __future__ import annotations

import re

from tests.regenerated.films import Spec, Workspace, answer, call_films_movies, film_of, listing_of

from specmill.config import load
from specmill.pipeline.generation import generate


def test_what_is_left_of_an_array_keeps_its_names(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        del listing_of(spec)["parameters"][0], spec["components"]["schemas"]["Step"]["oneOf"][0]
        listing_of(spec)["parameters"].reverse()

    package.update(change)
    assert package.definition("FilmTopic") == ""
    assert '"flat"' in package.definition("FilmShape")
    assert '"long"' in package.definition("FilmSize")
    assert package.definition("StepArchiveStep") == ""
    assert '"mail"' in package.definition("StepMailStep")
    assert '"call"' in package.definition("StepCallStep")


def test_titles_that_change_hands_do_not_take_names_along(package: Workspace) -> None:
    """A variant is known by its tag before its title."""

    def change(spec: Spec) -> None:
        first, second, _ = spec["components"]["schemas"]["Step"]["oneOf"]
        first["title"], second["title"] = second["title"], first["title"]

    package.update(change)
    assert '"archive"' in package.definition("StepArchiveStep")
    assert '"mail"' in package.definition("StepMailStep")


def test_an_operation_id_that_changes_alone_changes_no_name(package: Workspace) -> None:
    before = package.module("resources/films.py")
    package.update(lambda spec: listing_of(spec).update(operationId="searchAllFilms"))
    assert package.module("resources/films.py") == before.replace("listFilms", "searchAllFilms")


def test_an_operation_is_the_same_at_another_path(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        paths = spec["paths"]
        paths["/v2/films"] = paths.pop("/films")
        paths["/scenes/{scene}/of/{film}"] = paths.pop("/films/{film}/scenes/{scene}")

    before = package.module("resources/films.py")
    package.update(change)
    methods = re.findall(r"def (\w+)", before)
    assert re.findall(r"def (\w+)", package.module("resources/films.py")) == methods
    assert "film: str, scene: str" in package.module("resources/films.py")
    assert '"flat"' in package.definition("FilmShape")
    package.update(lambda _: None)
    assert "film: str, scene: str" in package.module("resources/films.py")


def test_what_moves_inside_a_component_keeps_its_name(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        film = film_of(spec)
        inner = {"cut": film.pop("cut"), "x": {"type": "integer"}}
        film["more"] = {"type": "object", "properties": inner}

    package.update(change)
    assert "from_: int" in package.definition("FilmCut")
    assert "cut: FilmCut" in package.definition("FilmMore")


def test_what_a_renamed_component_has_keeps_its_name(package: Workspace) -> None:
    package.update(call_films_movies)
    assert "kind: FilmKind" in package.definition("Movie")
    assert '"short"' in package.definition("FilmKind")


def test_a_name_is_not_kept_for_another_thing(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        film = film_of(spec)
        film["slice"] = film["cut"]
        del film["cut"]
        spec["components"]["schemas"]["Song"]["properties"]["cut"] = {
            "type": "object",
            "properties": {"from": {"type": "integer"}, "to": {"type": "integer"}},
        }

    package.update(change)
    assert "slice: FilmCut" in package.definition("Film")
    assert "cut: SongCut" in package.definition("Song", "models/songs.py")


def test_the_first_server_and_the_first_tag_stay(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        spec["servers"].reverse()
        listing_of(spec)["tags"].insert(0, "new")

    package.update(change)
    assert 'base_url="https://one.example"' in package.module("_client.py")
    assert "def list(" in package.module("resources/films.py")


def test_names_can_be_chosen_anew(package: Workspace) -> None:
    package.update(lambda spec: listing_of(spec).update(operationId="searchFilms"))
    generate(load(package.folder / "specmill.toml"), rename=True)
    assert "def search(" in package.module("resources/films.py")


def test_a_new_field_does_not_take_the_name_of_another(package: Workspace) -> None:
    """Wire names that are one attribute: who was there first keeps it, whoever is there later."""

    def first(spec: Spec) -> None:
        film_of(spec)["runTime"] = {"type": "integer"}

    def second(spec: Spec) -> None:
        film_of(spec)["run_time"] = {"type": "string"}

    package.update(first)
    assert "run_time: int | None" in package.definition("Film")
    package.update(second)
    film = package.definition("Film")
    assert "run_time: int | None" in film  # of models whose names are lowerCamelCase
    assert 'run_time_2: Annotated[str | None, wire_name("run_time")]' in film
    package.update(lambda spec: film_of(spec).pop("runTime"))
    assert 'run_time_2: Annotated[str | None, wire_name("run_time")]' in package.definition("Film")


def test_a_new_parameter_does_not_take_the_name_of_another(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        scene = spec["paths"]["/films/{film}/scenes/{scene}"]["get"]
        scene["parameters"].append({"name": "film", "in": "query", "schema": {"type": "string"}})

    assert "def get_scene(\n        self, film: str, scene: str" in package.module(
        "resources/films.py"
    )
    package.update(change)
    module = package.module("resources/films.py")
    assert 'path_params={"film": film, "scene": scene}' in module
    assert 'query={"film": query_film}' in module


def test_a_component_in_another_package_keeps_its_name(package: Workspace) -> None:
    """Its name was chosen beside another one, which is gone as well."""

    def film_of(spec: Spec, old: str, new: str) -> None:
        schemas = spec["components"]["schemas"]
        schemas[new] = schemas.pop(old)
        for path in ("/films", "/films/{film}/scenes/{scene}"):
            spec["paths"][path]["get"]["responses"] = answer(new)

    def two(spec: Spec) -> None:
        spec["components"]["schemas"]["io.v2.Film"] = {"type": "object", "properties": {"x": {}}}
        film_of(spec, "Film", "io.v1.Film")

    def one(spec: Spec) -> None:
        del spec["components"]["schemas"]["io.v2.Film"]
        film_of(spec, "io.v1.Film", "org.v1.Film")

    package.update(two)
    assert package.definition("Film")
    generate(load(package.folder / "specmill.toml"), rename=True)
    assert package.definition("V1Film")
    package.update(one)
    assert package.definition("V1Film")
    assert not package.definition("Film")
