"""The resource `checks`."""

from __future__ import annotations

from collections.abc import Sequence

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _check_token(
    token: str,
    pin: models.Password | Omit,
    codes: Sequence[str] | Omit,
    x_session_pin: str | Omit,
    x_trace: str | Omit,
    visit: str | Omit,
    login: models.CheckLogin | Omit,
) -> Request[models.Check]:
    return Request(
        "checkToken",
        "GET /checks/{token}",
        name="checks.check_token",
        path_params={"token": token},
        query={"pin": pin, "codes": codes, "login": login},
        headers={"X-Session-Pin": x_session_pin, "X-Trace": x_trace},
        cookies={"visit": visit},
        styles={"login": "deepObject"},
        objects=("login",),
        secret_parameters=("token", "pin", "codes", "X-Session-Pin", "visit", "login"),
        may_be_empty=("token",),
        returns=models.Check,
    )


class Checks(Resource):
    """Operations on `checks`."""

    def check_token(
        self,
        token: str,
        *,
        pin: models.Password | Omit = omit,
        codes: Sequence[str] | Omit = omit,
        x_session_pin: str | Omit = omit,
        x_trace: str | Omit = omit,
        visit: str | Omit = omit,
        login: models.CheckLogin | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Check:
        """`GET /checks/{token}`"""
        return self._send(
            _check_token(token, pin, codes, x_session_pin, x_trace, visit, login), options
        )


class AsyncChecks(AsyncResource):
    """Operations on `checks`. Async; documented at :class:`Checks`."""

    async def check_token(
        self,
        token: str,
        *,
        pin: models.Password | Omit = omit,
        codes: Sequence[str] | Omit = omit,
        x_session_pin: str | Omit = omit,
        x_trace: str | Omit = omit,
        visit: str | Omit = omit,
        login: models.CheckLogin | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Check:
        """`GET /checks/{token}`"""
        return await self._send(
            _check_token(token, pin, codes, x_session_pin, x_trace, visit, login), options
        )
