"""References (``$ref``) to other places and files, resolved before a document is read."""

from specmill.sources.references.bundling import bundle

__all__ = ["bundle"]
