"""Waiting for a state: methods that ask until an answer is final (``x-specmill-wait``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.diagnostics import SpecmillError, fail
from specmill.document.document import Document
from specmill.document.operations import SourceOperation
from specmill.document.pointers import join
from specmill.lower.conventions.fields import path_to
from specmill.model.long_running import Waiting
from specmill.model.models import Docs, FieldRef, Model
from specmill.model.operations import Operation
from specmill.values import dataclass, replace

EXTENSION = "x-specmill-wait"
_TEXTS = ("method", "field", "error")
_LISTS = ("final", "failed")
_USUAL_NAME = "wait"


def with_waiting(
    operation: Operation,
    source: SourceOperation,
    models: Mapping[str, Model],
    document: Document,
) -> Iterator[Operation]:
    """Yield the method that waits for a state, where an operation declares one.

    Args:
        operation: The operation that tells the state.
        source: Where it stands.
        models: What it answers.
        document: The whole document, for places in messages.

    Raises:
        SpecmillError: The declaration is malformed, or its fields are not in the answer.
    """
    said = source.node.get(EXTENSION)
    if said is None or said is False:
        return
    declaration = _Declaration(said, f"{source.pointer}/{EXTENSION}", document)
    declaration.check()
    answer = operation.response.type if operation.response is not None else None
    if operation.pagination is not None or answer is None:
        raise declaration.error("stands on an operation that answers no single object")
    paths: dict[str, tuple[FieldRef, ...]] = {}
    for keyword in ("field", "error"):
        name = said.get(keyword, "")
        paths[keyword] = path_to(models, answer, name) if name else ()
        if name and not paths[keyword]:
            raise declaration.error(f"names no field of the answer: {name!r}", keyword)
    name = str(said.get("method", _USUAL_NAME))
    yield replace(
        operation,
        id=f"{operation.id}_{name.replace(' ', '_')}",
        name=name,
        form_of=operation.pointer,
        waiting=Waiting(
            paths["field"],
            tuple(said.get("final", ())),
            tuple(said.get("failed", ())),
            paths["error"],
        ),
        docs=Docs(deprecated=operation.docs.deprecated),
        links=(),
        documented=None,
        pointer=declaration.pointer,
    )


@dataclass(frozen=True, slots=True)
class _Declaration:
    said: Any
    pointer: str
    document: Document

    def check(self) -> None:
        if not isinstance(self.said, dict):
            raise self.error("is neither an object nor false")
        for keyword, value in self.said.items():
            if keyword not in (*_TEXTS, *_LISTS):
                known = ", ".join((*_TEXTS, *_LISTS))
                raise self.error(f"has no {keyword!r}; it has {known}", keyword)
            texts = value if isinstance(value, list) and keyword in _LISTS else [value]
            is_list = isinstance(value, list) == (keyword in _LISTS)
            if not is_list or not all(isinstance(text, str) and text for text in texts):
                kind = "a list of texts" if keyword in _LISTS else "a text"
                raise self.error(f"has a {keyword!r} that is not {kind}", keyword)
        good = set(self.said.get("final", ())) - set(self.said.get("failed", ()))
        if "field" not in self.said or not good:
            raise self.error("must say `field`, and in `final` a value that means no failure")

    def error(self, why: str, *keys: str) -> SpecmillError:
        place = self.document.locate(join(self.pointer, *keys))
        return fail(f"{EXTENSION} {why}", location=place)
