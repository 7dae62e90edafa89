"""The site of the committed docs in a browser: search, fold, follow, on a phone and in the dark.

Screenshots go to ``build/screenshots``.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "build" / "screenshots"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
sync_api = pytest.importorskip("playwright.sync_api", reason="pip install specmill[e2e]")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium; apt-get install chromium")

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
DARK = {**DESKTOP, "color_scheme": "dark"}
LOCATIONS = "dataflow_v1b3/resources/projects_locations/worker_messages.html"
PAGES = {
    "home": "index.html",
    "api": "kubeflow_pipelines_v1beta1/index.html",
    "method": LOCATIONS,
    "printed": "dataflow_v1b3/print/projects_locations.html",
    "model": "dataflow_v1b3/models/Job.html",
    "documented": "paddleflow/resources/runs/create.html",
}


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of its requests."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the built site; building it is strict."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "specmill", "site", "--out", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page whose scripts run without an error."""
    context = browser.new_context(**getattr(request, "param", DESKTOP))
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


def shot(page: Any, name: str) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(SCREENSHOTS / f"{name}.png"))


@pytest.mark.parametrize(
    ("page", "device"),
    [
        (DESKTOP, "desktop"),
        (PHONE, "phone"),
        (DARK, "dark"),
        ({**PHONE, "color_scheme": "dark"}, "dark-phone"),
    ],
    indirect=["page"],
)
def test_pages_fit_the_screen(page: Any, site: str, device: str) -> None:
    for name, path in PAGES.items():
        page.goto(f"{site}/{path}")
        page.wait_for_load_state("networkidle")
        width = page.viewport_size["width"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        red, green, blue = (int(part) for part in background.strip("rgb()").split(",")[:3])
        assert (red + green + blue < 200) == ("dark" in device), background
        shot(page, f"{device}-{name}")


def test_search_finds_a_method(page: Any, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Control+k")
    page.keyboard.type("workerMessages", delay=20)
    found = page.locator(".search li a").first
    found.wait_for(timeout=15_000)
    assert found.locator("strong").inner_text() == "projects.worker_messages"
    shot(page, "search")
    page.keyboard.press("Enter")
    page.wait_for_url("**/resources/projects/worker_messages.html")


def test_a_tree_folds(page: Any, site: str) -> None:
    page.goto(f"{site}/{LOCATIONS}")
    outer = page.locator("details:has(> summary:has-text('workerMessages'))").first
    inner = page.locator("#fields-DataSamplingReport > ul > li").first
    assert not inner.is_visible()
    outer.locator("> summary").click()
    page.locator("#fields-DataSamplingReport > summary").click()
    assert inner.is_visible()
    assert "bytesWrittenDelta" in inner.inner_text()
    shot(page, "tree-unfolded")
    outer.locator("> summary").click()
    assert not inner.is_visible()


def test_links_lead_to_models_and_back(page: Any, site: str) -> None:
    page.goto(f"{site}/{LOCATIONS}")
    page.get_by_role("link", name="SendWorkerMessagesRequest", exact=True).first.click()
    page.wait_for_url("**/models/SendWorkerMessagesRequest.html")
    assert page.locator("h1").inner_text().startswith("SendWorkerMessagesRequest")
    page.get_by_role("link", name="projects.locations.worker_messages", exact=True).click()
    page.wait_for_url(f"**/{LOCATIONS}")


def test_a_link_to_folded_fields_unfolds_them(page: Any, site: str) -> None:
    page.goto(f"{site}/kubeflow_pipelines_v1beta1/print/runs.html")
    link = page.locator("li:has-text('pipeline_spec') a[href='#fields-PipelineSpec']").first
    page.locator("#fields-PipelineSpec").evaluate("one => { one.open = false }")
    link.click()
    shown = page.locator("#fields-PipelineSpec > ul > li").first
    shown.wait_for(state="visible")
