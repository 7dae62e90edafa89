"""Sources of a site over the pages of several APIs: landing page, navigation, theme."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from specmill.render.engine import Engine, template_root
from specmill.targets.docs.labels import Labels, load_labels
from specmill.targets.docs.layout import INDEX, NAVIGATION
from specmill.values import dataclass

CONFIG = "mkdocs.yml"
PAGES = "pages"
OUTPUT = "site"
_PATH = re.compile(r'"([^"]+\.md)"$')
_MADE = re.compile(r"\A<!--.*?-->\n", re.DOTALL)
"""The comment that says from what a page was made."""
_LINK = re.compile(r"\]\((?![a-z]+:|#)")
_INDENT = " " * 8


@dataclass(frozen=True, slots=True)
class SiteApi:
    """The pages of one API; paths are relative to its folder."""

    package: str
    pages: Mapping[str, str]

    @property
    def title(self) -> str:
        """The heading of its first page."""
        return self._first.partition("\n")[0].removeprefix("# ")

    @property
    def about(self) -> str:
        """What its first page says first, for the cell of a table."""
        said = self._first.partition("\n")[2].strip().partition("\n")[0]
        return "" if said.startswith(("|", "#", "`")) else said.replace("|", "&#124;")

    @property
    def home(self) -> str:
        """Its first page, with links as they go from the folder above."""
        return _LINK.sub(f"]({self.package}/", self._first)

    @property
    def _first(self) -> str:
        return _MADE.sub("", self.pages[INDEX], count=1)

    def navigation(self) -> str:
        """The entries of ``nav`` as a block of YAML, with the paths that pages have in the site."""
        lines = (_PATH.sub(rf'"{self.package}/\1"', line) for line in self._lines())
        return "".join(f"{_INDENT}{line}\n" for line in lines)

    def _lines(self) -> list[str]:
        return self.pages[NAVIGATION].splitlines()


def site_frame(
    engine: Engine, labels: Labels, *, title: str, navigation: str, hand_written: bool = False
) -> dict[str, str]:
    """Return what is around the pages of a site: configuration, theme, style and script.

    Args:
        engine: The templates.
        labels: Words of a language.
        title: Name of the site.
        navigation: Entries of ``nav``, as YAML.
        hand_written: Whether pages may set anchors of headings; those of a spec may not.
    """
    config = engine.render(
        "site/mkdocs.yml.j2",
        t=labels,
        title=json.dumps(title, ensure_ascii=False),
        navigation=navigation,
        hand_written=hand_written,
    )
    sources = {CONFIG: config}
    sources |= {f"{PAGES}/{path}": text for path, text in engine.copy_files("assets").items()}
    sources |= {f"theme/{path}": text for path, text in engine.copy_files("theme").items()}
    return sources


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
    only = apis[0] if len(apis) == 1 else None
    titles = Counter(one.title for one in apis)
    tabs = [one.title if titles[one.title] == 1 else one.package for one in apis]
    navigation = "".join(
        f"  - {json.dumps(tab, ensure_ascii=False)}:\n{one.navigation()}"
        for tab, one in zip(tabs, apis, strict=True)
    )
    navigation = navigation if only else f"  - {INDEX}\n{navigation}"
    sources = site_frame(
        engine, labels, title=only.title if only else labels.site_title, navigation=navigation
    )
    home = only.home if only else engine.render("site/index.md.j2", t=labels, apis=apis)
    sources[f"{PAGES}/{INDEX}"] = home
    for api in apis:
        for path, text in api.pages.items():
            if path != NAVIGATION:
                sources[f"{PAGES}/{api.package}/{path}"] = text
    return sources
