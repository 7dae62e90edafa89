"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .common import User
    from .teams import TeamList, TeamListFirst, TeamListTeam
    from .unused import List, Slot, Tree, WeightedTree
    from .users import UserList, UserListFirst

__all__: list[str] = ["User"]
__all__ += ["TeamList", "TeamListFirst", "TeamListTeam"]
__all__ += ["List", "Slot", "Tree", "WeightedTree"]
__all__ += ["UserList", "UserListFirst"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "User": ".common",
        "TeamList": ".teams",
        "List": ".unused",
        "UserList": ".users",
    },
)
