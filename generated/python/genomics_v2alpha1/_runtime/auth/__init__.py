"""Credentials: tokens, keys, logins, OAuth 2.0, certificates."""
