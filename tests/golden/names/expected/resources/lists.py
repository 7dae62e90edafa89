"""The resource `lists`."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from datetime import datetime

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(
    ids: Sequence[builtins.str] | Omit,
    type_: builtins.str | Omit,
    class_: builtins.str | Omit,
    query_id: builtins.str | Omit,
    query_id_2: builtins.str | Omit,
    header_id: builtins.str | Omit,
    options_: builtins.str | Omit,
    body_: builtins.str | Omit,
    self_: builtins.str | Omit,
    omit_: builtins.str | Omit,
    list_: Sequence[int] | Omit,
    datetime_: datetime | Omit,
    parameter_1st: builtins.str | Omit,
    filter_: builtins.str | Omit,
    名前: builtins.str | Omit,
) -> Request[builtins.list[models.List]]:
    return Request(
        "lists_list",
        "GET /lists",
        query={
            "ids": ids,
            "type": type_,
            "class": class_,
            "id": query_id,
            "Id": query_id_2,
            "options": options_,
            "body": body_,
            "self": self_,
            "omit": omit_,
            "list": list_,
            "datetime": datetime_,
            "1st": parameter_1st,
            "$filter": filter_,
            "名前": 名前,
        },
        headers={"id": header_id},
        returns=builtins.list[models.List],
    )


def _str(body: Sequence[builtins.str] | Omit) -> Request[builtins.list[builtins.str]]:
    return Request(
        "lists_str",
        "POST /lists",
        body=body,
        body_type=builtins.list[builtins.str],
        returns=builtins.list[builtins.str],
    )


class Lists(Resource):
    """Operations on `lists`."""

    def list(
        self,
        *,
        ids: Sequence[builtins.str] | Omit = omit,
        type_: builtins.str | Omit = omit,
        class_: builtins.str | Omit = omit,
        query_id: builtins.str | Omit = omit,
        query_id_2: builtins.str | Omit = omit,
        header_id: builtins.str | Omit = omit,
        options_: builtins.str | Omit = omit,
        body_: builtins.str | Omit = omit,
        self_: builtins.str | Omit = omit,
        omit_: builtins.str | Omit = omit,
        list_: Sequence[int] | Omit = omit,
        datetime_: datetime | Omit = omit,
        parameter_1st: builtins.str | Omit = omit,
        filter_: builtins.str | Omit = omit,
        名前: builtins.str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> builtins.list[models.List]:
        """`GET /lists`"""
        return self._send(
            _list(
                ids,
                type_,
                class_,
                query_id,
                query_id_2,
                header_id,
                options_,
                body_,
                self_,
                omit_,
                list_,
                datetime_,
                parameter_1st,
                filter_,
                名前,
            ),
            options,
        )

    def str(
        self, body: Sequence[builtins.str] | Omit = omit, *, options: RequestOptions | None = None
    ) -> builtins.list[builtins.str]:
        """`POST /lists`"""
        return self._send(_str(body), options)


class AsyncLists(AsyncResource):
    """Operations on `lists`. Async; documented at :class:`Lists`."""

    async def list(
        self,
        *,
        ids: Sequence[builtins.str] | Omit = omit,
        type_: builtins.str | Omit = omit,
        class_: builtins.str | Omit = omit,
        query_id: builtins.str | Omit = omit,
        query_id_2: builtins.str | Omit = omit,
        header_id: builtins.str | Omit = omit,
        options_: builtins.str | Omit = omit,
        body_: builtins.str | Omit = omit,
        self_: builtins.str | Omit = omit,
        omit_: builtins.str | Omit = omit,
        list_: Sequence[int] | Omit = omit,
        datetime_: datetime | Omit = omit,
        parameter_1st: builtins.str | Omit = omit,
        filter_: builtins.str | Omit = omit,
        名前: builtins.str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> builtins.list[models.List]:
        """`GET /lists`"""
        return await self._send(
            _list(
                ids,
                type_,
                class_,
                query_id,
                query_id_2,
                header_id,
                options_,
                body_,
                self_,
                omit_,
                list_,
                datetime_,
                parameter_1st,
                filter_,
                名前,
            ),
            options,
        )

    async def str(
        self, body: Sequence[builtins.str] | Omit = omit, *, options: RequestOptions | None = None
    ) -> builtins.list[builtins.str]:
        """`POST /lists`"""
        return await self._send(_str(body), options)
