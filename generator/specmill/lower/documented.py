"""What a reference page says of an operation: ``x-specmill-documented``."""

from __future__ import annotations

from typing import Any

from specmill.lower.constraints import default_of
from specmill.lower.schemas import Schemas, Use
from specmill.model.api import Documented, DocumentedParameter


def documented_of(node: Any, pointer: str, schemas: Schemas) -> Documented | None:
    """Lower the extension of an operation; None where there is none.

    Args:
        node: The value of ``x-specmill-documented``.
        pointer: Its JSON pointer.
        schemas: Gives the types.
    """
    if node is None:
        return None
    return Documented(
        method=str(node["method"]),
        usage=str(node["usage"]),
        parameters=tuple(
            DocumentedParameter(
                name=str(one["name"]),
                declared=str(one["type"]),
                type=schemas.type_of(
                    one["schema"], f"{pointer}/parameters/{index}/schema", Use("", str(one["name"]))
                ),
                required=one["required"] is True,
                default=default_of(one),
            )
            for index, one in enumerate(node["parameters"])
        ),
        returns=tuple((str(one["name"]), str(one["type"])) for one in node["returns"]),
    )
