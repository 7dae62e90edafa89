"""Arguments of ``Request(…)`` for the Encoding Objects of a form."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.operations import Body, Encoding
from specmill.model.types import Anything, ListOf
from specmill.targets.python.arguments.signature import Signature
from specmill.targets.python.arguments.styles import format_of, style_of_field
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.names import part_place
from specmill.targets.python.spelling import literal
from specmill.values import dataclass

_LISTS = ListOf(ListOf(Anything()))
"""What a field of a model may be that says how the arrays in it are written."""


@dataclass(frozen=True, slots=True)
class EncodingWriter:
    """Writes the encodings of a body."""

    signature: Signature
    types: ModuleTypes

    def entries(self, body: Body) -> tuple[str, ...]:
        """Return the entries of a dict: wire names and encodings."""
        return tuple(self._entries(body))

    def _entries(self, body: Body) -> Iterator[str]:
        encodings = {one.wire: one for one in body.all_encodings}
        types = {one.wire: one.type for one in body.parts}
        for wire in dict.fromkeys((*encodings, *types)):
            encoding = encodings.get(wire, Encoding(wire))
            spelled = [*self._arguments(encoding)]
            if format_ := format_of(types.get(wire, _LISTS), encoding.item_styles, self.types):
                spelled.append(f"format={format_}")
            arguments = ", ".join(spelled)
            if arguments:
                cls = self.types.of_runtime("requests.request", "FieldEncoding")
                yield f"{literal(encoding.wire)}: {cls}({arguments})"

    def _arguments(self, encoding: Encoding) -> Iterator[str]:
        if encoding.media_types:
            yield repr(encoding.media_types)
        if style := style_of_field(encoding):
            yield f"style={literal(style)}"
        if encoding.allow_reserved:
            yield "reserved=True"
        headers = [
            f"{literal(wire)}: {literal(value)}" for wire, value in encoding.constant_headers
        ]
        for header in encoding.headers:
            name = self.signature.names[part_place(encoding), header.wire]
            headers.append(f"{literal(header.wire)}: {name}")
        if headers:
            yield f"headers={{{', '.join(headers)}}}"
