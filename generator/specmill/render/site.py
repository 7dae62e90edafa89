"""Site of the docs, built by Zensical: one process in a folder of its own."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from specmill.diagnostics import Diagnostic, UsageError, fail
from specmill.render.files import Changes, FileSet

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_MANIFEST = ".specmill-site"
"""Lists the files of a build in the folder of the site."""
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
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def write_site(files: Mapping[str, bytes], out: Path) -> Changes:
    """Make a folder hold a site; files of the last build that this one lacks are removed.

    Raises:
        SpecmillError: The disk refused; nothing was changed.
    """
    site = FileSet(files)
    site.add(_MANIFEST, "".join(f"{path}\n" for path in files))
    manifest = out / _MANIFEST
    last = manifest.read_text("utf-8").splitlines() if manifest.is_file() else []
    return site.write(out, last)


def _run(folder: Path, config: str) -> None:
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", config]
    done = subprocess.run(  # noqa: S603 - our own command, no text of a spec in it
        command, cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode != 0:
        said = _COLOURS.sub("", f"{done.stdout}\n{done.stderr}".partition("Traceback")[0]).strip()
        raise fail(f"Zensical refuses the pages:\n{said[:_MOST]}")
