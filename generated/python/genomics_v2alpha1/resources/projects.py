"""The resource `projects`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.client.resources import AsyncResource, Lazy, Resource

if TYPE_CHECKING:
    from .projects_operations import AsyncOperations, Operations
    from .projects_workers import AsyncWorkers, Workers


class Projects(Resource):
    """Operations on `projects`."""

    operations: Lazy[Operations] = Lazy(".resources.projects_operations:Operations")
    workers: Lazy[Workers] = Lazy(".resources.projects_workers:Workers")


class AsyncProjects(AsyncResource):
    """Operations on `projects`. Async; documented at :class:`Projects`."""

    operations: Lazy[AsyncOperations] = Lazy(".resources.projects_operations:AsyncOperations")
    workers: Lazy[AsyncWorkers] = Lazy(".resources.projects_workers:AsyncWorkers")
