"""The resource `projects.locations.config_store_settings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _list(
    parent: str, page_size: int | Omit, page_token: str | Omit
) -> PagedRequest[models.ConfigStoreSetting, models.ListConfigStoreSettingsResponse]:
    return PagedRequest(
        "dataflow.projects.locations.configStoreSettings.list",
        "GET /v1b3/{parent}/configStoreSettings",
        path_params={"parent": parent},
        query={"pageSize": page_size, "pageToken": page_token},
        reserved=("parent",),
        returns=models.ListConfigStoreSettingsResponse,
        pages=TokenPagination(
            items="config_store_settings", request="pageToken", response="next_page_token"
        ),
    )


def _create(
    parent: str,
    body: models.ConfigStoreSetting | Mapping[str, Any] | Omit,
    config_store_setting_id: str | Omit,
) -> Request[models.ConfigStoreSetting]:
    return Request(
        "dataflow.projects.locations.configStoreSettings.create",
        "POST /v1b3/{parent}/configStoreSettings",
        path_params={"parent": parent},
        query={"configStoreSettingId": config_store_setting_id},
        reserved=("parent",),
        body=body,
        returns=models.ConfigStoreSetting,
    )


def _get(name: str) -> Request[models.ConfigStoreSetting]:
    return Request(
        "dataflow.projects.locations.configStoreSettings.get",
        "GET /v1b3/{name}",
        path_params={"name": name},
        reserved=("name",),
        returns=models.ConfigStoreSetting,
    )


def _delete(name: str) -> Request[models.Empty]:
    return Request(
        "dataflow.projects.locations.configStoreSettings.delete",
        "DELETE /v1b3/{name}",
        path_params={"name": name},
        reserved=("name",),
        returns=models.Empty,
    )


def _resolve(
    name: str, body: models.ResolveConfigStoreSettingRequest | Mapping[str, Any] | Omit
) -> Request[models.ResolveConfigStoreSettingResponse]:
    return Request(
        "dataflow.projects.locations.configStoreSettings.resolve",
        "POST /v1b3/{name}:resolve",
        path_params={"name": name},
        reserved=("name",),
        body=body,
        returns=models.ResolveConfigStoreSettingResponse,
    )


class ConfigStoreSettings(Resource):
    """Operations on `projects.locations.config_store_settings`."""

    def list(
        self,
        parent: str,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.ConfigStoreSetting, models.ListConfigStoreSettingsResponse]:
        """List the settings of a project.

        Args:
            parent: Resource that owns the settings, such as
                projects/my-project/locations/us-central1.
            page_size: Largest count of results in one page; the service may return fewer.
            page_token: Token from the previous page; leave it out for the first page.
        """
        return self._send_paged(_list(parent, page_size, page_token), options)

    def create(
        self,
        parent: str,
        body: models.ConfigStoreSetting | Mapping[str, Any] | Omit = omit,
        *,
        config_store_setting_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.ConfigStoreSetting:
        """Add a setting to a project.

        Args:
            parent: Resource that owns the settings, such as
                projects/my-project/locations/us-central1.
            config_store_setting_id: ID under which to store the new setting.
        """
        return self._send(_create(parent, body, config_store_setting_id), options)

    def get(self, name: str, *, options: RequestOptions | None = None) -> models.ConfigStoreSetting:
        """Fetch one setting of a project."""
        return self._send(_get(name), options)

    def delete(self, name: str, *, options: RequestOptions | None = None) -> models.Empty:
        """Remove a setting from a project."""
        return self._send(_delete(name), options)

    def resolve(
        self,
        name: str,
        body: models.ResolveConfigStoreSettingRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.ResolveConfigStoreSettingResponse:
        """Work out which value of a setting applies in a project."""
        return self._send(_resolve(name, body), options)


class AsyncConfigStoreSettings(AsyncResource):
    """Operations on `projects.locations.config_store_settings`. Async; documented at
    :class:`ConfigStoreSettings`.
    """

    def list(
        self,
        parent: str,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.ConfigStoreSetting, models.ListConfigStoreSettingsResponse]:
        """List the settings of a project."""
        return self._send_paged(_list(parent, page_size, page_token), options)

    async def create(
        self,
        parent: str,
        body: models.ConfigStoreSetting | Mapping[str, Any] | Omit = omit,
        *,
        config_store_setting_id: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.ConfigStoreSetting:
        """Add a setting to a project."""
        return await self._send(_create(parent, body, config_store_setting_id), options)

    async def get(
        self, name: str, *, options: RequestOptions | None = None
    ) -> models.ConfigStoreSetting:
        """Fetch one setting of a project."""
        return await self._send(_get(name), options)

    async def delete(self, name: str, *, options: RequestOptions | None = None) -> models.Empty:
        """Remove a setting from a project."""
        return await self._send(_delete(name), options)

    async def resolve(
        self,
        name: str,
        body: models.ResolveConfigStoreSettingRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.ResolveConfigStoreSettingResponse:
        """Work out which value of a setting applies in a project."""
        return await self._send(_resolve(name, body), options)
