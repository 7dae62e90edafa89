"""Requests as values: what to send, options of a call, URLs, settings of an API, secrets."""
