"""Requests that the service sends, to be read with ``parse``."""

from __future__ import annotations

from typing import Any

from . import models
from ._runtime.webhooks import Webhook, find_webhook

parcel_lost: Webhook[models.LostParcel] = Webhook("parcel.lost", lambda: models.LostParcel)
"""Sent once, a week after it was due."""

stock: Webhook[models.StockPayload] = Webhook("stock", lambda: models.StockPayload)

stock_low: Webhook[None] = Webhook("stock.low")
"""The shelf has too few.

Sent when a shelf has fewer parcels than it should have, or more again. What comes is the whole
shelf, in the order of its places.
"""

stock_filled: Webhook[None] = Webhook("stock.filled")
"""The shelf is full again. More at :data:`stock_low`."""

survey: Webhook[models.SurveyPayload] = Webhook(
    "survey", lambda: models.SurveyPayload, media_type="application/x-www-form-urlencoded"
)

print_: Webhook[None] = Webhook("print", method="GET")
"""Asks whether anybody is there."""

send_letter_weighed: Webhook[models.Parcel] = Webhook("sendLetter.weighed", lambda: models.Parcel)
"""What a parcel weighs.

Sent after `sendLetter`.
"""

send_parcel_weighed: Webhook[models.Parcel] = Webhook("sendParcel.weighed", lambda: models.Parcel)
"""What a parcel weighs.

Sent after `sendParcel`.
"""

send_parcel_delivered: Webhook[models.SendParcelDeliveredPayload] = Webhook(
    "sendParcel.delivered", lambda: models.SendParcelDeliveredPayload
)
"""The parcel arrived.

Sent after `sendParcel`.
"""


def by_name(name: str) -> Webhook[Any]:
    """Return a webhook by its name in the spec, such as `stock`.

    Raises:
        LookupError: There is none.
    """
    return find_webhook(globals(), name)
