"""State of a workspace: its APIs against the lock of the last run, and which of them are stale.

Imports stay few: an up-to-date workspace is told by this module and ``lock`` alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from specmill.config import ApiConfig, Workspace
from specmill.diagnostics import Diagnostic, UsageError
from specmill.given_names import GivenNames
from specmill.pipeline.lock import (
    LOCK_NAME,
    ApiLock,
    Lock,
    fingerprint,
    has_known_inputs,
    load_lock,
    lock_stamp,
    with_other_outputs,
)
from specmill.render.paths import STAGING
from specmill.values import dataclass, replace
from specmill.version import __version__


@dataclass(frozen=True, slots=True)
class WorkspaceState:
    """What a run finds: the APIs to look at, and the lock."""

    workspace: Workspace
    apis: tuple[ApiConfig, ...]
    """Behind them the runtimes that they may share."""
    lock: Lock
    mark: str
    """Fingerprint of the generator in use."""
    dropped: tuple[str, ...]
    """APIs of the lock that are no more in the workspace; a run over named APIs leaves them."""
    stamp: tuple[int, ...]
    """What the file of the lock was known by."""

    @classmethod
    def of(cls, workspace: Workspace, names: Sequence[str] = ()) -> WorkspaceState:
        """Read the lock for a run over some APIs, or over all for none.

        The first shard of a workspace also sees to the APIs that are gone, and each to the runtimes
        that packages share.

        Raises:
            UsageError: There is no API of such a name, or the lock is not one.
        """
        stamp = lock_stamp(workspace.root)
        lock = load_lock(workspace.root)
        apis = (*workspace.chosen(tuple(names)), *workspace.runtimes)
        is_whole = not names and (workspace.shard is None or workspace.shard.number == 1)
        kept = {*workspace.apis, *(one.name for one in workspace.runtimes)}
        dropped = tuple(one for one in lock.apis if one not in kept) if is_whole else ()
        return cls(workspace, apis, lock, fingerprint(), dropped, stamp)

    def refuse_newer(self) -> None:
        """Refuse to undo what a newer specmill wrote.

        Raises:
            UsageError: A newer one wrote the lock.
        """
        wrote = self.lock.specmill
        if wrote in ("", __version__):
            return
        from packaging.version import InvalidVersion, Version  # noqa: PLC0415 - another version

        try:
            is_newer = Version(wrote) > Version(__version__)
        except InvalidVersion:
            return
        if is_newer:
            what = f"specmill {wrote} wrote {LOCK_NAME}, and this is {__version__}, an older one"
            hint = f"pip install 'specmill>={wrote}', or go back with `specmill generate --force`"
            raise UsageError(Diagnostic(what, hint=hint))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the APIs to look at."""
        return tuple(api.name for api in self.apis if not api.is_runtime)

    @property
    def is_ours(self) -> bool:
        """Whether the generator in use wrote the lock as it is."""
        if self.lock.is_merged:
            return False
        return (self.lock.specmill, self.lock.generator) == (__version__, self.mark)

    def given(self, apis: Iterable[ApiConfig]) -> dict[str, GivenNames]:
        """Return the names that the last run gave to some APIs."""
        known = self.lock.apis
        return {api.name: known[api.name].names for api in apis if api.name in known}

    @property
    def known(self) -> dict[str, ApiLock]:
        """The APIs of the lock; without their settings, hence stale, if it is not ours."""
        if self.is_ours:
            return dict(self.lock.apis)
        return {name: replace(api, settings="") for name, api in self.lock.apis.items()}

    @property
    def left_behind(self) -> bool:
        """Whether a run that was killed has left something in the folder."""
        try:
            return any(one.name.startswith(STAGING) for one in os.scandir(self.workspace.root))
        except OSError:
            return False

    @property
    def misplaced(self) -> tuple[str, ...]:
        """Lock files of the other layout than that of the workspace."""
        by_api = self.workspace.locks_by_api
        return tuple(one for one in self.lock.files if (one == LOCK_NAME) == by_api)

    @property
    def is_untidy(self) -> bool:
        """Whether there is something to do besides the APIs that are stale."""
        return bool(self.dropped or self.misplaced)

    @property
    def is_current(self) -> bool:
        """Whether no run has ended since the lock was read."""
        return not self.left_behind and lock_stamp(self.workspace.root) == self.stamp

    def stale(self, *, briefly: bool = False) -> tuple[ApiConfig, ...]:
        """Return the APIs whose inputs, settings or outputs are not those of the lock.

        With ``briefly``, the outputs are not looked at where inputs or settings tell already.
        """
        if not self.is_ours:
            return self.apis
        root, lock = self.workspace.root, self.lock
        fresh = [api.name for api in self.apis if has_known_inputs(root, api, lock)]
        if briefly and len(fresh) < len(self.apis):
            return tuple(api for api in self.apis if api.name not in set(fresh))
        fresh_files = set(fresh).difference(with_other_outputs(root, fresh, lock))
        return tuple(api for api in self.apis if api.name not in fresh_files)
