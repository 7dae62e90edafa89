"""Links in plain words, for docstrings: what of an answer another method takes."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.operations import Link, LinkedValue
from specmill.targets.python.names import PythonNames
from specmill.targets.python.spelling import one_line

_SOURCES = {
    "body": "`{}` of the answer",
    "header": "the header `{}` of the answer",
    "request.body": "`{}` of the body sent",
    "request.path": "`{}` of the path",
    "request.query": "`{}` of the query",
    "request.header": "the header `{}` sent",
    "url": "the address of the request",
    "method": "the method of the request",
    "status": "the status of the answer",
    "value": "`{}`",
}
_WHOLE = {"body": "the answer", "request.body": "the body sent"}


def link_sentences(links: tuple[Link, ...], names: PythonNames) -> Iterator[str]:
    """Yield a sentence for each value: what of the answer is which argument of which method."""
    for link in links:
        target = f"`{names.leads_to(link)}`"
        if not link.values:
            yield f"Then you can call {target}."
        for value in link.values:
            argument = linked_argument(link, value, names)
            sentence = f"{_source(value)} is `{argument}` of {target}."
            yield sentence[0].upper() + sentence[1:]


def linked_argument(link: Link, value: LinkedValue, names: PythonNames) -> str:
    """Return the argument that takes a value."""
    return names.linked[link.pointer].get(value.name, value.name) if value.name else "body"


def linked_path(value: LinkedValue) -> str:
    """Return which value of its source it is; a JSON Pointer with dots between its parts."""
    if not value.source.endswith("body"):
        return one_line(value.path)
    parts = value.path.strip("/").split("/")
    return one_line(".".join(part.replace("~1", "/").replace("~0", "~") for part in parts))


def _source(value: LinkedValue) -> str:
    path = linked_path(value)
    return _SOURCES[value.source].format(path) if path else _WHOLE.get(value.source, "a value")
