"""Type notations of reference pages and bindings: ``int``, ``string[]``, ``List[X]``, ``a | b``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

_TOKEN = re.compile(r"\s*([\w.\-]+(?:\s+[\w.\-]+)*|\[\]|[\[\]<>,|?])\s*")
_OR = re.compile(r"\s+or\s+")
_OF = re.compile(r"(\w+)\s+of\s+(\w.*)")
_SCHEMAS: Mapping[str, Mapping[str, Any]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "object": {"type": "object", "additionalProperties": True},
    "array": {"type": "array", "items": {}},
    "bytes": {"type": "string", "contentEncoding": "base64"},
    "datetime": {"type": "string", "format": "date-time"},
    "date": {"type": "string", "format": "date"},
    "any": {},
    "null": {"type": "null"},
}
_CLOSING = {"[": "]", "<": ">"}


class NotAType(Exception):  # noqa: N818 - a signal, not an error of ours
    """A text that is no type in this notation; the argument says which part is not understood."""


def schema_of(
    text: str, kind_of: Callable[[str], str], classes: Mapping[str, str]
) -> dict[str, Any]:
    """Read a type as a JSON schema.

    Args:
        text: ``string``, ``string[]``, ``List[X]``, ``array<X>``, ``map<string, X>``,
            ``Dict[str, X]``, ``X | None``; an empty text is any value.
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
        while self.tokens[:1] == ["|"]:
            self.tokens.pop(0)
            members.append(self._item())
        return members[0] if len(members) == 1 else {"anyOf": members}

    def _item(self) -> dict[str, Any]:
        if not self.tokens:
            raise NotAType("the end")
        schema = self._named(self.tokens.pop(0))
        while self.tokens[:1] in (["[]"], ["?"]):
            if self.tokens.pop(0) == "[]":
                schema = {"type": "array", "items": schema}
            else:
                schema = {"anyOf": [schema, {"type": "null"}]}
        return schema

    def _named(self, word: str) -> dict[str, Any]:
        listed = _OF.fullmatch(word)
        if listed and self.kind_of(listed[1]) == "array":
            one = listed[2] if listed[2] in self.classes else listed[2].removesuffix("s")
            return {"type": "array", "items": self._named(one)}
        arguments = self._arguments()
        if word in self.classes and not arguments:
            return {"$ref": f"#/components/schemas/{self.classes[word]}"}
        kind = self.kind_of(word)
        if word.casefold() == "optional" and len(arguments) == 1:
            return {"anyOf": [*arguments, {"type": "null"}]}
        if kind == "array" and len(arguments) == 1:
            return {"type": "array", "items": arguments[0]}
        if kind == "object" and arguments:
            return {"type": "object", "additionalProperties": arguments[-1] or True}
        if kind not in _SCHEMAS or arguments:
            raise NotAType(word)
        return dict(_SCHEMAS[kind])

    def _arguments(self) -> list[dict[str, Any]]:
        if self.tokens[:1] not in (["["], ["<"]):
            return []
        closing = _CLOSING[self.tokens.pop(0)]
        found = [self.union()]
        while self.tokens[:1] == [","]:
            self.tokens.pop(0)
            found.append(self.union())
        if self.tokens[:1] != [closing]:
            raise NotAType(closing)
        self.tokens.pop(0)
        return found
