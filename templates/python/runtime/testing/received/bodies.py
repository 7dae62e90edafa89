"""Bodies of requests, read back into arguments and checked by the spec."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, get_args, get_origin
from urllib.parse import quote

import httpx2

from ...bodies.upload_streams import UploadStream
from ...data.decoding import MisfitError, NotJsonError, decode, lenient, read_json
from ...data.json_shapes import is_object
from ...records import dataclass
from ...requests.request import FieldEncoding, Request
from ..errors import RefusedError
from ..spec.checking import Checker
from ..spec.document import ITEM_SCHEMA, Located, SpecOperation, is_list
from .files import Part, SentFile, parts_of
from .parameters import PLAIN_FIELD, alone_in, in_form, pairs_of, typed
from .texts import TextReader

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_SEPARATOR = b"\x1e"


@dataclass(frozen=True)
class BodyReader:
    """Reads the bodies of one operation."""

    request: Request[Any]
    types: Mapping[str, Any]
    """Arguments to their types."""
    required: Mapping[str, bool]
    takes: Sequence[str]
    """Media types of the body."""
    operation: SpecOperation
    checker: Checker

    def read(self, received: httpx2.Request, parts: Mapping[str, str]) -> Mapping[str, Any]:
        """Return the arguments that a body was made of.

        Args:
            received: The request.
            parts: Wire names of parts to their arguments, where a body is made of such.

        Raises:
            RefusedError: The API does not allow the body.
        """
        content_type = received.headers.get("content-type", "")
        if not received.content and not content_type:
            return self._nothing(parts)
        return self.of_content(received.content, content_type, parts)

    def of_content(
        self, content: bytes, content_type: str, parts: Mapping[str, str]
    ) -> Mapping[str, Any]:
        """Return the arguments that a body of a media type was made of, as :meth:`read`."""
        kind = content_type.partition(";")[0].strip().lower()
        takes = (_MULTIPART,) if parts else self.takes
        if not any(fnmatchcase(kind, _plain(one)) for one in takes):
            came = kind or "a body without a Content-Type"
            place = self.operation.body.child("content").pointer
            raise RefusedError(415, f"the body is to be {' or '.join(takes)}, not {came}", place)
        schema = self.operation.content(content_type).child("schema")
        if parts:
            return self._of_parts(parts_of(content, content_type), parts, schema)
        return {"body": self._whole(content, content_type, kind, schema)}

    def _nothing(self, parts: Mapping[str, str]) -> Mapping[str, Any]:
        needed = any(self.required[name] for name in parts.values() or ("body",))
        if needed or self.operation.body.child("required").node is True:
            raise RefusedError(400, "the body is missing", self.operation.body.pointer)
        return {}

    def _whole(self, content: bytes, content_type: str, kind: str, schema: Located) -> Any:
        target = self.types["body"]
        if kind == _FORM:
            texts, fields = self._fields(content, schema)
            return self._checked(fields, schema, target, lambda: typed(texts, target))
        if kind == _MULTIPART:
            found = self._joined(parts_of(content, content_type))
            if self.operation.spec.follow(schema).child("type").node in ("string", "array"):
                return typed(found, target)  # it says nothing of parts
            value = TextReader(schema.node, self.operation.spec).read(_json_parts(found))
            return self._checked(value, schema, target, lambda: typed(found, target))
        is_raw = alone_in(target) is bytes or (alone_in(target) is str and not schema)
        if "json" not in kind or is_raw:
            return _text(content, kind, target)
        if isinstance(self.request.upload, UploadStream):
            return self._several(content, kind, target)
        return self._json(content, schema, target)

    def _several(self, content: bytes, kind: str, target: Any) -> list[Any]:
        """Read JSON lines, or a sequence of JSON texts (RFC 7464)."""
        texts = content.split(_SEPARATOR if "seq" in kind else b"\n")
        media = self.operation.content(kind)
        schema = media.child(ITEM_SCHEMA) or media.child("schema")
        if self.operation.spec.follow(schema).child("items"):
            schema = self.operation.spec.follow(schema).child("items")
        item = get_args(alone_in(target))[0]
        return [self._json(text, schema, item) for text in texts if text.strip()]

    def _json(self, content: bytes, schema: Located, target: Any) -> Any:
        try:
            value = read_json(content)
        except NotJsonError as error:
            raise RefusedError(400, f"the body is not JSON: {error}", schema.pointer) from None
        return self._checked(value, schema, target, lambda: decode(content, target))

    def _checked(self, value: Any, schema: Located, target: Any, read: Callable[[], Any]) -> Any:
        """Check a body by the spec, then read it by its type.

        What the spec allows is read as far as it goes: a type asks for what only answers have.
        """
        self._check(value, schema)
        try:
            return read()
        except MisfitError as error:
            if schema:
                return lenient(target, value)
            raise RefusedError(400, f"the body does not fit: {error}", schema.pointer) from None

    def _check(self, value: Any, schema: Located) -> None:
        problem = self.checker.problem(value, schema) if schema else None
        if problem is not None:
            raise RefusedError(400, f"the body does not fit: {problem}", problem.pointer)

    # -- forms and parts ----------------------------------------------------------------------

    def _fields(self, content: bytes, schema: Located) -> tuple[Mapping[str, Any], Any]:
        """Return the fields of a form as texts, and as the values that they stand for."""
        pairs = list(pairs_of(content.decode("utf-8", "replace").replace("+", "%20"), "&"))
        texts = in_form(pairs, self._encodings)
        return texts, TextReader(schema.node, self.operation.spec).read(texts)

    @property
    def _encodings(self) -> Mapping[str, FieldEncoding]:
        multipart = self.request.multipart
        return self.request.encodings if multipart is None else multipart.encodings

    def _of_parts(
        self, parts: list[Part], arguments: Mapping[str, str], schema: Located
    ) -> Mapping[str, Any]:
        """Read parts into arguments of their own."""
        found = self._joined(parts)
        texts = _json_parts(found)
        self._check(TextReader(schema.node, self.operation.spec).read(texts), schema)
        given: dict[str, Any] = {}
        for wire, argument in arguments.items():
            if wire in found:
                given[argument] = self._part(wire, found[wire], self.types[argument])
            elif self.required[argument]:
                raise RefusedError(400, f"the part {wire!r} is missing", schema.pointer)
        return given

    def _joined(self, parts: list[Part]) -> Mapping[str, Any]:
        """Return parts by their names: files, JSON and texts, lists of those that are repeated."""
        files = [one for one in parts if one.parameter("filename") is not None]
        texts = [one for one in parts if one not in files]
        pairs = [(one.parameter("name") or "", one) for one in texts]
        quoted = [(name, quote(one.content.decode("utf-8", "replace"))) for name, one in pairs]
        found = dict(in_form(quoted, self._encodings))
        for name, one in pairs:
            if "json" in one.content_type and not self._encodings.get(name, PLAIN_FIELD).style:
                several = [_read_part(inner) for other, inner in pairs if other == name]
                found[name] = several if len(several) > 1 else several[0]
        for one in files:
            name = one.parameter("name") or ""
            earlier = found.get(name)
            known = earlier if is_list(earlier) else [earlier]
            found[name] = [*known, one.file] if name in found else one.file
        return found

    def _part(self, wire: str, value: Any, target: Any) -> Any:
        alone = alone_in(target)
        is_several = get_origin(alone) is list or alone is list
        items = value if is_list(value) else [value]
        if any(isinstance(one, SentFile) for one in items):
            return items if is_several else items[-1]
        try:
            if alone is SentFile or (is_several and SentFile in get_args(alone)):
                read = [SentFile(str(one).encode()) for one in items]
                return read if is_several else read[-1]
            return typed(value, target)
        except (MisfitError, NotJsonError) as error:
            raise RefusedError(400, f"the part {wire!r}: {error}") from None


def _plain(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _text(content: bytes, kind: str, target: Any) -> Any:
    """Return a body as bytes or text; where it may be either, its media type tells."""
    members = {alone_in(one) for one in (target, *get_args(target))}
    is_text = str in members and (bytes not in members or kind.startswith("text/"))
    return content.decode("utf-8", "replace") if is_text else content


def _read_part(part: Part) -> Any:
    try:
        return read_json(part.content)
    except NotJsonError as error:
        raise RefusedError(400, f"a part is not JSON: {error}") from None


def _json_parts(found: Any) -> Any:
    """Return parts with texts where there are files."""
    if isinstance(found, SentFile):
        return found.content.decode("latin-1")
    if is_list(found):
        return [_json_parts(one) for one in found]
    if is_object(found):
        return {name: _json_parts(one) for name, one in found.items()}
    return found
