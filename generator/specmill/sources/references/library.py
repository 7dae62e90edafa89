"""Files behind a ``$ref``: in the spec's own folder, or at an allowed address."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from specmill.diagnostics import Diagnostic, Location, fail
from specmill.sources.loading import MAX_BYTES, Source, load, parse
from specmill.sources.references.anchors import anchor_in

_TIMEOUT = 30  # seconds
_ACCEPT = {"Accept": "application/json, */*"}


@dataclass(slots=True)
class Library:
    """The files that a spec refers to, each loaded once."""

    main: Source
    allow_remote: bool = False
    _loaded: dict[str, Source] = field(default_factory=dict)

    def open(self, reference: str, base: Source, place: Location) -> tuple[Source, str]:
        """Load the file that ``reference`` in ``base`` means; gives it and the pointer in it.

        ``place`` is where the reference stands, for messages.
        """
        address, fragment = urldefrag(reference)
        pointer = unquote(fragment)
        source = base
        if address and (base.path is None or urlsplit(address).scheme or urlsplit(address).netloc):
            source = self._remote(urljoin(base.name, address), reference, place)
        elif address:
            assert base.path is not None
            source = self._local(unquote(urlsplit(address).path), reference, base.path, place)
        if not pointer or pointer.startswith("/"):
            return source, pointer
        anchored = anchor_in(source.tree, pointer)
        if anchored is None:
            hint = f"no schema of {source.name} has `$anchor: {pointer}`"
            raise fail(f"`$ref` {reference!r} leads nowhere", location=place, hint=hint)
        return source, anchored

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
        folder = self.main.path.parent.resolve()
        if "\0" in relative:
            raise fail(f"`$ref` {reference!r} is not a possible file name", location=place)
        target = (base.parent / relative).resolve()
        if Path(relative).is_absolute() or not target.is_relative_to(folder):
            raise fail(
                f"`$ref` {reference!r} leaves the folder of the spec",
                location=place,
                hint="keep all files of a spec in one folder",
            )
        if target == self.main.path.resolve():
            return self.main
        source = self._loaded.get(str(target))
        if source is None:
            name = str(Path(self.main.name).parent / target.relative_to(folder))
            if not target.exists():
                raise fail(
                    f"`$ref` {reference!r} names a file that does not exist: {name}",
                    location=place,
                )
            source = self._loaded[str(target)] = load(target, name=name)
        return source

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
            source = self._loaded[address] = parse(_fetch(address, place), name=address)
        return source


def _fetch(address: str, place: Location) -> bytes:
    import http.client  # noqa: PLC0415 - costly, and few specs need it
    import urllib.request  # noqa: PLC0415

    request = urllib.request.Request(address, headers=_ACCEPT)  # noqa: S310 - http(s) only
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
            data: bytes = answer.read(MAX_BYTES + 1)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise fail(f"cannot fetch {address}: {error}", location=place) from None
    if len(data) > MAX_BYTES:
        raise fail(f"{address} is larger than 256 MiB", location=place)
    return data
