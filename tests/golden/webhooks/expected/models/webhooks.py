"""Models of `webhooks`."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from .._runtime.data.models import Model
from .parcels import Parcel


class SurveyPayload(Model):
    stars: int | None = None
    words: str | None = None


class SendParcelDeliveredPayload(Model):
    at: datetime


StockPayload: TypeAlias = list[Parcel]
