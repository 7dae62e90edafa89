"""Order of a document, where it says nothing: that of the document as it was before.

The keys of an object, and the elements of arrays such as ``parameters``, ``oneOf`` and ``tags``,
stand in an order that OpenAPI gives no meaning. What is generated follows it all the same: the
order of methods, fields, arguments and values, the tag that places an operation, the server that is
the default. A new version of a document keeps it for what was there; what is new follows what it
stands behind.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any, TypeVar

from specmill.document.document import Document
from specmill.document.order.identities import known_by
from specmill.document.origins import Origins
from specmill.document.pointers import join
from specmill.values import dataclass

KeyT = TypeVar("KeyT", bound=Hashable)

_MAPS = frozenset(
    {
        *("paths", "webhooks", "schemas", "responses", "parameters", "examples", "requestBodies"),
        *("headers", "securitySchemes", "links", "callbacks", "pathItems", "mediaTypes"),
        *("properties", "patternProperties", "dependentSchemas", "$defs", "definitions"),
        *("content", "encoding", "variables", "mapping", "scopes"),
    }
)
"""Keywords whose value has names for keys."""
_VALUES = frozenset({"example", "examples", "default", "const", "value"})
"""Keywords whose value is data."""
_OWN = "x-specmill-"
"""Extensions of our own, which a reader also makes of unordered parts of a source."""
_FIRST_COUNTS = "tags"
"""The first of these places an operation, so that one that is added goes behind."""
_CLOSING = b", \n}"
"""What closes the members around, behind the last one of an object."""
_DECODER = json.JSONDecoder()
_COMPONENTS = "/components"
_PATHS = "/paths"
_IN_PIECES = frozenset({"components", "paths", "webhooks"})
"""Large objects, whose members are compared one by one."""


def ordered_like(document: Document, written: bytes, earlier: bytes) -> Document:
    """Return a document in the order that it had; the same one where that is its order.

    Parts that are written as before are not looked at.

    Args:
        document: The normal form.
        written: The same as it is written to a file.
        earlier: The file as it was before.
    """
    if written == earlier or not earlier.startswith(b"{\n"):
        return document
    order = _Order()
    try:
        root = order.of_pieces(document.root, written, earlier, "", depth=0)
    except ValueError:
        return document  # the file is not as it was written
    if root is document.root:
        return document
    return Document(root, document.family, order.origins(document.origins))


@dataclass(slots=True)
class _Order:
    """Puts parts of a document in their order, and notes which arrays that changes."""

    moved: dict[str, list[int]] = field(default_factory=dict)
    """Pointer of an array, as it was, to the indices that its elements had, in their order now."""

    def of_pieces(
        self, now: dict[str, Any], written: bytes, earlier: bytes, pointer: str, depth: int
    ) -> dict[str, Any]:
        """Return an object in the order of another, by the text of both.

        Only the members whose text differs are read.
        """
        before, after = _pieces(earlier, depth), _pieces(written, depth)
        found = dict(now)
        for key, value in now.items():
            own, other = after.get(key, b""), before.get(key)
            if other is None or own.rstrip(_CLOSING) == other.rstrip(_CLOSING):
                continue
            place = join(pointer, key)
            is_deep = pointer == _COMPONENTS if depth else key in _IN_PIECES
            if is_deep and isinstance(value, dict) and other.startswith(b"{\n"):
                found[key] = self.of_pieces(value, own, other, place, depth + 1)
            else:
                member = (value, _value(other))
                found[key] = self._member(now, key, member, place, is_map=depth > 0)
        return _same_or(found, now, _with_moved(now, before) if pointer == _PATHS else before)

    def _object(
        self, now: dict[str, Any], before: dict[str, Any], pointer: str, *, is_map: bool
    ) -> dict[str, Any]:
        """Return an object in the order of another; the same one where that is its order."""
        found = dict(now)
        for key, value in now.items():
            if isinstance(value, dict | list) and key in before:
                member, place = (value, before[key]), join(pointer, key)
                found[key] = self._member(now, key, member, place, is_map=is_map)
        return _same_or(found, now, before)

    def _member(
        self,
        holder: dict[str, Any],
        key: str,
        member: tuple[Any, Any],
        pointer: str,
        *,
        is_map: bool,
    ) -> Any:
        """Return a member of an object in the order of what it was."""
        now, before = member
        if not is_map and (key in _VALUES or (key.startswith("x-") and not key.startswith(_OWN))):
            return now
        if isinstance(now, dict) and isinstance(before, dict):
            return self._object(now, before, pointer, is_map=not is_map and key in _MAPS)
        if not is_map and isinstance(now, list) and isinstance(before, list):
            return self._array(now, before, pointer, holder, key)
        return now

    def _element(self, now: Any, before: Any, pointer: str) -> Any:
        if isinstance(now, dict) and isinstance(before, dict):
            return self._object(now, before, pointer, is_map=False)
        return now

    def _array(
        self, now: list[Any], before: list[Any], pointer: str, holder: dict[str, Any], keyword: str
    ) -> list[Any]:
        known = known_by(holder, keyword)
        if known is None:
            return now
        own, other = known(now), known(before)
        places = {name: index for index, name in enumerate(other)}
        found = [
            (
                self._element(value, before[places[name]], f"{pointer}/{index}")
                if name in places
                else value
            )
            for index, (name, value) in enumerate(zip(own, now, strict=True))
        ]
        names = in_order(own, other, behind=keyword == _FIRST_COUNTS)
        turns = {name: index for index, name in enumerate(own)}
        order = [turns[name] for name in names]
        if order != [*range(len(now))]:
            self.moved[pointer] = order
        elif all(one is other for one, other in zip(found, now, strict=True)):
            return now
        return [found[index] for index in order]

    def origins(self, known: Origins) -> Origins:
        """Return where the parts of the document stand in their files, by their pointers now."""
        if not self.moved:
            return known
        turned = {
            pointer: {str(was): str(now) for now, was in enumerate(order)}
            for pointer, order in self.moved.items()
        }
        found = {_turned(pointer, turned): origin for pointer, origin in known.known.items()}
        for pointer, order in self.moved.items():
            for index in range(len(order)):
                was = f"{pointer}/{index}"
                if (origin := known.find(was)) is not None:
                    found.setdefault(_turned(was, turned), origin)
        return Origins(found)


def _turned(pointer: str, turned: Mapping[str, Mapping[str, str]]) -> str:
    """Return where a pointer leads to now."""
    was, now = "", ""
    for token in pointer.split("/")[1:]:
        here = turned.get(was)
        was = f"{was}/{token}"
        now = f"{now}/{here.get(token, token) if here else token}"
    return now


def _with_moved(now: Mapping[str, Any], before: Mapping[str, bytes]) -> list[str]:
    """Return the paths of before, by what they are now where their operations have moved."""
    ids = {_ids(_value(text)): path for path, text in before.items() if path not in now}
    new = {_ids(item): path for path, item in now.items() if path not in before}
    moved = {ids[known]: path for known, path in new.items() if known and known in ids}
    return [moved.get(path, path) for path in before]


def _ids(item: Any) -> frozenset[str]:
    operations = item.values() if isinstance(item, dict) else ()
    found = (one.get("operationId") for one in operations if isinstance(one, dict))
    return frozenset(one for one in found if isinstance(one, str))


def _same_or(found: dict[str, Any], now: dict[str, Any], before: Iterable[str]) -> dict[str, Any]:
    """Return the members that were found, in order; the object itself where they are its own."""
    own = [*now]
    keys = in_order(own, [*before])
    if keys == own and all(found[key] is now[key] for key in own):
        return now
    return {key: found[key] for key in keys}


def in_order(now: Sequence[KeyT], before: Sequence[KeyT], *, behind: bool = False) -> list[KeyT]:
    """Return what is there now in the order that it had; what is new stays behind what it was
    behind, or goes ``behind`` everything.
    """
    there = {*now}
    known = [one for one in before if one in there]
    if len(known) == len(now):
        return known
    was = {*known}
    if behind:
        return [*known, *(one for one in now if one not in was)]
    followers: defaultdict[KeyT | None, list[KeyT]] = defaultdict(list)
    last: KeyT | None = None
    for one in now:
        if one in was:
            last = one
        else:
            followers[last].append(one)
    return [*followers[None], *(each for one in known for each in (one, *followers[one]))]


def _pieces(text: bytes, depth: int) -> dict[str, bytes]:
    """Return the text of each member of an object, by its key.

    Args:
        text: The object as it is written: its members on lines of their own.
        depth: How deep it stands.
    """
    mark = b'\n%s"' % (b"  " * (depth + 1))
    return dict(map(_piece, text.split(mark)[1:]))


def _piece(text: bytes) -> tuple[str, bytes]:
    end = text.index(b'": ')
    while text[:end].count(b"\\") and not _is_key(text[:end]):
        end = text.index(b'": ', end + 1)
    key: str = json.loads(b'"%s"' % text[:end])
    return key, text[end + 3 :]


def _is_key(text: bytes) -> bool:
    try:
        json.loads(b'"%s"' % text)
    except ValueError:
        return False
    return True


def _value(text: bytes) -> Any:
    """Read the value that a text starts with."""
    value, _ = _DECODER.raw_decode(text.decode("utf-8"))
    return value
