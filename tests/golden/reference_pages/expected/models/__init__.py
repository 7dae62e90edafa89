"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .plants import Grown, Habitat, Person, Plant, PlantOrder, PlantPage, Problem, Wild
    from .unused import Index
    from .webhooks import PlantThirstyPayload

__all__ = [
    "Grown",
    "Habitat",
    "Index",
    "Person",
    "Plant",
    "PlantOrder",
    "PlantPage",
    "PlantThirstyPayload",
    "Problem",
    "Wild",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Grown": ".plants",
        "Habitat": ".plants",
        "Index": ".unused",
        "Person": ".plants",
        "Plant": ".plants",
        "PlantOrder": ".plants",
        "PlantPage": ".plants",
        "PlantThirstyPayload": ".webhooks",
        "Problem": ".plants",
        "Wild": ".plants",
    },
)
