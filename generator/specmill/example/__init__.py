"""A pet store to try specmill with: a spec, and a server on loopback that does what it says."""

from specmill.example.server import serving

__all__ = ["serving"]
