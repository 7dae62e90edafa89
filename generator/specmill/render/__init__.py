"""Files from views: the template engine, the formatter, and the way of files to disk."""

__all__ = ["engine", "files", "format", "paths", "processes", "quick_files", "site", "turns"]
