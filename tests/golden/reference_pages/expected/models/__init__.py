"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .plants import Grown, Habitat, Person, Plant, PlantOrder, PlantPage, Problem, Wild
    from .unused import Index
    from .webhooks import PlantThirstyPayload

__all__: list[str] = ["Grown", "Habitat", "Person", "Plant", "PlantOrder", "PlantPage", "Problem"]
__all__ += ["Wild"]
__all__ += ["Index"]
__all__ += ["PlantThirstyPayload"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Grown": ".plants",
        "Index": ".unused",
        "PlantThirstyPayload": ".webhooks",
    },
)
