"""Names stay with what they name, whatever an update does to the spec around it."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from specmill.config import load
from specmill.pipeline.generation import generate

Spec = dict[str, Any]


def _variant(kind: str, wire: str) -> Spec:
    properties = {"type": {"type": "string", "enum": [kind]}, wire: {"type": "integer"}}
    return {"title": f"{kind} step", "type": "object", "required": ["type"],
            "properties": properties}  # fmt: skip


def _choice(name: str, *values: str) -> Spec:
    return {"name": name, "in": "query", "schema": {"type": "string", "enum": ["any", *values]}}


def _text(name: str) -> Spec:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _answer(schema: str) -> Spec:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"200": {"description": "OK", "content": content}}


def _spec() -> Spec:
    films = {
        "operationId": "listFilms",
        "tags": ["films"],
        "parameters": [_choice("topic", "sea"), _choice("shape", "flat"), _choice("size", "long")],
        "responses": _answer("Film"),
    }
    scene = {"operationId": "getScene", "tags": ["films"], "responses": _answer("Film")}
    scene["parameters"] = [_text("film"), _text("scene")]
    songs = {"operationId": "listSongs", "tags": ["songs"], "responses": _answer("Song")}
    cut = {"type": "object", "properties": {"from": {"type": "integer"}, "to": {"type": "integer"}}}
    film = {
        "name": {"type": "string"},
        "kind": {"type": "string", "enum": ["long", "short"]},
        "cut": cut,
        "step": {"$ref": "#/components/schemas/Step"},
        "note": {"$ref": "#/components/schemas/Note"},
    }
    steps = [_variant("archive", "days"), _variant("mail", "count"), _variant("call", "times")]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Films", "version": "1"},
        "servers": [{"url": "https://one.example"}, {"url": "https://two.example"}],
        "paths": {
            "/films": {"get": films},
            "/films/{film}/scenes/{scene}": {"get": scene},
            "/songs": {"get": songs},
        },
        "components": {
            "schemas": {
                "Film": {"type": "object", "properties": film},
                "Step": {"oneOf": steps},
                "Note": {"type": "object", "properties": {"by": {"type": "string"}}},
                "Song": {"type": "object", "properties": {"title": {"type": "string"}}},
            }
        },
    }


class Workspace:
    """The package of a spec, generated again after each change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.source = folder / "specs" / "f" / "source.json"
        self.source.parent.mkdir(parents=True)
        (folder / "specmill.toml").write_text("[workspace]\n[apis.f]\n")
        self.spec = _spec()
        self.update(lambda _: None)

    def update(self, change: Callable[[Spec], object]) -> None:
        now = copy.deepcopy(self.spec)
        change(now)
        self.source.write_text(json.dumps(now))
        generate(load(self.folder / "specmill.toml"))
        self.spec = now

    def module(self, path: str) -> str:
        return (self.folder / "generated/python/f" / path).read_text()

    def definition(self, name: str, module: str = "models/films.py") -> str:
        """Return the text of a class or an alias; empty where there is none."""
        pattern = rf"^(?:class {name}\(|{name}: ).*?(?=^\S|\Z)"
        found = re.search(pattern, self.module(module), re.MULTILINE | re.DOTALL)
        return found[0] if found else ""


