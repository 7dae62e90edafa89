"""Tests of code that calls a method, with the fake of the service in its place."""

from __future__ import annotations

from specmill.model.models import FieldRef, ModelKind
from specmill.model.operations import STREAMS, Operation, Response, ResponseKind
from specmill.model.pagination import Pagination
from specmill.model.types import Named, TypeRef
from specmill.targets.docs.examples.samples import Sampler
from specmill.targets.python.reference import PythonReference

_PLAIN = {
    ResponseKind.NONE: "None",
    ResponseKind.TEXT: '"hello"',
    ResponseKind.BINARY: 'b"hello"',
    ResponseKind.LOCATION: '"https://example.com/"',
}
"""What methods return of answers that have no model."""


def set_up(operation: Operation, sampler: Sampler) -> str:
    """Return what says how a fake answers: the call of a method of the operation's stub."""
    response = operation.response
    if operation.long_running is not None:
        return f"finishes({sampler.value(operation.long_running.result, 'result').python})"
    if operation.media_download:
        return 'returns(b"hello")'
    if response is None:
        return "returns(None)"
    if operation.pagination is not None:
        return f"returns({_pages(operation.pagination, response, sampler)})"
    if response.kind in STREAMS:
        return f"streams([{_item(response, sampler)}])"
    return f"returns({_PLAIN.get(response.kind) or _value(response.type, sampler)})"


def _value(type_: TypeRef | None, sampler: Sampler) -> str:
    return '"hello"' if type_ is None else sampler.value(type_, "value").python


def _item(response: Response, sampler: Sampler) -> str:
    if response.kind is ResponseKind.EVENTS and response.type is None:
        event = sampler.imports.add(sampler.reference.package, "ServerSentEvent")
        return f'{event}("hello")'
    return _value(response.type, sampler)


def _pages(pages: Pagination, response: Response, sampler: Sampler) -> str:
    item = sampler.value(pages.item_type, "item").python
    items = f'[("key", {item})]' if pages.by_key else f"[{item}]"
    whole = response.type
    if whole is None or not _needs_more(pages, whole, sampler.reference):
        return items
    return f"{items}, page={sampler.value(whole, 'page').python}"


def _needs_more(pages: Pagination, whole: TypeRef, reference: PythonReference) -> bool:
    """Tell whether a page must have fields beside those that the fake fills in."""
    model = reference.api.models[whole.key] if isinstance(whole, Named) else None
    if model is None or model.kind is not ModelKind.OBJECT or not pages.items:
        return False
    paths: tuple[tuple[FieldRef, ...], ...] = (
        *(pages.items, pages.response_token, pages.more, pages.last),
        *(pages.pages, pages.total),
    )
    known = {path[0].wire for path in paths if path}
    return any(one.required and one.wire not in known for one in model.fields)
