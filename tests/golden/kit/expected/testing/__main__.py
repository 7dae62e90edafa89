"""The fake as a server: `python -m kit_api.testing --port 8080`."""

from __future__ import annotations

from .._runtime.testing.serving import main
from . import FakeKit

if __name__ == "__main__":
    main(FakeKit)
