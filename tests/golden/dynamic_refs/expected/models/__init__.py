"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .common import User
    from .teams import TeamList, TeamListFirst, TeamListTeam
    from .unused import List, Slot, Tree, WeightedTree
    from .users import UserList, UserListFirst

__all__ = [
    "List",
    "Slot",
    "TeamList",
    "TeamListFirst",
    "TeamListTeam",
    "Tree",
    "User",
    "UserList",
    "UserListFirst",
    "WeightedTree",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "List": ".unused",
        "Slot": ".unused",
        "TeamList": ".teams",
        "TeamListFirst": ".teams",
        "TeamListTeam": ".teams",
        "Tree": ".unused",
        "User": ".common",
        "UserList": ".users",
        "UserListFirst": ".users",
        "WeightedTree": ".unused",
    },
)
