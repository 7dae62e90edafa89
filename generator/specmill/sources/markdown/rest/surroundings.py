"""What a REST page says of all requests: its base URL, and the credentials that they need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from specmill.sources.markdown.rest.commands import Sent
from specmill.sources.markdown.rest.requests import Request, with_braces
from specmill.values import dataclass

_ADDRESS = re.compile(r"(?<!\]\()https?://[^\s`|)<>\"'，。*\]]+")
_BASE = re.compile(
    r"\b(?:base|root|endpoint|server|host|(?:hosted|available|served) at|served from|api (?:is )?at"
    r"|(?:requests?|calls?) (?:go|are made|are sent)(?: to)?|(?:api|service) url|prefixed)\b"
    r"|地址|域名",
    re.IGNORECASE,
)
_ANCHOR = re.compile(r"</?a\b(?! *:)[^<>]*>", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?。])\s+|\n")
_KEY = re.compile(r"`([A-Za-z][\w-]*)(?::\s*([^`]*))?`")
_CREDENTIALS = re.compile(
    r"authorization\Z|(?:x-)?(?:[\w-]*[-_])?(?:api-?key|key|token|auth|secret|apikey|session)\Z",
    re.IGNORECASE,
)
_NOT_CREDENTIALS = re.compile(
    r"idempoten|trace|request|correlation|csrf|page|next|sync", re.IGNORECASE
)
_SCHEME = re.compile(r"\b(?:bearer|basic)\b", re.IGNORECASE)
_AUTHORIZATION = re.compile(r"`Authorization:\s*(?:bearer|basic)\b", re.IGNORECASE)
_BASIC = re.compile(
    r"\bhttp basic\b|\bbasic auth(?:entication|orization)?\b|\bscheme: basic\b", re.IGNORECASE
)
_NAMED = re.compile(r"\bParameter Name: \*\*([\w.-]+)\*\*, in: (header|query|cookie)\b")
"""A key as converters of Swagger tell of it."""
_BEARER = re.compile(
    r"\bbearer (?:token|auth(?:entication|orization)?)\b|\bscheme: bearer\b", re.IGNORECASE
)
_QUERY_KEY = re.compile(r"[?&](api[_-]?key|access_token|auth_token)=", re.IGNORECASE)
_MOST_COMPARED = 50
"""Requests as they are sent that the base URL is looked for in."""
_KEYS_OF_QUERIES = frozenset(
    {"api_key", "apikey", "api-key", "access_token", "accesstoken", "auth_token", "apitoken"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """Credentials, and where the page shows them."""

    scheme: dict[str, str]
    line: int
    what: str


def header_scheme(name: str, told: str) -> dict[str, str]:
    """Give the scheme of a header that carries credentials; ``told`` may say which of HTTP's."""
    scheme = _SCHEME.search(told) if name.lower() == "authorization" else None
    if scheme is not None:
        return {"type": "http", "scheme": scheme[0].lower()}
    return {"type": "apiKey", "in": "header", "name": name}


def is_credentials(name: str) -> bool:
    """Tell whether a header of this name carries credentials."""
    return bool(_CREDENTIALS.match(name)) and not _NOT_CREDENTIALS.search(name)


def told_credentials(texts: list[tuple[str, int]]) -> Iterator[Found]:
    """Find the credentials that the text around the requests names: a header, or a scheme."""
    for text, line in texts:
        is_told = "header" in text.lower() or "头" in text or _AUTHORIZATION.search(text)
        for found in _KEY.finditer(text) if is_told else ():
            if is_credentials(found[1]):
                scheme = header_scheme(found[1], found[2] or text)
                yield Found(scheme, line, f"the header `{found[1]}`")
        for name, place in _NAMED.findall(text):
            scheme = {"type": "apiKey", "in": place, "name": name}
            what = f"`{name}` in the query" if place == "query" else f"the {place} `{name}`"
            yield Found(scheme, line, what)
        for key in _QUERY_KEY.findall(text):
            scheme = {"type": "apiKey", "in": "query", "name": key}
            yield Found(scheme, line, f"`{key}` in the query")
    for text, line in texts:
        for pattern, name in ((_BASIC, "basic"), (_BEARER, "bearer")):
            if pattern.search(text):
                scheme = {"type": "http", "scheme": name}
                yield Found(scheme, line, f"HTTP {name} authentication")


def noted_credentials(requests: list[Request]) -> Iterator[Found]:
    """Find ``Authorization: …`` in code in the text of requests."""
    for request in requests:
        for text in request.text:
            for found in _KEY.finditer(text) if "uthorization:" in text else ():
                if found[1].lower() == "authorization" and found[2]:
                    scheme = header_scheme(found[1], found[2])
                    yield Found(scheme, request.line, f"the header `{found[1]}`")


