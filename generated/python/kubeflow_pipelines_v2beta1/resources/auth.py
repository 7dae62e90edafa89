"""The resource `auth`."""

from __future__ import annotations

from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _authorize(
    namespace: str | Omit,
    resources: models.AuthorizeRequestResources | Omit,
    verb: models.AuthorizeRequestVerb | Omit,
) -> Request[dict[str, Any]]:
    return Request(
        "AuthService_Authorize",
        "GET /apis/v2beta1/auth",
        query={"namespace": namespace, "resources": resources, "verb": verb},
        returns=dict[str, Any],
    )


class AuthResource(Resource):
    """Operations on `auth`."""

    def authorize(
        self,
        *,
        namespace: str | Omit = omit,
        resources: models.AuthorizeRequestResources | Omit = omit,
        verb: models.AuthorizeRequestVerb | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Check that the caller may act on a kind of resource in a namespace.

        Args:
            namespace: Namespace in which the caller wants to act.
            resources: Kind of resource that the caller wants to act on. The server's default is
                `UNASSIGNED_RESOURCES`.
            verb: What the caller wants to do with the resource. The server's default is
                `UNASSIGNED_VERB`.
        """
        return self._send(_authorize(namespace, resources, verb), options)


class AsyncAuthResource(AsyncResource):
    """Operations on `auth`. Async; documented at :class:`AuthResource`."""

    async def authorize(
        self,
        *,
        namespace: str | Omit = omit,
        resources: models.AuthorizeRequestResources | Omit = omit,
        verb: models.AuthorizeRequestVerb | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Check that the caller may act on a kind of resource in a namespace."""
        return await self._send(_authorize(namespace, resources, verb), options)
