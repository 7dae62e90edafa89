"""YAML to plain JSON values: the YAML 1.2 core schema on the events of libyaml's parser.

Unlike YAML 1.1, ``yes`` is a string, ``012`` is twelve and ``2024-01-01`` is no date. Keys are
strings as written, so that response codes stay what they are. Depth and the size of expanded
aliases are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Any

import yaml

from specmill.diagnostics import Diagnostic, Location, SpecmillError, fail
from specmill.document import pointers
from specmill.sources.loading.positions import Positions, conflict_in, key_twice
from specmill.values import dataclass

MAX_DEPTH = 200
_DEPTH_OF_PARSER = "nesting depth"
"""What newer parsers say where they stop themselves, before their events lead there."""
MAX_ALIASED = 200_000
"""Nodes that all aliases of a file together may stand for."""

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_INT = re.compile(r"[-+]?[0-9]+\Z")
_BASED = re.compile(r"0o([0-7]+)\Z|0x([0-9a-fA-F]+)\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_ODD_FLOAT = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_TAGGED: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "null": (type(None),),
}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Node:
    """A finished value with what an alias to it costs."""

    value: Any
    size: int = 1
    height: int = 0


@dataclass(slots=True)
class _Frame:
    """A collection under construction."""

    value: dict[str, Any] | list[Any]
    anchor: str | None
    pointer: str
    key: str | None = None
    size: int = 1
    height: int = 1
    again: Any = None
    """Where the key stands, if the mapping has it already."""
    merging: bool = False
    """The next value is that of a merge key."""
    merges: list[dict[str, Any]] = field(default_factory=list)


def build(text: str, name: str) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Build the tree of the only document in ``text``; raises SpecmillError with the position.

    A key that its mapping has already is a finding where both have the same value.
    """
    builder = _Builder(name)
    tree = builder.run(text)
    return tree, tuple(builder.repeated)


def build_head(text: str, name: str, until: str) -> Any:
    """Build the tree of a document up to a member of it; all of it where it has no such member."""
    builder = _HeadBuilder(name, until)
    builder.run(text)
    return builder.frames[0].value if builder.frames else builder.result


def locate(text: str) -> Positions:
    """Find where each part of a valid text stands."""
    builder = _Builder("", positions=Positions())
    builder.starts = [0, *(match.end() for match in re.finditer(r"\n", text))]
    builder.run(text)
    assert builder.positions is not None
    return builder.positions


