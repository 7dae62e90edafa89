"""Names that a spec or a pin changes go on working, deprecated."""

from __future__ import annotations

import copy
import re
import subprocess
import sys
from collections.abc import Callable

from tests.regenerated.films import (
    Spec,
    Workspace,
    call_films_movies,
    film_of,
    listing_of,
    python,
)

from specmill.config import load
from specmill.pipeline.generation import generate


def test_a_method_that_was_renamed_answers_to_its_old_name(package: Workspace) -> None:
    settings = package.folder / "specmill.toml"
    settings.write_text('[workspace]\n[apis.f]\n[apis.f.names]\nlistFilms = "films.all"\n')
    package.update(lambda _: None)
    module = package.module("resources/films.py")
    assert module.count('@typing_extensions.deprecated("list is called all now")') == 2
    assert "async def list(" in module
    assert package.module("resources/songs.py").count("deprecated") == 0
    # It stays beside the next one, until somebody else wants it or the settings say no.
    settings.write_text('[workspace]\n[apis.f]\n[apis.f.names]\nlistFilms = "films.every"\n')
    package.update(lambda _: None)
    assert re.findall(r'deprecated\("(\w+)', package.module("resources/films.py"))[:2] == [
        "list",
        "all",
    ]
    pins = 'listFilms = "films.every"\ngetScene = "films.list"\n'
    settings.write_text(f"[workspace]\n[apis.f]\n[apis.f.names]\n{pins}")
    package.update(lambda _: None)
    found = re.findall(r'deprecated\("(\w+)', package.module("resources/films.py"))
    assert sorted({*found}) == ["all", "get_scene"]
    settings.write_text("[workspace]\n[apis.f]\nold_names = false\n")
    package.update(lambda _: None)
    assert "deprecated" not in package.module("resources/films.py")


