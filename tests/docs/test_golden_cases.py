"""Pages of every golden case, the hostile one among them: one site of all builds in strict mode."""

from __future__ import annotations

from tests.golden.cases import CASES

from specmill.render.site import build_site
from specmill.targets.docs.site import CONFIG, OUTPUT, SiteApi, site_sources


def test_one_site_of_all_cases() -> None:
    apis = [SiteApi(case.package, case.pages()) for case in CASES]
    files = build_site(site_sources(apis, language="en"), CONFIG, OUTPUT)
    made = {path for path in files if path.endswith(".html")}
    wanted = {
        f"{api.package}/{path.removesuffix('.md')}.html"
        for api in apis
        for path in api.pages
        if path.endswith(".md")
    }
    assert wanted <= made
    hostile = [files[path].decode() for path in made if path.startswith("hostile_api/")]
    assert not [page for page in hostile if "<script>alert" in page or "javascript:" in page]
