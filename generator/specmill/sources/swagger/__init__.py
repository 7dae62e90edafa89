"""Swagger 2.0 to the normal form."""

from specmill.sources.swagger.reader import read

__all__ = ["read"]
