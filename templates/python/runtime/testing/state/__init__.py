"""Entities that a fake keeps, as a service does."""
