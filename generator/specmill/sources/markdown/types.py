"""Type notations of reference pages and bindings: ``int``, ``string[]``, ``List[X]``, ``a | b``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from specmill.values import dataclass

_TOKEN = re.compile(r"""\s*([\w.\-]+(?:\s+[\w.\-]+)*|"[^"]*"|'[^']*'|\[\]|[\[\]<>,|?])\s*""")
_OR = re.compile(r"\s+or\s+")
_OF = re.compile(r"(\w+)\s+of\s+(\w.*)")
_OBJECT = re.compile(r"(?<=\S)\s+objects?\Z")
_SCHEMAS: Mapping[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "password": {"type": "string", "format": "password"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "object": {"type": "object", "additionalProperties": True},
    "array": {"type": "array", "items": {}},
    "bytes": {"type": "string", "contentEncoding": "base64"},
    "datetime": {"type": "string", "format": "date-time"},
    "date": {"type": "string", "format": "date"},
    "int32": {"type": "integer", "format": "int32"},
    "int64": {"type": "integer", "format": "int64"},
    "uuid": {"type": "string", "format": "uuid"},
    "email": {"type": "string", "format": "email"},
    "uri": {"type": "string", "format": "uri"},
    "any": {},
    "null": {"type": "null"},
}
_NUMBER = re.compile(r"-?\d{1,18}")
_CLOSING = {"[": "]", "<": ">"}


class NotAType(Exception):  # noqa: N818 - a signal, not an error of ours
    """A text that is no type in this notation; the argument says which part is not understood."""


def schema_of(
    text: str, kind_of: Callable[[str], str], classes: Mapping[str, str]
) -> dict[str, Any]:
    """Read a type as a JSON schema.

    Args:
        text: ``string``, ``string[]``, ``List[X]``, ``array<X>``, ``map<string, X>``,
            ``Dict[str, X]``, ``X | None``, ``Optional[X]``, ``"a" | "b"``, ``Literal["a", 1]``;
            an empty text is any value.
        kind_of: Gives the kind of a word: a key of the plain kinds such as ``integer``, or "".
        classes: Names of models to their component names.

    Raises:
        NotAType: A word is neither a plain type nor a model, or brackets do not close.
    """
    if not text.strip():
        return {}
    parser = _Parser(_tokens(_OR.sub(" | ", text)), kind_of, classes)
    schema = parser.union()
    if parser.tokens:
        raise NotAType(parser.tokens[0])
    return schema


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            raise NotAType(text[position:].strip())
        tokens.append(found[1])
        position = found.end()
    return tokens


@dataclass(slots=True)
class _Parser:
    tokens: list[str]
    kind_of: Callable[[str], str]
    classes: Mapping[str, str]

    def union(self) -> dict[str, Any]:
        members = [self._item()]
        while self._is_next("|"):
            members.append(self._item())
        return _any_of(members)

    def _item(self) -> dict[str, Any]:
        if not self.tokens:
            raise NotAType("the end")
        word = self.tokens.pop(0)
        schema = self._quoted(word[1:-1]) if word[0] in "\"'" else self._named(word)
        while self.tokens[:1] in (["[]"], ["?"]):
            if self.tokens.pop(0) == "[]":
                schema = {"type": "array", "items": schema}
            else:
                schema = {"anyOf": [schema, {"type": "null"}]}
        return schema

    def _named(self, word: str) -> dict[str, Any]:
        listed = _OF.fullmatch(word)
        if listed and self.kind_of(listed[1]) == "array":
            one = _OBJECT.sub("", listed[2])
            one = one if one in self.classes else one.removesuffix("s")
            return {"type": "array", "items": self._named(one)}
        if word not in self.classes:
            word = word.rpartition(".")[2] or word  # `typing.List`
        if word == "Literal" and self.tokens[:1] == ["["]:
            return self._literal()
        arguments = self._arguments()
        if word in self.classes and not arguments:
            return {"$ref": f"#/components/schemas/{self.classes[word]}"}
        kind = self.kind_of(word)
        if arguments and word.casefold() in ("optional", "union"):
            return _any_of([*arguments, *([{"type": "null"}] if word[0] in "oO" else [])])
        if kind == "array" and arguments:
            return {"type": "array", "items": _any_of(arguments)}
        if kind == "object" and arguments:
            return {"type": "object", "additionalProperties": arguments[-1] or True}
        if kind not in _SCHEMAS or arguments:
            raise NotAType(word)
        return deepcopy(_SCHEMAS[kind])

    def _quoted(self, text: str) -> dict[str, Any]:
        """Read a text in quotes: a model that is named before it is there, or a value."""
        if text in self.classes:
            return {"$ref": f"#/components/schemas/{self.classes[text]}"}
        return {"type": "string", "enum": [text]}

    def _literal(self) -> dict[str, Any]:
        self.tokens.pop(0)
        members: list[dict[str, Any]] = []
        while True:
            word = self.tokens.pop(0) if self.tokens else ""
            if word[:1] in ("'", '"'):
                members.append({"type": "string", "enum": [word[1:-1]]})
            elif _NUMBER.fullmatch(word):
                members.append({"type": "integer", "enum": [int(word)]})
            else:
                raise NotAType(word or "the end")
            if not self._is_next(","):
                break
        self._close("]")
        return _any_of(members)

    def _arguments(self) -> list[dict[str, Any]]:
        if self.tokens[:1] not in (["["], ["<"]):
            return []
        closing = _CLOSING[self.tokens.pop(0)]
        found = [self.union()]
        while self._is_next(","):
            if not self._is_next("..."):  # `Tuple[int, ...]`
                found.append(self.union())
        self._close(closing)
        return found

    def _is_next(self, token: str) -> bool:
        """Take a token, if it is the next one."""
        found = self.tokens[:1] == [token]
        if found:
            self.tokens.pop(0)
        return found

    def _close(self, bracket: str) -> None:
        if not self._is_next(bracket):
            raise NotAType(bracket)


def _any_of(members: list[dict[str, Any]]) -> dict[str, Any]:
    """Join alternatives; values of one type become one enumeration."""
    if all(one == members[0] for one in members):
        return members[0]
    joined: list[dict[str, Any]] = []
    for member in members:
        last = joined[-1] if joined else {}
        if "enum" in member and "enum" in last and member["type"] == last["type"]:
            values = dict.fromkeys([*last["enum"], *member["enum"]])
            joined[-1] = {"type": last["type"], "enum": list(values)}
        else:
            joined.append(member)
    return joined[0] if len(joined) == 1 else {"anyOf": joined}
