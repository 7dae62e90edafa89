"""The examples of golden cases run, too: those of APIs with more kinds of bodies and answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.docs.reading import methods_of
from tests.docs.server import running
from tests.docs.test_examples import failures_of
from tests.golden.cases import RUNTIME, Case, write

CASES = ("bodies", "encodings", "media_types", "parameters", "streams", "styles")


@pytest.mark.parametrize("form", ["sync", "async"])
@pytest.mark.parametrize("name", CASES)
def test_examples_send_what_the_page_shows(
    name: str, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Case(name)
    write(tmp_path / case.package, case.files())
    (tmp_path / case.package / "_runtime").symlink_to(RUNTIME)
    write(tmp_path / "pages", case.pages())
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    pages = sorted((tmp_path / "pages").glob("resources/*.md"))
    documented = [method for page in pages for method in methods_of(page)]
    assert documented
    with running() as server:
        monkeypatch.setenv(f"{name.upper()}_BASE_URL", server.url)
        failures = failures_of(documented, form, server)
    assert not failures, "\n".join(failures)
