"""Target ``docs``: reference pages in Markdown."""

from specmill.targets.docs.package import DocsTarget

__all__ = ["DocsTarget", "layout", "site"]
