"""Transaction of file changes: all of them happen, or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from specmill.diagnostics import SpecmillError, fail
from specmill.render import journal
from specmill.render.disk import write_file
from specmill.render.paths import STAGING


class Transaction:
    """Replaces and removes files below ``root``; left without :meth:`commit`, it changes nothing.

    New contents and the files they replace wait in one staging folder in ``root``, so that each
    step is a rename within one file system and undoing needs no space.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        """Without symbolic links, as the places are."""
        self._staging: Path | None = None
        self._replacing: list[tuple[Path, Path, journal.Stamp | None]] = []
        """Place, what waits to be put there, and the stamp of what stands there."""
        self._removing: dict[Path, str] = {}
        """Place, and checksum of what stands there."""
        self._undo: list[Callable[[], object]] = []
        self._made: list[Path] = []
        self._folders: set[Path] = set()
        """Folders that are known to be there."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._undo and self._staging is not None:
            with suppress(OSError):
                journal.end(self._staging)  # what is undone is not to be finished
        for step in reversed(self._undo):
            try:
                step()
            except (OSError, KeyboardInterrupt):
                continue  # undo all that can be undone
        self._undo.clear()
        if self._staging is not None:
            shutil.rmtree(self._staging, ignore_errors=True)
            self._staging = None
        for folder in reversed(self._made):  # the staging folder was in one of them
            with suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError):
            raise self._told(error) from error

    def stage(self, place: Path, content: bytes) -> None:
        """Write ``content`` aside, to be put at ``place`` by :meth:`commit`."""
        waiting = self._aside()
        write_file(waiting, content)
        standing = journal.stamp(place)
        if standing is not None:
            shutil.copymode(place, waiting)
        self._replacing.append((place, waiting, standing))

    def remove(self, place: Path, checksum: str) -> None:
        """Let :meth:`commit` remove the file at ``place``, whose content has a checksum."""
        self._removing[place] = checksum

    def commit(self) -> None:
        """Put everything in its place; a run that is killed on the way is finished by the next."""
        staging = self._aside().parent
        journal.begin(
            staging,
            {self._relative(place): waiting.name for place, waiting, _ in self._replacing},
            {self._relative(place): checksum for place, checksum in self._removing.items()},
            {self._relative(place): known for place, _, known in self._replacing if known},
        )
        for place, waiting, standing in self._replacing:
            self._make_folders(place.parent)
            self._keep(place, standing is not None)
            waiting.replace(place)
        for place in self._removing:
            self._keep(place, place.exists())
            place.unlink(missing_ok=True)
        self._undo.clear()
        self._made.clear()
        journal.end(staging)
        for place in self._removing:
            self._drop_empty_folders(place.parent)

    def _relative(self, place: Path) -> str:
        return place.relative_to(self._root).as_posix()

    def _aside(self) -> Path:
        if self._staging is None:
            self._make_folders(self._root)
            self._staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=self._root))
            (self._staging / "kept").mkdir()
        return self._staging / str(len(self._replacing))

    def _keep(self, place: Path, exists: bool) -> None:
        """Keep what stands at ``place``, to be put back if a later step fails."""
        if not exists:
            self._undo.append(lambda: place.unlink(missing_ok=True))
            return
        kept = self._aside().parent / "kept" / str(len(self._undo))
        try:
            kept.hardlink_to(place)  # the place is never empty, even if the process is killed
        except OSError:
            place.replace(kept)
        self._undo.append(lambda: kept.replace(place))

    def _make_folders(self, folder: Path) -> None:
        if folder in self._folders:
            return
        self._folders.add(folder)
        if folder.is_dir():
            return
        self._make_folders(folder.parent)
        folder.mkdir()
        self._made.append(folder)

    def _drop_empty_folders(self, folder: Path) -> None:
        while folder != self._root:
            try:
                folder.rmdir()
            except OSError:
                return  # not empty
            folder = folder.parent

    def _told(self, error: OSError) -> SpecmillError:
        reason = error.strerror or str(error)
        where = error.filename2 or error.filename or self._root
        return fail(
            f"cannot write {str(where)!r}: {reason}; nothing was changed",
            hint="check free space and permissions",
        )
