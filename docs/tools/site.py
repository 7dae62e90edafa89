"""Site of the hand-written documents, built as ``specmill site`` builds one.

Pages keep their paths in the repository, so that every link on GitHub is one on the site. Files
that pages link to stand on the site as they are; links to folders, and to pages that are generated,
become text.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from specmill.diagnostics import SpecmillError
from specmill.render.engine import Engine, template_root
from specmill.render.site import build_site, write_site
from specmill.targets.docs.labels import load_labels
from specmill.targets.docs.site import CONFIG, site_frame

ROOT = Path(__file__).parents[2]
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_MARKED = re.compile(r"^#+ (.*<.*)$", re.MULTILINE)
"""A heading whose anchor the site would make of escaped text."""
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\]]*)\]\((?P<target>[^()\s]+)\)")
_FENCE = re.compile(r"^(`{3,}).*?^\1\s*$", re.MULTILINE | re.DOTALL)
_SECTIONS = {
    "Start": ["README.md", "docs/README.md", "docs/tutorial.md", "docs/faq.md"],
    "Guides": ["docs/guides/*.md"],
    "Clients": ["docs/clients/*.md"],
    "Frameworks": ["docs/frameworks/*.md"],
    "Examples": ["docs/apis/*.md"],
    "Reference": ["docs/reference/*.md", "docs/security.md"],
    "Explanation": ["docs/explanation/*.md", "ARCHITECTURE.md", "docs/decisions/*.md"],
    "Project": [
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "benchmarks/*.md",
        "tests/README.md",
    ],
}


def main() -> int:
    """Build the site in the folder that is given."""
    (out,) = sys.argv[1:]
    try:
        changes = write_site(build_site(site_sources(), CONFIG, "site"), Path(out))
    except SpecmillError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command
        return 2
    print(f"{out}/index.html: {len(changes.written)} files written")  # noqa: T201 - as above
    return 0


def site_sources() -> dict[str, str]:
    """Return the sources of the site: path to text."""
    pages = {page: None for patterns in _SECTIONS.values() for page in _found(patterns)}
    engine = Engine((template_root("docs"),))
    sources = site_frame(
        engine,
        load_labels(engine, "en"),
        title="specmill",
        navigation=_navigation(),
        hand_written=True,
    )
    for page in pages:
        sources[f"pages/{_placed(page)}"] = _on_site(page, pages)
    for file in sorted(_linked_files(pages)):
        sources[f"pages/{file}"] = (ROOT / file).read_text("utf-8")
    return sources


def _found(patterns: list[str]) -> Iterator[str]:
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            yield path.relative_to(ROOT).as_posix()


def _placed(page: str) -> str:
    """Return the path of a page on the site: the README is its first page."""
    return "index.md" if page == "README.md" else page.replace("README.md", "index.md")


def _on_site(page: str, pages: Mapping[str, None]) -> str:
    text = (ROOT / page).read_text("utf-8")
    parts, last = [], 0
    for fence in _FENCE.finditer(text):
        parts += [_relinked(text[last : fence.start()], page, pages), fence[0]]
        last = fence.end()
    return "".join([*parts, _relinked(text[last:], page, pages)])


def _relinked(text: str, page: str, pages: Mapping[str, None]) -> str:
    """Return text with links as the site needs them, and headings with the anchors of GitHub."""

    def link(match: re.Match[str]) -> str:
        target = urlsplit(match["target"])
        if target.scheme or not target.path:
            return match[0]
        file = _resolved(page, target.path)
        if file in pages:
            there = _relative(_placed(page), _placed(file))
            anchor = f"#{target.fragment}" if target.fragment else ""
            return f"{match['image']}[{match['text']}]({there}{anchor})"
        if _is_file(file):
            return f"{match['image']}[{match['text']}]({_relative(_placed(page), file)})"
        return match["text"]

    return _MARKED.sub(
        lambda match: f"{match[0]} {{ #{_anchor(match[1])} }}", _LINK.sub(link, text)
    )


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _linked_files(pages: Mapping[str, None]) -> set[str]:
    found = set()
    for page in pages:
        text = _FENCE.sub("", (ROOT / page).read_text("utf-8"))
        for match in _LINK.finditer(text):
            target = urlsplit(match["target"])
            file = _resolved(page, target.path)
            if not target.scheme and target.path and file not in pages and _is_file(file):
                found.add(file)
    return found


def _is_file(file: str) -> bool:
    """Tell whether the site has a file as it is."""
    return (ROOT / file).is_file() and not file.endswith(".md")


def _resolved(page: str, target: str) -> str:
    path = (ROOT / page).parent / unquote(target)
    return path.resolve().relative_to(ROOT).as_posix()


def _relative(start: str, file: str) -> str:
    up = len(PurePosixPath(start).parent.parts)
    return "../" * up + file


def _navigation() -> str:
    lines = ["  - index.md"]
    for section, patterns in _SECTIONS.items():
        lines.append(f"  - {json.dumps(section)}:")
        lines += [
            f"    - {json.dumps(_title(page), ensure_ascii=False)}: {_placed(page)}"
            for page in _found(patterns)
            if page != "README.md"
        ]
    return "\n".join(lines) + "\n"


def _title(page: str) -> str:
    heading = _HEADING.search((ROOT / page).read_text("utf-8"))
    assert heading, page
    return heading[1].replace("`", "")


if __name__ == "__main__":
    sys.exit(main())
