"""Specs from elsewhere: found, downloaded, entered in ``specmill.toml``."""

from specmill.pipeline.upstream.addition import (
    FoundSpec,
    beside,
    entry,
    find,
    in_file,
    named,
    toml_key,
    with_entry,
)
from specmill.pipeline.upstream.copies import copied, fetched, is_elsewhere
from specmill.pipeline.upstream.pull import Pulled, pull, pulled

__all__ = [
    "FoundSpec",
    "Pulled",
    "beside",
    "copied",
    "entry",
    "fetched",
    "find",
    "in_file",
    "is_elsewhere",
    "named",
    "pull",
    "pulled",
    "toml_key",
    "with_entry",
]
