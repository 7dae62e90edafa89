"""Google Discovery documents to the normal form."""

from specmill.sources.discovery.reader import read

__all__ = ["read"]
