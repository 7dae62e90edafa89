"""References (``$ref``) to other places and files, resolved before a document is read."""

from specmill.sources.references.bundling import bundle
from specmill.sources.references.inlining import Inliner
from specmill.sources.references.library import Library

__all__ = ["Inliner", "Library", "bundle"]
