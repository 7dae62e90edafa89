"""The resource `reports`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.content_types import media_type_of
from .._runtime.bodies.uploads import AsyncRawBody, File, RawBody
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Multipart, ReadAs, Request

CreateContentType: TypeAlias = Literal[
    "application/json", "application/x-www-form-urlencoded", "text/csv", "application/pdf"
]
ReplaceContentType: TypeAlias = Literal["application/xml", "text/yaml"]
UpdateContentType: TypeAlias = Literal[
    "application/merge-patch+json", "application/json-patch+json"
]


def _list() -> Request[builtins.list[models.Report]]:
    return Request(
        "listReports",
        "GET /reports",
        name="reports.list",
        returns=builtins.list[models.Report],
    )


def _list_csv() -> Request[str]:
    return Request(
        "listReports_csv",
        "GET /reports",
        name="reports.list_csv",
        reads="text",
        accept="text/csv",
    )


def _list_zip() -> Request[bytes]:
    return Request(
        "listReports_zip",
        "GET /reports",
        name="reports.list_zip",
        reads="binary",
        accept="application/zip",
    )


def _create(
    body: models.Report | Mapping[str, Any] | str | AsyncRawBody,
    content_type: CreateContentType | Omit,
) -> Request[models.Report | models.Job | None]:
    return Request(
        "createReport",
        "POST /reports",
        name="reports.create",
        body=body,
        media_type=media_type_of(
            body, content_type, "application/json", text="text/csv", binary="application/pdf"
        ),
        returns=models.Report,
        answers={
            "202": ReadAs(models.Job),
            "204": ReadAs(reads="none"),
            "304": ReadAs(reads="none"),
        },
        errors={"409 4XX": models.Problem},
    )


def _create_multipart(file: File, title: str | Omit) -> Request[models.Report | models.Job | None]:
    return Request(
        "createReport_multipart",
        "POST /reports",
        name="reports.create_multipart",
        multipart=Multipart(files={"file": file}, fields={"title": title}),
        returns=models.Report,
        answers={
            "202": ReadAs(models.Job),
            "204": ReadAs(reads="none"),
            "304": ReadAs(reads="none"),
        },
        errors={"409 4XX": models.Problem},
    )


def _get(id_: str) -> Request[models.Report | str]:
    return Request(
        "getReport",
        "GET /reports/{id}",
        name="reports.get",
        path_params={"id": id_},
        returns=models.Report,
        answers={"206": ReadAs(reads="text")},
        accept="application/vnd.example.report+json, text/plain",
        errors={"default": models.Problem},
    )


def _replace(
    id_: str, body: str | AsyncRawBody, content_type: ReplaceContentType | Omit
) -> Request[None]:
    return Request(
        "replaceReport",
        "PUT /reports/{id}",
        name="reports.replace",
        path_params={"id": id_},
        body=body,
        media_type=media_type_of(body, content_type, "application/xml"),
        reads="none",
    )


def _update(
    id_: str,
    body: models.Report | Sequence[models.Step | Mapping[str, Any]] | Mapping[str, Any] | Omit,
    content_type: UpdateContentType | Omit,
) -> Request[models.Report]:
    return Request(
        "updateReport",
        "PATCH /reports/{id}",
        name="reports.update",
        path_params={"id": id_},
        body=body,
        media_type=media_type_of(
            body,
            content_type,
            "application/merge-patch+json",
            by_type={"application/json-patch+json": (list,)},
        ),
        returns=models.Report,
    )


class Reports(Resource):
    """Operations on `reports`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Report]:
        """`GET /reports`

        `list_csv` answers text/csv. `list_zip` answers application/zip. The response is also
        available as application/xml.
        """
        return self._send(_list(), options)

    def list_csv(self, *, options: RequestOptions | None = None) -> str:
        """`list`, answered as text/csv."""
        return self._send(_list_csv(), options)

    def list_zip(self, *, options: RequestOptions | None = None) -> bytes:
        """`list`, answered as application/zip."""
        return self._send(_list_zip(), options)

    def create(
        self,
        body: models.Report | Mapping[str, Any] | str | RawBody,
        *,
        content_type: CreateContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Report | models.Job | None:
        """Stores a report.

        `create_multipart` takes multipart/form-data.

        Args:
            body: The report.
            content_type: Media type of the body. By default text as text/csv, bytes and files
                as application/pdf, all other values as application/json.

        Returns:
            200: `Report`. It was there already.
            202: `Job`. It is being read.
            204: `None`. It was empty.
        """
        return self._send(_create(body, content_type), options)

    def create_multipart(
        self, *, file: File, title: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.Report | models.Job | None:
        """`create` with a body of multipart/form-data.

        Stores a report.

        Returns:
            200: `Report`. It was there already.
            202: `Job`. It is being read.
            204: `None`. It was empty.
        """
        return self._send(_create_multipart(file, title), options)

    def get(self, id_: str, *, options: RequestOptions | None = None) -> models.Report | str:
        """`GET /reports/{id}`

        Returns:
            2XX: `Report`. The report.
            206: `str`. Its beginning.
        """
        return self._send(_get(id_), options)

    def replace(
        self,
        id_: str,
        body: str | RawBody,
        *,
        content_type: ReplaceContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /reports/{id}`

        Args:
            content_type: Media type of the body, application/xml by default.
        """
        return self._send(_replace(id_, body, content_type), options)

    def update(
        self,
        id_: str,
        body: (
            models.Report | Sequence[models.Step | Mapping[str, Any]] | Mapping[str, Any] | Omit
        ) = omit,
        *,
        content_type: UpdateContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Report:
        """`PATCH /reports/{id}`

        Args:
            content_type: Media type of the body. By default lists as
                application/json-patch+json, all other values as application/merge-patch+json.
        """
        return self._send(_update(id_, body, content_type), options)


class AsyncReports(AsyncResource):
    """Operations on `reports`. Async; documented at :class:`Reports`."""

    async def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Report]:
        """`GET /reports`"""
        return await self._send(_list(), options)

    async def list_csv(self, *, options: RequestOptions | None = None) -> str:
        """`list`, answered as text/csv."""
        return await self._send(_list_csv(), options)

    async def list_zip(self, *, options: RequestOptions | None = None) -> bytes:
        """`list`, answered as application/zip."""
        return await self._send(_list_zip(), options)

    async def create(
        self,
        body: models.Report | Mapping[str, Any] | str | AsyncRawBody,
        *,
        content_type: CreateContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Report | models.Job | None:
        """Stores a report."""
        return await self._send(_create(body, content_type), options)

    async def create_multipart(
        self, *, file: File, title: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.Report | models.Job | None:
        """`create` with a body of multipart/form-data."""
        return await self._send(_create_multipart(file, title), options)

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> models.Report | str:
        """`GET /reports/{id}`"""
        return await self._send(_get(id_), options)

    async def replace(
        self,
        id_: str,
        body: str | AsyncRawBody,
        *,
        content_type: ReplaceContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /reports/{id}`"""
        return await self._send(_replace(id_, body, content_type), options)

    async def update(
        self,
        id_: str,
        body: (
            models.Report | Sequence[models.Step | Mapping[str, Any]] | Mapping[str, Any] | Omit
        ) = omit,
        *,
        content_type: UpdateContentType | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Report:
        """`PATCH /reports/{id}`"""
        return await self._send(_update(id_, body, content_type), options)
