"""The resource `copies`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.uploads import File
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Multipart, Request


def _put(name: str, body: models.Step | Mapping[str, Any] | Omit) -> Request[models.Step]:
    return Request(
        "putCopy",
        "PUT /copies/{name}",
        name="copies.put",
        path_params={"name": name},
        may_be_empty=("name",),
        body=body,
        returns=models.Step,
    )


def _put_multipart(name: str, file: File | Omit) -> Request[models.Step]:
    return Request(
        "putCopy_multipart",
        "PUT /copies/{name}",
        name="copies.put_multipart",
        path_params={"name": name},
        may_be_empty=("name",),
        multipart=Multipart(files={"file": file}),
        returns=models.Step,
    )


def _put_pdf(name: str, body: models.Step | Mapping[str, Any] | Omit) -> Request[bytes]:
    return Request(
        "putCopy_pdf",
        "PUT /copies/{name}",
        name="copies.put_pdf",
        path_params={"name": name},
        may_be_empty=("name",),
        body=body,
        reads="binary",
        accept="application/pdf",
    )


def _add(name: str, body: models.Step | Mapping[str, Any] | Omit) -> Request[models.Step]:
    return Request(
        "addCopy",
        "POST /copies/{name}",
        name="copies.add",
        path_params={"name": name},
        may_be_empty=("name",),
        body=body,
        returns=models.Step,
    )


def _add_multipart(name: str, file: File | Omit) -> Request[models.Step]:
    return Request(
        "addCopy_multipart",
        "POST /copies/{name}",
        name="copies.add_multipart",
        path_params={"name": name},
        may_be_empty=("name",),
        multipart=Multipart(files={"file": file}),
        returns=models.Step,
    )


def _add_pdf(name: str, body: models.Step | Mapping[str, Any] | Omit) -> Request[bytes]:
    return Request(
        "addCopy_pdf",
        "POST /copies/{name}",
        name="copies.add_pdf",
        path_params={"name": name},
        may_be_empty=("name",),
        body=body,
        reads="binary",
        accept="application/pdf",
    )


class Copies(Resource):
    """Operations on `copies`."""

    def put(
        self,
        name: str,
        body: models.Step | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Step:
        """`PUT /copies/{name}`

        `put_multipart` takes multipart/form-data. `put_pdf` answers application/pdf.
        """
        return self._send(_put(name, body), options)

    def put_multipart(
        self, name: str, *, file: File | Omit = omit, options: RequestOptions | None = None
    ) -> models.Step:
        """`put` with a body of multipart/form-data."""
        return self._send(_put_multipart(name, file), options)

    def put_pdf(
        self,
        name: str,
        body: models.Step | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> bytes:
        """`put`, answered as application/pdf."""
        return self._send(_put_pdf(name, body), options)

    def add(
        self,
        name: str,
        body: models.Step | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Step:
        """`POST /copies/{name}`

        `add_multipart` takes multipart/form-data. `add_pdf` answers application/pdf.
        """
        return self._send(_add(name, body), options)

    def add_multipart(
        self, name: str, *, file: File | Omit = omit, options: RequestOptions | None = None
    ) -> models.Step:
        """`add` with a body of multipart/form-data."""
        return self._send(_add_multipart(name, file), options)

    def add_pdf(
        self,
        name: str,
        body: models.Step | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> bytes:
        """`add`, answered as application/pdf."""
        return self._send(_add_pdf(name, body), options)


class AsyncCopies(AsyncResource):
    """Operations on `copies`. Async; documented at :class:`Copies`."""

    async def put(
        self,
        name: str,
        body: models.Step | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Step:
        """`PUT /copies/{name}`"""
        return await self._send(_put(name, body), options)

    async def put_multipart(
        self, name: str, *, file: File | Omit = omit, options: RequestOptions | None = None
    ) -> models.Step:
        """`put` with a body of multipart/form-data."""
        return await self._send(_put_multipart(name, file), options)

    async def put_pdf(
        self,
        name: str,
        body: models.Step | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> bytes:
        """`put`, answered as application/pdf."""
        return await self._send(_put_pdf(name, body), options)

    async def add(
        self,
        name: str,
        body: models.Step | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Step:
        """`POST /copies/{name}`"""
        return await self._send(_add(name, body), options)

    async def add_multipart(
        self, name: str, *, file: File | Omit = omit, options: RequestOptions | None = None
    ) -> models.Step:
        """`add` with a body of multipart/form-data."""
        return await self._send(_add_multipart(name, file), options)

    async def add_pdf(
        self,
        name: str,
        body: models.Step | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> bytes:
        """`add`, answered as application/pdf."""
        return await self._send(_add_pdf(name, body), options)
