"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# Machines that run tests are busy: how long one example takes says nothing.
settings.register_profile("specmill", deadline=None)
settings.load_profile("specmill")
