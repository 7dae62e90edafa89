"""The resource `colours`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _path_simple(color: models.Color) -> Request[None]:
    return Request(
        "pathSimple",
        "GET /path/simple/plain/{color}",
        name="colours.path_simple",
        path_params={"color": color},
        objects=("color",),
        reads="none",
    )


def _path_simple_exploded(color: models.Color) -> Request[None]:
    return Request(
        "pathSimpleExploded",
        "GET /path/simple/exploded/{color}",
        name="colours.path_simple_exploded",
        path_params={"color": color},
        styles={"color": "simple*"},
        objects=("color",),
        reads="none",
    )


def _path_label(color: models.Color) -> Request[None]:
    return Request(
        "pathLabel",
        "GET /path/label/plain/{color}",
        name="colours.path_label",
        path_params={"color": color},
        styles={"color": "label"},
        objects=("color",),
        reads="none",
    )


def _path_label_exploded(color: models.Color) -> Request[None]:
    return Request(
        "pathLabelExploded",
        "GET /path/label/exploded/{color}",
        name="colours.path_label_exploded",
        path_params={"color": color},
        styles={"color": "label*"},
        objects=("color",),
        reads="none",
    )


def _path_matrix(color: models.Color) -> Request[None]:
    return Request(
        "pathMatrix",
        "GET /path/matrix/plain/{color}",
        name="colours.path_matrix",
        path_params={"color": color},
        styles={"color": "matrix"},
        objects=("color",),
        reads="none",
    )


def _path_matrix_exploded(color: models.Color) -> Request[None]:
    return Request(
        "pathMatrixExploded",
        "GET /path/matrix/exploded/{color}",
        name="colours.path_matrix_exploded",
        path_params={"color": color},
        styles={"color": "matrix*"},
        objects=("color",),
        reads="none",
    )


def _query_form(color: models.Color | Omit) -> Request[None]:
    return Request(
        "queryForm",
        "GET /query/form/plain",
        name="colours.query_form",
        query={"color": color},
        styles={"color": "csv"},
        objects=("color",),
        reads="none",
    )


def _query_form_exploded(color: models.Color | Omit) -> Request[None]:
    return Request(
        "queryFormExploded",
        "GET /query/form/exploded",
        name="colours.query_form_exploded",
        query={"color": color},
        objects=("color",),
        reads="none",
    )


def _query_space_delimited(color: models.Color | Omit) -> Request[None]:
    return Request(
        "querySpaceDelimited",
        "GET /query/spaceDelimited/plain",
        name="colours.query_space_delimited",
        query={"color": color},
        styles={"color": "ssv"},
        objects=("color",),
        reads="none",
    )


def _query_pipe_delimited(color: models.Color | Omit) -> Request[None]:
    return Request(
        "queryPipeDelimited",
        "GET /query/pipeDelimited/plain",
        name="colours.query_pipe_delimited",
        query={"color": color},
        styles={"color": "pipes"},
        objects=("color",),
        reads="none",
    )


def _query_deep_object_exploded(color: models.Color | Omit) -> Request[None]:
    return Request(
        "queryDeepObjectExploded",
        "GET /query/deepObject/exploded",
        name="colours.query_deep_object_exploded",
        query={"color": color},
        styles={"color": "deepObject"},
        objects=("color",),
        reads="none",
    )


def _header_simple(color: models.Color | Omit) -> Request[None]:
    return Request(
        "headerSimple",
        "GET /header/simple/plain",
        name="colours.header_simple",
        headers={"color": color},
        objects=("color",),
        reads="none",
    )


def _header_simple_exploded(color: models.Color | Omit) -> Request[None]:
    return Request(
        "headerSimpleExploded",
        "GET /header/simple/exploded",
        name="colours.header_simple_exploded",
        headers={"color": color},
        styles={"color": "simple*"},
        objects=("color",),
        reads="none",
    )


def _cookie_form(color: models.Color | Omit) -> Request[None]:
    return Request(
        "cookieForm",
        "GET /cookie/form/plain",
        name="colours.cookie_form",
        cookies={"color": color},
        styles={"color": "csv"},
        objects=("color",),
        reads="none",
    )


def _cookie_form_exploded(color: models.Color | Omit) -> Request[None]:
    return Request(
        "cookieFormExploded",
        "GET /cookie/form/exploded",
        name="colours.cookie_form_exploded",
        cookies={"color": color},
        objects=("color",),
        reads="none",
    )


def _cookie_cookie(color: models.Color | Omit) -> Request[None]:
    return Request(
        "cookieCookie",
        "GET /cookie/cookie/plain",
        name="colours.cookie_cookie",
        cookies={"color": color},
        styles={"color": "cookie"},
        objects=("color",),
        reads="none",
    )


def _cookie_cookie_exploded(color: models.Color | Omit) -> Request[None]:
    return Request(
        "cookieCookieExploded",
        "GET /cookie/cookie/exploded",
        name="colours.cookie_cookie_exploded",
        cookies={"color": color},
        styles={"color": "cookie*"},
        objects=("color",),
        reads="none",
    )


class Colours(Resource):
    """Operations on `colours`."""

    def path_simple(self, color: models.Color, *, options: RequestOptions | None = None) -> None:
        """`GET /path/simple/plain/{color}`"""
        return self._send(_path_simple(color), options)

    def path_simple_exploded(
        self, color: models.Color, *, options: RequestOptions | None = None
    ) -> None:
        """`GET /path/simple/exploded/{color}`"""
        return self._send(_path_simple_exploded(color), options)

    def path_label(self, color: models.Color, *, options: RequestOptions | None = None) -> None:
        """`GET /path/label/plain/{color}`"""
        return self._send(_path_label(color), options)

    def path_label_exploded(
        self, color: models.Color, *, options: RequestOptions | None = None
    ) -> None:
        """`GET /path/label/exploded/{color}`"""
        return self._send(_path_label_exploded(color), options)

    def path_matrix(self, color: models.Color, *, options: RequestOptions | None = None) -> None:
        """`GET /path/matrix/plain/{color}`"""
        return self._send(_path_matrix(color), options)

    def path_matrix_exploded(
        self, color: models.Color, *, options: RequestOptions | None = None
    ) -> None:
        """`GET /path/matrix/exploded/{color}`"""
        return self._send(_path_matrix_exploded(color), options)

    def query_form(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /query/form/plain`"""
        return self._send(_query_form(color), options)

    def query_form_exploded(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /query/form/exploded`"""
        return self._send(_query_form_exploded(color), options)

    def query_space_delimited(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /query/spaceDelimited/plain`"""
        return self._send(_query_space_delimited(color), options)

    def query_pipe_delimited(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /query/pipeDelimited/plain`"""
        return self._send(_query_pipe_delimited(color), options)

    def query_deep_object_exploded(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /query/deepObject/exploded`"""
        return self._send(_query_deep_object_exploded(color), options)

    def header_simple(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /header/simple/plain`"""
        return self._send(_header_simple(color), options)

    def header_simple_exploded(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /header/simple/exploded`"""
        return self._send(_header_simple_exploded(color), options)

    def cookie_form(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /cookie/form/plain`"""
        return self._send(_cookie_form(color), options)

    def cookie_form_exploded(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /cookie/form/exploded`"""
        return self._send(_cookie_form_exploded(color), options)

    def cookie_cookie(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /cookie/cookie/plain`"""
        return self._send(_cookie_cookie(color), options)

    def cookie_cookie_exploded(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /cookie/cookie/exploded`"""
        return self._send(_cookie_cookie_exploded(color), options)


class AsyncColours(AsyncResource):
    """Operations on `colours`. Async; documented at :class:`Colours`."""

    async def path_simple(
        self, color: models.Color, *, options: RequestOptions | None = None
    ) -> None:
        """`GET /path/simple/plain/{color}`"""
        return await self._send(_path_simple(color), options)

    async def path_simple_exploded(
        self, color: models.Color, *, options: RequestOptions | None = None
    ) -> None:
        """`GET /path/simple/exploded/{color}`"""
        return await self._send(_path_simple_exploded(color), options)

    async def path_label(
        self, color: models.Color, *, options: RequestOptions | None = None
    ) -> None:
        """`GET /path/label/plain/{color}`"""
        return await self._send(_path_label(color), options)

    async def path_label_exploded(
        self, color: models.Color, *, options: RequestOptions | None = None
    ) -> None:
        """`GET /path/label/exploded/{color}`"""
        return await self._send(_path_label_exploded(color), options)

    async def path_matrix(
        self, color: models.Color, *, options: RequestOptions | None = None
    ) -> None:
        """`GET /path/matrix/plain/{color}`"""
        return await self._send(_path_matrix(color), options)

    async def path_matrix_exploded(
        self, color: models.Color, *, options: RequestOptions | None = None
    ) -> None:
        """`GET /path/matrix/exploded/{color}`"""
        return await self._send(_path_matrix_exploded(color), options)

    async def query_form(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /query/form/plain`"""
        return await self._send(_query_form(color), options)

    async def query_form_exploded(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /query/form/exploded`"""
        return await self._send(_query_form_exploded(color), options)

    async def query_space_delimited(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /query/spaceDelimited/plain`"""
        return await self._send(_query_space_delimited(color), options)

    async def query_pipe_delimited(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /query/pipeDelimited/plain`"""
        return await self._send(_query_pipe_delimited(color), options)

    async def query_deep_object_exploded(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /query/deepObject/exploded`"""
        return await self._send(_query_deep_object_exploded(color), options)

    async def header_simple(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /header/simple/plain`"""
        return await self._send(_header_simple(color), options)

    async def header_simple_exploded(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /header/simple/exploded`"""
        return await self._send(_header_simple_exploded(color), options)

    async def cookie_form(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /cookie/form/plain`"""
        return await self._send(_cookie_form(color), options)

    async def cookie_form_exploded(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /cookie/form/exploded`"""
        return await self._send(_cookie_form_exploded(color), options)

    async def cookie_cookie(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /cookie/cookie/plain`"""
        return await self._send(_cookie_cookie(color), options)

    async def cookie_cookie_exploded(
        self, *, color: models.Color | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /cookie/cookie/exploded`"""
        return await self._send(_cookie_cookie_exploded(color), options)
