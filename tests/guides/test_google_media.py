"""The page on media of Google's APIs: its program prints what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from googleapiclient import discovery_cache
from tests.behaviour.media_server import Download, serving_media

from specmill import generate

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "guides" / "google-media.md").read_text("utf-8")
STORAGE = Path(discovery_cache.__file__).parent / "documents" / "storage.v1.json"


def test_the_program_prints_what_the_page_shows(tmp_path: Path) -> None:
    code, shown = re.findall(r"```(?:python|console)\n(.*?)```", PAGE, re.DOTALL)[:2]
    generate(STORAGE, name="storage-v1", out=tmp_path)
    film = b"FILM " * 600_000
    (tmp_path / "film.mp4").write_bytes(film)
    with serving_media() as server:
        server.download = Download.of(film)
        environment = {**os.environ, "STORAGE_BASE_URL": server.url}
        done = subprocess.run(
            [sys.executable, "-c", code.replace("ya29.…", "x")],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.stderr == ""
    assert f"$ python media.py\n{done.stdout}" == shown
    assert (tmp_path / "copy.mp4").read_bytes() == film
