"""Commands that keep a workspace in step with its specs, and with the code that uses it."""

__all__ = ["patch", "pull", "used"]
