"""Constructor of a client: credentials, servers and their settings."""

from specmill.targets.python.constructor.constructor import (
    Constructor,
    chosen_server,
    constructor_of,
)
from specmill.targets.python.constructor.credentials import environment_of
from specmill.targets.python.constructor.endpoint import LOCATION, ConstructorParameter
from specmill.targets.python.constructor.security import security_settings

__all__ = [
    "LOCATION",
    "Constructor",
    "ConstructorParameter",
    "chosen_server",
    "constructor_of",
    "environment_of",
    "security_settings",
]
