"""Security schemes, requirements, logins, secrets and servers."""

from specmill.lower.security.environment import known_variables
from specmill.lower.security.securing import SecuredOperations, secure
from specmill.lower.security.security import (
    Requirement,
    lower_granted,
    lower_requirement,
    lower_scopes,
)
from specmill.lower.security.servers import lower_servers, operation_server

__all__ = [
    "Requirement",
    "SecuredOperations",
    "known_variables",
    "lower_granted",
    "lower_requirement",
    "lower_scopes",
    "lower_servers",
    "operation_server",
    "secure",
]
