"""Commands that keep a workspace in step with its specs, and with the code that uses it."""

__all__ = ["drift", "patch", "pull", "update", "used"]
