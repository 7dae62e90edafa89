"""Several APIs at once: one process each, where the system can fork."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, SpecmillError, UsageError
from specmill.model.given_names import GivenNames
from specmill.pipeline.build import Build, build
from specmill.pipeline.plugins import load_target

_WORTH_IT = 200_000
"""Bytes of source, together, from which a second process saves more than its start costs."""


def build_all(
    root: Path,
    apis: Sequence[ApiConfig],
    given: Mapping[str, GivenNames],
    progress: Callable[[str], None],
    workers: int,
) -> list[Build]:
    """Build some APIs, which keep the names that were ``given``; results in their order.

    Raises:
        SpecmillError: Some cannot be built; carries the diagnostics of all of them.
    """
    workers = min(workers, len(apis))
    outcomes = (
        _forked(root, apis, given, progress, workers)
        if workers > 1 and _can_fork() and sum(_size(root, api) for api in apis) > _WORTH_IT
        else _one_by_one(root, apis, given, progress)
    )
    built = [outcomes[api.name] for api in apis]
    if failures := [outcome for outcome in built if isinstance(outcome, _Failure)]:
        kind = UsageError if all(failure.usage for failure in failures) else SpecmillError
        raise kind(*(told for failure in failures for told in failure.diagnostics))
    return [outcome for outcome in built if isinstance(outcome, Build)]


class _Failure:
    """The diagnostics of an API that cannot be built; crosses processes, unlike the exception."""

    def __init__(self, error: SpecmillError) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = error.diagnostics
        self.usage = isinstance(error, UsageError)


def _attempt(root: Path, api: ApiConfig, given: GivenNames | None) -> Build | _Failure:
    try:
        return build(root, api, given)
    except SpecmillError as error:
        return _Failure(error)


def _one_by_one(
    root: Path,
    apis: Sequence[ApiConfig],
    given: Mapping[str, GivenNames],
    progress: Callable[[str], None],
) -> dict[str, Build | _Failure]:
    return {
        api.name: _report(progress, _attempt(root, api, given.get(api.name)), api) for api in apis
    }


def _forked(
    root: Path,
    apis: Sequence[ApiConfig],
    given: Mapping[str, GivenNames],
    progress: Callable[[str], None],
    workers: int,
) -> dict[str, Build | _Failure]:
    """Largest source first, so that the last process to finish starts early."""
    import multiprocessing  # noqa: PLC0415 - a single API does without
    from concurrent.futures import ProcessPoolExecutor, as_completed  # noqa: PLC0415

    outcomes: dict[str, Build | _Failure] = {}
    for name in {target.name for api in apis for target in api.targets}:
        with suppress(SpecmillError):  # whoever uses it will tell
            load_target(name)  # imported once here, not in each process
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, initializer=_die_on_interrupt) as pool:
        order = sorted(apis, key=lambda api: -_size(root, api))
        waiting = {pool.submit(_attempt, root, api, given.get(api.name)): api for api in order}
        for future in as_completed(waiting):
            api = waiting[future]
            outcomes[api.name] = _report(progress, future.result(), api)
    return outcomes


def _report(
    progress: Callable[[str], None], outcome: Build | _Failure, api: ApiConfig
) -> Build | _Failure:
    progress(api.name)
    return outcome


def _die_on_interrupt() -> None:
    """Leave the message about Ctrl-C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _can_fork() -> bool:
    return hasattr(os, "fork")


def _size(root: Path, api: ApiConfig) -> int:
    try:
        return (root / api.source).stat().st_size
    except OSError:
        return 0
