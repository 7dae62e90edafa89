"""Models of `auth`."""

from __future__ import annotations

from typing import Literal, TypeAlias

AuthorizeRequestResources: TypeAlias = Literal["UNASSIGNED_RESOURCES", "VIEWERS"] | str
"""Kind of resource that an authorization check covers.

The server's default is `UNASSIGNED_RESOURCES`.
"""

AuthorizeRequestVerb: TypeAlias = Literal["UNASSIGNED_VERB", "CREATE", "GET", "DELETE"] | str
"""Action that an authorization check covers. The server's default is `UNASSIGNED_VERB`."""
