"""The committed table of histories: which versions of a spec there are, and where from."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from corpus_openapi.fetching import fetch
from corpus_openapi.table import Entry, Package
from histories.repositories import RepositoryFile

TABLE = Path(__file__).with_name("histories.toml")
STORE = Path(__file__).parents[2] / "build" / "histories"
_FOLDER = "HISTORIES"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a spec."""

    name: str
    source: Entry | RepositoryFile | None
    """What to fetch; None for a local file."""
    local: str = ""

    def path(self) -> Path | None:
        """Return the file, fetched if need be; None for a local one that is not there.

        Raises:
            FetchError: The package cannot be had, or is not what the table says.
        """
        if isinstance(self.source, RepositoryFile):
            return self.source.fetch(STORE)
        if self.source is not None:
            return fetch(self.source, STORE)
        folder = os.environ.get(_FOLDER)
        file = Path(folder, self.local) if folder else None
        return file.absolute() if file is not None and file.is_file() else None


@dataclass(frozen=True, slots=True)
class History:
    """Versions of one spec, oldest first."""

    name: str
    why: str
    versions: tuple[Version, ...]


def histories() -> tuple[History, ...]:
    """Return all histories, in the order of the table."""
    tables = tomllib.loads(TABLE.read_text(encoding="utf-8"))["histories"]
    return tuple(
        History(
            one["name"],
            one["why"],
            tuple(_version(one["name"], version) for version in one["versions"]),
        )
        for one in tables
    )


def _version(history: str, table: dict[str, str]) -> Version:
    name = table["version"]
    if "local" in table:
        return Version(name, None, table["local"])
    if "repository" in table:
        keys = ("repository", "commit", "path", "sha256")
        return Version(name, RepositoryFile(*(table[key] for key in keys)))
    released = table.get("package_version", name)
    package = Package("npm", table["package"], released, table["integrity"])
    called = f"{history}_{name.replace('.', '_')}"
    return Version(name, Entry(called, package, table["path"], ""))
