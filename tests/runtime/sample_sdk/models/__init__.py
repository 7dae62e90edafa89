"""The models of this API."""
