"""The site of a hostile document in a browser: nothing of the document runs, opens or loads."""

from __future__ import annotations

import functools
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.unit.targets.hostile import CANARY, hostile

from specmill import generate
from specmill.render.site import build_site
from specmill.targets.docs.site import CONFIG, OUTPUT, SiteApi, site_sources

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
sync_api = pytest.importorskip("playwright.sync_api", reason="pip install specmill[e2e]")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium; apt-get install chromium")


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of its requests."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    out = tmp_path_factory.mktemp("hostile")
    spec = out / "odd.json"
    spec.write_text(json.dumps(hostile()))
    pages = generate(spec, targets=("docs",), out=out / "docs")
    sources = {name.removeprefix("odd/"): page.decode() for name, page in pages.items()}
    site = build_site(site_sources([SiteApi("odd", sources)], language="en"), CONFIG, OUTPUT)
    for name, content in site.items():
        file = out / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return out / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Watched:
    """A page of the browser, with what of a document ran in it, opened or was asked for."""

    def __init__(self, browser: Any, origin: str) -> None:
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.found: list[str] = []
        self.context.expose_function(CANARY, lambda: self.found.append("a script ran"))
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.found.append(f"error: {error}"))
        self.page.on("request", lambda one: self._asked(one.url, origin))

    def _dialog(self, dialog: Any) -> None:
        self.found.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, url: str, origin: str) -> None:
        if url.rpartition("/")[2] == "x" or not url.startswith((origin, "data:", "blob:")):
            self.found.append(f"asked for {url}")


@pytest.fixture
def watched(browser: Any, built: Path) -> Iterator[tuple[Watched, str]]:
    with served(built) as origin:
        one = Watched(browser, origin)
        yield one, origin
        one.context.close()


def test_nothing_of_the_document_runs(watched: tuple[Watched, str], built: Path) -> None:
    one, origin = watched
    pages = sorted(path.relative_to(built).as_posix() for path in built.rglob("*.html"))
    assert len(pages) > 3
    seen = ""
    for name in pages:
        one.page.goto(f"{origin}/{name}")
        one.page.wait_for_load_state("networkidle")
        for element in one.page.locator("details").all():
            element.evaluate("one => { one.open = true }")
        seen += one.page.locator("body").inner_text()
        links = one.page.locator("a[href]").evaluate_all("all => all.map(one => one.protocol)")
        assert set(links) <= {"http:", "https:"}, name
        assert one.found == [], name
    assert f"<script>{CANARY}()</script>" in seen, "the text is shown as it is"


def test_what_the_search_finds_is_text(watched: tuple[Watched, str]) -> None:
    one, origin = watched
    one.page.goto(f"{origin}/index.html")
    one.page.wait_for_load_state("networkidle")
    one.page.keyboard.press("Control+k")
    one.page.keyboard.type(CANARY, delay=20)
    result = one.page.locator("a[href*='odd']").filter(visible=True, has_text=CANARY)
    result.first.wait_for(timeout=15_000)
    one.page.wait_for_timeout(500)
    assert one.found == []


@pytest.mark.parametrize(
    "text",
    [
        f"<script>{CANARY}()</script>",
        f"<img src=x onerror={CANARY}()>",
        "<script>alert(1)</script>",
        "<img src=http://elsewhere.invalid/a.png>",
    ],
)
def test_the_watch_sees_what_runs(browser: Any, tmp_path: Path, text: str) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><body>{text}</body>")
    with served(tmp_path) as origin:
        one = Watched(browser, origin)
        one.page.goto(origin)
        one.page.wait_for_load_state("networkidle")
        one.page.wait_for_timeout(200)
        assert one.found
        one.context.close()
