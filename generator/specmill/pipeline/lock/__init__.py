"""Lock file ``specmill.lock``: what the last run read, wrote and named.

Imports stay few: an up-to-date workspace is told by this folder and ``state`` alone.
"""

from specmill.pipeline.lock.content import ApiLock, Lock
from specmill.pipeline.lock.file import (
    OWN_CODE,
    PAGE_FILES,
    PATCH,
    as_written,
    changelog_for,
    checksum,
    checksums,
    declared_inputs,
    fingerprint,
    has_known_inputs,
    load_lock,
    located,
    own_code,
    patches,
    read_lock,
    relative,
    settings_checksum,
    shown,
    with_other_outputs,
)
from specmill.pipeline.lock.layout import (
    LOCK_NAME,
    is_lock,
    lock_of_api,
    lock_stamp,
    written,
)
from specmill.pipeline.lock.names import LockedNames

__all__ = [
    "LOCK_NAME",
    "OWN_CODE",
    "PAGE_FILES",
    "PATCH",
    "ApiLock",
    "Lock",
    "LockedNames",
    "as_written",
    "changelog_for",
    "checksum",
    "checksums",
    "declared_inputs",
    "earlier",
    "fingerprint",
    "has_known_inputs",
    "is_lock",
    "load_lock",
    "located",
    "lock_of_api",
    "lock_stamp",
    "own_code",
    "patches",
    "read_lock",
    "relative",
    "settings_checksum",
    "shown",
    "with_other_outputs",
    "written",
]
