"""Spelling of names, values and prose in KCL."""

from __future__ import annotations

import re
from collections.abc import Collection

from specmill.model.models import JsonValue
from specmill.targets.kcl.reserved import KEYWORDS, SCHEMAS
from specmill.targets.python.spelling import class_name, identifier, module_name
from specmill.text import printable

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile(r'["\\]|\$\{')


def attribute(wire: str) -> str:
    """Spell a wire name as the name of an attribute: ``jobId``, ``$type``, ``"x-y"``.

    Attributes keep the names of the wire, since an instance evaluates to what is sent.
    """
    return reference(wire) or text(wire)


def reference(wire: str) -> str:
    """Spell an attribute as an expression; empty where KCL has no way to name it."""
    if not _IDENTIFIER.match(wire):
        return ""
    return f"${wire}" if wire in KEYWORDS else wire


def schema_name(name: str) -> str:
    """Spell words as the name of a schema, by whose end KCL tells protocols and mixins."""
    spelled = class_name(name, reserved=SCHEMAS)
    return f"{spelled}Model" if spelled.endswith(("Protocol", "Mixin")) else spelled


def file_name(name: str) -> str:
    """Spell words as the stem of a file; KCL takes ``…_test.k`` and ``_….k`` for no part of a
    package.
    """
    stem = module_name(identifier(name, prefix="entity").lstrip("_"))
    return f"{stem}_" if stem.endswith("_test") else stem


def text(value: str) -> str:
    """Spell text as a string that KCL neither interpolates nor reads escapes of its own in."""
    escaped = "".join(
        _ESCAPES.get(one, one) if one.isprintable() or one in _ESCAPES else _escape(one)
        for one in value
    )
    return f'"{escaped}"'.replace("${", "\\${")


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def is_plain(value: str) -> bool:
    """Tell whether text can stand in a literal type, in which KCL reads no escapes."""
    return value.isprintable() and not _UNSAFE.search(value)


def value(json: JsonValue) -> str:
    """Spell a JSON value as an expression."""
    match json:
        case None | bool():
            return str(json)
        case str():
            return text(json)
        case list():
            return f"[{', '.join(map(value, json))}]"
        case dict():
            return f"{{{', '.join(f'{text(key)}: {value(one)}' for key, one in json.items())}}}"
        case _:
            return repr(json)


def docstring(prose: str) -> str:
    """Quote prose as a docstring; nothing in it can end the string or be read as an escape."""
    inner = printable(prose).replace('"""', "'''")
    prefix = "r" if "\\" in inner else ""
    end = "\n" if "\n" in inner or inner.endswith('"') else ""
    return f'{prefix}"""{inner}{end}"""'


def indented(lines: str, by: int) -> str:
    """Indent all lines but empty ones."""
    pad = " " * by
    return "\n".join(f"{pad}{line}" if line.strip() else "" for line in lines.split("\n"))


def free(name: str, taken: Collection[str]) -> str:
    """Return a name that is not taken, underscores at its end."""
    while name in taken:
        name += "_"
    return name
