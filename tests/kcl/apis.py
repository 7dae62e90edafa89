"""The APIs that the KCL tests go through."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import googleapiclient

from specmill import sources
from specmill.config import load
from specmill.diagnostics import Report
from specmill.lower import lower
from specmill.model.api import Api
from specmill.pipeline.understanding import understand

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated" / "kcl"
WORKSPACE = load(ROOT / "specmill.toml")
COMMITTED = {name: config.package for name, config in WORKSPACE.apis.items()}
"""Name of each API of this repository to its package."""

_CORPUS = Path(googleapiclient.__file__).parent / "discovery_cache" / "documents"
DISCOVERY = [
    "admin.directory_v1",  # `{userKey}` beside media, schemas called Schema
    "androidpublisher.v3",  # uploads, deep trees, tracks and edits
    "bigquery.v2",  # unions by many optional fields, patterns of paths, `import` and `type`
    "calendar.v3",  # `primary` defaults, import as a method, recursion
    "chat.v1",  # cards that contain cards
    "cloudbuild.v1",  # durations, maps, two trees of the same resource
    "cloudkms.v1",  # `import` as a method and bytes
    "container.v1",  # clusters in zones and in locations
    "dialogflow.v3",  # deep recursion, `match`, `filter`
    "discovery.v1",  # models named like a protocol, which KCL tells by the name
    "dns.v1",  # plain path parameters, nested resources
    "docs.v1",  # one batch method over hundreds of models
    "drive.v3",  # patterns, defaults, bounds of numbers
    "firestore.v1",  # values that contain values
    "gmail.v1",  # media in two forms
    "language.v1",  # enumerations of long lists
    "sheets.v4",  # `{range}` in the path, `not`, `type`
    "sqladmin.v1",  # `import`, `export`, flags
    "storage.v1",  # names that are keywords, `ifGenerationMatch` of 64 bits
    "youtube.v3",  # required lists, defaults and bounds
]


@cache
def committed(name: str) -> Api:
    """Understand one of this repository's APIs."""
    return understand(ROOT, WORKSPACE.apis[name]).api


def discovery(name: str) -> Api:
    """Read one of the documents that google-api-python-client brings."""
    document = sources.read(_CORPUS / f"{name}.json", report=Report())
    return lower(document, key=name, report=Report())
