"""``python -m specmill``."""

from __future__ import annotations

import sys

from specmill.cli import main

sys.exit(main())
