"""Models of `webhooks_parcel`."""

from __future__ import annotations

from .._runtime.data.models import Model
from .parcels import Parcel


class LostParcel(Model):
    parcel: Parcel
    searched: bool | None = None
