"""Lock file ``specmill.lock``: what the last run read, wrote and named.

Imports stay few: an up-to-date workspace is told by this folder and ``state`` alone.
"""

from specmill.pipeline.lock.content import ApiLock, Lock
from specmill.pipeline.lock.file import (
    LOCK_NAME,
    PAGE_FILES,
    checksum,
    checksums,
    declared_inputs,
    fingerprint,
    is_fresh,
    load_lock,
    located,
    relative,
    settings_checksum,
    shown,
)

__all__ = [
    "LOCK_NAME",
    "PAGE_FILES",
    "ApiLock",
    "Lock",
    "checksum",
    "checksums",
    "declared_inputs",
    "earlier",
    "fingerprint",
    "is_fresh",
    "load_lock",
    "located",
    "relative",
    "settings_checksum",
    "shown",
]
