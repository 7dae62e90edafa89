"""Lines of a text that comes bit by bit."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping
from io import StringIO

from ..data.wire import LONGEST_ITEM, TooLongError
from .contents import byte_order_mark, charset_in, with_byte_order


class Lines:
    """Makes lines of bytes that may be cut anywhere, also inside a character or a line end.

    Lines end in LF, CR or CRLF. Bytes that are no characters show as ``\\xff``: one of them is no
    reason to lose the others.
    """

    def __init__(self, headers: Mapping[str, str]) -> None:
        self._charset = charset_in(headers)
        self._begins = b""
        self._decode: Callable[[bytes, bool], str] | None = None
        self._after_return = False
        self._rest = StringIO()

    def feed(self, data: bytes) -> Iterator[str]:
        """Take bytes and give the lines that they complete.

        Raises:
            TooLongError: A line has no end in sight.
        """
        yield from self._lines(self._decoded(data, final=False))

    def end(self) -> Iterator[str]:
        """Give what the end of the body completes."""
        yield from self._lines(self._decoded(b"", final=True))
        if rest := self._rest.getvalue():
            yield rest

    def _decoded(self, data: bytes, *, final: bool) -> str:
        if self._decode is None:
            self._begins += data
            if len(self._begins) < len(byte_order_mark(self._charset)) and not final:
                return ""
            data, charset = self._begins, with_byte_order(self._charset, self._begins)
            self._decode = codecs.getincrementaldecoder(charset)("backslashreplace").decode
        return self._decode(data, final)

    def _lines(self, text: str) -> Iterator[str]:
        if not text:
            return
        after_return, self._after_return = self._after_return, text.endswith("\r")
        if after_return:
            text = text.removeprefix("\n")
        *complete, last = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for part in complete:
            yield self._rest.getvalue() + part
            self._rest = StringIO()
        if self._rest.write(last) and self._rest.tell() > LONGEST_ITEM:
            raise TooLongError(f"a line has more than {LONGEST_ITEM} characters")
