"""The corpus: every Discovery document in the wheel of google-api-python-client."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import googleapiclient.discovery_cache
import orjson


@cache
def folder() -> Path:
    """Return where the installed wheel keeps the documents."""
    return Path(googleapiclient.discovery_cache.__file__).with_name("documents")


@cache
def documents() -> tuple[Path, ...]:
    """Return all documents, the largest first."""
    found = [path for path in folder().glob("*.json") if path.name != "index.json"]
    return tuple(sorted(found, key=lambda path: (-path.stat().st_size, path.name)))


def spread(count: int) -> tuple[Path, ...]:
    """Return a fixed sample of documents, evenly over their names."""
    ordered = sorted(documents())
    return tuple(ordered[index * len(ordered) // count] for index in range(count))


def read(path: Path) -> dict[str, Any]:
    """Return the content of a document."""
    document: dict[str, Any] = orjson.loads(path.read_bytes())
    return document
