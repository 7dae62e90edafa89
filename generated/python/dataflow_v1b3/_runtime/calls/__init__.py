"""One call without I/O: its HTTP request, redirects and retries, and what its response comes to."""
