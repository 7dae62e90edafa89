"""``specmill.toml``: defaults, and one clear message for each mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmill.config import Upstream, Workspace, find_workspace, load, package_name
from specmill.diagnostics import UsageError


def read(folder: Path, text: str) -> Workspace:
    file = folder / "specmill.toml"
    file.write_text(text, encoding="utf-8")
    return load(file, shown="specmill.toml")


def test_defaults(tmp_path: Path) -> None:
    (tmp_path / "specs/acme-api").mkdir(parents=True)
    (tmp_path / "specs/acme-api/source.yaml").write_text("")
    (tmp_path / "specs/acme-api/overlay.yaml").write_text("")
    api = read(tmp_path, "[apis.acme-api]\n").apis["acme-api"]
    assert api.source == "specs/acme-api/source.yaml"
    assert api.overlays == ("specs/acme-api/overlay.yaml",)
    assert api.normal_form == "specs/acme-api/openapi.json"
    assert api.package == "acme_api"
    assert [(target.name, target.folder) for target in api.targets] == [
        ("python", "generated/python")
    ]


def test_everything_set(tmp_path: Path) -> None:
    text = """
        [workspace]
        out = "gen"
        specs = "apis"
        targets = ["python", "models"]
        [targets.python]
        formatter = "black"
        templates = "mine"
        [apis.a]
        source = "elsewhere/a.json"
        overlays = []
        package = "acme_v1"
        client = "Acme"
        title = "The Acme"
        skip = ["x.y"]
        allow_remote = true
        strict = true
        upstream = { url = "https://example.com/a.json", sha256 = "00", prose = "drop" }
        [apis.a.names]
        "a.b.c" = "things.get"
        [apis.a.resources]
        ping = "get /ping"
        orders.list = "GET /orders"
        orders.items.add = "post /orders/{id}/items"
        [apis.a.python]
        distribution = true
        out = "src"
        [apis.b]
        targets = ["models"]
        """
    workspace = read(tmp_path, text)
    a, b = workspace.apis.values()
    assert (a.source, a.overlays, a.normal_form) == ("elsewhere/a.json", (), "apis/a/openapi.json")
    assert (a.package, a.client, a.title, a.skip) == ("acme_v1", "Acme", "The Acme", ("x.y",))
    assert (a.allow_remote, a.strict, a.names) == (True, True, {"a.b.c": "things.get"})
    assert a.resources == {
        "ping": "get /ping",
        "orders.list": "GET /orders",
        "orders.items.add": "post /orders/{id}/items",
    }
    assert a.upstream == Upstream("https://example.com/a.json", "00", drop_prose=True)
    python, models = a.targets
    assert (python.folder, python.templates) == ("src", "mine")
    assert python.settings == {"formatter": "black", "distribution": True}
    assert (models.folder, models.settings) == ("gen/models", {})
    assert [target.name for target in b.targets] == ["models"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[workspce]\n", "specmill.toml:1:2: error: unknown key 'workspce', at /workspce; "
         "did you mean 'workspace'?"),
        ('[workspace]\nout = "x"\ntarget = ["python"]\n', "specmill.toml:3:1: error: unknown key "
         "'workspace.target', at /workspace/target; did you mean 'targets'?"),
        ('[apis.a]\npackge = "x"\n', "specmill.toml:2:1: error: unknown key 'apis.a.packge', "
         "at /apis/a/packge; did you mean 'package'?"),
        ("[apis.a]\nskip = 1\n", "specmill.toml:2:1: error: apis.a.skip must be a list of strings, "
         "at /apis/a/skip"),
        ("[apis.a]\ntargets = 5\n", "specmill.toml:2:1: error: apis.a.targets must be a list of "
         "strings, at /apis/a/targets"),
        ("[apis.a]\nstrict = 'yes'\n", "specmill.toml:2:1: error: apis.a.strict must be true or "
         "false, at /apis/a/strict"),
        ("apis = 1\n", "specmill.toml:1:1: error: apis must be a table, at /apis"),
        ("[apis]\na = 1\n", "specmill.toml:2:1: error: apis.a must be a table, at /apis/a"),
        ('[apis.a]\nupstream = { url = "x", sha = "y" }\n', "specmill.toml:2:25: error: unknown "
         "key 'apis.a.upstream.sha', at /apis/a/upstream/sha; did you mean 'sha256'?"),
        ('[apis."a.b".names]\nok = "x"\n"x/y" = 1\n', "specmill.toml:3:2: error: apis.a.b.names "
         "must be a table of strings, at /apis/a.b/names/x~1y"),
        ("[apis.a]\nresources.orders.list = 1\n", "specmill.toml:1:2: error: apis.a.resources must "
         "be tables in tables of strings, at /apis/a/resources"),
        ("[apis.q]\npython.distributin = true\n", "specmill.toml:2:8: error: unknown key "
         "'apis.q.python.distributin', at /apis/q/python/distributin; did you mean "
         "'distribution'?"),
        ("[targets.python]\nformatter = 1\n", "specmill.toml:2:1: error: "
         "targets.python.formatter must be ruff, black or none, at /targets/python/formatter"),
        ('[apis."../x"]\n', "specmill.toml:1:8: error: bad API name '../x', at /apis/..~1x; "
         "letters, digits, '.', '_' and '-'"),
        ('[apis.a]\npackage = "../x"\n', "specmill.toml:2:1: error: '../x' is not a package name, "
         "at /apis/a/package"),
        ('[apis.a]\nsource = "specs/a/openapi.json"\n', "specmill.toml:2:1: error: "
         "specs/a/openapi.json is where the normal form goes, at /apis/a/source; "
         "give the source another name"),
        ('[apis.a]\npackage = "class"\n', "specmill.toml:2:1: error: 'class' is not a package "
         "name, at /apis/a/package"),
        ('[workspace]\nout = "../x"\n', "specmill.toml:2:1: error: workspace.out must be a "
         "folder below the workspace's own, such as 'src', at /workspace/out"),
        ('[apis.a]\n[apis.b]\npackage = "A"\n', "specmill.toml:3:1: error: 'a' and 'b' both write "
         "to generated/python/A, at /apis/b/package; set apis.b.package"),
        ("[apis.a\n", "specmill.toml:1:8: error: not TOML: Expected ']' at the end of a table "
         "declaration"),
        ("a = 1\na = 2\n", "specmill.toml:2:6: error: not TOML: Cannot overwrite a value"),
    ],
)  # fmt: skip
def test_mistakes(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert str(caught.value) == message


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "specmill.toml").write_bytes(b"[apis.\xff]")
    with pytest.raises(UsageError, match="not UTF-8"):
        load(tmp_path / "specmill.toml")


def test_a_target_of_another_package_may_have_any_setting(tmp_path: Path) -> None:
    text = '[apis.a]\ntargets = ["rust"]\n[apis.a.rust]\nedition = 2024\nout = "crates"\n'
    (target,) = read(tmp_path, text).apis["a"].targets
    assert (target.settings, target.folder) == ({"edition": 2024}, "crates")


def test_pages_show_the_kit_that_the_package_has(tmp_path: Path) -> None:
    text = (
        '[workspace]\ntargets = ["python", "docs"]\n[targets.python]\nkit = true\n'
        '[apis.a]\n[apis.b]\ntargets = ["docs"]\n[apis.c.python]\nkit = false\n'
        "[apis.d.docs]\nkit = false\n"
    )
    apis = read(tmp_path, text).apis
    kits = {name: api.targets[-1].settings.get("kit") for name, api in apis.items()}
    assert kits == {"a": True, "b": None, "c": None, "d": False}


@pytest.mark.parametrize(
    ("out", "folder"), [("./src/", "src/python"), (".", "python"), ("a/b", "a/b/python")]
)
def test_folders_are_plain(tmp_path: Path, out: str, folder: str) -> None:
    workspace = read(tmp_path, f'[workspace]\nout = "{out}"\nspecs = "{out}"\n[apis.a]\n')
    (target,) = workspace.apis["a"].targets
    assert target.folder == folder
    assert workspace.apis["a"].normal_form == f"{folder.removesuffix('python')}a/openapi.json"


def test_find_workspace_looks_above(tmp_path: Path) -> None:
    below = tmp_path / "a/b"
    below.mkdir(parents=True)
    with pytest.raises(UsageError, match="specmill init"):
        find_workspace(below)
    (tmp_path / "specmill.toml").write_text("")
    assert find_workspace(below) == tmp_path / "specmill.toml"


def test_pick(tmp_path: Path) -> None:
    workspace = read(tmp_path, "[apis.b]\n[apis.a]\n")
    assert [api.name for api in workspace.pick(())] == ["b", "a"]
    assert [api.name for api in workspace.pick(("a",))] == ["a"]
    with pytest.raises(UsageError, match=r"no API 'aa' in specmill\.toml; did you mean 'a'\?"):
        workspace.pick(("aa",))


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("acme", "acme"),
        ("Acme-API v2.1", "acme_api_v2_1"),
        ("2fa", "api_2fa"),
        ("é", "api_"),
        ("import", "import_"),
    ],
)
def test_package_name(name: str, package: str) -> None:
    assert package_name(name) == package
