"""Specs from elsewhere: found, downloaded, entered in ``specmill.toml``."""

from specmill.pipeline.upstream.addition import (
    FoundSpec,
    beside,
    entry,
    find,
    in_file,
    toml_key,
    with_entry,
)
from specmill.pipeline.upstream.pull import Pulled, pull, pulled

__all__ = [
    "FoundSpec",
    "Pulled",
    "beside",
    "entry",
    "find",
    "in_file",
    "pull",
    "pulled",
    "toml_key",
    "with_entry",
]
