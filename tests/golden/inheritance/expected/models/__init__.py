"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .animals import Animal, AnyAnimal, Bird, Fish, Penguin
    from .unused import Zoo

__all__: list[str] = ["Animal", "AnyAnimal", "Bird", "Fish", "Penguin"]
__all__ += ["Zoo"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Animal": ".animals",
        "Zoo": ".unused",
    },
)
