"""Arguments of methods that wait for a state."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.targets.python.arguments.argument import Argument
from specmill.targets.python.module_types import ModuleTypes

WAITING_ARGUMENTS = ("timeout", "poll", "progress")

_POLL = (
    "Seconds between the first two requests, 1 by default. The pauses grow to thirty, half of each"
    " random; where the server says how long to wait, that counts."
)


def waiting_arguments(answer: str, types: ModuleTypes) -> Iterator[Argument]:
    """Yield the arguments that say how to wait; ``answer`` is what the method returns."""
    callable_ = types.imports.add("collections.abc", "Callable")
    annotations = ("float | None", "float", f"{callable_}[[{answer}], object]")
    texts = (
        "Seconds to wait at most; by default there is no limit.",
        _POLL,
        "A function that is called with each response.",
    )
    for name, annotation, text in zip(WAITING_ARGUMENTS, annotations, texts, strict=True):
        yield Argument(name, annotation, required=False, text=text)
