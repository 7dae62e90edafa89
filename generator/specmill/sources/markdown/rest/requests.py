"""Requests of a REST page: how they are written, and what is known of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from specmill.sources.markdown.blocks import Block, Code, Table, Text, plain
from specmill.sources.markdown.rest.samples import Sample
from specmill.sources.markdown.rest.words import Part
from specmill.values import dataclass

VERBS = r"(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)"
_CHARACTERS = r"(?:[^\s`|()\[\]*，。；]|\([\w.-]+(?: or [\w.-]+)*\)|\[[\w.-]*\])*"
_HOST = r"(?:\{\{\w+\}\}|\{\w+\}|\$\{?\w+\}?|<\w+>)?"
"""A variable that stands for the base URL, as Postman writes it."""
URL = rf"{_HOST}(https?://{_CHARACTERS}|/{_CHARACTERS})"
_VERB, _URL = re.compile(rf"{VERBS}"), re.compile(rf"{URL}")
_IN_HEADING = re.compile(rf"(?<![\w/]){VERBS}:?\s+{URL}", re.IGNORECASE)
_ALONE = re.compile(rf"(?:[\w ]{{1,30}}:\s*)?{VERBS}:?\s+{URL}(?:\s+HTTP/[\d.]+)?\.?\Z")
_LONE = re.compile(r"(https?://[^\s?{}]+\?(?:[^\s{}]|\{[\w ]+\})+)\Z")
_SPACED = re.compile(r"\{[\w ]+\}")
_TAG = re.compile(rf'<\w+ method="{VERBS}"[^<>]*>([^<>]*)</\w+>\Z', re.IGNORECASE)
_AROUND_TITLE = " \t-–—:|%()[]·#`"
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LINKED = re.compile(r"(?<=/)\[([A-Za-z_][\w.-]*)\]\([^()\s]*\)")
_VARIABLE = re.compile(
    r"\{\{\s*([^{}]+?)\s*\}\}|\{([^{}#]*)(?:#[^{}]*)?\}|(?<=/):([A-Za-z_]\w*)|<(?:\w+:)?([\w-]+)>"
    r"|(?<=[/.])[(\[]:?([A-Za-z_][\w-]*)(?: or [\w-]+)*[)\]](?=[/?.]|\Z)"
    r"|(?<=/)\$\{?([A-Za-z_]\w*)\}?"
)


@dataclass(slots=True)
class Request:
    """A documented request."""

    verb: str
    url: str
    """Path, or the whole address, with its variables in braces and without its query."""
    title: str
    group: str
    line: int
    level: int
    """Of the heading of its section."""
    queries: list[str] = field(default_factory=list)
    """What the page shows behind the ``?``."""
    in_heading: bool = False
    is_row: bool = False
    """Only a table or a list names it, so that its title says what it does, in any words."""
    is_open: bool | None = None
    """Whether it needs no credentials, where the page says so."""
    text: list[str] = field(default_factory=list)
    tables: list[tuple[Part, Table]] = field(default_factory=list)
    objects: list[tuple[str, Table]] = field(default_factory=list)
    """Objects that its section lists below their names."""
    values: list[tuple[int, Table]] = field(default_factory=list)
    """Tables of what fields may be, each with the number of tables before it."""
    samples: list[tuple[Part, Sample]] = field(default_factory=list)
    statuses: dict[str, str] = field(default_factory=dict)
    """What is said of each status."""
    headers: dict[str, str] = field(default_factory=dict)
    """Headers that samples send, with their values."""
    told: dict[str, list[str]] = field(default_factory=dict)
    """Sentences about the answer of each status; of the usual one below no status."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from other requests."""
        return key_of(self.verb, self.url)


def key_of(verb: str, url: str) -> tuple[str, str]:
    """Give what tells a request from others: names of variables do not."""
    path = with_braces(url).partition("?")[0]
    steps = ("{}" if step.startswith("{") else step for step in path.rstrip("/").split("/"))
    return verb.upper(), "/".join(steps)


def request_in_heading(text: str) -> tuple[str, str, str] | None:
    """Read ``Get a pet (GET /pets/{id})``: verb, address, and the title that is left."""
    found = _IN_HEADING.search(text)
    if found is None:
        return None
    before, after = (
        part.strip(_AROUND_TITLE) for part in (text[: found.start()], text[found.end() :])
    )
    return found[1].upper(), found[2], f"{before} {after}".strip()


