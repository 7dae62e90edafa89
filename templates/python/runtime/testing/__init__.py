"""Fakes of services for tests: the real client, answered in this process."""
