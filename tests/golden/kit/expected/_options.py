"""What one call may set besides its own arguments."""

from __future__ import annotations

from ._runtime.requests.options import RequestOptions as RequestOptions

__all__ = ["RequestOptions"]
