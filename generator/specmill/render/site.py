"""Site of the docs, built by Zensical: one process in a folder of its own."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from specmill.diagnostics import Diagnostic, UsageError, fail
from specmill.render.files import Changes, FileSet
from specmill.render.journal import content_checksum
from specmill.render.turns import turn

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_MANIFEST = ".specmill-site"
"""Lists the files of a build, and their checksums, in the folder of the site."""
_ITS_OWN = re.compile(r"assets/(?:javascripts|stylesheets)/|search\.json$")
_TAG = re.compile(r"<[^>]*>")
_FIRST_WORDS = 90
"""Characters of a page that its search knows."""
_MOST = 4000
"""Characters of Zensical's own words that an error shows."""


def build_site(sources: Mapping[str, str], config: str, output: str) -> dict[str, bytes]:
    """Build a site; warnings, such as a link that leads nowhere, are errors.

    Args:
        sources: Path to text, the configuration among them.
        config: Path of the configuration in ``sources``.
        output: Folder that the configuration names for the site.

    Returns:
        POSIX path relative to the site, to content; sorted.

    Raises:
        UsageError: Zensical is not installed.
        SpecmillError: Zensical found fault with the pages.
    """
    if find_spec("zensical") is None:
        raise UsageError(Diagnostic("the site needs Zensical", hint="pip install specmill[docs]"))
    with tempfile.TemporaryDirectory(prefix="specmill-site-") as temporary:
        folder = Path(temporary)
        for path, text in sources.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        _run(folder, config)
        site = folder / output
        files = sorted(path for path in site.rglob("*") if path.is_file())
        built = {path.relative_to(site).as_posix(): path.read_bytes() for path in files}
        return dict(sorted(_without_its_own(built).items()))


def _without_its_own(built: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a site without Zensical's style and scripts, and with a small index of its search.

    The index is a script, which pages load when somebody searches, also from a disk.
    """
    files = {path: text for path, text in built.items() if not _ITS_OWN.match(path)}
    index = json.loads(built["search.json"]) if "search.json" in built else {"items": []}
    rows = [list(row) for row in _search_rows(index["items"])]
    shown = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    files["search.js"] = f"window.searchIndex={shown};\n".encode()
    return files


def _search_rows(items: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Yield title, address and first words of every page, and of the sections of long ones."""
    for item in items:
        page, _, anchor = item["location"].partition("#")
        if not anchor or "/print/" in page:
            continue
        text = " ".join(html.unescape(_TAG.sub(" ", item["text"])).split())
        place = page if item["level"] == 1 else item["location"]
        yield html.unescape(item["title"]), place, text[:_FIRST_WORDS]


def write_site(files: Mapping[str, bytes], out: Path) -> Changes:
    """Make a folder hold a site; files of the last build that this one lacks are removed.

    Raises:
        SpecmillError: The disk refused; nothing was changed.
    """
    site = FileSet(files)
    lines = (f"{content_checksum(content)}  {path}\n" for path, content in files.items())
    site.add(_MANIFEST, "".join(lines))
    with turn(out):
        manifest = out / _MANIFEST
        last = manifest.read_text("utf-8").splitlines() if manifest.is_file() else []
        pairs = (line.partition("  ") for line in last)
        return site.write(out, {path: checksum for checksum, _, path in pairs if path})


def _run(folder: Path, config: str) -> None:
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", config]
    done = subprocess.run(  # noqa: S603 - our own command, no text of a spec in it
        command, cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode != 0:
        said = _COLOURS.sub("", f"{done.stdout}\n{done.stderr}".partition("Traceback")[0]).strip()
        raise fail(f"Zensical refuses the pages:\n{said[:_MOST]}")
