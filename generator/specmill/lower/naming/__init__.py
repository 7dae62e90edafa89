"""Names of operations, resources and models."""
