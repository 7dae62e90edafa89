"""The resources of this API, one module each."""
