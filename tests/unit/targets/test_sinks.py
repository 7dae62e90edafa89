"""One hostile document through every sink: what a spec says is text to Python, TOML, Markdown, HTML
and KCL alike.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from kcl_lib.api import API, ExecProgramArgs
from markdown_it import MarkdownIt
from tests.unit.targets.hostile import CANARY, CODE, TEXT, hostile

from specmill import generate
from specmill.render.site import build_site
from specmill.targets.docs.site import CONFIG, OUTPUT, SiteApi, site_sources


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what every target makes of the document."""
    out = tmp_path_factory.mktemp("hostile")
    spec = out / "odd.json"
    spec.write_text(json.dumps(hostile()))
    for target, settings in (
        ("python", {"distribution": True, "kit": True, "async_docs": "full"}),
        ("docs", {}),
        ("kcl", {}),
        ("models", {}),
    ):
        generate(spec, targets=(target,), settings=settings, out=out / target)
    return out


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )


def test_python_runs_no_code_of_the_spec(made: Path) -> None:
    source = made / "python" / "odd" / "src"
    (source / "evilmod.py").write_text(CODE)
    modules = [
        path.relative_to(source).with_suffix("").as_posix().replace("/", ".")
        for path in source.rglob("*.py")
        if path.name != "evilmod.py"
    ]
    names = [name.removesuffix(".__init__") for name in modules]
    imports = "\n".join(f"import {name}" for name in names if "oauth" not in name)
    done = run(f"{imports}\nfrom odd.models import A\nA(kind='b')", source)
    assert done.returncode == 0, done.stderr
    assert not (source / CANARY).exists()


def test_models_run_no_code_of_the_spec(made: Path) -> None:
    folder = made / "models"
    (folder / "evilmod.py").write_text(f"Boom = Base = Other = str\n{CODE}")
    assert "evilmod" not in (folder / "odd" / "__init__.py").read_text()
    done = run("import odd\nodd.A(kind='b')", folder)
    assert done.returncode == 0, done.stderr
    assert not (folder / CANARY).exists()


def test_the_metadata_of_a_package_is_toml_with_text(made: Path) -> None:
    for file in made.rglob("pyproject.toml"):
        project = tomllib.loads(file.read_text())["project"]
        assert set(project) <= {
            *("name", "version", "description", "readme", "requires-python", "dependencies"),
            *("optional-dependencies", "classifiers", "license", "authors", "urls", "dynamic"),
            "entry-points",
        }
        break
    else:
        pytest.fail("there is no pyproject.toml")


class Page(HTMLParser):
    """Finds what a browser would run, and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        for name, value in attrs:
            runs = name.startswith("on") and CANARY in (value or "")
            leads = name in ("href", "src") and (value or "").strip().lower().startswith(
                "javascript:"
            )
            if runs or leads:
                self.found.append(f"{tag} {name}={value}")
        if (
            tag in ("img", "iframe", "object")
            and not dict(attrs).get("alt")
            and ("src", "x") in attrs
        ):
            self.found.append(tag)

    def handle_data(self, data: str) -> None:
        if self._tag in ("script", "style") and (CANARY in data or "*{}" in data):
            self.found.append(f"{self._tag}: {data[:80]}")


def active(html: str) -> list[str]:
    page = Page()
    page.feed(html)
    return page.found


def test_markdown_shows_text(made: Path) -> None:
    pages = [*(made / "docs").rglob("*.md")]
    pages += [made / "python" / "odd" / name for name in ("README.md", "api.md", "llms.txt")]
    assert len(pages) > 3
    for page in pages:
        html = MarkdownIt("commonmark", {"html": True}).enable("table").render(page.read_text())
        assert active(html) == [], page.name


def test_a_site_shows_text(made: Path) -> None:
    folder = made / "docs" / "odd"
    pages = {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }
    site = build_site(site_sources([SiteApi("odd", pages)], language="en"), CONFIG, OUTPUT)
    html = {path: content.decode() for path, content in site.items() if path.endswith(".html")}
    assert len(html) > 3
    assert {path: found for path, text in html.items() if (found := active(text))} == {}


def test_kcl_compiles(made: Path) -> None:
    for folder in sorted({path.parent for path in (made / "kcl").rglob("*.k")}):
        files = [str(path) for path in sorted(folder.glob("*.k"))]
        result = API().exec_program(ExecProgramArgs(work_dir=str(folder), k_filename_list=files))
        assert not result.err_message


def test_kcl_evaluates_no_text_of_the_spec(made: Path) -> None:
    """What a schema says is evaluated where there is one, so there is."""
    folder = made / "kcl" / "odd"
    main = folder / "main.k"
    main.write_text("import models\nimport resources\na = models.A {}\nx = resources.XGetX {}\n")
    try:
        options = ExecProgramArgs(work_dir=str(folder), k_filename_list=[str(main)])
        result = API().exec_program(options)
    finally:
        main.unlink()
    assert not result.err_message
    values = json.loads(result.json_result)
    assert values["a"]["secret"] == TEXT
    assert [value for value in values["x"].values() if value != TEXT] == []
    assert len(values["x"]) > 5


def test_the_page_finder_finds() -> None:
    assert (
        len(
            active(
                f"<script>{CANARY}()</script><a href=' JavaScript:x'>y</a><b onclick={CANARY}()>"
            )
        )
        == 3
    )