def shown_credentials(sent: list[tuple[Sent, int]]) -> Iterator[Found]:
    """Find the credentials that requests are sent with."""
    for one, line in sent:
        if one.user:
            yield Found({"type": "http", "scheme": "basic"}, line, "HTTP basic authentication")
        for name, value in one.headers.items():
            if is_credentials(name):
                spelled = one.spelled[name]
                yield Found(header_scheme(spelled, value), line, f"the header `{spelled}`")
        for pair in one.url.partition("?")[2].split("&"):
            key = pair.partition("=")[0]
            if key.lower() in _KEYS_OF_QUERIES:
                scheme = {"type": "apiKey", "in": "query", "name": key}
                yield Found(scheme, line, f"`{key}` in the query")


def listed_credentials(name: str, meaning: str, place: str, line: int) -> Found | None:
    """Read a row of a table of headers or of the query as credentials; None for other rows."""
    if place == "header" and is_credentials(name):
        return Found(header_scheme(name, meaning), line, f"the header `{name}`")
    if place == "query" and name.lower() in _KEYS_OF_QUERIES:
        scheme = {"type": "apiKey", "in": "query", "name": name}
        return Found(scheme, line, f"`{name}` in the query")
    return None


def is_carried(scheme: dict[str, str] | None, name: str, place: str) -> bool:
    """Tell whether credentials travel as this parameter."""
    if scheme is None:
        return False
    if scheme["type"] == "http":
        return place == "header" and name.lower() == "authorization"
    return place == scheme["in"] and name.lower() == scheme["name"].lower()


def server_of(
    texts: list[tuple[str, int]], requests: list[Request], sent: list[tuple[Sent, int]]
) -> str:
    """Return the base URL: that of the text, what all addresses share, or what samples show."""
    addresses = [one.url for one in requests if "://" in one.url]
    told = next(_told_servers(texts), "")
    are_paths = len(addresses) < len(requests)
    if told and (are_paths or any(_has_base(one, told) for one in addresses)):
        return told
    origins = {origin_of(one) for one in addresses}
    if len(origins) == 1:
        return origins.pop()
    bases = {base for one, _ in sent[:_MOST_COMPARED] if (base := _base_of(one.url, requests))}
    return told or (bases.pop() if len(bases) == 1 and not origins else "")


def _told_servers(texts: list[tuple[str, int]]) -> Iterator[str]:
    previous = ""
    for text, _ in texts:
        previous = previous if previous.rstrip(" *").endswith((":", "：")) else ""
        for sentence in _SENTENCE.split(_ANCHOR.sub(" ", text)):
            found = _ADDRESS.search(sentence)
            is_alone = found is not None and sentence.strip(" `*_<>-") == found[0]
            if found is not None and _BASE.search(
                f"{previous} {sentence}" if is_alone else sentence
            ):
                yield found[0].rstrip("/.,;:")
            previous = sentence


def origin_of(address: str) -> str:
    """Return scheme and host of an address."""
    return "{0.scheme}://{0.netloc}".format(urlsplit(address))


def _has_base(address: str, base: str) -> bool:
    return address == base or address.startswith((f"{base}/", f"{base}?"))


def _base_of(address: str, requests: list[Request]) -> str:
    """Return what stands before the path of a documented request in an address that is sent."""
    if "://" not in address:
        return ""
    path = with_braces(address.partition("?")[0])
    steps = path.split("/")
    for one in requests:
        own = [step for step in one.url.split("/") if step]
        tail = steps[len(steps) - len(own) :]
        if (
            own
            and len(steps) - len(own) >= 3
            and own[0] == tail[0]
            and all(a == b or "{" in a for a, b in zip(own, tail, strict=True))
        ):
            return "/".join(steps[: len(steps) - len(own)])
    return ""


def path_below(url: str, server: str) -> tuple[str, str]:
    """Split an address into its path below the base URL, and a server that is not everybody's."""
    split = urlsplit(url)
    base = urlsplit(server)
    path = split.path or "/"
    prefix = base.path.rstrip("/")
    is_same = not split.netloc or (split.scheme, split.netloc) == (base.scheme, base.netloc)
    is_below = bool(prefix) and path.startswith(f"{prefix}/")
    if is_same and (is_below or not (split.netloc and prefix)):
        return (path.removeprefix(prefix) if is_below else path), ""
    return path, f"{split.scheme}://{split.netloc}"
