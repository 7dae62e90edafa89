"""All operations of an API with what they share, its webhooks and its reference page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from specmill.diagnostics import fail, nearest
from specmill.document.document import Document
from specmill.lower.conventions import check_use, reference_page
from specmill.lower.naming import PlacedOperations
from specmill.lower.operations.ignored_headers import report_ignored_headers
from specmill.lower.operations.operations import Operations
from specmill.lower.operations.webhooks import lower_webhooks
from specmill.lower.schemas import Schemas
from specmill.model.documented import ReferencePage
from specmill.model.operations import Operation, Webhook
from specmill.model.parameters import Parameter
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class LoweredOperations:
    """The operations of an API, and what goes with every one of them."""

    operations: tuple[Operation, ...]
    common_parameters: tuple[Parameter, ...]
    common_headers: tuple[tuple[str, str], ...]
    webhooks: tuple[Webhook, ...]
    orders: Mapping[str, Sequence[str]]
    """The parameters of operations in the order of arguments, by the pointers of the operations."""
    page: ReferencePage | None
    """The reference page that the API was read from; None for any other family."""


def lower_operations(placed: PlacedOperations, schemas: Schemas) -> LoweredOperations:
    """Lower the operations where naming has put them, and all else that has schemas of its own.

    Afterwards ``schemas`` has every model of the API.
    """
    report_ignored_headers(placed.document, schemas.report)
    reader = Operations(schemas, _common_parameters(placed.document), placed.written, placed.kept)
    operations = tuple(_lowered(placed, reader))  # of equal inline objects, the first is the model
    check_use(placed.document, operations)
    return LoweredOperations(
        operations=operations,
        common_parameters=reader.common_parameters(),
        common_headers=reader.common_headers(),
        orders=reader.orders,
        webhooks=lower_webhooks(placed.document, reader),
        page=reference_page(placed.document, schemas),
    )


def _lowered(placed: PlacedOperations, reader: Operations) -> Iterator[Operation]:
    for source in placed.sources:
        place = placed.places[source.pointer]
        tags = placed.tags.others(source.node)
        former = placed.former(source)
        for operation in reader.lower(source, place.resource, place.name, tags):
            yield replace(operation, former=former) if former else operation


def _common_parameters(document: Document) -> dict[str, Any]:
    parameters = document.root.get("components", {}).get("parameters", {})
    names = document.root.get("x-specmill-common-parameters", ())
    for at, name in enumerate(names):
        if name not in parameters:
            raise fail(
                f"there is no parameter {name!r} among the components",
                location=document.locate(f"/x-specmill-common-parameters/{at}"),
                hint=nearest(name, parameters),
            )
    return {name: parameters[name] for name in names}
