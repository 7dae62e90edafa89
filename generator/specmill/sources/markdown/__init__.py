"""Reference pages in Markdown to the normal form."""

from specmill.sources.markdown.reference_page import read

__all__ = ["read"]
