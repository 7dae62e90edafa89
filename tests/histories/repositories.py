"""Files of public repositories, at one commit each, fetched once."""

from __future__ import annotations

import hashlib
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from corpus_openapi.fetching import FetchError, UnreachableError

CLONES = "REPOSITORIES"
"""Variable that names a folder of clones, called ``owner+name``, to take instead of the network."""
_HOST = "https://github.com"
_SECONDS = 600


@dataclass(frozen=True, slots=True)
class RepositoryFile:
    """One file of a repository at a commit."""

    repository: str
    """``owner/name``."""
    commit: str
    path: str
    sha256: str

    def fetch(self, store: Path) -> Path:
        """Return the file, fetched and checked when it is not there yet.

        Raises:
            FetchError: It cannot be had, or is not what the table says.
        """
        file = store / "files" / self.sha256[:12] / Path(self.path).name
        if not file.exists():
            content = self._content(store)
            found = hashlib.sha256(content).hexdigest()
            if found != self.sha256:
                what = f"{self.repository} {self.path} is not what the table says"
                raise FetchError(f"{what}: {found}, expected {self.sha256}")
            file.parent.mkdir(parents=True, exist_ok=True)
            partial = file.with_suffix(".partial")
            partial.write_bytes(content)
            partial.rename(file)
        return file

    def _content(self, store: Path) -> bytes:
        called = self.repository.replace("/", "+")
        clones = os.environ.get(CLONES)
        clone = Path(clones, called) if clones else None
        if clone is None or not clone.exists():
            clone = store / "repositories" / called
            clone.mkdir(parents=True, exist_ok=True)
            self._git(clone, "init", "--quiet", "--bare")
            options = ("--quiet", "--depth", "1", "--filter", "blob:none")
            self._git(clone, "fetch", *options, f"{_HOST}/{self.repository}", self.commit)
            self._git(clone, "config", "remote.origin.url", f"{_HOST}/{self.repository}")
            self._git(clone, "config", "remote.origin.promisor", "true")
        return self._git(clone, "show", f"{self.commit}:{self.path}")

    def _git(self, folder: Path, *arguments: str) -> bytes:
        command = ["git", "-C", str(folder), *arguments]
        quiet = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
        try:
            done = subprocess.run(
                command, capture_output=True, check=False, timeout=_SECONDS, env=quiet
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UnreachableError(f"{self.repository}: {error}") from None
        if done.returncode:
            told = done.stderr.decode(errors="replace").strip()[-300:]
            raise UnreachableError(f"{self.repository}: {told}")
        return done.stdout
