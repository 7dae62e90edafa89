"""Normal form: one OpenAPI 3.1 document for each API, with the way back to its source.

Also what specs of every family look like: the shapes of their objects.
"""

__all__ = [
    "component_names",
    "discovery_shapes",
    "document",
    "dump",
    "families",
    "http_bodies",
    "openapi_shapes",
    "operations",
    "order",
    "origins",
    "overlay",
    "pointers",
    "prose",
    "selection",
    "shapes",
    "swagger_shapes",
]