@pytest.fixture
def package(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def _film(spec: Spec) -> Spec:
    properties: Spec = spec["components"]["schemas"]["Film"]["properties"]
    return properties


def _listing(spec: Spec) -> Spec:
    operation: Spec = spec["paths"]["/films"]["get"]
    return operation


def test_what_is_left_of_an_array_keeps_its_names(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        del _listing(spec)["parameters"][0], spec["components"]["schemas"]["Step"]["oneOf"][0]
        _listing(spec)["parameters"].reverse()

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
    package.update(lambda spec: _listing(spec).update(operationId="searchAllFilms"))
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
        film = _film(spec)
        inner = {"cut": film.pop("cut"), "x": {"type": "integer"}}
        film["more"] = {"type": "object", "properties": inner}

    package.update(change)
    assert "from_: int" in package.definition("FilmCut")
    assert "cut: FilmCut" in package.definition("FilmMore")


def test_what_a_renamed_component_has_keeps_its_name(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        schemas = spec["components"]["schemas"]
        schemas["Movie"] = schemas.pop("Film")
        for path in ("/films", "/films/{film}/scenes/{scene}"):
            spec["paths"][path]["get"]["responses"] = _answer("Movie")

    package.update(change)
    assert "kind: FilmKind" in package.definition("Movie")
    assert '"short"' in package.definition("FilmKind")


def test_a_name_is_not_kept_for_another_thing(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        film = _film(spec)
        film["slice"] = film["cut"]
        del film["cut"]
        spec["components"]["schemas"]["Song"]["properties"]["cut"] = {
            "type": "object",
            "properties": {"from": {"type": "integer"}, "to": {"type": "integer"}},
        }

    package.update(change)
    assert "slice: FilmCut" in package.definition("Film")
    assert "cut: SongCut" in package.definition("Song", "models/songs.py")


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
        cut = _film(spec)["cut"]
        _film(spec)["cut"] = {"$ref": "#/components/schemas/FilmCut"}
        spec["components"]["schemas"] = {"FilmCut": cut, **spec["components"]["schemas"]}

    package.update(change)
    after = re.findall(r"^class (\w+)", package.module("models/films.py"), re.MULTILINE)
    assert after == before


def test_modules_that_would_import_each_other_give_up_what_is_needed(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        properties = spec["components"]["schemas"]["Song"]["properties"]
        properties["note"] = {"$ref": "#/components/schemas/Note"}
        _film(spec)["song"] = {"$ref": "#/components/schemas/Song"}

    package.update(change)
    assert package.definition("Note")
    assert package.definition("Song")


def test_the_first_server_and_the_first_tag_stay(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        spec["servers"].reverse()
        _listing(spec)["tags"].insert(0, "new")

    package.update(change)
    assert 'base_url="https://one.example"' in package.module("_client.py")
    assert "def list(" in package.module("resources/films.py")


def test_names_can_be_chosen_anew(package: Workspace) -> None:
    package.update(lambda spec: _listing(spec).update(operationId="searchFilms"))
    generate(load(package.folder / "specmill.toml"), rename=True)
    assert "def search(" in package.module("resources/films.py")


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
    done = _python(folder, "-c", program)
    assert "('f.models.Note is called Remark now', '<string>')" in done.stdout, done.stderr
    (folder / "user.py").write_text("from f.models import Note, Remark\n\nnote: Note = Remark()\n")
    assert "Success" in _python(folder, "-m", "mypy", "--strict", "user.py").stdout
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
    done = _python(folder, "-W", "ignore", "-c", program)
    told = "[('films is called movies now', '<string>')]\nlist is called all now\n"
    assert done.stdout == told * 2, done.stderr
    text = "import f\n\nfilm = f.F().films.get_scene('a', 'b')\nreveal_type(film)\n"
    (folder / "user.py").write_text(text)
    done = _python(folder, "-m", "mypy", "--enable-error-code", "deprecated", "user.py")
    assert "films is deprecated: films is called movies now" in done.stdout
    assert 'Revealed type is "f.models.films.Film"' in done.stdout
    # It stays beside the next one, until another resource is called so or the settings say no.
    assert re.findall(r"def (films|movies)\(", pin("pictures")) == ["films", "movies"] * 2
    module = pin("pictures", songs='listSongs = "films.list"\n')
    assert re.findall(r"def (films|movies)\(", module) == ["movies"] * 2
    assert "deprecated" not in pin("pictures", more="old_names = false\n")


def test_a_new_field_does_not_take_the_name_of_another(package: Workspace) -> None:
    """Wire names that are one attribute: who was there first keeps it, whoever is there later."""

    def first(spec: Spec) -> None:
        _film(spec)["runTime"] = {"type": "integer"}

    def second(spec: Spec) -> None:
        _film(spec)["run_time"] = {"type": "string"}

    package.update(first)
    assert "run_time: int | None" in package.definition("Film")
    package.update(second)
    film = package.definition("Film")
    assert "run_time: int | None" in film  # of models whose names are lowerCamelCase
    assert 'run_time_2: Annotated[str | None, wire_name("run_time")]' in film
    package.update(lambda spec: _film(spec).pop("runTime"))
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


def test_a_field_that_was_renamed_answers_to_its_old_name(package: Workspace) -> None:
    def call(name: str) -> Callable[[Spec], None]:
        return lambda spec: _film(spec)["name"].update({"x-specmill-name": name})

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
    done = _python(folder, "-c", program)
    told = "['name of Film is called title now', 'name is called title now',"
    assert done.stdout.startswith(f'{{"name":"Ikiru"}} {told}'), done.stderr
    assert done.stdout.endswith("M False\n")
    (folder / "user.py").write_text("from f.models import Film\n\nreveal_type(Film().name)\n")
    done = _python(folder, "-m", "basedpyright", "user.py")  # mypy says so of getters alone
    assert 'The getter for property "name" is deprecated' in done.stdout
    assert 'Type of "Film().name" is "str | None"' in done.stdout
    # It stays beside the next one, until another property is called so or the settings say no.
    package.update(call("heading"))
    assert package.definition("Film").count("def name(") == 2
    assert package.definition("Film").count("def title(") == 2
    package.update(lambda spec: _film(spec).update(title={"type": "string"}))
    assert "def title(" not in package.definition("Film")
    settings = "[workspace]\n[apis.f]\nold_names = false\n"
    (package.folder / "specmill.toml").write_text(settings)
    package.update(lambda _: None)
    assert "deprecated" not in package.definition("Film")


def test_a_component_in_another_package_keeps_its_name(package: Workspace) -> None:
    """Its name was chosen beside another one, which is gone as well."""

    def film(spec: Spec, old: str, new: str) -> None:
        schemas = spec["components"]["schemas"]
        schemas[new] = schemas.pop(old)
        for path in ("/films", "/films/{film}/scenes/{scene}"):
            spec["paths"][path]["get"]["responses"] = _answer(new)

    def two(spec: Spec) -> None:
        spec["components"]["schemas"]["io.v2.Film"] = {"type": "object", "properties": {"x": {}}}
        film(spec, "Film", "io.v1.Film")

    def one(spec: Spec) -> None:
        del spec["components"]["schemas"]["io.v2.Film"]
        film(spec, "io.v1.Film", "org.v1.Film")

    package.update(two)
    assert package.definition("Film")
    generate(load(package.folder / "specmill.toml"), rename=True)
    assert package.definition("V1Film")
    package.update(one)
    assert package.definition("V1Film")
    assert not package.definition("Film")


def test_a_component_that_was_renamed_answers_to_its_old_name(package: Workspace) -> None:
    def change(spec: Spec) -> None:
        schemas = spec["components"]["schemas"]
        schemas["Movie"] = schemas.pop("Film")
        for path in ("/films", "/films/{film}/scenes/{scene}"):
            spec["paths"][path]["get"]["responses"] = _answer("Movie")

    package.update(change)
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
        _film(spec)["frame"] = {"type": "object", "properties": properties}

    def move(spec: Spec) -> None:
        spec["components"]["schemas"]["Extent"] = _film(spec)["frame"]
        _film(spec)["frame"] = {"$ref": "#/components/schemas/Extent"}

    def back(spec: Spec) -> None:
        _film(spec)["frame"] = spec["components"]["schemas"].pop("Extent")

    package.update(frame)
    package.update(move)
    assert "FilmFrame: TypeAlias = Extent" in package.module("models/__init__.py")
    package.update(back)
    models = package.module("models/__init__.py")
    assert "Extent: TypeAlias = FilmFrame" in models
    assert models.count("TypeAlias") == 2


def _python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
