"""From the model of an API to the surface of its Python package."""

from specmill.surface.reading.package import surface_of

__all__ = ["surface_of"]
