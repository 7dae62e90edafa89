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


LARGE = (
    *("bigquery.v2", "compute.v1", "dataflow.v1b3", "drive.v3", "genomics.v2alpha1"),
    *("gmail.v1", "pubsub.v1", "sheets.v4", "storage.v1", "youtube.v3"),
)
"""The ones that most people use, and those of this repository."""


def sample(count: int) -> tuple[Path, ...]:
    """Return a fixed sample of documents: the large ones, and some from all over the names."""
    known = [folder() / f"{name}.json" for name in LARGE]
    return tuple(dict.fromkeys((*known, *spread(count - len(known)))))


def spread(count: int) -> tuple[Path, ...]:
    """Return a fixed sample of documents, evenly over their names."""
    ordered = sorted(documents())
    return tuple(ordered[index * len(ordered) // count] for index in range(count))


def read(path: Path) -> dict[str, Any]:
    """Return the content of a document."""
    document: dict[str, Any] = orjson.loads(path.read_bytes())
    return document
