"""The resource `entries`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.formats import NaiveDatetime, NaiveTime, SpacedDatetime
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _find(title: str, changed: datetime | Omit) -> Request[models.Entry]:
    return Request(
        "findEntry",
        "GET /entries",
        name="entries.find",
        query={"title": title, "changed": changed},
        formats={"changed": SpacedDatetime},
        returns=models.Entry,
    )


def _count() -> Request[int]:
    return Request(
        "countEntries",
        "GET /entries/count",
        name="entries.count",
        returns=int,
    )


def _get(
    id_: str | UUID,
    above: Decimal | Omit,
    since: datetime | Omit,
    from_: str | Omit,
    scale: float | Omit,
    below: Decimal | float | Omit,
    words: Sequence[str] | Omit,
    rows: Sequence[Mapping[str, Any]] | Omit,
    opened: Sequence[time] | Omit,
    amount: float | str | Decimal | None | Omit,
) -> Request[models.Entry]:
    return Request(
        "getEntry",
        "GET /entries/{id}",
        name="entries.get",
        path_params={"id": id_},
        query={
            "above": above,
            "since": since,
            "from": from_,
            "scale": scale,
            "below": below,
            "words": words,
            "rows": rows,
            "opened": opened,
            "amount": amount,
        },
        styles={"rows": "json"},
        formats={"since": NaiveDatetime, "opened": NaiveTime},
        objects=("rows[]",),
        returns=models.Entry,
    )


def _replace(id_: str | UUID, body: models.Entry | Mapping[str, Any]) -> Request[None]:
    return Request(
        "replaceEntry",
        "PUT /entries/{id}",
        name="entries.replace",
        path_params={"id": id_},
        body=body,
        body_type=models.Entry,
        reads="none",
    )


class Entries(Resource):
    """Operations on `entries`."""

    def find(
        self, title: str, *, changed: datetime | Omit = omit, options: RequestOptions | None = None
    ) -> models.Entry:
        """`GET /entries`"""
        return self._send(_find(title, changed), options)

    def count(self, *, options: RequestOptions | None = None) -> int:
        """`GET /entries/count`"""
        return self._send(_count(), options)

    def get(
        self,
        id_: str | UUID,
        *,
        above: Decimal | Omit = omit,
        since: datetime | Omit = omit,
        from_: str | Omit = omit,
        scale: float | Omit = omit,
        below: Decimal | float | Omit = omit,
        words: Sequence[str] | Omit = omit,
        rows: Sequence[Mapping[str, Any]] | Omit = omit,
        opened: Sequence[time] | Omit = omit,
        amount: float | str | Decimal | None | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Entry:
        """`GET /entries/{id}`"""
        return self._send(
            _get(id_, above, since, from_, scale, below, words, rows, opened, amount), options
        )

    def replace(
        self,
        id_: str | UUID,
        body: models.Entry | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /entries/{id}`"""
        return self._send(_replace(id_, body), options)


class AsyncEntries(AsyncResource):
    """Operations on `entries`. Async; documented at :class:`Entries`."""

    async def find(
        self, title: str, *, changed: datetime | Omit = omit, options: RequestOptions | None = None
    ) -> models.Entry:
        """`GET /entries`"""
        return await self._send(_find(title, changed), options)

    async def count(self, *, options: RequestOptions | None = None) -> int:
        """`GET /entries/count`"""
        return await self._send(_count(), options)

    async def get(
        self,
        id_: str | UUID,
        *,
        above: Decimal | Omit = omit,
        since: datetime | Omit = omit,
        from_: str | Omit = omit,
        scale: float | Omit = omit,
        below: Decimal | float | Omit = omit,
        words: Sequence[str] | Omit = omit,
        rows: Sequence[Mapping[str, Any]] | Omit = omit,
        opened: Sequence[time] | Omit = omit,
        amount: float | str | Decimal | None | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Entry:
        """`GET /entries/{id}`"""
        return await self._send(
            _get(id_, above, since, from_, scale, below, words, rows, opened, amount), options
        )

    async def replace(
        self,
        id_: str | UUID,
        body: models.Entry | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /entries/{id}`"""
        return await self._send(_replace(id_, body), options)
