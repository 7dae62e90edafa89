"""HTML in pages of Markdown: headings, tables, lists and samples, as Markdown has them."""

from specmill.sources.markdown.html.headings import heading_in
from specmill.sources.markdown.html.pieces import Cells, Items, Piece, Sample, is_read, pieces_in

__all__ = ["Cells", "Items", "Piece", "Sample", "heading_in", "is_read", "pieces_in"]
