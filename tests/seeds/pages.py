"""Readers of the vendors' own reference pages, as text: which fields of which types they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Form:
    """A JSON object as Google's pages show it: key to sample text, Form, or list of one."""

    members: dict[str, Any] = field(default_factory=dict)


def google_forms(page: str) -> Iterator[Form]:
    """Yield each object form that a method page shows: of the request, of the response."""
    lines = page.splitlines()
    for number, line in enumerate(lines):
        if line.strip() in ("The object takes the form of:", "An object of the form:"):
            start = next(i for i in range(number + 1, len(lines)) if lines[i].strip())
            form, _ = _object(lines, start)
            yield form


def _object(lines: list[str], start: int) -> tuple[Form, int]:
    """Read the object whose opening brace is on line ``start``; return it and its last line."""
    form, number = Form(), start + 1
    while not lines[number].strip().startswith("}"):
        key, _, value = lines[number].strip().partition('": ')
        form.members[key.strip('"')], number = _value(lines, number, value)
        number += 1
    return form, number


def _value(lines: list[str], number: int, text: str) -> tuple[Any, int]:
    if text.startswith("{"):
        return _object(lines, number)
    if not text.startswith("["):
        return re.split(r",(?: #|$)", text)[0], number
    items, number = [], number + 1
    while not lines[number].strip().startswith("]"):
        item, number = _value(lines, number, lines[number].strip())
        items.append(item)
        number += 1
    return items, number


def kubeflow_fields(page: str) -> list[tuple[str, str]]:
    """Return the (name, type) pairs of the section ``Schema definitions``, in the page's order."""
    section = page.partition("\nSchema definitions\n")[2].partition("\nFeedback\n")[0]
    kinds = r"string|integer|number|boolean|object|api\w+|protobuf\w+|[A-Z]\w+"
    pattern = rf"^\.?- ([a-z_]+): ((?:{kinds})(?:\[\])?(?: \([\w-]+\))?)$"
    return re.findall(pattern, section, re.MULTILINE)


def kubeflow_operations(page: str) -> set[tuple[str, str]]:
    """Return the (method, path) pairs of the section ``Summary``."""
    section = page.partition("\nSummary\n")[2].partition("\nSecurity\n")[0]
    return set(re.findall(r"^(GET|POST|PUT|PATCH|DELETE) (\S+) \|", section, re.MULTILINE))


def kubeflow_parameters(page: str) -> set[tuple[str, str, str]]:
    """Return the (name, place, type) triples of the section ``Paths``."""
    section = page.partition("\nPaths\n")[2].partition("\nSchema definitions\n")[0]
    pattern = (
        r"^(?:Tags: [A-Za-z]+Service|Tags: PipelineUploadServicemultipart/form-data\n)?"
        r"([a-z_.]+) \|.*? ?(path|query|formData) \| (string|integer|file)"
    )
    return set(re.findall(pattern, section, re.MULTILINE))


def kubeflow_enum_values(page: str) -> set[str]:
    """Return every enumeration value that the page shows."""
    listed = re.findall(r"x ∈ \{([^}]*)\}", page)
    return {value for values in listed for value in re.findall(r"\b[A-Z][A-Z_]+\b", values)}


def kubeflow_tags(page: str) -> dict[str, set[tuple[str, str]]]:
    """Return the (method, path) pairs under each tag of the section ``Summary``."""
    section = page.partition("\nSummary\n")[2].partition("\nSecurity\n")[0]
    _, *parts = re.split(r"^Tag: (\w+)$", section, flags=re.MULTILINE)
    pattern = r"^(GET|POST|PUT|PATCH|DELETE) (\S+) \|"
    return {
        tag: set(re.findall(pattern, text, re.MULTILINE))
        for tag, text in zip(parts[::2], parts[1::2], strict=True)
    }


@dataclass(frozen=True)
class PageMethod:
    """A method as PaddleFlow's page documents it."""

    name: str
    usage: str
    parameters: tuple[tuple[str, str, bool, str], ...]
    """Name, type, need and default."""
    returns: tuple[tuple[str, str], ...]
    """Name and type."""
    attributes: tuple[str, ...] = ()
    """Names that a table of its own says are set on what comes back."""


def paddleflow_methods(page: str) -> Iterator[PageMethod]:
    """Yield the methods of the page, in its order."""
    starts = list(re.finditer(r"^[\w, ]+ = client\.(\w+)\(.*\)", page, re.MULTILINE))
    ends = [start.start() for start in starts[1:]] + [len(page)]
    for start, end in zip(starts, ends, strict=True):
        given, _, returned = page[start.end() : end].partition("\n接口返回说明\n")
        table = returned.split("\n字段名称 字段类型 字段含义\n")[1].partition("\n\n")[0]
        parameters = re.findall(
            r"^(\w+) (\w+) ?\((required|optional)(?:, ?default=([^)]*))?\)", given, re.MULTILINE
        )
        yield PageMethod(
            start[1],
            start[0].strip(),
            tuple(
                (name, kind, need == "required", value) for name, kind, need, value in parameters
            ),
            tuple(re.findall(r"^(\w+) (\S+) ", table, re.MULTILINE)),
            tuple(_set_attributes(returned)),
        )


def _set_attributes(returned: str) -> list[str]:
    _, heading, after = returned.partition("\n字段名称 字段含义\n")
    return re.findall(r"^(\w+) \S", after.partition("\n\n")[0], re.MULTILINE) if heading else []
