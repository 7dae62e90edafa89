"""Swagger 2.0 to the normal form."""
