"""The site: its sources, and a build of one small API in strict mode."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from tests.docs.reading import PAGES, ROOT

from specmill.config import load
from specmill.diagnostics import SpecmillError, UsageError
from specmill.pipeline import site
from specmill.render.site import build_site
from specmill.targets.docs.site import CONFIG, OUTPUT, SiteApi, site_sources

PACKAGE = "genomics_v2alpha1"


def pages_of(package: str) -> dict[str, str]:
    folder = PAGES / package
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def sources(language: str = "en") -> dict[str, str]:
    return site_sources([SiteApi(PACKAGE, pages_of(PACKAGE))], language=language)


def test_a_strict_build_passes_and_is_written_once(tmp_path: Path) -> None:
    workspace = load(ROOT / "specmill.toml")
    changes = site.build(workspace, ("genomics",), tmp_path / "site")
    assert "index.html" in changes.written
    assert "genomics_v2alpha1/models/Action.html" in changes.written
    assert "genomics_v2alpha1/resources/pipelines/run.html" in changes.written
    assert "genomics_v2alpha1/print/pipelines.html" in changes.written
    assert (tmp_path / "site" / "search.js").is_file()
    headings = {
        page: re.findall(r"<h[12] id=\"([^\"]*)\"", (tmp_path / "site" / page).read_text("utf-8"))
        for page in (f"{PACKAGE}/resources/pipelines/run.html", f"{PACKAGE}/print/pipelines.html")
    }
    assert [*headings.values()] == [["pipelinesrun"], ["pipelines", "run"]]
    assert "pipelines.run" in (tmp_path / "site" / "search.js").read_text("utf-8")
    kept = tmp_path / "site" / "mine.txt"
    kept.write_text("not of the site")
    gone = hashlib.sha256(b"of the last build").hexdigest()
    (tmp_path / "site" / ".specmill-site").write_text(f"{gone}  gone.html\n{gone}  mine.txt\n")
    (tmp_path / "site" / "gone.html").write_text("of the last build")
    again = site.build(workspace, ("genomics",), tmp_path / "site")
    assert again.removed == ("gone.html",)
    assert set(again.written) == {".specmill-site"}
    assert kept.is_file()


@pytest.mark.parametrize(
    "link", ["[x](models/Nothing.md)", "[x](models/Action.md#nothing)", "[x](#nothing)"]
)
def test_a_broken_link_is_an_error(link: str) -> None:
    broken = sources()
    broken["pages/genomics_v2alpha1/index.md"] += f"\n{link}\n"
    with pytest.raises(SpecmillError, match="does not exist"):
        build_site(broken, CONFIG, OUTPUT)


def test_a_site_in_chinese() -> None:
    files = build_site(sources("zh"), CONFIG, OUTPUT)
    home = files["index.html"].decode()
    assert '<html lang="zh"' in home
    assert "跳到正文" in home


def test_apis_of_one_title_are_told_apart() -> None:
    pages = {"index.md": "# Shop 1\n", "nav.yml": '- "index.md"\n'}
    made = site_sources([SiteApi("shop_v1", pages), SiteApi("shop_v2", pages)], language="en")
    tabs = re.findall(r'^  - "(.*)":$', made[CONFIG], re.MULTILINE)
    assert tabs == ["shop_v1", "shop_v2"]
    assert '        - "shop_v2/index.md"' in made[CONFIG]


def test_without_docs_there_is_nothing_to_build(tmp_path: Path) -> None:
    (tmp_path / "specmill.toml").write_text('[apis.shop]\nsource = "shop.yaml"\n')
    with pytest.raises(UsageError, match="no API has docs"):
        site.build(load(tmp_path / "specmill.toml"), (), tmp_path / "site")


def test_without_zensical_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("specmill.render.site.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install specmill\[docs\]"):
        build_site({}, CONFIG, OUTPUT)
