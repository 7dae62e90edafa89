"""Requests as a service gets them: routes, arguments, files, credentials and uploads."""
