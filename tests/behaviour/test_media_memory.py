"""Media of 200 MB goes up and down over broken connections, in constant memory."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from tests.behaviour.media_server import (
    UNIT,
    Download,
    MediaServer,
    pattern,
    pattern_digest,
)

SIZE = 200_000_000
CHUNK = 32 * UNIT
pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux")

MOST = 30 * 1024
"""KiB that a process may grow by while it moves them."""

PROGRAM = """
import asyncio, hashlib, sys
from gallery_v1 import AsyncGallery, Gallery, MediaUpload

url, mode, path = sys.argv[1:]
given = dict(content_type="image/png", resumable=True, chunk_size={chunk})

def peak():
    with open("/proc/self/status") as status:  # getrusage remembers what was before exec
        return int(next(line for line in status if line.startswith("VmHWM")).split()[1])

def pieces():
    with open(path, "rb") as file:
        while piece := file.read(100_000):
            yield piece

async def async_pieces():
    for piece in pieces():
        yield piece

def digest(download):
    found = hashlib.sha256()
    for piece in download:
        found.update(piece)
    return found.hexdigest()

def sync(client):
    if mode == "save":
        return client.pictures.get_media("a", "b").save(path)
    if mode == "read":
        return digest(client.pictures.get_media("a", "b"))
    content = path if mode == "path" else pieces()
    return client.pictures.insert("a", media=MediaUpload(content, **given)).sha256

async def soon():
    async with AsyncGallery(token="t", base_url=url) as client:
        await client.pictures.insert("a", media=MediaUpload(b"warm", **given))
        before = peak()
        if mode == "async save":
            done = await client.pictures.get_media("a", "b").save(path)
        else:
            content = path if mode == "async path" else async_pieces()
            done = (await client.pictures.insert("a", media=MediaUpload(content, **given))).sha256
        print(done, peak() - before)

if mode.startswith("async"):
    asyncio.run(soon())
else:
    with Gallery(token="t", base_url=url) as client:
        client.pictures.insert("a", media=MediaUpload(b"warm", **given))
        before = peak()
        print(sync(client), peak() - before)
""".replace("{chunk}", str(CHUNK))


def _run(generated: Path, server: MediaServer, mode: str, path: Path) -> tuple[str, int]:
    """Return what a process of its own says that it moved, and the KiB that it grew by."""
    command = [sys.executable, "-c", PROGRAM, server.url, mode, str(path)]
    done = subprocess.run(command, cwd=generated, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    what, grown = done.stdout.split()
    return what, int(grown)


@pytest.mark.parametrize("mode", ["path", "iterator", "async path", "async iterator"])
def test_upload(generated: Path, media_server: MediaServer, tmp_path: Path, mode: str) -> None:
    path = tmp_path / "large.png"
    with path.open("wb") as file:
        for start in range(0, SIZE, UNIT):
            file.write(pattern(start, min(UNIT, SIZE - start)))
    warm = ["ok", "ok"]
    cuts = [f"cut {CHUNK // 3}", "ok", "ok", "lost answer", "ok", "ok", f"cut {CHUNK - UNIT}"]
    media_server.faults.extend([*warm, "ok", "ok", "ok", *cuts])
    digest, grown = _run(generated, media_server, mode, path)
    path.unlink()
    assert digest == pattern_digest(SIZE)
    assert media_server.sessions[-1].stored == SIZE
    assert media_server.chunks.count(f"bytes */{'*' if 'iterator' in mode else SIZE}") == 3
    assert grown < MOST


@pytest.mark.parametrize("mode", ["save", "read", "async save"])
def test_download(generated: Path, media_server: MediaServer, tmp_path: Path, mode: str) -> None:
    path = tmp_path / "large.png"
    media_server.download = Download(size=SIZE, headers={"etag": '"one"'})
    cuts = ["cut 50000000", f"cut {UNIT}", "cut 90000000"]
    media_server.faults.extend(["ok", "ok", *cuts])
    told, grown = _run(generated, media_server, mode, path)
    if mode != "read":
        assert told == str(SIZE)
        told = _digest(path)
        path.unlink()
    assert told == pattern_digest(SIZE)
    assert len([one for one in media_server.requests if one.headers["range"]]) == 3
    assert grown < MOST


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
