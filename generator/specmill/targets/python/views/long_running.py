"""Flat view of the module that follows long-running operations."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.api import Api, operations_of
from specmill.model.long_running import FollowUp, Progress
from specmill.model.models import ModelKind
from specmill.targets.python.imports import Imports
from specmill.targets.python.names import PythonNames
from specmill.targets.python.spelling import literal
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class ProgressView:
    """One kind of operations."""

    name: str
    """Name of the constant."""
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LongRunningView:
    """The module of all kinds."""

    imports: tuple[str, ...]
    kinds: tuple[ProgressView, ...]


def long_running_view(api: Api, names: PythonNames, runtime: str) -> LongRunningView:
    """Return the view of ``_long_running.py``; without kinds where the API has no such operations.

    Args:
        api: The model.
        names: Its Python names.
        runtime: Module path of the runtime as the package's own modules import it.
    """
    found = {
        one.long_running.progress.model: one.long_running.progress
        for one in operations_of(api)
        if one.long_running is not None
    }
    imports = Imports()
    imports.add(f"{runtime}.operations.long_running", "FollowUp")
    imports.add(f"{runtime}.operations.long_running", "LongRunning")
    renamed = _renamed(api, names)
    kinds = tuple(
        ProgressView(name, tuple(_arguments(found[key], names, renamed)))
        for key, name in sorted(names.progress.items())
    )
    return LongRunningView(tuple(imports.lines()), kinds)


def _arguments(progress: Progress, names: PythonNames, renamed: str) -> Iterator[str]:
    for keyword, requests in (("polls", progress.polls), ("cancels", progress.cancels)):
        if requests:
            yield f"{keyword}=({', '.join(map(_follow_up, requests))},)"
    for keyword in ("name", "link", "done", "status"):
        yield from _field(keyword, names.attribute(getattr(progress, keyword)))
    for keyword in ("finished", "failed"):
        values = getattr(progress, keyword)
        if values:
            yield f"{keyword}={values!r}"
    for keyword in ("error", "response", "metadata"):
        yield from _field(keyword, names.attribute(getattr(progress, keyword)))
    if renamed and progress.response + progress.metadata:
        yield f"types={renamed}"


def _field(keyword: str, attribute: str) -> Iterator[str]:
    if attribute:
        yield f"{keyword}={literal(attribute)}"


def _follow_up(request: FollowUp) -> str:
    arguments = [literal(request.operation), literal(f"{request.method} {request.path}")]
    patterns = ", ".join(f"{literal(name)}: {literal(text)}" for name, text in request.patterns)
    if patterns:
        arguments.append(f"patterns={{{patterns}}}")
    if request.reserved:
        arguments.append(f"reserved={request.reserved!r}")
    if request.headers:
        arguments.append(f"headers={dict(request.headers)!r}")
    if request.security is not None:
        arguments.append(f"security={request.security!r}")
    if request.server:
        arguments.append(f"server={literal(request.server)}")
    if request.has_body:
        arguments.append("body={}")
    return f"FollowUp({', '.join(arguments)})"


def _renamed(api: Api, names: PythonNames) -> str:
    """Spell which types of messages have models of other names.

    Some documents put an underscore between package and message, which the runtime does not.
    """
    objects = [model for model in api.models.values() if model.kind is ModelKind.OBJECT]
    wires = {model.wire.replace("_", ""): names.models[model.key] for model in objects}
    pairs = [
        f"{literal(wire)}: {literal(name)}"
        for wire, name in wires.items()
        if wire not in ("", name)
    ]
    return f"{{{', '.join(pairs)}}}" if pairs else ""
