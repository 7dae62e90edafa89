"""Errors that a call can raise, also as typed details of the server."""
