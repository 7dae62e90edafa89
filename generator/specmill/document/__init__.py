"""The normalized document: one OpenAPI 3.1 tree per API, with the way back to its source."""
