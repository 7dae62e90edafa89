"""The resources of this API."""
