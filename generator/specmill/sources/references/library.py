"""Other files that a spec refers to: those below its root folder, and allowed addresses."""

from __future__ import annotations

import os
from dataclasses import field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from specmill.diagnostics import Diagnostic, Location, fail, nearest
from specmill.document import pointers
from specmill.sources.loading import (
    Source,
    fetch,
    is_page,
    load,
    load_text,
    parse,
    without_user,
)
from specmill.sources.references.index import TargetIndex
from specmill.values import dataclass

_MOST_COMPARED = 2_000
"""Files that one that does not exist is compared with."""


@dataclass(slots=True)
class Library:
    """The files that a spec refers to, each loaded once."""

    main: Source
    allow_remote: bool = False
    root: Path | None = None
    """The folder that no reference leaves; that of the spec for None."""
    _loaded: dict[str, Source] = field(default_factory=dict)
    _indices: dict[str, TargetIndex] = field(default_factory=dict)

    def index(self, source: Source) -> TargetIndex:
        """Return the index of a file, made when it is first asked for."""
        if source.name not in self._indices:
            self._indices[source.name] = TargetIndex(source.tree)
        return self._indices[source.name]

    def open(self, reference: str, base: Source, place: Location) -> tuple[Source, str]:
        """Load the file that ``reference`` in ``base`` means; gives it and the pointer in it.

        ``place`` is where the reference stands, for messages.
        """
        address, fragment = urldefrag(reference)
        pointer = unquote(fragment)
        source = base
        if address and self._is_own(address, base):
            source = self.main
        elif address and (base.path is None or any(urlsplit(address)[:2])):
            source = self._remote(urljoin(base.name, address), reference, place)
        elif address:
            assert base.path is not None
            source = self._local(unquote(urlsplit(address).path), reference, base.path, place)
        if not pointer or pointer.startswith("/"):
            return source, pointer
        anchored = self.index(source).anchor(pointer)
        if anchored is None:
            known = nearest(pointer, self.index(source).anchors)
            hint = known or f"no schema of {source.name} has `$anchor: {pointer}`"
            raise fail(f"`$ref` {reference!r} leads nowhere", location=place, hint=hint)
        return source, anchored

    def _is_own(self, address: str, base: Source) -> bool:
        """Tell whether an address is what the main file says that it is (``$self``).

        An address that is relative in the main file begins there.
        """
        own = self.main.tree.get("$self") if isinstance(self.main.tree, dict) else None
        if not isinstance(own, str):
            return False
        own = urldefrag(own).url
        try:
            meant = urljoin(own, address) if base is self.main else address
        except ValueError:  # no address at all
            meant = address
        return own in (address, meant)

    def lacks(self, reference: str, base: Source) -> bool:
        """Whether a reference names a file in the spec's folder that is not there."""
        address = urlsplit(urldefrag(reference).url)
        if base.path is None or address.scheme or address.netloc or not address.path:
            return False
        name = unquote(address.path)
        return "\0" not in name and not (base.path.parent / name).exists()

    def repeated(self) -> list[Diagnostic]:
        """Return the findings about keys that stand twice in the files that were loaded."""
        return [finding for source in self._loaded.values() for finding in source.repeated]

    def _local(self, relative: str, reference: str, base: Path, place: Location) -> Source:
        assert self.main.path is not None
        folder = (self.root or self.main.path.parent).resolve()
        if "\0" in relative:
            raise fail(f"`$ref` {reference!r} is not a possible file name", location=place)
        target = (base.parent / relative).resolve()
        if Path(relative).is_absolute() or not target.is_relative_to(folder):
            raise fail(
                f"`$ref` {reference!r} leaves {self._boundary}",
                location=place,
                hint=_wider(self.main.path, target) or "keep all files of a spec in one folder",
            )
        if target == self.main.path.resolve():
            return self.main
        source = self._loaded.get(str(target))
        if source is None:
            own_folder = self.main.path.parent.resolve()
            name = str(Path(self.main.name).parent / os.path.relpath(target, own_folder))
            if not target.exists():
                raise fail(
                    f"`$ref` {reference!r} names a file that does not exist: {name}",
                    location=place,
                    hint=_files_near(target, folder),
                )
            if not target.is_file():  # reading a pipe would wait for ever
                raise fail(f"`$ref` {reference!r} names what is no file: {name}", location=place)
            load_it = load_text if is_page(target) else partial(load, name=name)
            source = self._loaded[str(target)] = load_it(target)
        return source

    @property
    def _boundary(self) -> str:
        return f"the root folder {str(self.root)!r}" if self.root else "the folder of the spec"

    def _remote(self, address: str, reference: str, place: Location) -> Source:
        if urlsplit(address).scheme not in ("http", "https"):
            raise fail(f"`$ref` {reference!r} is no file name or web address", location=place)
        if not self.allow_remote:
            raise fail(
                f"`$ref` {reference!r} is an address",
                location=place,
                hint="save the file next to the spec, or set `allow_remote = true`",
            )
        source = self._loaded.get(address)
        if source is None:
            source = self._loaded[address] = parse(
                fetch(address, place=place), name=without_user(address)
            )
        return source


def nearest_to(tree: Any, pointer: str) -> str:
    """Write a hint for a pointer that leads nowhere: the names that stand where it ends."""
    around, _, name = pointer.rpartition("/")
    try:
        known = pointers.look_up(tree, around)
    except LookupError:
        return ""
    return nearest(pointers.unescape(name), map(str, known)) if isinstance(known, dict) else ""


def _files_near(missing: Path, folder: Path) -> str:
    """Write a hint for a file that does not exist: those below ``folder`` that are called so."""
    held = (one for one in islice(folder.rglob("*"), _MOST_COMPARED) if one.is_file())
    wanted = missing.relative_to(folder).as_posix()
    return nearest(wanted, (one.relative_to(folder).as_posix() for one in held))


def _wider(main: Path, target: Path) -> str:
    """Say which root folder would hold both the spec and a file that it refers to."""
    folder = main.parent.resolve()
    if not target.is_file():
        return ""
    shared = Path(os.path.commonpath([folder, target.parent]))
    if shared == Path(shared.anchor):
        return ""
    root = os.path.relpath(shared, folder)
    return f'allow it by `--root {os.path.relpath(shared)}`, or `root = "{root}"` of the API'
