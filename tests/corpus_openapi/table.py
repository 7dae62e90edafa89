"""The committed table of specs: which package of which registry ships what."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("specs.toml")


@dataclass(frozen=True, slots=True)
class Package:
    """One version of a package, as its registry has it."""

    registry: str
    """``npm``, ``pypi`` (a wheel), ``pypi-source``, ``maven`` (a jar) or ``github`` (a repository
    at a commit)."""
    name: str
    version: str
    integrity: str
    """Algorithm and checksum: ``sha512-<base64>`` with npm, ``sha256:<hex>`` with PyPI and Maven;
    of a repository the commit, from which Git checks every file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One spec of the corpus."""

    name: str
    """Also the name of the file and of the package that is generated."""
    package: Package
    path: str
    """Inside the package; ``.gz`` at the end is unpacked, ``.unprocessed`` means nothing here."""
    why: str
    """Why it was picked."""
    folder: str = ""
    """Of a repository: where all files of a spec stand; without it the spec is one file."""
    mistake: str = ""
    """What its authors got wrong so that its normal form is not valid; empty where it is."""

    @property
    def file_name(self) -> str:
        """The name of the fetched file; its suffix says how it is written."""
        suffix = Path(self.path.removesuffix(".gz").removesuffix(".unprocessed")).suffix
        return f"{self.name}{suffix}"

    @property
    def root(self) -> str:
        """The folder that no reference leaves, from that of the file; empty for that itself."""
        steps = len(Path(self.path).parent.parts) - len(Path(self.folder).parts)
        return "/".join([".."] * steps) if self.folder else ""


def entries() -> tuple[Entry, ...]:
    """Return all specs, in the order of the table."""
    tables = tomllib.loads(TABLE.read_text(encoding="utf-8"))["packages"]
    return tuple(
        Entry(
            name,
            package,
            spec["path"],
            spec["why"],
            spec.get("folder", ""),
            spec.get("mistake", ""),
        )
        for one in tables
        for package in (Package(one["registry"], one["name"], one["version"], one["integrity"]),)
        for name, spec in one["specs"].items()
    )
