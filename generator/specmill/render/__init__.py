"""Files from views: the template engine, the formatter, and the way of files to disk."""

__all__ = ["disk", "engine", "files", "format", "paths", "processes", "site", "turns"]
