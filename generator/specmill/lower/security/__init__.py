"""Security schemes, requirements, logins, secrets and servers."""

from specmill.lower.security.logins import with_logins
from specmill.lower.security.secrets import hide_secrets, with_secrets
from specmill.lower.security.security import (
    Requirement,
    lower_credentials,
    lower_granted,
    lower_requirement,
    lower_scopes,
)
from specmill.lower.security.servers import lower_servers, operation_server

__all__ = [
    "Requirement",
    "hide_secrets",
    "lower_credentials",
    "lower_granted",
    "lower_requirement",
    "lower_scopes",
    "lower_servers",
    "operation_server",
    "with_logins",
    "with_secrets",
]
