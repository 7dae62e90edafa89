"""The site of GitHub's API in a browser: it stays small, and what one looks for comes first.

Screenshots go to ``build/screenshots``.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.corpus_openapi.fetching import FetchError, fetch
from tests.corpus_openapi.table import entries
from tests.e2e.test_site import CHROMIUM, DARK, DESKTOP, PHONE, serving, shot

sync_api = pytest.importorskip("playwright.sync_api", reason="pip install specmill[e2e]")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium; apt-get install chromium")

MOST = 80_000_000
"""Bytes of the site."""
MOST_OF_PAGE = 300_000
"""Bytes that come with a page which is opened first, but for those to print."""
PAGES = {
    "home": "index.html",
    "resource": "github/resources/repos.html",
    "method": "github/resources/issues/create.html",
    "model": "github/models/Issue.html",
    "models": "github/models/index.html",
    "operations": "github/operations.html",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    entry = next(one for one in entries() if one.name == "github")
    try:
        spec = fetch(entry)
    except FetchError as error:
        pytest.skip(str(error))
    work = tmp_path_factory.mktemp("github")
    for words in (("init", "--spec", str(spec), "--name", "github", "--target", "docs"), ("site",)):
        command = [sys.executable, "-m", "specmill", *words]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return work / "build" / "site"


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The address of the site."""
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def test_it_is_small(folder: Path) -> None:
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size
             for path in folder.rglob("*") if path.is_file()}  # fmt: skip
    assert sum(sizes.values()) < MOST
    around = sizes["style.css"] + sizes["site.js"]
    large = {name: size for name, size in sizes.items()
             if name.endswith(".html") and "/print/" not in name
             and size + around > MOST_OF_PAGE}  # fmt: skip
    assert large == {}


@pytest.mark.parametrize(
    ("device", "settings"),
    [
        ("desktop", DESKTOP),
        ("phone", PHONE),
        ("dark", DARK),
        ("dark-phone", {**PHONE, "color_scheme": "dark"}),
    ],
)
def test_pages_fit_the_screen(browser: Any, site: str, device: str, settings: Any) -> None:
    context = browser.new_context(**settings)
    page = context.new_page()
    for name, path in PAGES.items():
        page.goto(f"{site}/{path}")
        page.wait_for_load_state("networkidle")
        width = page.viewport_size["width"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        shot(page, f"github-{device}-{name}")
    context.close()


def test_search_loads_its_index_when_it_is_used(browser: Any, site: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.rpartition("/")[2]))
    page.goto(f"{site}/index.html")
    page.wait_for_load_state("networkidle")
    assert "search.js" not in asked
    page.keyboard.press("Control+k")
    page.keyboard.type("create issue", delay=20)
    first = page.locator(".search li strong").first
    first.wait_for(timeout=15_000)
    page.wait_for_timeout(500)
    assert first.inner_text() == "issues.create"
    assert "search.js" in asked
    shot(page, "github-search")
    page.close()
