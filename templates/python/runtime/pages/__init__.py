"""Pagination: lists in pages, and the styles in which one page leads to the next."""
