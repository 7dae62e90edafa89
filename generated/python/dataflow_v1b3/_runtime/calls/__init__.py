"""One call without I/O: building, retries, outcome."""