def test_an_old_name_warns_and_sends_the_same(package: Workspace) -> None:
    settings = package.folder / "specmill.toml"
    settings.write_text('[workspace]\n[apis.f]\n[apis.f.names]\nlistFilms = "films.all"\n')
    package.update(lambda _: None)
    program = (
        "import warnings, f\n"
        "client = f.F(base_url='http://127.0.0.1:9', max_retries=0, timeout=0.1)\n"
        "with warnings.catch_warnings(record=True) as told:\n"
        "    warnings.simplefilter('always')\n"
        "    try: client.films.list(topic='any')\n"
        "    except Exception as error: print(type(error).__name__)\n"
        "    print([str(one.message) for one in told], told[0].category.__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=package.folder / "generated/python",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "['list is called all now'] DeprecationWarning" in done.stdout, done.stderr


def test_a_model_that_was_renamed_answers_to_its_old_name(package: Workspace) -> None:
    """The old name is the same class, warns, and is one for type checkers; nobody else has it."""
    settings = package.folder / "specmill.toml"

    def pin(*names: str, more: str = "") -> str:
        pins = "".join(f"{name}\n" for name in names)
        settings.write_text(f"[workspace]\n[apis.f]\n{more}[apis.f.names]\n{pins}")
        package.update(lambda _: None)
        return package.module("models/__init__.py")

    assert "TypeAlias" not in package.module("models/__init__.py")
    assert "Note: TypeAlias = Remark" in pin('Note = "Remark"')
    folder = package.folder / "generated/python"
    program = (
        "import warnings\n"
        "with warnings.catch_warnings(record=True) as told:\n"
        "    warnings.simplefilter('always')\n"
        "    from f.models import Note, Remark\n"
        "    print([(str(one.message), one.filename) for one in told])\n"
        "    assert Note is Remark\n"
        "    import f.models\n"
        "    assert 'Note' not in f.models.__all__\n"
        "    text: str | None = f.models.Note().text\n"
    )
    done = python(folder, "-c", program)
    assert "('f.models.Note is called Remark now', '<string>')" in done.stdout, done.stderr
    (folder / "user.py").write_text("from f.models import Note, Remark\n\nnote: Note = Remark()\n")
    assert "Success" in python(folder, "-m", "mypy", "--strict", "user.py").stdout
    # It stays beside the next one, until another schema is called so or the settings say no.
    assert re.findall(r"(\w+): TypeAlias", pin('Note = "Comment"')) == ["Note", "Remark"]
    both = pin('Note = "Comment"', 'Film = "Remark"')
    assert sorted(re.findall(r"(\w+): TypeAlias", both)) == ["Film", "Note"]
    assert "TypeAlias" not in pin('Note = "Comment"', more="old_names = false\n")


def test_a_resource_that_was_renamed_answers_to_its_old_name(package: Workspace) -> None:
    settings = package.folder / "specmill.toml"

    def pin(resource: str, more: str = "", songs: str = "") -> str:
        pins = f'listFilms = "{resource}.all"\ngetScene = "{resource}.get_scene"\n{songs}'
        settings.write_text(f"[workspace]\n[apis.f]\n{more}[apis.f.names]\n{pins}")
        package.update(lambda _: None)
        return package.module("_client.py")

    pin("movies")
    folder = package.folder / "generated/python"
    program = (
        "import warnings, f\n"
        "for client in (f.F(), f.AsyncF()):\n"
        "    with warnings.catch_warnings(record=True) as told:\n"
        "        warnings.simplefilter('always')\n"
        "        assert client.films is client.movies\n"
        "    print([(str(one.message), one.filename) for one in told])\n"
        "    print(client.films.list.__deprecated__)\n"
    )
    done = python(folder, "-W", "ignore", "-c", program)
    told = "[('films is called movies now', '<string>')]\nlist is called all now\n"
    assert done.stdout == told * 2, done.stderr
    text = "import f\n\nfilm = f.F().films.get_scene('a', 'b')\nreveal_type(film)\n"
    (folder / "user.py").write_text(text)
    done = python(folder, "-m", "mypy", "--enable-error-code", "deprecated", "user.py")
    assert "films is deprecated: films is called movies now" in done.stdout
    assert 'Revealed type is "f.models.films.Film"' in done.stdout
    # It stays beside the next one, until another resource is called so or the settings say no.
    assert re.findall(r"def (films|movies)\(", pin("pictures")) == ["films", "movies"] * 2
    module = pin("pictures", songs='listSongs = "films.list"\n')
    assert re.findall(r"def (films|movies)\(", module) == ["movies"] * 2
    assert "deprecated" not in pin("pictures", more="old_names = false\n")


def test_a_field_that_was_renamed_answers_to_its_old_name(package: Workspace) -> None:
    def call(name: str) -> Callable[[Spec], None]:
        return lambda spec: film_of(spec)["name"].update({"x-specmill-name": name})

    package.update(call("title"))
    folder = package.folder / "generated/python"
    program = (
        "import warnings\n"
        "from f.models import Film\n"
        "with warnings.catch_warnings(record=True) as told:\n"
        "    warnings.simplefilter('always')\n"
        "    film = Film(name='Ran')\n"
        "    assert (film.name, film.title) == ('Ran', 'Ran')\n"
        "    film.name = 'Ikiru'\n"
        "print(film.model_dump_json(exclude_unset=True), [str(one.message) for one in told])\n"
        "print(Film.model_validate_json('{\"name\": \"M\"}').title, 'name' in Film.model_fields)\n"
    )
    done = python(folder, "-c", program)
    told = "['name of Film is called title now', 'name is called title now',"
    assert done.stdout.startswith(f'{{"name":"Ikiru"}} {told}'), done.stderr
    assert done.stdout.endswith("M False\n")
    (folder / "user.py").write_text("from f.models import Film\n\nreveal_type(Film().name)\n")
    done = python(folder, "-m", "basedpyright", "user.py")  # mypy says so of getters alone
    assert 'The getter for property "name" is deprecated' in done.stdout
    assert 'Type of "Film().name" is "str | None"' in done.stdout
    # It stays beside the next one, until another property is called so or the settings say no.
    package.update(call("heading"))
    assert package.definition("Film").count("def name(") == 2
    assert package.definition("Film").count("def title(") == 2
    package.update(lambda spec: film_of(spec).update(title={"type": "string"}))
    assert "def title(" not in package.definition("Film")
    settings = "[workspace]\n[apis.f]\nold_names = false\n"
    (package.folder / "specmill.toml").write_text(settings)
    package.update(lambda _: None)
    assert "deprecated" not in package.definition("Film")


def test_a_component_that_was_renamed_answers_to_its_old_name(package: Workspace) -> None:
    package.update(call_films_movies)
    assert "Film: TypeAlias = Movie" in package.module("models/__init__.py")
    package.update(lambda spec: spec["info"].update(version="2"))
    assert "Film: TypeAlias = Movie" in package.module("models/__init__.py")
    package.update(lambda spec: spec["components"]["schemas"].update(Film={"type": "string"}))
    assert "TypeAlias" not in package.module("models/__init__.py")


def test_an_inline_schema_that_becomes_a_component_answers_to_its_old_name(
    package: Workspace,
) -> None:
    def frame(spec: Spec) -> None:
        parts = ("width", "height", "depth")
        properties = {one: {"type": "integer"} for one in parts}
        film_of(spec)["frame"] = {"type": "object", "properties": properties}

    def move(spec: Spec) -> None:
        spec["components"]["schemas"]["Extent"] = film_of(spec)["frame"]
        film_of(spec)["frame"] = {"$ref": "#/components/schemas/Extent"}

    def back(spec: Spec) -> None:
        film_of(spec)["frame"] = spec["components"]["schemas"].pop("Extent")

    package.update(frame)
    package.update(move)
    assert "FilmFrame: TypeAlias = Extent" in package.module("models/__init__.py")
    package.update(back)
    models = package.module("models/__init__.py")
    assert "Extent: TypeAlias = FilmFrame" in models
    assert models.count("TypeAlias") == 2


def test_an_argument_that_was_renamed_is_taken_by_its_old_name(package: Workspace) -> None:
    def variable(name: str) -> Callable[[Spec], None]:
        def change(spec: Spec) -> None:
            path = next(one for one in spec["paths"] if "scenes" in one)
            item = spec["paths"].pop(path)
            item["get"]["parameters"][1]["name"] = name
            spec["paths"][f"/films/{{film}}/scenes/{{{name}}}"] = item

        return change

    def call(name: str) -> Callable[[Spec], None]:
        return lambda spec: listing_of(spec)["parameters"][0].update({"x-specmill-name": name})

    before = package.module("resources/films.py")
    assert "renamed" not in before
    package.update(variable("number"))
    package.update(call("about"))
    module = package.module("resources/films.py")
    assert module.count('@renamed_arguments(scene="number")') == 2
    assert module.count('@renamed_arguments(topic="about")') == 2
    folder = package.folder / "generated/python"
    program = (
        "import asyncio, inspect, warnings, f\n"
        "settings = dict(base_url='http://127.0.0.1:9', max_retries=0, timeout=0.1)\n"
        "client, other = f.F(**settings), f.AsyncF(**settings)\n"
        "async def scene(): return await other.films.get_scene('a', scene='b')\n"
        "for call in (\n"
        "    lambda: client.films.get_scene(film='a', scene='b'),\n"
        "    lambda: client.films.list(topic='sea'),\n"
        "    lambda: asyncio.run(scene()),\n"
        "    lambda: client.films.list(topic='sea', about='sea'),\n"
        "    lambda: client.films.get_scene('a', 'b', scene='b'),\n"
        "):\n"
        "    with warnings.catch_warnings(record=True) as told:\n"
        "        warnings.simplefilter('always')\n"
        "        try: call()\n"
        "        except (f.ConnectionFailedError, TypeError) as e: print(type(e).__name__)\n"
        "    print([(str(one.message), one.filename) for one in told])\n"
        "assert inspect.iscoroutinefunction(other.films.get_scene)\n"
        "assert [*inspect.signature(client.films.get_scene).parameters][:2] == ['film', 'number']\n"
    )
    done = python(folder, "-c", program)
    scene = "[('scene of get_scene() is called number now', '<string>')]"
    topic = "[('topic of list() is called about now', '<string>')]"
    failed = "ConnectionFailedError"
    expected = [failed, scene, failed, topic, failed, scene, "TypeError", "[]", "TypeError", scene]
    assert done.stdout.splitlines() == expected, done.stderr
    calls = [f"f.F().films.get_scene('a', {name}='b')" for name in ("number", "scene")]
    text = "\n".join(["import f", "", *calls, ""])
    (folder / "user.py").write_text(text)
    done = python(folder, "-m", "mypy", "--strict", "user.py")
    assert "user.py:3" not in done.stdout
    assert 'user.py:4: error: Unexpected keyword argument "scene"' in done.stdout
    # It stays beside the next one, until another parameter is called so or the settings say no.
    package.update(call("subject"))
    module = package.module("resources/films.py")
    assert '@renamed_arguments(topic="subject", about="subject")' in module
    package.update(
        lambda spec: listing_of(spec)["parameters"].append(
            {"name": "about", "in": "query", "schema": {"type": "string"}}
        )
    )
    assert '@renamed_arguments(topic="subject")' in package.module("resources/films.py")
    settings = "[workspace]\n[apis.f]\nold_names = false\n"
    (package.folder / "specmill.toml").write_text(settings)
    package.update(lambda _: None)
    assert "renamed" not in package.module("resources/films.py")


def test_both_names_of_a_field_are_an_error(package: Workspace) -> None:
    package.update(lambda spec: film_of(spec)["name"].update({"x-specmill-name": "title"}))
    program = (
        "from f.models import Film\n"
        "try: Film(name='Ran', title='M')\n"
        "except TypeError as error: print(error)\n"
    )
    done = python(package.folder / "generated/python", "-c", program)
    assert done.stdout == "Film() got both name and title, as it is called now\n", done.stderr


def test_an_argument_of_an_operation_that_moved_is_taken_by_its_old_name(
    package: Workspace,
) -> None:
    """Also one that Python has for itself, and at a path that is another one otherwise."""

    def paths(*variables: str) -> Callable[[Spec], None]:
        def change(spec: Spec) -> None:
            old = next(one for one in spec["paths"] if "{" in one)
            item = spec["paths"].pop(old)
            for parameter, name in zip(item["get"]["parameters"], variables, strict=True):
                parameter["name"] = name
            film, scene = variables
            spec["paths"][f"/{film}s/{{{film}}}/parts/{{{scene}}}"] = item

        return change

    package.update(paths("id", "sceneKey"))
    package.update(paths("movie", "from"))
    told = re.findall(r"renamed_arguments\(([^)]*)\)", package.module("resources/films.py"))
    pairs = {"id_": "movie", "film": "movie", "scene_key": "from_", "scene": "from_"}
    assert [dict(re.findall(r'(\w+)="(\w+)"', one)) for one in told] == [pairs] * 2


def test_a_small_inline_schema_that_becomes_a_component_answers_to_its_old_name(
    package: Workspace,
) -> None:
    """It has two fields; where two have the same ones, nobody can tell which one it was."""

    def move(*names: str) -> Callable[[Spec], None]:
        def change(spec: Spec) -> None:
            for name in names:
                spec["components"]["schemas"][name] = copy.deepcopy(film_of(spec)["cut"])
            film_of(spec)["cut"] = {"$ref": f"#/components/schemas/{names[0]}"}

        return change

    before = package.spec
    package.update(move("Range"))
    assert "FilmCut: TypeAlias = Range" in package.module("models/__init__.py")
    package.update(lambda spec: (spec.clear(), spec.update(copy.deepcopy(before))))
    generate(load(package.folder / "specmill.toml"), rename=True)
    package.update(move("Range", "Span"))
    assert "TypeAlias" not in package.module("models/__init__.py")
