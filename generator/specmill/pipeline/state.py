"""State of a workspace: its APIs against the lock of the last run, and which of them are stale.

Imports stay few: an up-to-date workspace is told by this module and ``lock`` alone.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from specmill.config import ApiConfig, Workspace
from specmill.diagnostics import Diagnostic, UsageError
from specmill.given_names import GivenNames
from specmill.pipeline.lock import (
    LOCK_NAME,
    ApiLock,
    Lock,
    fingerprint,
    is_fresh,
    load_lock,
)
from specmill.render.paths import STAGING
from specmill.values import dataclass, replace
from specmill.version import __version__


@dataclass(frozen=True, slots=True)
class WorkspaceState:
    """What a run finds: the APIs to look at, and the lock."""

    workspace: Workspace
    apis: tuple[ApiConfig, ...]
    lock: Lock
    mark: str
    """Fingerprint of the generator in use."""
    dropped: tuple[str, ...]
    """APIs of the lock that are no more in the workspace; a run over named APIs leaves them."""

    @classmethod
    def of(cls, workspace: Workspace, names: Sequence[str] = ()) -> WorkspaceState:
        """Read the lock for a run over some APIs, or over all for none.

        Raises:
            UsageError: There is no API of such a name, or the lock is not one.
        """
        lock = load_lock(workspace.root)
        apis = workspace.pick(tuple(names))
        dropped = () if names else tuple(one for one in lock.apis if one not in workspace.apis)
        return cls(workspace, tuple(apis), lock, fingerprint(), dropped)

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
    def is_ours(self) -> bool:
        """Whether the generator in use wrote the lock as it is."""
        if self.lock.is_merged:
            return False
        return (self.lock.specmill, self.lock.generator) == (__version__, self.mark)

    @property
    def given(self) -> dict[str, GivenNames]:
        """The names that the last run gave, by API."""
        return {name: api.names for name, api in self.lock.apis.items()}

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

    def stale(self) -> tuple[ApiConfig, ...]:
        """Return the APIs whose inputs, settings or outputs are not those of the lock."""
        if not self.is_ours:
            return self.apis
        return tuple(one for one in self.apis if not is_fresh(self.workspace.root, one, self.lock))
