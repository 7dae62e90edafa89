"""The resource `things`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.formats import JoinedItems
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import FieldEncoding, Request


def _list(
    ids: Sequence[int],
    comma: Sequence[str] | Omit,
    space: Sequence[str] | Omit,
    pipe: Sequence[str] | Omit,
    multi: Sequence[str] | Omit,
    tab: Sequence[str] | Omit,
    pairs: Sequence[Sequence[str]] | Omit,
    deep: Sequence[Sequence[Sequence[int]]] | Omit,
    x_list: Sequence[str] | Omit,
    x_pairs: Sequence[Sequence[str]] | Omit,
    x_pipe: Sequence[str] | Omit,
    resource_key_type: models.ThingResourceKeyType | Omit,
    resource_key_id: str | Omit,
) -> Request[Any]:
    return Request(
        "listThings",
        "GET /things/{ids}",
        name="things.list",
        path_params={"ids": ids},
        query={
            "comma": comma,
            "space": space,
            "pipe": pipe,
            "multi": multi,
            "tab": tab,
            "pairs": pairs,
            "deep": deep,
            "resource_key.type": resource_key_type,
            "resource_key.id": resource_key_id,
        },
        headers={"X-List": x_list, "X-Pairs": x_pairs, "X-Pipe": x_pipe},
        styles={
            "comma": "csv",
            "space": "ssv",
            "pipe": "pipes",
            "tab": "tsv",
            "pairs": "ssv",
            "X-Pipe": "pipes",
        },
        formats={
            "pairs": JoinedItems("csv"),
            "deep": JoinedItems("pipes", JoinedItems("tsv")),
            "X-Pairs": JoinedItems("pipes"),
        },
        reads="any",
    )


def _add(
    ids: Sequence[int], body: models.AddThingRequest | Mapping[str, Any] | Omit
) -> Request[None]:
    return Request(
        "addThing",
        "POST /things/{ids}",
        name="things.add",
        path_params={"ids": ids},
        body=body,
        body_type=models.AddThingRequest,
        media_type="application/x-www-form-urlencoded",
        encodings={"points": FieldEncoding(style="repeat", format=JoinedItems("csv"))},
        reads="none",
    )


class Things(Resource):
    """Operations on `things`."""

    def list(
        self,
        ids: Sequence[int],
        *,
        comma: Sequence[str] | Omit = omit,
        space: Sequence[str] | Omit = omit,
        pipe: Sequence[str] | Omit = omit,
        multi: Sequence[str] | Omit = omit,
        tab: Sequence[str] | Omit = omit,
        pairs: Sequence[Sequence[str]] | Omit = omit,
        deep: Sequence[Sequence[Sequence[int]]] | Omit = omit,
        x_list: Sequence[str] | Omit = omit,
        x_pairs: Sequence[Sequence[str]] | Omit = omit,
        x_pipe: Sequence[str] | Omit = omit,
        resource_key_type: models.ThingResourceKeyType | Omit = omit,
        resource_key_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Any:
        """`GET /things/{ids}`"""
        return self._send(
            _list(
                ids,
                comma,
                space,
                pipe,
                multi,
                tab,
                pairs,
                deep,
                x_list,
                x_pairs,
                x_pipe,
                resource_key_type,
                resource_key_id,
            ),
            options,
        )

    def add(
        self,
        ids: Sequence[int],
        body: models.AddThingRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /things/{ids}`"""
        return self._send(_add(ids, body), options)


class AsyncThings(AsyncResource):
    """Operations on `things`. Async; documented at :class:`Things`."""

    async def list(
        self,
        ids: Sequence[int],
        *,
        comma: Sequence[str] | Omit = omit,
        space: Sequence[str] | Omit = omit,
        pipe: Sequence[str] | Omit = omit,
        multi: Sequence[str] | Omit = omit,
        tab: Sequence[str] | Omit = omit,
        pairs: Sequence[Sequence[str]] | Omit = omit,
        deep: Sequence[Sequence[Sequence[int]]] | Omit = omit,
        x_list: Sequence[str] | Omit = omit,
        x_pairs: Sequence[Sequence[str]] | Omit = omit,
        x_pipe: Sequence[str] | Omit = omit,
        resource_key_type: models.ThingResourceKeyType | Omit = omit,
        resource_key_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Any:
        """`GET /things/{ids}`"""
        return await self._send(
            _list(
                ids,
                comma,
                space,
                pipe,
                multi,
                tab,
                pairs,
                deep,
                x_list,
                x_pairs,
                x_pipe,
                resource_key_type,
                resource_key_id,
            ),
            options,
        )

    async def add(
        self,
        ids: Sequence[int],
        body: models.AddThingRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /things/{ids}`"""
        return await self._send(_add(ids, body), options)
