"""Loading: from bytes (JSON, YAML) to a tree with positions."""

from specmill.sources.loading.families import unknown_family
from specmill.sources.loading.fetching import Download, download, fetch, without_user
from specmill.sources.loading.files import (
    MAX_BYTES,
    Source,
    encode,
    is_page,
    load,
    load_table,
    load_text,
    parse,
    parse_head,
    read_bytes,
)

__all__ = [
    "MAX_BYTES",
    "Download",
    "Source",
    "download",
    "encode",
    "fetch",
    "is_page",
    "load",
    "load_table",
    "load_text",
    "parse",
    "parse_head",
    "read_bytes",
    "unknown_family",
    "without_user",
]
