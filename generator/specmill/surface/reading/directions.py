"""Which way models travel: what requests are made of, and what comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specmill.model.api import Api, operations_of
from specmill.model.models import Model
from specmill.model.operations import Operation
from specmill.model.references import references
from specmill.model.types import TypeRef


def directions_of(api: Api) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of the models that are sent, and of those that are received.

    What only a read-only field leads to is not sent; what a write-only one leads to does not come.
    """
    operations = list(operations_of(api))
    sent = [type_ for one in operations for type_ in _given(one)]
    sent += [one.type for one in api.common_parameters]
    received = [type_ for one in operations for type_ in _answered(one)]
    received += [error.type for error in api.common_errors if error.type is not None]
    for webhook in api.webhooks:
        received += [webhook.payload.type] if webhook.payload else []
        received += [header.type for header in webhook.headers]
    return _reached(api, sent, is_sent=True), _reached(api, received, is_sent=False)


def _given(operation: Operation) -> Iterator[TypeRef]:
    yield from (one.type for one in operation.parameters)
    if operation.body is not None:
        for body in (operation.body, *operation.body.alternatives):
            yield body.type
            yield from (part.type for part in body.parts)
            for encoding in body.encodings:
                yield from (header.type for header in encoding.headers)


def _answered(operation: Operation) -> Iterator[TypeRef]:
    responses = (operation.response, *operation.answers, *operation.errors)
    yield from (one.type for one in responses if one is not None and one.type is not None)
    if operation.response is not None:
        yield from (type_ for _, type_ in operation.response.events)
    if operation.pagination is not None:
        yield operation.pagination.item_type
    if operation.long_running is not None:
        yield operation.long_running.result
        yield operation.long_running.metadata


def _reached(api: Api, types: Iterable[TypeRef], *, is_sent: bool) -> frozenset[str]:
    pending = [key for type_ in types for key in references(type_)]
    seen: set[str] = set()
    while pending:
        key = pending.pop()
        if key not in seen:
            seen.add(key)
            pending += _made_of(api.models[key], is_sent=is_sent)
    return frozenset(seen)


def _made_of(model: Model, *, is_sent: bool) -> Iterator[str]:
    for field in model.fields:
        stays = field.read_only if is_sent else field.write_only
        if not stays:
            yield from references(field.type)
    yield from references(model.extra)
    yield from references(model.target)
