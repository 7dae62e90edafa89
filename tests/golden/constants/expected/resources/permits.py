"""The resource `permits`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.uploads import File
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Multipart, Request


def _attach_scan(
    permit: str,
    scan: File,
    edition: Literal["v2"],
    kind: models.Kind,
    draft: Literal[True] | Omit,
    form: Literal["pdf"],
) -> Request[None]:
    return Request(
        "attachScan",
        "PUT /{edition}/permits/{permit}",
        name="permits.attach_scan",
        path_params={"edition": edition, "permit": permit},
        query={"kind": kind, "draft": draft},
        headers={"Accept-Form": "plain"},
        may_be_empty=("permit",),
        multipart=Multipart(files={"scan": scan}, fields={"form": form}),
        reads="none",
    )


def _change(
    permit: str,
    body: models.Permit | Mapping[str, Any],
    edition: Literal["v2"],
    kind: models.Kind,
    draft: Literal[True] | Omit,
) -> Request[models.Permit]:
    return Request(
        "changePermit",
        "PATCH /{edition}/permits/{permit}",
        name="permits.change",
        path_params={"edition": edition, "permit": permit},
        query={"kind": kind, "draft": draft},
        headers={"Accept-Form": "plain"},
        may_be_empty=("permit",),
        body=body,
        body_type=models.Permit,
        returns=models.Permit,
    )


class Permits(Resource):
    """Operations on `permits`."""

    def attach_scan(
        self,
        permit: str,
        *,
        scan: File,
        edition: Literal["v2"] = "v2",
        kind: models.Kind = "permit",
        draft: Literal[True] | Omit = omit,
        form: Literal["pdf"] = "pdf",
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /{edition}/permits/{permit}`"""
        return self._send(_attach_scan(permit, scan, edition, kind, draft, form), options)

    def change(
        self,
        permit: str,
        body: models.Permit | Mapping[str, Any],
        *,
        edition: Literal["v2"] = "v2",
        kind: models.Kind = "permit",
        draft: Literal[True] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Permit:
        """`PATCH /{edition}/permits/{permit}`"""
        return self._send(_change(permit, body, edition, kind, draft), options)


class AsyncPermits(AsyncResource):
    """Operations on `permits`. Async; documented at :class:`Permits`."""

    async def attach_scan(
        self,
        permit: str,
        *,
        scan: File,
        edition: Literal["v2"] = "v2",
        kind: models.Kind = "permit",
        draft: Literal[True] | Omit = omit,
        form: Literal["pdf"] = "pdf",
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /{edition}/permits/{permit}`"""
        return await self._send(_attach_scan(permit, scan, edition, kind, draft, form), options)

    async def change(
        self,
        permit: str,
        body: models.Permit | Mapping[str, Any],
        *,
        edition: Literal["v2"] = "v2",
        kind: models.Kind = "permit",
        draft: Literal[True] | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Permit:
        """`PATCH /{edition}/permits/{permit}`"""
        return await self._send(_change(permit, body, edition, kind, draft), options)
