"""Models of `config_store_settings`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel, FreeModel


class ConfigStoreSetting(CamelModel):
    """A named value that configures the service."""

    name: str | None = None
    """Full resource name."""
    value: ConfigStoreSettingValue | None = None
    """What the setting is set to."""


class ConfigStoreSettingValue(CamelModel):
    """A value of one of several types."""

    bool_value: bool | None = None
    """The value, if it is true or false."""
    string_value: str | None = None
    """The value, if it is text."""


class Empty(FreeModel):
    """An object without fields."""


class ListConfigStoreSettingsResponse(CamelModel):
    """A page of settings."""

    config_store_settings: list[ConfigStoreSetting] | None = None
    """Settings on this page."""
    next_page_token: str | None = None
    """Token for the following page; absent on the last one."""


class ResolveConfigStoreSettingRequest(FreeModel):
    """An empty call to resolve a setting."""


class ResolveConfigStoreSettingResponse(CamelModel):
    """The setting that applies, and its rivals."""

    choices: list[ConfigStoreSetting] | None = None
    """Settings that came into question."""
    setting: ConfigStoreSetting | None = None
    """Setting that applies."""
