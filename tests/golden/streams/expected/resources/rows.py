"""The resource `rows`."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping, Sequence
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request
from .._runtime.streams.json_streams import json_lines
from .._runtime.streams.streams import AsyncJsonStream, JsonStream, JsonStreamRequest


def _export() -> JsonStreamRequest[models.Row]:
    return JsonStreamRequest(
        "exportRows",
        "GET /rows",
        name="rows.export",
        returns=models.Row,
        accept="application/x-ndjson",
    )


def _replace(body: Sequence[models.Row | Mapping[str, Any]]) -> Request[None]:
    return Request(
        "replaceRows",
        "PUT /rows",
        name="rows.replace",
        body=body,
        body_type=list[models.Row],
        reads="none",
    )


def _replace_lines(
    body: Iterable[models.Row | Mapping[str, Any]] | AsyncIterable[models.Row | Mapping[str, Any]],
) -> Request[None]:
    return Request(
        "replaceRows_lines",
        "PUT /rows",
        name="rows.replace_lines",
        upload=json_lines(body, models.Row),
        media_type="application/x-ndjson",
        reads="none",
    )


def _import(
    body: Iterable[models.Row | Mapping[str, Any]] | AsyncIterable[models.Row | Mapping[str, Any]],
) -> Request[None]:
    return Request(
        "importRows",
        "POST /rows",
        name="rows.import_",
        upload=json_lines(body, models.Row),
        media_type="application/jsonl",
        reads="none",
    )


def _read_sensor() -> JsonStreamRequest[float]:
    return JsonStreamRequest(
        "readSensor",
        "GET /readings",
        name="rows.read_sensor",
        returns=float,
        reads="json-sequence",
        accept="application/json-seq",
    )


class Rows(Resource):
    """Operations on `rows`."""

    def export(self, *, options: RequestOptions | None = None) -> JsonStream[models.Row]:
        """`GET /rows`"""
        return self._send_stream(_export(), options)

    def replace(
        self,
        body: Sequence[models.Row | Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /rows`

        `replace_lines` takes application/x-ndjson.
        """
        return self._send(_replace(body), options)

    def replace_lines(
        self,
        body: Iterable[models.Row | Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`replace` with a body of application/x-ndjson."""
        return self._send(_replace_lines(body), options)

    def import_(
        self,
        body: Iterable[models.Row | Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /rows`"""
        return self._send(_import(body), options)

    def read_sensor(self, *, options: RequestOptions | None = None) -> JsonStream[float]:
        """`GET /readings`"""
        return self._send_stream(_read_sensor(), options)


class AsyncRows(AsyncResource):
    """Operations on `rows`. Async; documented at :class:`Rows`."""

    async def export(self, *, options: RequestOptions | None = None) -> AsyncJsonStream[models.Row]:
        """`GET /rows`"""
        return await self._send_stream(_export(), options)

    async def replace(
        self,
        body: Sequence[models.Row | Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /rows`"""
        return await self._send(_replace(body), options)

    async def replace_lines(
        self,
        body: (
            Iterable[models.Row | Mapping[str, Any]] | AsyncIterable[models.Row | Mapping[str, Any]]
        ),
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`replace` with a body of application/x-ndjson."""
        return await self._send(_replace_lines(body), options)

    async def import_(
        self,
        body: (
            Iterable[models.Row | Mapping[str, Any]] | AsyncIterable[models.Row | Mapping[str, Any]]
        ),
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /rows`"""
        return await self._send(_import(body), options)

    async def read_sensor(self, *, options: RequestOptions | None = None) -> AsyncJsonStream[float]:
        """`GET /readings`"""
        return await self._send_stream(_read_sensor(), options)
