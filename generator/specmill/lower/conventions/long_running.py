"""Long-running operations: which there are, and how a client follows one to its end.

Two kinds are known by their fields: ``google.longrunning.Operation`` (AIP-151), and the operations
of Compute Engine and what was made after it (Kubernetes Engine, Cloud SQL, Deployment Manager).
``x-specmill-long-running`` tells of any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from specmill.diagnostics import SpecmillError, fail
from specmill.document.document import Document
from specmill.lower.conventions.fields import fields_of, path_to
from specmill.model.long_running import FollowUp, LongRunning, Progress
from specmill.model.models import FieldRef, Model, ModelKind
from specmill.model.operations import Operation
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import Anything, Named, TypeRef
from specmill.text import words
from specmill.values import dataclass, replace

EXTENSION = "x-specmill-long-running"

_SHAPES: tuple[tuple[frozenset[str], dict[str, Any]], ...] = (
    (frozenset({"name", "done", "error", "response"}), {"done": "done", "response": "response"}),
    (
        frozenset({"name", "status", "operationType", "selfLink"}),
        {"status": "status", "finished": ["DONE"]},
    ),
)
"""Fields that tell a kind of operation, and what the extension would say of it."""

_USUAL = {"name": "name", "error": "error", "metadata": "metadata", "link": "selfLink"}
"""Fields that have the same name in every kind."""

_PATHS = ("name", "link", "done", "status", "error", "response", "metadata")
_TEXTS = ("finished", "failed")
_IDS = ("poll", "cancel")
_KINDS = {**dict.fromkeys(_PATHS, str), **dict.fromkeys((*_TEXTS, *_IDS), list)}
_RESULTS = ("result", "metadata")
_ANYTHING = ".+"


def with_long_running(
    operations: Sequence[Operation], models: Mapping[str, Model], document: Document
) -> list[Operation]:
    """Return the operations, those that start work with how it is followed.

    That is any but a GET whose answer describes an operation that a GET of the API can ask for
    again. A request about a running one, such as to cancel it, is none.

    Raises:
        SpecmillError: What the document says of one cannot be.
    """
    read = {
        one.resource: one.response.type
        for one in operations
        if one.method == "GET" and one.name == "get" and one.response is not None
    }
    return _Lowering(operations, models, document, read).run()


@dataclass(frozen=True, slots=True)
class _Lowering:
    operations: Sequence[Operation]
    models: Mapping[str, Model]
    document: Document
    read: Mapping[tuple[str, ...], TypeRef | None]
    """Resource to what its ``get`` answers."""
    about: set[str] = field(default_factory=set)
    """Ids of the requests about an operation that runs already, such as to wait for it."""

    def run(self) -> list[Operation]:
        progress = {one.model: one for one in self._all_progress()}
        return [self._started(operation, progress) for operation in self.operations]

    def _started(self, operation: Operation, known: Mapping[str, Progress]) -> Operation:
        if operation.form_of and not operation.takes_other_body:
            return operation
        place = operation.form_of or operation.pointer
        pointer = f"{place}/{EXTENSION}"
        said = self.document.resolve(f"#{_quoted(place)}").get(EXTENSION)
        returns = operation.response.type if operation.response else None
        progress = known.get(returns.key) if isinstance(returns, Named) else None
        if progress is None or not self._starts(operation):
            if said is not None and said is not False:
                raise self._error("answers no operation that can be followed", pointer)
            return operation
        if said is False:
            return operation
        self._check(said or {}, dict.fromkeys(_RESULTS, str), pointer)
        types = {keyword: self._component(name, pointer) for keyword, name in (said or {}).items()}
        inferred = _Inference(operation, self.read.get(operation.resource), self.models, progress)
        result, metadata = types.get("result"), types.get("metadata")
        return replace(
            operation,
            long_running=LongRunning(
                progress, result or inferred.result(), metadata or inferred.metadata()
            ),
        )

    def _starts(self, operation: Operation) -> bool:
        """Tell whether an operation may start work; an upload answers when its media is there."""
        is_read = operation.method == "GET" or operation.id in self.about
        return not is_read and operation.media_upload is None

    def _all_progress(self) -> Iterator[Progress]:
        components = self.document.root.get("components", {}).get("schemas", {})
        for key, schema in components.items():
            said = schema.get(EXTENSION) if isinstance(schema, dict) else None
            model = self.models.get(key)
            if said is False or model is None or model.kind is not ModelKind.OBJECT:
                continue
            names = {one.wire for one in model.fields}
            facts = next((facts for shape, facts in _SHAPES if shape <= names), None)
            if said is None and facts is None:
                continue
            pointer = f"/components/schemas/{key}/{EXTENSION}"
            declared = {} if said is None else said
            self._check(declared, _KINDS, pointer)
            usual = {keyword: wire for keyword, wire in _USUAL.items() if wire in names}
            progress = self._progress(key, {**usual, **(facts or {}), **declared}, pointer)
            if progress.polls:
                yield progress
            elif said is not None:
                raise self._error("is answered by no GET with a path that names it", pointer)

    def _progress(self, key: str, facts: Mapping[str, Any], pointer: str) -> Progress:
        paths: dict[str, tuple[FieldRef, ...]] = {}
        for keyword in _PATHS:
            if keyword in facts:
                paths[keyword] = path_to(self.models, Named(key), facts[keyword])
                if not paths[keyword]:
                    raise self._error(f"names no field: {keyword!r}, {facts[keyword]!r}", pointer)
        if "name" not in paths or ("done" not in paths and not facts.get("finished")):
            raise self._error("must say `name`, and `done` or `status` and `finished`", pointer)
        polls = self._named(facts.get("poll"), pointer) or self._found_polls(key)
        below = self._below(polls)
        cancels = self._named(facts.get("cancel"), pointer) or [
            one for one in below if one.method == "POST" and one.path.endswith("cancel")
        ]
        self.about.update(one.id for one in (*polls, *cancels, *below))
        return Progress(
            key,
            tuple(_joined(map(_follow_up, polls))),
            tuple(_joined(map(_follow_up, cancels))),
            **paths,
            finished=tuple(facts.get("finished", ())),
            failed=tuple(facts.get("failed", ())),
        )

    def _named(self, said: Any, pointer: str) -> list[Operation]:
        by_id = {one.id: one for one in self.operations}
        ids = [said] if isinstance(said, str) else said or []
        unknown = next((one for one in ids if one not in by_id), None)
        if unknown is not None:
            raise self._error(f"names {unknown!r}, which is no operation", pointer)
        return [by_id[one] for one in ids]

    def _found_polls(self, key: str) -> list[Operation]:
        """Return the GETs of an operation; those of a resource that is called so, if there are."""
        found = [
            one
            for one in self.operations
            if one.method == "GET"
            and one.response is not None
            and one.response.type == Named(key)
            and any(parameter.place is ParameterPlace.PATH for parameter in one.parameters)
        ]
        return [one for one in found if _is_of_operations(one)] or found

    def _below(self, polls: Iterable[Operation]) -> list[Operation]:
        """Return the requests whose path goes on where one that polls ends.

        Both are of one resource: the path alone may be ``{+name}``, which fits everything.
        """
        bases = {(one.resource, f"{one.path}{mark}") for one in polls for mark in ":/"}
        paths = {path for _, path in bases}
        return [
            one
            for one in self.operations
            if any((one.resource, path) in bases and one.path.startswith(path) for path in paths)
        ]

    def _component(self, name: str, pointer: str) -> Named:
        if name not in self.models:
            raise self._error(f"names {name!r}, which is no schema", pointer)
        return Named(name)

    def _check(self, said: Any, kinds: Mapping[str, Any], pointer: str) -> None:
        if not isinstance(said, dict):
            raise self._error("is neither an object nor false", pointer)
        for keyword, value in said.items():
            if keyword not in kinds:
                raise self._error(f"has no {keyword!r}", pointer)
            texts = value if isinstance(value, list) and kinds[keyword] is list else [value]
            if not all(isinstance(text, str) for text in texts):
                raise self._error(f"has a {keyword!r} that is no text", pointer)

    def _error(self, why: str, pointer: str) -> SpecmillError:
        return fail(f"{EXTENSION} {why}", location=self.document.locate(pointer))


@dataclass(frozen=True, slots=True)
class _Inference:
    """What an operation comes to, as far as the names and types of its API make it evident."""

    operation: Operation
    read: TypeRef | None
    """What a ``get`` of the same resource answers."""
    models: Mapping[str, Model]
    progress: Progress

    def result(self) -> TypeRef:
        """Return the type of the response.

        It is that of the field where that has one, the operation itself where there is no field;
        ``XResponse`` for a body ``XRequest``; what a ``get`` of the same resource answers where
        that is the body; anything else.
        """
        if not self.progress.response:
            return Named(self.progress.model)
        declared = self._declared(self.progress.response)
        if isinstance(declared, Named):
            return declared
        named = self._named("Response")
        if named is not None:
            return named
        body = self.operation.body.type if self.operation.body else None
        return body if body is not None and body == self.read else Anything()

    def metadata(self) -> TypeRef:
        """Return the type of what is known while it runs.

        ``XMetadata`` or ``XOperationMetadata`` for a body ``XRequest``, else the only
        ``OperationMetadata`` that there is.
        """
        declared = self._declared(self.progress.metadata)
        if isinstance(declared, Named):
            return declared
        named = self._named("Metadata") or self._named("OperationMetadata")
        if named is not None:
            return named
        found = [key for key in self.models if key.endswith("OperationMetadata")]
        is_open = bool(self.progress.metadata)
        return Named(found[0]) if is_open and len(found) == 1 else Anything()

    def _declared(self, path: tuple[FieldRef, ...]) -> TypeRef | None:
        for ref, found in fields_of(self.models, Named(path[-1].model)) if path else ():
            if ref == path[-1]:
                return found.type
        return None

    def _named(self, ending: str) -> Named | None:
        body = self.operation.body.type if self.operation.body else None
        if not isinstance(body, Named) or not body.key.endswith("Request"):
            return None
        key = body.key.removesuffix("Request") + ending
        return Named(key) if key in self.models else None


def _joined(made: Iterable[FollowUp]) -> Iterator[FollowUp]:
    """Yield one of each path; where several have it, its values are no longer told apart."""
    by_path: dict[str, list[FollowUp]] = {}
    for one in made:
        by_path.setdefault(one.path, []).append(one)
    for first, *others in by_path.values():
        alike = all(other.patterns == first.patterns for other in others)
        anything = tuple((wire, _ANYTHING) for wire, _ in first.patterns)
        yield first if alike else replace(first, patterns=anything)


def _follow_up(operation: Operation) -> FollowUp:
    parameters = [one for one in operation.parameters if one.place is ParameterPlace.PATH]
    return FollowUp(
        operation=operation.id,
        method=operation.method,
        path=operation.path,
        patterns=tuple((one.wire, _pattern(one)) for one in parameters if one.allow_reserved),
        reserved=tuple(one.wire for one in parameters if one.allow_reserved),
        headers=operation.headers,
        security=operation.security,
        server=operation.server,
        has_body=operation.body is not None,
    )


def _pattern(parameter: Parameter) -> str:
    """Return what the values of a path parameter look like, as a part of a larger expression."""
    pattern = parameter.bounds.pattern.removeprefix("^").removesuffix("$")
    try:
        groups = re.compile(pattern).groups
    except re.error:
        groups = 1
    return pattern if pattern and not groups else _ANYTHING


def _is_of_operations(operation: Operation) -> bool:
    last = operation.resource[-1] if operation.resource else ""
    return any(word.lower().startswith("operation") for word in words(last))


def _quoted(pointer: str) -> str:
    return pointer.replace("%", "%25")
