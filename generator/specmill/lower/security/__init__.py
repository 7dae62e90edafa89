"""Security schemes, requirements, logins, secrets and servers."""
