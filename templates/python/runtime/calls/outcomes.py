"""Outcome of a call: data, or the error that tells why there is none."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import Any, Generic, TypeVar

import httpx2

from ..data.decoding import (
    MisfitError,
    NotJsonError,
    decode,
    decode_or_keep,
    needs_content,
    none_as,
    nothing_as,
    takes_none,
)
from ..data.json_shapes import is_array, is_object
from ..errors.api_errors import (
    ConnectionFailedError,
    DecodeError,
    StatusError,
    StreamError,
    TimedOutError,
    TransportError,
)
from ..requests.request import ReadAs, Request
from ..requests.secrets import secrets_in, shown_body
from .configuration import Configuration
from .content_codings import unread_coding
from .contents import (
    NotTextError,
    as_it_says,
    in_utf_8,
    is_structured,
    is_text,
    kind_of,
    media_type_in,
    takes_text,
    text_of,
    text_or_bytes,
)
from .responses import context_of, of_status, title_of

T = TypeVar("T")

WITHOUT_CONTENT = frozenset({204, 205, 304})
"""Statuses whose responses have no content, whatever a spec says (RFC 9110, section 15)."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_JSON = "application/json"
_PROSE = "text/plain"
_LONGEST_BEGINNING = 80


class Outcome(Generic[T]):
    """Reads the responses of one request."""

    def __init__(
        self, configuration: Configuration, request: Request[T], *, strict: bool, unsigned: str
    ) -> None:
        self._configuration = configuration
        self._request = request
        self._strict = strict
        self._unsigned = unsigned

    def withhold(self, why: str) -> None:
        """Note that the server which answers gets no credentials, unless there are none."""
        self._unsigned = self._unsigned or why

    def data(self, response: httpx2.Response) -> T:
        """Read a complete response.

        Raises:
            StatusError: The status is no outcome of the operation.
            DecodeError: The body is not JSON, or does not fit where it must.
        """
        if self._request.is_built_on and not response.is_success:
            self._observe(response)
            raise self._status_error(response)
        return self.whole(response)

    def whole(self, response: httpx2.Response) -> T:
        """Read a complete response, as :meth:`data`; of a page or of work that is not there, None.

        Raises:
            StatusError: The status is no outcome of the operation.
            DecodeError: The body is not JSON, or does not fit where it must.
        """
        self.check_status(response)
        data: T = self._content(response)
        return data

    def check_status(self, response: httpx2.Response) -> None:
        """Raise the StatusError of a response that is no outcome; its body must be read."""
        self._observe(response)
        if not 200 <= response.status_code < 300 and not self._declares(response):
            raise self._status_error(response)

    def _observe(self, response: httpx2.Response) -> None:
        if self._configuration.observer is not None:
            self._configuration.observer(self._request, response)

    def _declares(self, response: httpx2.Response) -> bool:
        """Tell whether a status from 300 to 399 is one that the API names for the operation."""
        status = response.status_code
        if not 300 <= status < 400:
            return False
        if self._request.reads == "location" and status in _REDIRECTS:
            return "location" in response.headers
        names = (str(status), "3XX")
        return any(name in known.split() for known in self._request.answers for name in names)

    def failure(self, error: Exception, request: httpx2.Request) -> TransportError:
        """Explain why no complete response came back."""
        kind: type[TransportError]
        match error:
            case httpx2.TimeoutException():
                kind, what = TimedOutError, "timed out"
            case httpx2.NetworkError() | httpx2.ProxyError() | httpx2.RemoteProtocolError():
                kind, what = ConnectionFailedError, "found no connection, or lost it"
            case _:
                kind, what = TransportError, "failed"
        secrets_in(request).hush(error, request)
        reason = f"{type(error).__name__}: {error}".removesuffix(": ")
        return kind(f"{self._title(request)} {what} ({reason})", **self._context(request))

    def decoded(
        self, content: bytes, target: Any, response: httpx2.Response, *, keeps_text: bool = False
    ) -> Any:
        """Read JSON of a response as ``target``.

        Args:
            content: The JSON.
            target: Its type, None for any.
            response: What it is of.
            keeps_text: Return what is not JSON as text, unless the client is strict.

        Raises:
            DecodeError: It is not JSON, or does not fit where it must.
        """
        try:
            return self._fitted(content, target, response)
        except NotJsonError as error:
            if keeps_text and not self._strict:
                self._note(response, f"kept what is not JSON: {error}")
                return content.decode("utf-8")
            raise self.misread(response, f"not JSON: {error}", content) from None

    def _fitted(self, content: bytes, target: Any, response: httpx2.Response) -> Any:
        if not self._strict:
            value, misfit = decode_or_keep(content, target)
            if misfit is not None:
                self._note(response, f"kept what does not fit: {misfit}")
            return value
        try:
            return decode(content, target)
        except MisfitError as error:
            raise self.misread(response, str(error), content) from None

    def _whole(self, response: httpx2.Response, target: Any, *, keeps_text: bool = False) -> Any:
        """Read a body as JSON, in the charset that it names where it is none in UTF-8.

        Args:
            response: What it is of.
            target: Its type, None for any.
            keeps_text: Return what is not JSON as text.

        Raises:
            DecodeError: It is not JSON, or does not fit where it must.
        """
        try:
            return self._fitted(response.content, target, response)
        except NotJsonError as error:
            why = f"not JSON: {error}"
        if (recoded := in_utf_8(response)) is not None:
            with suppress(NotJsonError):
                return self._fitted(recoded, target, response)
        if keeps_text:
            self._note(response, f"kept what is {why}")
            return text_or_bytes(response)
        raise self.misread(response, why, response.content)

    def misread(self, response: httpx2.Response, why: str, content: bytes) -> DecodeError:
        """Make the error of content that is not what the API promises."""
        coding = self._unread_coding(response)
        why = f"its content coding {coding!r} was not asked for" if coding else why
        said = secrets_in(response.request).text(why, response.request)
        return DecodeError(
            f"{self._title(response.request)} returned what does not fit: {said}",
            content=content,
            headers=response.headers,
            **self._context(response.request, response),
        )

    def refuse_markup(self, response: httpx2.Response) -> None:
        """Refuse a stream that is a page of HTML, whose body is still to come.

        Raises:
            DecodeError: It is.
        """
        media_type = media_type_in(response.headers)
        if kind_of(media_type) == "markup":
            raise self.misread(response, f"not JSON, but {media_type}", b"")

    def stream_error(self, response: httpx2.Response, body: Any) -> StreamError:
        """Make the error that a stream ends in, where an item of it is one."""
        from ..errors.explanations import LONGEST, explanation  # most calls need no errors
        from .error_bodies import plain_body

        plain = secrets_in(response.request).tree(plain_body(body), response.request)
        said = explanation(plain, "") or shown_body(plain)[:LONGEST]
        title = f"{self._title(response.request)} ended in an error"
        context = self._context(response.request, response)
        return StreamError(f"{title}: {said}".removesuffix(": "), body=body, **context)

    def _content(self, response: httpx2.Response) -> Any:
        answer = self._answer(response.status_code)
        match answer.reads:
            case "text":
                self._refuse_coding(response)
                return self._text(response) if is_text(response) else self._other(response, str)
            case "binary":
                self._refuse_coding(response)
                return response.content
            case "none":
                return self._undeclared(response)
            case "any":
                return self._as_it_says(response, answer.returns)
            case "location":
                return self._location(response)
            case _:
                return self._json(response, answer.returns)

    def _text(self, response: httpx2.Response) -> str | bytes:
        """Read a text; what is not written in its characters stays bytes.

        Raises:
            DecodeError: It is not, and the client is strict.
        """
        try:
            return text_of(response)
        except NotTextError as error:
            if self._strict:
                raise self.misread(response, f"not text: {error}", response.content) from None
            self._note(response, f"kept bytes: {error}")
            return response.content

    def _undeclared(self, response: httpx2.Response) -> Any:
        """Read a body where the API promises none; a redirect's is a note for people.

        Raises:
            DecodeError: There is one, and the client is strict.
        """
        if not response.content or not 200 <= response.status_code < 300:
            return None
        media_type = media_type_in(response.headers) or "a body without a Content-Type"
        if self._strict:
            why = f"no body is declared, but {media_type} came"
            raise self.misread(response, why, response.content)
        self._note(response, f"{media_type} came, where the API declares no body")
        return self._as_it_says(response, None)

    def _refuse_coding(self, response: httpx2.Response) -> None:
        """Refuse to take for content what is coded in a way that was not asked for.

        Raises:
            DecodeError: It is.
        """
        if self._unread_coding(response):
            raise self.misread(response, "", response.content)

    def _unread_coding(self, response: httpx2.Response) -> str:
        return unread_coding(response, self._configuration.headers.get("accept-encoding", ""))

    def _location(self, response: httpx2.Response) -> Any:
        """Return the address that a redirect leads to."""
        location = response.headers.get("location")
        if location is None:
            return self._other(response, str)
        try:
            return str(response.request.url.join(location))
        except httpx2.InvalidURL as error:
            raise self.misread(response, f"no address: {error}", b"") from None

    def _as_it_says(self, response: httpx2.Response, target: Any) -> Any:
        """Read a body whose media type the API leaves open."""
        target = None if target is Any else target
        kind = kind_of(media_type_in(response.headers))
        if target is not None and not response.content and needs_content(target):
            return self._nothing(response, target)
        if target is not None and response.content:
            text = self._text(response) if kind in ("text", "markup") else None
            if isinstance(text, bytes) or (text is not None and takes_text(target, text)):
                return text
            if kind in ("json", "text", "markup", ""):
                is_told = kind != "" or not takes_text(target, text_or_bytes(response))
                keeps_text = not (self._strict and is_told)
                return self._whole(response, target, keeps_text=keeps_text)
            if self._strict:
                raise self._of_other_type(response)
        try:
            value = as_it_says(response)
        except NotJsonError as error:
            if self._strict:
                raise self.misread(response, f"not JSON: {error}", response.content) from None
            return text_or_bytes(response)
        return self._checked(response, value)

    def _checked(self, response: httpx2.Response, value: Any) -> Any:
        """Return what was read, unless it is several texts of JSON, the last of which is an error.

        Raises:
            StreamError: It is.
        """
        if is_array(value) and not response.content.lstrip().startswith(b"["):
            last = next(reversed([*value]), None)
            if is_object(last) and last.get("error"):
                raise self.stream_error(response, last)
        return value

    def _answer(self, status: int) -> ReadAs | Request[T]:
        """Return how a response of a status is read: as its own answer says, or the request."""
        request = self._request
        return next(of_status(request.answers, status), request) if request.answers else request

    def _json(self, response: httpx2.Response, target: Any) -> Any:
        if not response.content:
            return self._nothing(response, target)
        named = response.headers.get("content-type", "")
        kind = "json" if named == _JSON else kind_of(media_type_in(response.headers))
        if kind == "json":
            return self._whole(response, target)
        if kind:
            return self._other(response, target)
        try:
            return self._whole(response, target)
        except DecodeError:
            text = text_or_bytes(response)
            if self._strict or not takes_text(target, text):
                raise
            return text

    def _nothing(self, response: httpx2.Response, target: Any) -> Any:
        """Read an empty body, which is no JSON text (RFC 8259, section 2).

        Where the API promises a value or null, it is null: Express and NestJS send that so.

        Raises:
            DecodeError: What the API promises cannot be empty, or the client is strict.
        """
        if response.request.method == "HEAD":
            return nothing_as(target) if self._request.is_built_on else none_as(target)
        if response.status_code in WITHOUT_CONTENT:
            if self._request.is_built_on:
                return nothing_as(target)
            if self._strict and not takes_none(target):
                raise self.misread(response, "its status has no content", b"")
            return none_as(target)
        if needs_content(target) or (self._strict and not takes_none(target)):
            raise self.misread(response, "the body is empty", b"")
        return nothing_as(target)

    def _other(self, response: httpx2.Response, target: Any) -> Any:
        """Read a body of another type than the API promises: by what it says that it is.

        What is JSON nevertheless, and no text where a text will do, is read as JSON. A page of HTML
        or a plain sentence in the place of data is none.
        """
        if self._strict:
            raise self._of_other_type(response)
        target = None if target is Any else target
        media_type, content = media_type_in(response.headers), response.content
        kind = kind_of(media_type)
        text = text_or_bytes(response) if kind in ("text", "markup") else b""
        if target is not None and takes_text(target, text):
            return text
        is_plain = kind in ("text", "markup", "binary") and target is not str
        if is_plain and (target is not None or is_structured(content)):
            with suppress(NotJsonError):
                return _decoded_anyway(content, target)
        is_prose = kind == "markup" or media_type == _PROSE
        if self._request.is_built_on or (is_prose and target is not None):
            raise self._of_other_type(response)
        self._note(response, f"{media_type} came, which the API does not promise")
        return self._as_it_says(response, None)

    def _of_other_type(self, response: httpx2.Response) -> DecodeError:
        """Make the error of a body whose Content-Type is not the one that the API promises."""
        from ..errors.explanations import explanation

        untyped = "a body without a Content-Type" if response.content else "an empty body"
        came = media_type_in(response.headers) or untyped
        begins = ""
        text = text_or_bytes(response) if is_text(response) else b""
        if isinstance(text, str):
            text = secrets_in(response.request).text(text, response.request)
            begins = " ".join(explanation(text, "")[:_LONGEST_BEGINNING].split())
        why = f"not {self._expected(response)}, but {came}"
        return self.misread(response, f"{why}: {begins!r}" if begins else why, response.content)

    def _expected(self, response: httpx2.Response) -> str:
        """Return what the API promises in the place of a body of another type."""
        answer = self._answer(response.status_code)
        if answer.reads == "location":
            return "a redirect"
        is_text = answer.reads == "text" or (answer.reads == "any" and answer.returns is str)
        return "text" if is_text else "JSON"

    def _note(self, response: httpx2.Response, what: str) -> None:
        logger = logging.getLogger(self._configuration.settings.package)
        if logger.isEnabledFor(logging.DEBUG):
            shown = secrets_in(response.request).text(what, response.request)
            logger.debug("%s: %s", self._request.title, shown)

    def _status_error(self, response: httpx2.Response) -> StatusError:
        from .status_errors import StatusErrors  # most calls never need it

        return StatusErrors(self._configuration, self._request).of(response, self._unsigned)

    def _title(self, request: httpx2.Request) -> str:
        return title_of(self._request, request)

    def _context(
        self, request: httpx2.Request, response: httpx2.Response | None = None
    ) -> dict[str, Any]:
        return context_of(self._request, request, response)


def _decoded_anyway(content: bytes, target: Any) -> Any:
    """Read JSON as far as it fits.

    Raises:
        NotJsonError: It is none.
    """
    value, _ = decode_or_keep(content, target)
    return value
