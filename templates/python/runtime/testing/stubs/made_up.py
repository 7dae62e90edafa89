"""Made-up answers of an operation that nobody has set up."""

from __future__ import annotations

from typing import Any

from ...data.decoding import MisfitError, NotJsonError, decode
from ...data.wire import json_bytes
from ...records import dataclass
from ...requests.request import Reads, Request
from ..errors import FakeError
from ..spec.document import Located, SpecOperation
from ..spec.making import Maker
from ..spec.patterns import UnmadeError
from .answers import Written, read_as

_MEDIA = "application/octet-stream"
_LEADING_TO = "https://fake.invalid/elsewhere"


@dataclass(frozen=True)
class MadeUp:
    """Makes up the answers of one operation."""

    operation: SpecOperation
    maker: Maker
    status: int
    name: str
    """What the operation is called, for messages."""

    def written(self, request: Request[Any], accept: str) -> Written:
        """Make up a success.

        Args:
            request: A request of the operation.
            accept: The media types that are asked for.

        Raises:
            FakeError: No value was found that the spec and the client allow.
        """
        read = read_as(request, self.status)
        content, media_type = self.operation.answer(self.status, accept or request.accept)
        headers = self._headers()
        if read.reads == "location":
            headers["location"] = headers.get("location", _LEADING_TO)
            return Written.of(self._redirect(), headers)
        if read.reads == "none" or not media_type:
            return Written.of(self.status, headers)
        body = self._body(content, media_type, read.reads)
        if read.reads in ("json", "any") and "json" in media_type:
            try:
                decode(body, read.returns)
            except (MisfitError, NotJsonError) as error:
                raise self._unmade(str(error)) from None
        headers = {"content-type": _concrete(media_type, read.reads), **headers}
        return Written.of(self.status, headers, body)

    def _body(self, content: Located, media_type: str, reads: Reads) -> bytes:
        value = self.value(content)
        if "json" in media_type and reads not in ("text", "binary"):
            return json_bytes(value)
        return value.encode() if isinstance(value, str) else json_bytes(value)

    def value(self, content: Located, which: str = "schema") -> Any:
        """Make up what a body holds: the example of the spec, or a value of its schema.

        Raises:
            FakeError: None was found.
        """
        example = self.maker.example(content)
        if example is not None:
            return example
        schema = content.child(which)
        if not schema:
            return self.name
        try:
            return self.maker.value(schema, self.name)
        except UnmadeError as error:
            raise self._unmade(str(error)) from None

    def _headers(self) -> dict[str, str]:
        """Return the headers that responses must have."""
        found: dict[str, str] = {}
        spec = self.operation.spec
        for name, header in self.operation.response(self.status).children("headers"):
            one = spec.follow(header)
            needed = str(name).lower() == "location" or one.node.get("required") is True
            if needed and str(name).lower() != "content-type":
                value = self.maker.value(one.child("schema"), f"{self.name} {name}")
                found[str(name).lower()] = value if isinstance(value, str) else str(value)
        return found

    def _redirect(self) -> int:
        return self.status if 300 <= self.status < 400 else 302

    def _unmade(self, why: str) -> FakeError:
        return FakeError(
            f"{self.name} is not set up, and no answer could be made up: {why}; "
            f"say fake.{self.name}.returns(…)"
        )


def _concrete(media_type: str, reads: Reads) -> str:
    """Return the media type of an answer: of a range, one that the client reads likewise."""
    is_json = "json" in media_type
    if is_json and reads == "binary":
        return _MEDIA
    if "*" not in media_type:
        return media_type
    if is_json:
        return "application/json"
    return "text/plain; charset=utf-8" if media_type.startswith("text/") else _MEDIA
