"""Builds of several APIs at once: one process each, where the system can fork."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from specmill.config import ApiConfig
from specmill.diagnostics import SpecmillError
from specmill.given_names import GivenNames
from specmill.pipeline.build import Build, build
from specmill.pipeline.lock import located
from specmill.pipeline.plugins import load_target
from specmill.render.processes import begin_child, can_fork

_WORTH_IT = 200_000
"""Bytes of source, together, from which a second process saves more than its start costs."""


Progress = Callable[[str, str], None]
"""Takes an API and what is done next for it; nothing once it is built."""


def build_all(
    root: Path,
    apis: Sequence[ApiConfig],
    given: Mapping[str, GivenNames],
    progress: Progress,
    workers: int,
) -> list[Build | SpecmillError]:
    """Build some APIs, which keep the names that were ``given``.

    Gives what became of each, in their order: a build, or why there is none.
    """
    if len(apis) > 1:
        gc.enable()  # or each would leave its cycles to the next
    workers = min(workers, len(apis))
    outcomes = (
        _forked(root, apis, given, progress, workers)
        if workers > 1 and can_fork() and sum(_size(root, api) for api in apis) > _WORTH_IT
        else _one_by_one(root, apis, given, progress)
    )
    return [outcomes[api.name] for api in apis]


def _attempt(
    root: Path,
    api: ApiConfig,
    given: GivenNames | None,
    stage: Callable[[str], None] | None = None,
) -> Build | SpecmillError:
    try:
        return build(root, api, given, stage=stage)
    except SpecmillError as error:
        return error


def _one_by_one(
    root: Path,
    apis: Sequence[ApiConfig],
    given: Mapping[str, GivenNames],
    progress: Progress,
) -> dict[str, Build | SpecmillError]:
    outcomes = {}
    for api in apis:
        told = partial(progress, api.name)
        outcomes[api.name] = _attempt(root, api, given.get(api.name), told)
        _tell(progress, api)
    return outcomes


def _forked(
    root: Path,
    apis: Sequence[ApiConfig],
    given: Mapping[str, GivenNames],
    progress: Progress,
    workers: int,
) -> dict[str, Build | SpecmillError]:
    """Largest source first, so that the last process to finish starts early."""
    import multiprocessing  # noqa: PLC0415 - a single API does without
    from concurrent.futures import ProcessPoolExecutor, as_completed  # noqa: PLC0415

    outcomes: dict[str, Build | SpecmillError] = {}
    for name in {target.name for api in apis for target in api.targets}:
        with suppress(SpecmillError):  # whoever uses it will tell
            load_target(name)  # imported once here, not in each process
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, initializer=begin_child) as pool:
        order = sorted(apis, key=lambda api: -_size(root, api))
        waiting = {pool.submit(_attempt, root, api, given.get(api.name)): api for api in order}
        for future in as_completed(waiting):
            api = waiting[future]
            outcomes[api.name] = future.result()
            _tell(progress, api)
    return outcomes


def _tell(progress: Progress, api: ApiConfig) -> None:
    if not api.is_runtime:
        progress(api.name, "")


def _size(root: Path, api: ApiConfig) -> int:
    try:
        return located(root, api.source).stat().st_size
    except OSError:
        return 0
