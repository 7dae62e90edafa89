"""Generated files in memory, and their way to disk: compare, write, prune."""

from __future__ import annotations

import difflib
import stat
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from specmill.diagnostics import fail
from specmill.render.journal import content_checksum
from specmill.render.paths import Jail, check_path, folded
from specmill.render.transaction import Transaction
from specmill.render.turns import own_turn
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write did: relative paths, sorted."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    kept: tuple[str, ...] = ()
    """Files of the last run that are no longer as it wrote them, and so were left alone."""

    def __bool__(self) -> bool:
        return bool(self.written or self.removed)


@dataclass(frozen=True, slots=True)
class Difference:
    """How one file on disk differs from the generated one."""

    path: str
    old: bytes | None = field(repr=False)
    """What is on disk."""
    new: bytes | None = field(repr=False)
    """What is generated."""

    @property
    def kind(self) -> str:
        """``changed``, ``missing`` on disk, or ``extra``: no longer generated."""
        if self.old is None:
            return "missing"
        return "extra" if self.new is None else "changed"

    def lines(self) -> list[str]:
        """A unified diff from the file on disk to the generated one, without line ends."""
        before = "/dev/null" if self.old is None else f"a/{self.path}"
        after = "/dev/null" if self.new is None else f"b/{self.path}"
        try:
            old, new = ((text or b"").decode("utf-8").splitlines() for text in (self.old, self.new))
        except UnicodeDecodeError:
            return [f"--- {before}", f"+++ {after}", "binary files differ"]
        lines = list(difflib.unified_diff(old, new, before, after, lineterm=""))
        return lines or [f"--- {before}", f"+++ {after}", "line ends differ"]


class FileSet:
    """Generated files by relative POSIX path; the content of text files is UTF-8 with ``\\n``."""

    def __init__(self, files: Mapping[str, str | bytes] | None = None) -> None:
        self._files: dict[str, bytes] = {}
        self._folded: dict[str, str] = {}
        for path, content in (files or {}).items():
            self.add(path, content)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, path: object) -> bool:
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._files))

    def __getitem__(self, path: str) -> bytes:
        return self._files[path]

    def add(self, path: str, content: str | bytes) -> None:
        """Take in one file.

        Raises:
            SpecmillError: The path is not safe to write, or collides with another one, also where a
                file system ignores case.
        """
        check_path(path)
        self._claim(path)
        self._files[path] = content.encode("utf-8") if isinstance(content, str) else content

    def _claim(self, path: str) -> None:
        """Refuse ``a`` next to ``A``, and a file ``a`` next to ``a/b``."""
        if path in self._files:
            raise fail(f"two generated files have the path {path!r}")
        parts = path.split("/")
        for end in range(1, len(parts) + 1):
            place, is_file = "/".join(parts[:end]), end == len(parts)
            spelled = place if is_file else f"{place}/"
            other = self._folded.setdefault(folded(place), spelled)
            if other != spelled:
                raise fail(
                    f"generated paths collide where file names ignore case: {other!r} and {path!r}",
                    hint="pin another name in specmill.toml",
                )

    def write(self, root: Path, previous: Mapping[str, str] | None = None) -> Changes:
        """Make ``root`` hold exactly these files in place of the ``previous`` ones.

        Files with the same bytes are left alone, time stamps included; so are those to which Git
        gave the line ends of Windows. Files of ``previous`` that
        are not in this set are removed, with folders that this empties, if they still have the
        checksum that is said of them; nothing else is touched. Either all of it happens or nothing.
        Another run that writes there is waited for.

        Raises:
            SpecmillError: A path is unsafe, or the disk refused; everything is as it was.
        """
        with own_turn(root):
            return self._written(Jail(root), previous or {})

    def _written(self, jail: Jail, previous: Mapping[str, str]) -> Changes:
        places = {path: jail.place(path) for path in self}
        changed = [
            path for path, place in places.items() if not _is_same(_read(place), self._files[path])
        ]
        gone, kept = self._gone(jail, previous)
        if changed or gone:
            with Transaction(jail.root) as transaction:
                for path in changed:
                    transaction.stage(places[path], self._files[path])
                for place in gone.values():
                    transaction.remove(place, content_checksum(place.read_bytes()))
                transaction.commit()
        unchanged = len(self._files) - len(changed)
        return Changes(tuple(changed), tuple(gone), unchanged, tuple(kept))

    def differences(
        self, root: Path, previous: Mapping[str, str] | None = None
    ) -> list[Difference]:
        """Compare with ``root`` without writing; sorted by path.

        Raises:
            SpecmillError: As :meth:`write` does.
        """
        jail = Jail(root)
        found: list[Difference] = []
        for path, content in self._files.items():
            old = _read(jail.place(path))
            if not _is_same(old, content):
                found.append(Difference(path, old, content))
        gone, _ = self._gone(jail, previous or {})
        found += [Difference(path, _read(place), None) for path, place in gone.items()]
        return sorted(found, key=lambda difference: difference.path)

    def _gone(self, jail: Jail, previous: Mapping[str, str]) -> tuple[dict[str, Path], list[str]]:
        """Files of the last run that this set lacks: those as it wrote them, and the others.

        Where a file only changed the case of its name and the file system ignores case, it is the
        same file, and stays.
        """
        gone: dict[str, Path] = {}
        others: list[str] = []
        for path, checksum in sorted(previous.items()):
            if path in self._files:
                continue
            place = jail.place(path)
            respelled = self._folded.get(folded(path))
            if respelled is not None and _are_one(place, jail.root / respelled):
                continue
            content = _read(place)
            if content is not None and checksum in map(content_checksum, _spellings(content)):
                gone[path] = place
            elif content is not None:
                others.append(path)
        return gone, others


def _is_same(old: bytes | None, new: bytes) -> bool:
    """Tell whether a file on disk is a generated one, whatever line ends Git gave it."""
    return old is not None and new in _spellings(old)


def _spellings(content: bytes) -> Iterator[bytes]:
    """Yield what a file may have been before Git checked it out (``core.autocrlf``)."""
    yield content
    if b"\r\n" in content:
        yield content.replace(b"\r\n", b"\n")


def _are_one(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there
        return False


def _read(place: Path) -> bytes | None:
    try:
        if not stat.S_ISREG(place.stat().st_mode):
            raise fail(f"{str(place)!r} is no regular file, so none can take its place")
        return place.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise fail(f"cannot read {str(place)!r}: {error.strerror}") from error
