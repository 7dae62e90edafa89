"""The resource `people`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _add(body: models.Person | Mapping[str, Any]) -> Request[models.Person]:
    return Request(
        "addPerson",
        "POST /people",
        name="people.add",
        body=body,
        returns=models.Person,
    )


class People(Resource):
    """Operations on `people`."""

    def add(
        self, body: models.Person | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Person:
        """`POST /people`"""
        return self._send(_add(body), options)


class AsyncPeople(AsyncResource):
    """Operations on `people`. Async; documented at :class:`People`."""

    async def add(
        self, body: models.Person | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Person:
        """`POST /people`"""
        return await self._send(_add(body), options)
