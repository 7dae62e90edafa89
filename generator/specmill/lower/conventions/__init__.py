"""Conventions beyond OpenAPI: pagination, long-running operations, media, entities."""
