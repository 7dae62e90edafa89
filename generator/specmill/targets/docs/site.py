"""Sources of a site over the pages of several APIs: landing page, navigation, style."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from specmill.render.engine import Engine, template_root
from specmill.targets.docs.labels import load_labels
from specmill.targets.docs.layout import INDEX, NAVIGATION
from specmill.values import dataclass

CONFIG = "mkdocs.yml"
PAGES = "pages"
OUTPUT = "site"
_PATH = re.compile(r'"([^"]+\.md)"$')
_INDENT = " " * 8


@dataclass(frozen=True, slots=True)
class SiteApi:
    """The pages of one API; paths are relative to its folder."""

    package: str
    pages: Mapping[str, str]

    @property
    def title(self) -> str:
        """The heading of its first page."""
        return self.pages[INDEX].partition("\n")[0].removeprefix("# ")

    def navigation(self) -> str:
        """The entries of ``nav`` as a block of YAML, with the paths that pages have in the site."""
        lines = (_PATH.sub(rf'"{self.package}/\1"', line) for line in self._lines())
        return "".join(f"{_INDENT}{line}\n" for line in lines)

    def _lines(self) -> list[str]:
        return self.pages[NAVIGATION].splitlines()


def site_sources(
    apis: Sequence[SiteApi], *, language: str, templates: Sequence[Path] = ()
) -> dict[str, str]:
    """Return the configuration of the site, and its pages below :data:`PAGES`.

    Args:
        apis: The APIs, in the order of the navigation.
        language: A file of ``labels/``; pages of each API have their own.
        templates: The user's template folders, first one first.

    Raises:
        UsageError: There is no such language.
    """
    engine = Engine((*templates, template_root("docs")))
    labels = load_labels(engine, language)
    titles = Counter(one.title for one in apis)
    tabs = [one.title if titles[one.title] == 1 else one.package for one in apis]
    view = {
        "t": labels,
        "language": json.dumps(language),
        "title": json.dumps(labels.site_title, ensure_ascii=False),
        "apis": [(one.title, one.package) for one in apis],
        "navigation": [
            (json.dumps(tab, ensure_ascii=False), one.navigation())
            for tab, one in zip(tabs, apis, strict=True)
        ],
        "about": labels.say("site_about", count=len(apis)),
    }
    sources = {
        CONFIG: engine.render("site/mkdocs.yml.j2", **view),
        f"{PAGES}/{INDEX}": engine.render("site/index.md.j2", **view),
    }
    sources |= {f"{PAGES}/{path}": text for path, text in engine.copy_files("assets").items()}
    for api in apis:
        for path, text in api.pages.items():
            if path != NAVIGATION:
                sources[f"{PAGES}/{api.package}/{path}"] = text
    return sources
