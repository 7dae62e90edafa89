"""Files from views: the template engine, the formatter, and the way of files to disk."""

__all__ = ["engine", "files", "format", "processes", "site"]
