"""Pages of REST APIs: sections with ``GET /path``, tables of parameters and samples in JSON."""

from specmill.sources.markdown.rest.page import read_requests

__all__ = ["read_requests"]
