"""Models of `checks`."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.models import SECRET, Model


class Check(Model):
    ok: bool | None = None


class CheckLogin(Model, hide_input_in_errors=True):
    user: str | None = None
    word: Annotated[str | None, SECRET] = None
