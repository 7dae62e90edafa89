"""Models of `auth`."""

from __future__ import annotations

from typing import Literal, TypeAlias

AuthResource: TypeAlias = Literal["UNASSIGNED_RESOURCES", "VIEWERS"] | str
AuthVerb: TypeAlias = Literal["UNASSIGNED_VERB", "CREATE", "GET", "DELETE"] | str
