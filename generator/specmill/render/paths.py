"""Relative paths that may be written: generated files stay inside their folder, on any system."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from functools import lru_cache
from pathlib import Path

from specmill.diagnostics import SpecmillError, fail

_FORBIDDEN = re.compile(r'[<>:"|?*\\]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
STAGING = ".specmill-staging-"
"""What the names of folders begin with that a write is staged in."""
_LONGEST_NAME = 200
_LONGEST_PATH = 1000


def check_path(path: str) -> None:
    """Refuse a path that is not a plain relative POSIX path below its folder.

    Raises:
        SpecmillError: ``path`` is absolute, climbs with ``..``, reaches into ``.git``, or has a
            name that some file system cannot hold (reserved Windows names, control and direction
            characters, over-long names).
    """
    if len(path.encode("utf-8", "surrogatepass")) > _LONGEST_PATH:
        raise _refusal(path, "is too long")
    for name in path.split("/"):
        if reason := _why_not(name):
            raise _refusal(path, reason)


@lru_cache(maxsize=4096)  # many paths have the same folders, and each is asked about several times
def _why_not(name: str) -> str:
    if name in {"", ".", ".."}:
        return "does not stay below its folder"
    if name.casefold() == ".git":
        return "reaches into .git"
    if _FORBIDDEN.search(name) or not all(_is_plain(character) for character in name):
        return "has a character that file names cannot hold"
    if name != name.strip() or name.endswith(".") or _RESERVED.fullmatch(name):
        return "has a name that Windows cannot hold"
    if len(name.encode("utf-8")) > _LONGEST_NAME:
        return "is too long"
    return ""


def _is_plain(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")


def _refusal(path: str, reason: str) -> SpecmillError:
    shown = path if len(path) <= _LONGEST_NAME else f"{path[:_LONGEST_NAME]}…"
    return fail(f"refusing to write {shown!r}: the path {reason}")


def folded(path: str) -> str:
    """The form under which a case-insensitive, normalizing file system sees ``path``."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


class Jail:
    """Resolves relative paths below a root and refuses those that symbolic links lead out of it."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._safe: set[str] = {""}

    def place(self, path: str) -> Path:
        """The absolute path of ``path``; its parents are folders below the root, itself no link.

        Raises:
            SpecmillError: A link leads out of the root, a parent is a file, or the place is a
                folder or a link.
        """
        check_path(path)
        parent = path.rpartition("/")[0]
        if parent not in self._safe:
            self._check_parents(parent)
        place = self.root / path
        try:
            mode = os.lstat(place).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return place
        if stat.S_ISLNK(mode):
            raise fail(f"refusing to write {str(place)!r}: it is a symbolic link")
        if stat.S_ISDIR(mode):
            raise fail(f"cannot write {str(place)!r}: a folder is in the way", hint="move it away")
        return place

    def _check_parents(self, parent: str) -> None:
        reached = ""
        for name in parent.split("/"):
            reached = f"{reached}/{name}" if reached else name
            folder = self.root / reached
            if folder.is_symlink() and not folder.resolve().is_relative_to(self.root):
                raise fail(
                    f"refusing to write below {str(folder)!r}: "
                    f"the link leads out of {str(self.root)!r}"
                )
            if folder.exists() and not folder.is_dir():
                raise fail(
                    f"cannot write below {str(folder)!r}: a file is in the way",
                    hint="move it away",
                )
            self._safe.add(reached)
