"""Models of `stores`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from .._runtime.data.models import SECRET, Model
from .common import Password


class Store(Model, hide_input_in_errors=True):
    name: str
    token: Annotated[str | None, SECRET] = None
    settings: Annotated[dict[str, str] | None, SECRET] = None
    keys: Annotated[list[Password] | None, SECRET] = None
    login: Annotated[str | None, SECRET] = None
    backend: Backend | None = None


class Backend(Model, hide_input_in_errors=True):
    __hides_extra__: ClassVar[bool] = True

    if not TYPE_CHECKING:  # a type checker would compare it with the base class's
        __pydantic_extra__: dict[str, str]

    host: str | None = None
