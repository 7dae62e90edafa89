"""Calls of every operation of a fake, with made-up arguments."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from tests.kits.packages import Package


@dataclass(frozen=True)
class Operation:
    """An operation of a fake."""

    package: Package
    dotted: str

    def __str__(self) -> str:
        return self.dotted

    def stub(self, fake: Any) -> Any:
        """Return its stub."""
        return _follow(fake, self.dotted)

    def method(self, client: Any) -> Any:
        """Return its method of a client of either kind."""
        return _follow(client, self.dotted)

    def arguments(self, fake: Any, *, everything: bool) -> dict[str, Any]:
        """Make up arguments that the spec allows."""
        reader = self.stub(fake)._reader
        making = importlib.import_module(f"{self.package.name}._runtime.testing.spec.making")
        maker = making.Maker(fake.__home__.spec, 0, sent=True)
        texts = importlib.import_module(f"{self.package.name}._runtime.data.decoding")
        made: dict[str, Any] = {}
        for field in dataclasses.fields(reader._call):
            if not everything and field.default is not dataclasses.MISSING:
                continue
            value = _made(reader, maker, field.name)
            if value is not None:
                is_parameter = any(one.argument == field.name for one in reader._parameters)
                target = reader._types[field.name]
                made[field.name] = texts.lenient(target, value) if is_parameter else value
        return made


def _made(reader: Any, maker: Any, name: str) -> Any:
    if name == "media":
        return b"some media"
    if name == "body":
        return _body(reader, maker)
    if name in reader._parts.values():
        return _part(reader, maker, name)
    one = next(one for one in reader._parameters if one.argument == name)
    schema = reader.schema_of(one)
    if not schema:  # a parameter that the client calls otherwise than the spec
        return "value"
    value = maker.value(schema, one.wire)
    return value if value != "" else None


def _body(reader: Any, maker: Any) -> Any:
    media_type = (reader._takes or (reader.request.media_type,))[0]
    content = reader.operation.content(media_type)
    target = reader._types["body"]
    if target in (bytes, str):
        return b"some bytes" if target is bytes else "some text"
    whole = reader.operation.spec.follow(content.child("schema")).node or {}
    if media_type == "multipart/form-data" and whole.get("type") == "string":
        return {"file": b"a file", "note": "a text"}
    items = content.child("x-specmill-item-schema")
    if items:
        return [maker.value(items, "body")]
    return maker.value(content.child("schema"), "body")


def _part(reader: Any, maker: Any, name: str) -> Any:
    if "SentFile" in str(reader._types[name]):
        return [b"a file"] if "list" in str(reader._types[name]) else b"a file"
    wire = next(wire for wire, argument in reader._parts.items() if argument == name)
    whole = reader.operation.content("multipart/form-data").child("schema")
    schema = reader.operation.spec.follow(whole).child("properties", wire)
    return maker.value(schema, name)


def operations(package: Package) -> Iterator[Operation]:
    """Yield the operations of a package's fake."""
    for resource, known in package.testing.ROUTES.items():
        for attribute in known:
            yield Operation(package, ".".join(filter(None, (resource, attribute))))


def _follow(start: Any, dotted: str) -> Any:
    for name in dotted.split("."):
        start = getattr(start, name, None) or getattr(start, name.removesuffix("_"))
    return start


def consumed(result: Any) -> Any:
    """Read what a call of the sync client gave, whatever it is."""
    if isinstance(result, BaseModel):
        return result
    if hasattr(result, "read") and hasattr(result, "save"):
        return result.read()
    if hasattr(result, "wait") and hasattr(result, "refresh"):
        return result.wait(poll=0.01)
    if hasattr(result, "__next__"):
        return list(result)
    if type(result).__name__ == "Page":
        return list(result)
    return result


async def consumed_async(result: Any) -> Any:
    """Read what a call of the async client gave."""
    if inspect.isawaitable(result) and not hasattr(result, "__aiter__"):
        result = await result
    if isinstance(result, BaseModel):
        return result
    if hasattr(result, "read") and hasattr(result, "save"):
        return await result.read()
    if hasattr(result, "wait") and hasattr(result, "refresh"):
        return await result.wait(poll=0.01)
    if hasattr(result, "__aiter__"):
        return [one async for one in result]
    return result
