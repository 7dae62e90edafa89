"""Spec files as trees of plain JSON values, with one clear diagnostic for each fault."""

from __future__ import annotations

import codecs
import json
from collections.abc import Collection, Iterator
from dataclasses import field
from pathlib import Path
from typing import Any

import orjson

from specmill.diagnostics import Diagnostic, Location, SpecmillError, fail
from specmill.document import pointers
from specmill.sources.loading.positions import (
    Positions,
    conflict_in,
    depth_offset,
    key_twice,
    line_and_column,
    scan,
    scan_for,
)
from specmill.values import dataclass, replace

MAX_BYTES = 256 * 1024 * 1024
MAX_DEPTH = 200
_PIECE = 1024 * 1024
_FEW = 3
"""Places from which on it is cheaper to find those of all parts."""
_ENCODER_DEPTH = 254  # what orjson refuses to write beyond
_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_LOOKS = (
    ("<", "it looks like HTML or XML; give the spec itself, not a page that shows it"),
    ("#%RAML", "it is RAML, which specmill does not read; convert it to OpenAPI first"),
    ("syntax =", "it looks like protobuf; specmill reads the OpenAPI or Swagger made from it"),
    ("schema {", "it looks like GraphQL, which has no HTTP operations to generate"),
    ("type ", "it looks like GraphQL, which has no HTTP operations to generate"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A loaded file: its tree, and the place of each part on demand."""

    name: str
    path: Path | None
    content: str | bytes = field(repr=False)
    """The text, or its UTF-8: of most files nobody needs the text again."""
    tree: Any = field(repr=False)
    is_json: bool = True
    within: str = ""
    """Pointer of the tree in the file, for messages."""
    repeated: tuple[Diagnostic, ...] = ()
    """Findings about keys that their object has twice, with the same value."""
    _positions: list[Positions] = field(default_factory=list, repr=False, compare=False)
    _decoded: list[str] = field(default_factory=list, repr=False, compare=False)
    _places: dict[str, Location] = field(default_factory=dict, repr=False, compare=False)
    """The few that were asked for before all positions were."""

    @property
    def text(self) -> str:
        """The file as it is written."""
        if not self._decoded:
            self._decoded.append(self._as_text())
        return self._decoded[0]

    def _as_text(self) -> str:
        return self.content if isinstance(self.content, str) else self.content.decode("utf-8")

    def mentions(self, word: str) -> bool:
        """Tell whether a word stands anywhere in the file."""
        if isinstance(self.content, str):
            return word in self.content
        return word.encode() in self.content

    def locate(self, pointer: str) -> Location:
        """Find a part by JSON pointer; the nearest part around it when it leads nowhere."""
        if self._positions or not self.is_json or len(self._places) > _FEW:
            return self._place(pointer, self._find(), self.text)
        if pointer not in self._places:
            self._places.update(self.locate_all((pointer,)))
        return self._places[pointer]

    def locate_all(self, wanted: Collection[str]) -> dict[str, Location]:
        """Find many parts at once; of a large text that costs a fraction of what all parts do."""
        if self._positions or not self.is_json:
            return {pointer: self.locate(pointer) for pointer in wanted}
        text = self._decoded[0] if self._decoded else self._as_text()
        positions = scan_for(text, wanted)
        return {pointer: self._place(pointer, positions, text) for pointer in wanted}

    def _place(self, pointer: str, positions: Positions, text: str) -> Location:
        around = pointer
        while around and around not in positions.offsets:
            around = around.rpartition("/")[0]
        line, column = positions.line_and_column(text, around)
        return Location(self.name, line, column, self.within + around)

    def written(self, pointer: str) -> str:
        """Give a number of a YAML file the way it is written, such as ``1.10``; empty otherwise."""
        return "" if self.is_json else self._find().numbers.get(pointer, "")

    def with_tree(self, tree: Any, offsets: dict[str, int]) -> Source:
        """Give this text a tree, and the offset of each of its parts by JSON pointer."""
        return replace(self, tree=tree, _positions=[Positions(offsets)])

    def _find(self) -> Positions:
        if not self._positions:
            self._positions.append(scan(self.text) if self.is_json else _scan_yaml(self.text))
        return self._positions[0]


def load(path: Path, *, name: str = "") -> Source:
    """Read a JSON or YAML file; ``name`` is what messages call it, the path itself by default."""
    name = name or str(path)
    if is_page(path):
        hint = "a reference page is read as the source of an API, and has no other form"
        raise fail("this is Markdown, not JSON or YAML", location=Location(name), hint=hint)
    return parse(read_bytes(path, name), name=name, path=path)


def load_table(path: Path, keys: tuple[str, ...]) -> Source:
    """Read a table of a TOML file that is known to have it; ``keys`` lead there."""
    import tomllib  # noqa: PLC0415 - few APIs have one

    from specmill.config import position  # noqa: PLC0415 - the same

    name = str(path)
    text = _decode(_without_mark(read_bytes(path, name), name), name)
    tree = tomllib.loads(text)
    for key in keys:
        tree = tree[key]
    lines = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    offsets: dict[str, int] = {}
    for pointer, written in _written_parts(tree, keys):
        line, column = position(text, written)
        offsets[pointer] = lines[line - 1] + column - 1
    whole = Source(name, path, text, None, within=pointers.join("", *keys))
    return whole.with_tree(tree, offsets)


def _written_parts(
    tree: Any, keys: tuple[str, ...], pointer: str = ""
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each part of a table by pointer, with the keys that it is written under."""
    yield pointer, keys
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _written_parts(value, (*keys, key), pointers.join(pointer, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield pointers.join(pointer, index), (*keys, str(value))


def is_page(path: Path) -> bool:
    """Tell whether a file is a page of Markdown, by its ending."""
    return path.suffix.lower() in (".md", ".markdown")


def load_text(path: Path) -> Source:
    """Read a text file that is neither JSON nor YAML; its reader gives it a tree afterwards.

    Lines end with a line feed then, however the file ends them.
    """
    name = str(path)
    text = _decode(_without_mark(read_bytes(path, name), name), name)
    return Source(name, path, text.replace("\r\n", "\n").replace("\r", "\n"), None)


def read_bytes(path: Path, name: str) -> bytes:
    """Read a whole file of at most 256 MiB."""
    where = Location(name)
    try:
        if path.is_dir():
            raise fail("this is a folder", location=where, hint="name the spec file in it")
        size, pieces = 0, list[bytes]()
        with path.open("rb") as file:  # by pieces: a device or a pipe has no size
            while size <= MAX_BYTES and (piece := file.read(_PIECE)):
                size += len(piece)
                pieces.append(piece)
    except FileNotFoundError:
        raise fail("no such file", location=where, hint="check the path") from None
    except OSError as error:
        raise fail(f"the file cannot be read: {error.strerror or error}", location=where) from None
    except ValueError:
        raise fail("this is not a possible file name", location=where) from None
    if size > MAX_BYTES:
        raise fail("the file is larger than 256 MiB", location=where, hint="this is no API spec")
    return b"".join(pieces)


def parse(data: bytes, *, name: str, path: Path | None = None) -> Source:
    """Turn bytes into a tree; the content decides between JSON and YAML."""
    data = _without_mark(data, name)
    suffix = Path(name).suffix.lower()
    if data.lstrip()[:1] in (b"{", b"[") or suffix == ".json":
        try:
            tree, repeated = _parse_json(data, name)
            return Source(name, path, data, tree, repeated=repeated)
        except SpecmillError:
            if suffix not in (".yaml", ".yml"):
                raise
    from specmill.sources.loading.yaml_tree import build  # noqa: PLC0415 - JSON does not need it

    text = _filled(data, name)
    try:
        tree, repeated = build(text, name)
        return Source(name, path, text, tree, is_json=False, repeated=repeated)
    except SpecmillError as error:
        hint = looks_like(text)
        if not hint:
            raise
        raise fail(
            "this is neither JSON nor YAML", location=error.diagnostics[0].location, hint=hint
        ) from None


def parse_head(data: bytes, *, name: str, until: str) -> Any:
    """Turn bytes into a tree; of YAML, which takes long, no more than up to a member of the whole.

    Raises:
        SpecmillError: What is read is neither JSON nor YAML.
    """
    data = _without_mark(data, name)
    if data.lstrip()[:1] in (b"{", b"["):
        return parse(data, name=name).tree
    from specmill.sources.loading.yaml_tree import build_head  # noqa: PLC0415 - as above

    return build_head(_filled(data, name), name, until)


def _filled(data: bytes, name: str) -> str:
    text = _decode(data, name)
    if not text.strip():
        raise fail("the file is empty", location=Location(name), hint="expected JSON or YAML text")
    return text


def _without_mark(data: bytes, name: str) -> bytes:
    """Drop the mark of UTF-8, and refuse those of other encodings."""
    data = data.removeprefix(codecs.BOM_UTF8)
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            what = f"the file is {encoding}, not UTF-8"
            raise fail(what, location=Location(name), hint="save it as UTF-8")
    if b"\0" in data[:4096]:
        raise fail("the file is binary", location=Location(name), hint="expected JSON or YAML text")
    return data


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        raise fail(
            f"the file is not UTF-8: byte 0x{data[error.start]:02x}",
            location=Location(name, line, column),
            hint="save it as UTF-8",
        ) from None


def _parse_json(data: bytes, name: str) -> tuple[Any, tuple[Diagnostic, ...]]:
    try:
        tree = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise _broken(error, _filled(data, name), name) from None
    compact = encode(tree)
    if compact is None:
        text = _decode(data, name)
        raise _too_deep(name, text, depth_offset(text, MAX_DEPTH))
    if _may_repeat(data, compact):
        return tree, _repeated(_decode(data, name), name)
    return tree, ()


_ESCAPED_COLONS = (b"\\u003a", b"\\u003A")


def _may_repeat(data: bytes, compact: bytes) -> bool:
    """Tell whether an object may have a key twice, whose first value would be lost silently.

    Every member has a colon, and what is in texts has as many in both forms unless it is escaped.
    So a few quick searches rule out what only a slow scan could tell exactly.
    """
    is_escaped = b"\\u003" in data and any(one in data for one in _ESCAPED_COLONS)
    return is_escaped or compact.count(b":") != data.count(b":")


def _broken(error: orjson.JSONDecodeError, text: str, name: str) -> SpecmillError:
    """Tell what is wrong with a text that is no JSON."""
    if deep := depth_offset(text, MAX_DEPTH):
        return _too_deep(name, text, deep)
    place = Location(name, *line_and_column(text, error.pos))
    hint = looks_like(text) or conflict_in(text)
    return fail(f"broken JSON: {error.msg}", location=place, hint=hint)


def _repeated(text: str, name: str) -> tuple[Diagnostic, ...]:
    """Report keys that appear twice in their object; raises SpecmillError where values differ."""
    found = []
    differ = _differing(text)
    for pointer, offset in scan(text).duplicates:
        what = "this key appears twice in its object"
        place = Location(name, *line_and_column(text, offset), pointer)
        if pointers.keys(pointer)[-1] in differ:
            raise fail(what, location=place, hint="keep one: their values differ")
        found.append(key_twice(f"{what}, with the same value", place))
    return tuple(found)


def _differing(text: str) -> set[str]:
    """Find the keys that an object has twice with values that differ."""
    differ: set[str] = set()

    def gather(members: list[tuple[str, Any]]) -> dict[str, Any]:
        whole = dict(members)
        if len(whole) != len(members):
            first = dict(reversed(members))
            differ.update(key for key in whole if first[key] != whole[key])
        return whole

    json.loads(text, object_pairs_hook=gather, strict=False)
    return differ


def encode(tree: Any) -> bytes | None:
    """Write a tree as compact JSON; None when it nests too deep."""
    for _ in range(_ENCODER_DEPTH - MAX_DEPTH):  # the encoder's own limit then strikes at ours
        tree = [tree]
    try:
        return orjson.dumps(tree)
    except orjson.JSONEncodeError:
        return None


def _too_deep(name: str, text: str, offset: int) -> SpecmillError:
    return fail(
        f"the document nests deeper than {MAX_DEPTH} levels",
        location=Location(name, *line_and_column(text, offset)),
        hint="no API spec needs that; the file may be damaged or hostile",
    )


def looks_like(text: str) -> str:
    """Guess from its start what a text is instead of a spec; empty when nothing is known."""
    start = text.lstrip()[:200]
    return next((hint for mark, hint in _LOOKS if start.startswith(mark)), "")


def _scan_yaml(text: str) -> Positions:
    from specmill.sources.loading.yaml_tree import locate  # noqa: PLC0415 - JSON does not need it

    return locate(text)
