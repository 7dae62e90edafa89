"""Fetches packages once, checks what came, and takes the specs out of them."""

from __future__ import annotations

import base64
import gzip
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from corpus_openapi.table import Entry, Package

STORE = Path(__file__).parents[2] / "build" / "corpus-openapi"
SECONDS = 600
MAVEN_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"


class FetchError(Exception):
    """A package cannot be had, or is not what the table says."""


class UnreachableError(FetchError):
    """Nothing came, for there is no way to where it is."""


def fetch(entry: Entry, store: Path = STORE) -> Path:
    """Return the file of a spec, fetched and checked when it is not there yet.

    Raises:
        FetchError: The registry does not give the package, the checksum differs, or the package
            has no such file.
    """
    if entry.package.registry == "github":
        return checkout(entry, store)
    # The checksum is in the path, so that another version is fetched anew.
    folder = store / "specs" / hashlib.sha256(entry.package.integrity.encode()).hexdigest()[:12]
    file = folder / entry.file_name
    if not file.exists():
        content = member(archive(entry.package, store), entry.path)
        folder.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".partial")
        partial.write_bytes(gzip.decompress(content) if entry.path.endswith(".gz") else content)
        partial.rename(file)
    return file


def checkout(entry: Entry, store: Path) -> Path:
    """Return the file of a spec in a repository; of the others, those of the entry's folder.

    Only what is looked at is fetched, and Git checks it against the commit.
    """
    package = entry.package
    folder = store / "repositories" / f"{package.name.replace('/', '+')}-{package.integrity[:12]}"
    if not (folder / entry.path).exists():
        folder.mkdir(parents=True, exist_ok=True)
        address = f"https://github.com/{package.name}"
        for command in (
            ["init", "--quiet"],
            ["fetch", "--quiet", "--depth=1", "--filter=blob:none", address, package.integrity],
            ["config", "remote.origin.url", address],
            ["config", "remote.origin.promisor", "true"],
            ["checkout", "--quiet", package.integrity, "--", entry.folder or entry.path],
        ):
            _run(["git", "-C", folder, *command], f"{package.name} {package.version}")
    file = folder / entry.path
    if not file.exists():
        raise FetchError(f"{package.name} has no file {entry.path}")
    if not file.stat().st_size:
        file.unlink()  # the next run tries again
        raise UnreachableError(f"{package.name} {package.version}: {entry.path} came empty")
    named = file.with_name(entry.file_name)  # packages are called as their files
    if not named.exists():
        shutil.copyfile(file, named)
    return named


def archive(package: Package, store: Path) -> Path:
    """Return the archive of a package."""
    folder = store / "packages"
    checksum = hashlib.sha256(package.integrity.encode()).hexdigest()[:12]
    found = next(iter(folder.glob(f"{checksum}-*")), None)
    if found is None:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=store) as scratch:
            _download(package, Path(scratch))
            fetched = next(iter(Path(scratch).iterdir()))
            check(fetched, package)
            found = Path(shutil.move(fetched, folder / f"{checksum}-{fetched.name}"))
    check(found, package)
    return found


def check(file: Path, package: Package) -> None:
    """Compare the checksum of an archive with the table's.

    Raises:
        FetchError: They differ.
    """
    content = file.read_bytes()
    if package.integrity.startswith("sha512-"):
        found = "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()
    else:
        found = "sha256:" + hashlib.sha256(content).hexdigest()
    if found != package.integrity:
        raise FetchError(
            f"{package.name} {package.version} is not what the table says: {found}, "
            f"expected {package.integrity}"
        )


def member(file: Path, path: str) -> bytes:
    """Return one file of an archive.

    Raises:
        FetchError: It is not in it.
    """
    try:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as opened:
                return opened.read(path)
        with tarfile.open(file) as opened_tar:
            found = opened_tar.extractfile(path)
            assert found is not None
            return found.read()
    except (KeyError, AssertionError):
        raise FetchError(f"{file.name} has no file {path}") from None


def _download(package: Package, folder: Path) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    wanted = f"{package.name}=={package.version}"
    npm = ["npm", "pack", "--silent", "--pack-destination", folder]
    commands = {
        "npm": [*npm, f"{package.name}@{package.version}"],
        "pypi": [*pip, "--no-deps", "--only-binary", ":all:", "--dest", folder, wanted],
        # Its build backend comes along: pip asks it for the metadata.
        "pypi-source": [*pip, "--no-deps", "--no-binary", package.name, "--dest", folder, wanted],
        "maven": [
            *("mvn", "--batch-mode", "--quiet", MAVEN_COPY),
            f"-Dartifact={package.name}:{package.version}:jar",
            f"-DoutputDirectory={folder}",
        ],
    }
    _run(commands[package.registry], wanted)


def _run(command: list[Any], wanted: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UnreachableError(f"{wanted}: {error}") from None
    if done.returncode:
        raise UnreachableError(f"{wanted}: {(done.stderr or done.stdout).strip()[-500:]}")
