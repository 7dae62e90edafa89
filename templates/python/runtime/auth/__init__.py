"""Credentials that authenticate requests: tokens, API keys, logins, OAuth 2.0, certificates."""
