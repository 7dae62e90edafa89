"""Requests that the service sends, to be read with ``parse``."""

from __future__ import annotations

from typing import Any

from . import models
from ._runtime.webhooks import Webhook, find_webhook

plant_thirsty: Webhook[models.PlantThirstyPayload] = Webhook(
    "plant.thirsty", lambda: models.PlantThirstyPayload
)
"""A plant needs water."""


def by_name(name: str) -> Webhook[Any]:
    """Return a webhook by its name in the spec, such as `plant.thirsty`.

    Raises:
        LookupError: There is none.
    """
    return find_webhook(globals(), name)