@dataclass(slots=True)
class _Builder:
    name: str
    positions: Positions | None = None
    starts: list[int] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    anchors: dict[str, _Node] = field(default_factory=dict)
    aliased: int = 0
    result: Any = None
    documents: int = 0
    repeated: list[Diagnostic] = field(default_factory=list)

    def run(self, text: str) -> Any:
        for event in self._events(text):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._open({}, event, "map")
            elif kind is yaml.SequenceStartEvent:
                self._open([], event, "seq")
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                self._close(event)
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    raise self._fail("a second YAML document starts here", event, "keep one a file")
        if not self.documents:
            hint = "it holds only comments"
            raise fail("the file is empty", location=Location(self.name), hint=hint)
        return self.result

    def _events(self, text: str) -> Iterator[Any]:
        parser = _PARSER(text)
        try:
            while parser.check_event():
                yield parser.get_event()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if mark is not None and _DEPTH_OF_PARSER in (error.problem or ""):
                raise self._too_deep(mark) from None
            place = Location(self.name) if mark is None else self._place(mark)
            what = f"broken YAML: {error.problem or error.context}"
            raise fail(what, location=place, hint=conflict_in(text)) from None
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            raise fail(
                f"broken YAML: {error.reason}", location=Location(self.name, line, 1)
            ) from None
        except yaml.YAMLError as error:
            raise fail(f"broken YAML: {error}", location=Location(self.name)) from None
        finally:
            parser.dispose()

    def _open(self, value: dict[str, Any] | list[Any], event: Any, tag: str) -> None:
        if event.tag not in (None, "!", _TAG + tag):
            raise self._fail(f"the tag `{event.tag}` is not supported", event)
        if len(self.frames) >= MAX_DEPTH:
            raise self._too_deep(event.start_mark)
        if self.frames and self._awaits_key(self.frames[-1]):
            raise self._fail("a key must be a scalar", event)
        pointer = self._mark(event)
        self.frames.append(_Frame(value, event.anchor, pointer))

    def _close(self, event: Any) -> None:
        frame = self.frames.pop()
        if isinstance(frame.value, dict):
            for merged in frame.merges:
                for key, item in merged.items():
                    frame.value.setdefault(key, item)
        node = _Node(frame.value, frame.size, frame.height)
        if frame.anchor:
            self.anchors[frame.anchor] = node
        self._add(node, event)

    def _scalar(self, event: Any) -> None:
        plain = event.implicit[0] and event.style in (None, "")
        if _SURROGATE.search(event.value):
            raise self._fail("half of a surrogate pair is not a character", event)
        if self.frames and self._awaits_key(self.frames[-1]):
            merges = event.value == "<<" and (plain or event.tag == _TAG + "merge")
            self._key(self.frames[-1], event, merge=merges)
            return
        pointer = self._mark(event)
        node = _Node(self._resolve(event, plain))
        if self.positions is not None and type(node.value) in (int, float):
            self.positions.numbers[pointer] = event.value
        if event.anchor:
            self.anchors[event.anchor] = node
        self._add(node, event)

    @staticmethod
    def _awaits_key(frame: _Frame) -> bool:
        return frame.key is None and isinstance(frame.value, dict)

    def _key(self, frame: _Frame, event: Any, *, merge: bool) -> None:
        if event.anchor:
            self.anchors[event.anchor] = _Node(event.value)
        key = event.value
        if merge:
            frame.key, frame.merging = key, True
            return
        if key in frame.value:
            frame.again = event
        frame.key = key
        if self.positions is not None:
            pointer = pointers.join(frame.pointer, key)
            self.positions.offsets[pointer] = self._offset(event)

    def _alias(self, event: Any) -> None:
        node = self.anchors.get(event.anchor)
        if node is None:
            raise self._fail(
                f"the alias `*{event.anchor}` has no anchor, or its anchor contains it", event
            )
        self.aliased += node.size
        if self.aliased > MAX_ALIASED:
            raise self._fail(
                f"aliases expand to more than {MAX_ALIASED:,} nodes",
                event,
                "no API spec needs that; the file may be hostile",
            )
        if len(self.frames) + node.height > MAX_DEPTH:
            raise self._too_deep(event.start_mark)
        if self._awaits_key(self.frames[-1]):
            raise self._fail("an alias cannot be a key", event)
        self._mark(event)
        self._add(_Node(_copy(node.value), node.size, node.height), event)

    def _add(self, node: _Node, event: Any) -> None:
        if not self.frames:
            self.result = node.value
            return
        frame = self.frames[-1]
        frame.size += node.size
        frame.height = max(frame.height, node.height + 1)
        if isinstance(frame.value, list):
            frame.value.append(node.value)
            return
        key, frame.key = frame.key, None
        if frame.merging:
            self._merge(frame, node.value, event)
        elif key is not None and frame.again is not None:
            self._repeat(frame, key, node.value)
        elif key is not None:
            frame.value[key] = node.value

    def _repeat(self, frame: _Frame, key: str, value: Any) -> None:
        assert isinstance(frame.value, dict)
        event, frame.again = frame.again, None
        what = f"the key {key!r} appears twice in its mapping"
        if frame.value[key] != value:
            raise self._fail(what, event, "keep one: their values differ")
        mark = event.start_mark
        place = Location(self.name, mark.line + 1, mark.column + 1)
        self.repeated.append(key_twice(f"{what}, with the same value", place))

    def _merge(self, frame: _Frame, value: Any, event: Any) -> None:
        frame.merging = False
        parts = value if isinstance(value, list) else [value]
        if not all(isinstance(part, dict) for part in parts):
            raise self._fail("`<<` merges mappings only", event)
        frame.merges.extend(parts)

    def _resolve(self, event: Any, plain: bool) -> Any:
        text, tag = event.value, event.tag
        if tag in (None, "!"):
            return self._plain(text, event) if plain and tag is None else text
        kind = tag.removeprefix(_TAG)
        if kind == "str":
            return text
        if kind not in _TAGGED:
            raise self._fail(f"the tag `{tag}` is not supported", event)
        value = self._plain(text, event)
        if type(value) not in _TAGGED[kind]:
            raise self._fail(f"{text!r} is not a YAML {kind}", event)
        return float(value) if kind == "float" and isinstance(value, int) else value

    def _plain(self, text: str, event: Any) -> str | int | float | bool | None:
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if text[0] not in "+-.0123456789":
            return text
        if _INT.match(text):
            return int(text) if len(text) < 19 else self._wide(text, event)
        based = _BASED.match(text)
        if based:
            digits = based.group(1) or based.group(2)
            return int(digits, 8 if based.group(1) else 16) if len(digits) <= 16 else text
        if _FLOAT.match(text):
            return self._wide(text, event)
        if _ODD_FLOAT.match(text):
            raise self._fail(f"JSON has no number `{text}`", event, "quote it if it is text")
        return text

    def _wide(self, text: str, event: Any) -> int | float:
        if _INT.match(text) and len(text) <= 20 and -(2**63) <= int(text) < 2**64:
            return int(text)
        value = float(text)
        if value in (float("inf"), float("-inf")):
            raise self._fail(f"the number `{text[:40]}` is too large", event)
        return value

    def _mark(self, event: Any) -> str:
        if self.positions is None or not self.frames:
            if self.positions is not None:
                self.positions.offsets[""] = self._offset(event)
            return ""
        frame = self.frames[-1]
        if isinstance(frame.value, list):
            pointer = f"{frame.pointer}/{len(frame.value)}"
            self.positions.offsets[pointer] = self._offset(event)
            return pointer
        return pointers.join(frame.pointer, frame.key or "")

    def _offset(self, event: Any) -> int:
        line: int = event.start_mark.line
        column: int = event.start_mark.column
        return self.starts[line] + column

    def _fail(self, what: str, event: Any, hint: str = "") -> SpecmillError:
        return fail(what, location=self._place(event.start_mark), hint=hint)

    def _too_deep(self, mark: Any) -> SpecmillError:
        return fail(
            f"the document nests deeper than {MAX_DEPTH} levels",
            location=self._place(mark),
            hint="no API spec needs that; the file may be damaged or hostile",
        )

    def _place(self, mark: Any) -> Location:
        return Location(self.name, mark.line + 1, mark.column + 1)


class _HeadBuilder(_Builder):
    """A builder that stops behind one member of the outermost mapping."""

    def __init__(self, name: str, until: str) -> None:
        super().__init__(name)
        self.until = until

    def _events(self, text: str) -> Iterator[Any]:
        for event in super()._events(text):
            yield event
            if len(self.frames) == 1 and self.until in self.frames[0].value:
                return


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_copy(item) for item in value]
    return value
