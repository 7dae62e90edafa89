"""OpenAPI 3.0, 3.1 and 3.2 to the normal form."""

from specmill.sources.openapi.reader import prepare, read

__all__ = ["prepare", "read"]