def with_variables(path: str) -> tuple[str, dict[str, tuple[str, str]]]:
    """Make variables of the numbers and UUIDs behind a plural in a path, ``/messages/2.json``.

    Gives the path, and each variable with its value and type.
    """
    steps = path.split("/")
    found: dict[str, tuple[str, str]] = {}
    for at in range(1, len(steps)):
        value, dot, end = steps[at].partition(".")
        kind = "integer" if value.isdecimal() else "string" if _UUID.fullmatch(value) else ""
        before = steps[at - 1]
        if kind and before.endswith("s") and not before.endswith(("ss", "us")):
            name = f"{before.removesuffix('s')}_id"
            if name not in found:
                found[name] = (value, kind)
                steps[at] = f"{{{name}}}{dot}{end}"
    return "/".join(steps), found


def verb_in_heading(text: str) -> tuple[str, str] | None:
    """Read ``List boats [GET]``: verb and title."""
    title, _, verb = text.strip("[] ").rpartition(" ")
    is_verb = _VERB.fullmatch(verb.lstrip("[")) is not None
    return (verb.lstrip("["), title.strip(_AROUND_TITLE)) if is_verb else None


def request_below(text: str, around: list[str]) -> tuple[str, str, str] | None:
    """Read ``List [GET]`` below ``Boats [/boats]``: verb, address and title."""
    found = verb_in_heading(text)
    address = next(filter(None, map(address_in_heading, reversed(around))), None)
    if found is None or address is None:
        return None
    url = address[0] if found[0] == "GET" else address[0].partition("{?")[0]
    return found[0], url, found[1]


def address_in_heading(text: str) -> tuple[str, str] | None:
    """Read ``Boats [/boats{?page}]``: address and title."""
    title, _, address = text.strip("[] ").rpartition(" ")
    is_address = re.fullmatch(rf"/{_CHARACTERS}", address.lstrip("[")) is not None
    return (address.lstrip("["), title.strip(_AROUND_TITLE)) if is_address else None


def plain_address(markdown: str) -> str:
    """Take the marks out of a line with an address: a step that is a link is a variable."""
    return plain(_LINKED.sub(r"{\1}", markdown) if "](" in markdown else markdown)


def address_of(text: str) -> str:
    """Return the address that a command sends to, without a variable for the base URL."""
    found = _URL.match(text)
    return found[1] if found else ""


def requests_in(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the requests of lines that hold nothing else."""
    if isinstance(block, Code):
        lines = block.text.strip().split("\n")
    elif isinstance(block, Text):
        tagged = _TAG.match(block.text)
        if tagged is not None:
            yield tagged[1].upper(), plain(tagged[2])
        lines = [plain_address(one) for one in block.text.split("\n") if "/" in one]
    else:
        return
    for number, line in enumerate(lines):
        found = _ALONE.match(line.strip())
        if found is None:
            if number and isinstance(block, Code):
                return  # headers and a body follow
            continue
        yield found[1], found[2]


def lone_address(text: str) -> str:
    """Return an address with variables in its query that is all of a text; empty for others."""
    found = _LONE.match(plain(text).strip())
    return _SPACED.sub(lambda one: one[0].replace(" ", "_"), found[1]) if found else ""


def with_braces(url: str) -> str:
    """Write the variables of an address in braces: ``:id``, ``<id>``, ``{{id}}``, ``(id)``."""
    return _VARIABLE.sub(_in_braces, url)


def _in_braces(found: re.Match[str]) -> str:
    name = next((group for group in found.groups() if group is not None), "")
    if name[:1] in ("?", "&"):  # RFC 6570: a part of the query
        pairs = "&".join(f"{one.strip().rstrip('*')}=" for one in name[1:].split(","))
        return f"{name[0]}{pairs}"
    return f"{{{name.lstrip('+/').rstrip('*')}}}"


def fits(template: str, url: str) -> bool:
    """Tell whether an address is one of a template's; either may have a base before it."""
    one, other = (_steps(text) for text in (template, with_braces(url)))
    short, long = sorted((one, other), key=len)
    end = long[len(long) - len(short) :]
    if not short or (len(short) < len(long) and short[0] != end[0]):
        return one == other
    return all(
        step == own or "{" in step or "{" in own for step, own in zip(short, end, strict=True)
    )


def _steps(url: str) -> list[str]:
    path = url.partition("?")[0]
    if "://" in path:
        path = path.partition("://")[2].partition("/")[2]
    return [step for step in path.split("/") if step]
