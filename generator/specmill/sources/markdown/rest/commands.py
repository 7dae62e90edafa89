"""Requests as they are sent: command lines of curl, and HTTP messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from urllib.parse import quote_plus, unquote_plus

from specmill.sources.markdown.blocks import Code
from specmill.values import dataclass

_COMMAND = re.compile(r"^[ \t]*(?:[$>#%][ \t]+)?curl(?:\.exe)?(?=\s)", re.MULTILINE)
_FIRST_LINE = re.compile(
    r"(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+(\S+)(?:[ \t]+HTTP/[\d.]+)?[ \t]*\Z"
)
_HEADER = re.compile(r"([A-Za-z][\w-]*):[ \t]*(.*)\Z")
_ENDS = frozenset({"|", "&&", "||", ";", ">", ">>", "2>", "2>&1"})
_WITH_VALUE = frozenset("ABCDEFHKPQTUXYbcdehmoprtuwxyz")
"""Letters of curl's options that a value follows."""
_NAMES = {
    "X": "request",
    "H": "header",
    "d": "data",
    "F": "form",
    "u": "user",
    "G": "get",
    "I": "head",
    "T": "upload-file",
    "b": "cookie",
    **dict.fromkeys(("data-raw", "data-ascii"), "data"),
    "form-string": "form",
}
"""Other spellings of the options that matter."""
_LONG_WITH_VALUE = frozenset(
    {
        *("request", "header", "data", "form", "user", "upload-file", "cookie", "url", "json"),
        *("data-binary", "data-urlencode"),
        *("oauth2-bearer", "user-agent", "output", "connect-timeout", "max-time", "cacert", "cert"),
        *("key", "cookie-jar", "resolve", "proxy", "retry", "write-out", "referer", "ciphers"),
        *("unix-socket", "retry-delay", "config", "dump-header", "limit-rate", "range"),
    }
)
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
JSON = "application/json"


@dataclass(slots=True)
class Sent:
    """A request as it is sent."""

    verb: str = ""
    url: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    """Names in lower case."""
    spelled: dict[str, str] = field(default_factory=dict)
    """Names of headers as they are written."""
    user: str = ""
    """Credentials of HTTP basic authentication."""
    data: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    """Fields of multipart."""
    has_file: bool = False
    """The body is a file."""
    answer: str = ""
    """What stands behind it, as HTTP writes it."""
    is_told_elsewhere: bool = False
    """The body stands in a file, which other parts of the page may show."""

    @property
    def media(self) -> str:
        """Media type of the body; empty where nothing tells it."""
        told = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        if told:
            return told
        if self.parts:
            return MULTIPART
        return FORM if self.data and not self.text.lstrip().startswith(("{", "[")) else ""

    @property
    def text(self) -> str:
        """The body as text."""
        return "&".join(self.data)

    def fields(self) -> list[tuple[str, str]]:
        """Give the fields of a form with their values."""
        if self.parts:
            return [_pair(one) for one in self.parts]
        pairs = (_pair(one) for given in self.data for one in given.split("&") if one)
        return [(unquote_plus(name), unquote_plus(value)) for name, value in pairs if name]


def messages_in(code: Code) -> tuple[list[Sent], str]:
    """Read the requests of a code block, and the text behind them, which may be an answer."""
    text = code.text.strip().replace("\\\n", " ")
    message = _message(text)
    if message is not None:
        answer = f"HTTP/{message.answer}" if message.answer else ""
        if message.verb in ("GET", "HEAD") and not message.headers:
            message.data, answer = [], message.text
        return [message], answer
    found: list[Sent] = []
    end = 0
    for start in (one.end() for one in _COMMAND.finditer(text)):
        if start >= end:
            words, end = _words(text, start)
            found.append(_command(words))
    return found, text[end:].strip() if found else ""


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name.strip(), value.strip()


