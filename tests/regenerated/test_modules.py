"""Classes stay in their modules, and in their order there."""

from __future__ import annotations

import re

from tests.regenerated.films import Spec, Workspace, film_of, python


def test_a_class_stays_in_its_module_while_it_exists(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        properties = spec["components"]["schemas"]["Song"]["properties"]
        properties["note"] = {"$ref": "#/components/schemas/Note"}

    package.update(change)
    assert package.definition("Note")
    assert "from .films import Note" in package.module("models/songs.py")


def test_a_class_keeps_its_place_in_its_module(package: Workspace) -> None:
    """An inline schema becomes a component in front of all others."""
    before = re.findall(r"^class (\w+)", package.module("models/films.py"), re.MULTILINE)

    def change(spec: Spec) -> None:
        cut = film_of(spec)["cut"]
        film_of(spec)["cut"] = {"$ref": "#/components/schemas/FilmCut"}
        spec["components"]["schemas"] = {"FilmCut": cut, **spec["components"]["schemas"]}

    package.update(change)
    after = re.findall(r"^class (\w+)", package.module("models/films.py"), re.MULTILINE)
    assert after == before


def _circle(spec: Spec) -> None:
    """Let a film and its cut have a song, and a song a note, which is in the module of films."""
    properties = spec["components"]["schemas"]["Song"]["properties"]
    properties["note"] = {"$ref": "#/components/schemas/Note"}
    film_of(spec)["song"] = {"$ref": "#/components/schemas/Song"}
    film_of(spec)["cut"]["properties"]["song"] = {"$ref": "#/components/schemas/Song"}


def test_classes_stay_in_modules_that_need_each_other(package: Workspace) -> None:
    """One of them looks the others up when it is first used, whichever is imported first."""
    package.update(_circle)
    assert package.definition("Film")
    assert package.definition("Note")
    assert package.definition("Song", "models/songs.py")
    songs = package.module("models/songs.py")
    assert "note: _models.Note | None" in songs
    assert songs.endswith(
        "from .. import models as _models  # noqa: E402 - what it leads to imports this module\n"
    )
    folder = package.folder / "generated/python"
    for module in ("films", "songs"):
        program = (
            f"import f.models.{module}\n"
            "from f.models import Film\n"
            'film = Film.model_validate_json(\'{"song": {"note": {"by": "B"}}}\')\n'
            "print(type(film.song.note).__name__, film.song.note.by)\n"
            "print(film.model_dump(exclude_unset=True))\n"
        )
        done = python(folder, "-c", program)
        assert done.stdout == "Note B\n{'song': {'note': {'by': 'B'}}}\n", done.stderr
    (folder / "user.py").write_text("from f.models import Song\n\nreveal_type(Song().note)\n")
    done = python(folder, "-m", "mypy", "--strict", "user.py")
    assert 'Revealed type is "f.models.films.Note | None"' in done.stdout


def test_what_is_looked_up_late_stays_so(package: Workspace) -> None:
    """Also when another way would change fewer lines by now; it ends with the circle."""
    package.update(_circle)
    songs = package.module("models/songs.py")

    def more(spec: Spec) -> None:
        properties = spec["components"]["schemas"]["Song"]["properties"]
        del film_of(spec)["cut"]["properties"]["song"]
        for name in ("one", "two", "three"):
            properties[name] = {"$ref": "#/components/schemas/Note"}

    package.update(more)
    assert (
        package.module("models/songs.py").count("_models.Note") == songs.count("_models.Note") + 3
    )
    assert "_models" not in package.module("models/films.py")
    package.update(lambda spec: film_of(spec).pop("song"))
    assert "from .films import Note" in package.module("models/songs.py")
    assert "_models" not in package.module("models/songs.py")


def test_an_alias_takes_what_it_is_made_of_along(package: Workspace) -> None:
    """It is made while its module loads, so that nothing can be looked up later."""

    def change(spec: Spec) -> None:
        schemas = spec["components"]["schemas"]
        schemas["Notes"] = {"type": "array", "items": {"$ref": "#/components/schemas/Note"}}
        schemas["Songs"] = {"type": "array", "items": {"$ref": "#/components/schemas/Song"}}
        schemas["Song"]["properties"]["all"] = {"$ref": "#/components/schemas/Songs"}
        film_of(spec)["notes"] = {"$ref": "#/components/schemas/Notes"}

    def circle(spec: Spec) -> None:
        schemas = spec["components"]["schemas"]
        schemas["Notes"]["items"] = {"$ref": "#/components/schemas/Song"}
        schemas["Songs"]["items"] = {"$ref": "#/components/schemas/Note"}

    package.update(change)
    package.update(circle)
    program = (
        "from f.models import Film, Song\n"
        "print(Film.model_validate({'notes': [{'all': [{'by': 'B'}]}]}).notes[0].all[0].by)\n"
    )
    done = python(package.folder / "generated/python", "-c", program)
    assert done.stdout == "B\n", done.stderr
