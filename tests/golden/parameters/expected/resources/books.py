"""The resource `books`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _get(
    shelf: str,
    book: int,
    trace: str,
    range_end: int,
    fields: Sequence[str] | Omit,
    csv: Sequence[str] | Omit,
    ssv: Sequence[str] | Omit,
    pipes: Sequence[str] | Omit,
    filter_: models.BookFilter | Omit,
    where: Mapping[str, Any] | Omit,
    range_start: int | Omit,
    path: str | Omit,
    x_tags: Sequence[str] | Omit,
    x_options: Mapping[str, str] | Omit,
    session: str | Omit,
) -> Request[dict[str, Any]]:
    return Request(
        "getBook",
        "GET /shelves/{shelf}/books/{book}",
        name="books.get",
        path_params={"shelf": shelf, "book": book},
        query={
            "fields": fields,
            "csv": csv,
            "ssv": ssv,
            "pipes": pipes,
            "filter": filter_,
            "where": where,
            "range.start": range_start,
            "range.end": range_end,
            "path": path,
        },
        headers={"trace": trace, "X-Tags": x_tags, "X-Options": x_options},
        cookies={"session": session},
        styles={
            "csv": "csv",
            "ssv": "ssv",
            "pipes": "pipes",
            "filter": "deepObject",
            "where": "json",
            "X-Options": "simple*",
        },
        objects=("filter", "where", "X-Options"),
        reserved=("path",),
        returns=dict[str, Any],
    )


class Books(Resource):
    """Operations on `books`."""

    def get(
        self,
        shelf: str,
        book: int,
        *,
        trace: str,
        range_end: int,
        fields: Sequence[str] | Omit = omit,
        csv: Sequence[str] | Omit = omit,
        ssv: Sequence[str] | Omit = omit,
        pipes: Sequence[str] | Omit = omit,
        filter_: models.BookFilter | Omit = omit,
        where: Mapping[str, Any] | Omit = omit,
        range_start: int | Omit = omit,
        path: str | Omit = omit,
        x_tags: Sequence[str] | Omit = omit,
        x_options: Mapping[str, str] | Omit = omit,
        session: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """`GET /shelves/{shelf}/books/{book}`

        Args:
            shelf: Where it stands.
            trace: Says it again.
        """
        return self._send(
            _get(
                shelf,
                book,
                trace,
                range_end,
                fields,
                csv,
                ssv,
                pipes,
                filter_,
                where,
                range_start,
                path,
                x_tags,
                x_options,
                session,
            ),
            options,
        )


class AsyncBooks(AsyncResource):
    """Operations on `books`. Async; documented at :class:`Books`."""

    async def get(
        self,
        shelf: str,
        book: int,
        *,
        trace: str,
        range_end: int,
        fields: Sequence[str] | Omit = omit,
        csv: Sequence[str] | Omit = omit,
        ssv: Sequence[str] | Omit = omit,
        pipes: Sequence[str] | Omit = omit,
        filter_: models.BookFilter | Omit = omit,
        where: Mapping[str, Any] | Omit = omit,
        range_start: int | Omit = omit,
        path: str | Omit = omit,
        x_tags: Sequence[str] | Omit = omit,
        x_options: Mapping[str, str] | Omit = omit,
        session: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """`GET /shelves/{shelf}/books/{book}`"""
        return await self._send(
            _get(
                shelf,
                book,
                trace,
                range_end,
                fields,
                csv,
                ssv,
                pipes,
                filter_,
                where,
                range_start,
                path,
                x_tags,
                x_options,
                session,
            ),
            options,
        )