def _message(text: str) -> Sent | None:
    """Read a request with its headers and its body as HTTP writes them."""
    first, _, rest = text.partition("\n")
    found = _FIRST_LINE.match(first.strip())
    if found is None:
        return None
    sent = Sent(found[1], found[2])
    head, _, body = rest.partition("\n\n") if not rest.startswith("\n") else ("", "", rest)
    lines = head.split("\n") if head.strip() else []
    for number, line in enumerate(lines):
        header = _HEADER.match(line.strip())
        if header is None:
            body = "\n".join(lines[number:]) + (f"\n\n{body}" if body else "")
            break
        _header(sent, header[1], header[2])
    body, _, sent.answer = body.partition("\nHTTP/")
    if body.strip() and _FIRST_LINE.match(body.strip().partition("\n")[0].strip()) is None:
        sent.data.append(body.strip())
    return sent


def _header(sent: Sent, name: str, value: str) -> None:
    sent.headers[name.lower()] = value.strip()
    sent.spelled[name.lower()] = name


def _words(text: str, at: int) -> tuple[list[str], int]:
    """Split a command line as a shell does, from a place up to the end of its line."""
    words: list[str] = []
    word: list[str] = []
    quote = ""
    is_word = False
    while at < len(text):
        char = text[at]
        if char == "\\" and quote != "'":
            following = text[at + 1 : at + 2]
            word.append(char + following if quote and following not in '"\\$`' else following)
            at += 2
            continue
        if quote:
            if char == quote:
                quote = ""
            else:
                word.append(char)
        elif char in "'\"":
            quote, is_word = char, True
        elif char.isspace():
            if is_word or word:
                words.append("".join(word))
            word, is_word = [], False
            if char == "\n":
                break
        else:
            word.append(char)
        at += 1
    if is_word or word:
        words.append("".join(word))
    return words, at


def _command(words: list[str]) -> Sent:
    """Read the words of a command line behind ``curl``."""
    sent = Sent()
    given = list(_options(words))
    for name, value in given:
        _take(sent, name, value)
        _take_body(sent, name, value)
    if any(name == "get" for name, _ in given) and sent.data:
        sent.url += ("&" if "?" in sent.url else "?") + sent.text
        sent.data = []
    sends = sent.data or sent.parts or sent.has_file or sent.is_told_elsewhere
    usual = "HEAD" if any(name == "head" for name, _ in given) else "POST" if sends else "GET"
    sent.verb = sent.verb or usual
    return sent


def _take(sent: Sent, name: str, value: str) -> None:
    """Take an option that says where a request goes, or what it carries beside its body."""
    header = _HEADER.match(value) if name == "header" else None
    if header is not None:
        _header(sent, header[1], header[2])
    elif name == "request":
        sent.verb = value.upper()
    elif name == "url" and not sent.url:
        sent.url = value
    elif name == "user":
        sent.user = value
    elif name == "oauth2-bearer":
        _header(sent, "Authorization", f"Bearer {value}")
    elif name == "cookie":
        _header(sent, "Cookie", value)


def _take_body(sent: Sent, name: str, value: str) -> None:
    """Take an option that gives a body or a part of it."""
    if name in ("data", "data-binary", "json"):
        is_file = value.startswith("@")
        sent.has_file = sent.has_file or (is_file and name == "data-binary")
        sent.is_told_elsewhere = sent.is_told_elsewhere or is_file
        sent.data += [] if is_file else [value]
        if name == "json" or (is_file and value.endswith(".json")):
            sent.headers.setdefault("content-type", JSON)
    elif name == "data-urlencode":
        key, equals, text = value.partition("=")
        sent.data.append(f"{key}={quote_plus(text)}" if equals else quote_plus(value))
    elif name == "form":
        sent.parts.append(value)
    elif name == "upload-file":
        sent.has_file, sent.verb = True, sent.verb or "PUT"


def _options(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the options of a command line with their values; an address is ``url``."""
    rest = iter(words)
    for word in rest:
        if word in _ENDS:
            return
        if word.startswith("--"):
            name, equals, value = word[2:].partition("=")
            if not equals and name in _LONG_WITH_VALUE | _NAMES.keys() and name != "get":
                value = next(rest, "")
            yield _NAMES.get(name, name), value
        elif word.startswith("-") and len(word) > 1:
            for at, letter in enumerate(word[1:], 2):
                value = ""
                if letter in _WITH_VALUE:
                    value = word[at:] or next(rest, "")
                yield _NAMES.get(letter, letter), value
                if letter in _WITH_VALUE:
                    break
        else:
            yield "url", word
