"""Arguments of ``Request(…)`` for a request body: its content and how it is written."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.operations import Body, BodyKind, Operation
from specmill.model.types import Named, TypeRef, without_null
from specmill.targets.python.arguments.media_types import (
    concrete,
    is_choice,
    is_file,
    offered,
    told_by_type,
    told_by_value,
)
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.spelling import literal
from specmill.values import dataclass

_BODY = "body"
_STREAMS = {BodyKind.JSON_LINES: "json_lines", BodyKind.JSON_SEQUENCE: "json_sequence"}
"""Functions of the runtime."""


@dataclass(frozen=True, slots=True)
class BodyWriter:
    """Writes the body of one operation that is no multipart body."""

    operation: Operation
    body: Body
    types: ModuleTypes

    def arguments(self) -> Iterator[str]:
        """Yield the arguments in order."""
        body = self.body
        if body.kind in _STREAMS:
            yield f"upload={self._items(body)}"
        else:
            yield f"upload={_BODY}" if is_file(body) else f"body={self._value()}"
            yield from self._body_type(body)
        yield from self._media_type(body)

    def _items(self, body: Body) -> str:
        function = self.types.of_runtime("streams.json_streams", _STREAMS[body.kind])
        item = self.types.encoded(body.type)
        return f"{function}(body)" if item == "Any" else f"{function}(body, {item})"

    def _value(self) -> str:
        """Spell the body; a method whose answer is a stream says so in it."""
        flag = self.operation.stream_flag
        if not flag:
            return _BODY
        return f"{self.types.of_runtime('streams.streams', 'with_flag')}({_BODY}, {literal(flag)})"

    def _body_type(self, body: Body) -> Iterator[str]:
        """Yield the type of what is no model; that of a model where a mapping in its place is
        written otherwise than as it is: in a form, and where the model would write it otherwise.
        """
        model = self._model(body.type)
        if model is not None:
            is_fitted = model.key in self.types.names.fitted
            if body.kind is BodyKind.FORM or (body.kind is BodyKind.JSON and is_fitted):
                yield f"body_type={self.types.encoded(model)}"
        elif body.kind is BodyKind.JSON:
            spelled = self.types.encoded(body.type)
            if spelled not in ("Any", "dict[str, Any]"):
                yield f"body_type={spelled}"

    def _media_type(self, body: Body) -> Iterator[str]:
        media_types = [one.media_type for one in offered(body)]
        default = literal(concrete(body))
        if not is_choice(media_types):
            if concrete(body) != "application/json":
                yield f"media_type={default}"
        elif is_file(body):
            function = self.types.of_runtime("bodies.content_types", "file_media_type")
            known = ", ".join(literal(one) for one in media_types)
            yield f"media_type={function}(body, content_type, {known})"
        else:
            function = self.types.of_runtime("bodies.content_types", "media_type_of")
            told = [f", {keyword}={literal(concrete(one))}" for keyword, one in told_by_type(body)]
            kinds = [
                f"{literal(media_type)}: ({', '.join(of)},)"
                for media_type, of in told_by_value(body, self.types).items()
            ]
            told += [f", by_type={{{', '.join(kinds)}}}"] if kinds else []
            yield f"media_type={function}(body, content_type, {default}{''.join(told)})"

    def _model(self, type_: TypeRef) -> Named | None:
        """Return the model that a body is, null aside; None for any other type."""
        alone = without_null(type_)
        if isinstance(alone, Named) and alone.key in self.types.names.fields:
            return alone
        return None
