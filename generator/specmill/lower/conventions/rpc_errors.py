"""Error model of Google APIs (google.rpc.Status): whether an API has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from specmill.model.models import Model
from specmill.model.operations import Operation, Response
from specmill.model.types import ListOf, Named

_FIELDS = {"code", "message", "details"}


def has_rpc_errors(
    source: Mapping[str, Any],
    operations: Iterable[Operation],
    shared: Iterable[Response],
    models: Mapping[str, Model],
) -> bool:
    """Tell whether clients should offer the typed details of such errors.

    APIs of Discovery documents have them (AIP-193) and do not declare them; elsewhere it is the
    schema of an error, of one operation or ``shared`` by all, that has the fields of one.
    """
    if source.get("family") == "discovery":
        return True
    own = (error for operation in operations for error in operation.errors)
    keys = {error.type.key for error in (*shared, *own) if isinstance(error.type, Named)}
    return any(_is_status(models[key]) for key in keys)


def _is_status(model: Model) -> bool:
    fields = {field.wire: field for field in model.fields}
    return fields.keys() >= _FIELDS and isinstance(fields["details"].type, ListOf)
