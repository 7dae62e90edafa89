"""Lock file ``specmill.lock``: what the last run read, wrote and named.

Imports stay few: an up-to-date workspace is told by this folder and ``state`` alone.
"""

from specmill.pipeline.lock.content import ApiLock, Lock
from specmill.pipeline.lock.file import (
    LOCK_NAME,
    OWN_CODE,
    PAGE_FILES,
    PATCH,
    as_written,
    changelog_for,
    checksum,
    checksums,
    declared_inputs,
    fingerprint,
    is_fresh,
    load_lock,
    located,
    own_code,
    patches,
    relative,
    settings_checksum,
    shown,
)

__all__ = [
    "LOCK_NAME",
    "OWN_CODE",
    "PAGE_FILES",
    "PATCH",
    "ApiLock",
    "Lock",
    "as_written",
    "changelog_for",
    "checksum",
    "checksums",
    "declared_inputs",
    "earlier",
    "fingerprint",
    "is_fresh",
    "load_lock",
    "located",
    "own_code",
    "patches",
    "relative",
    "settings_checksum",
    "shown",
]
