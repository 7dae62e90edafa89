"""Changes of one place in a REST page: lines deleted, doubled, swapped, cut, or with odd marks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

PAGE = Path(__file__).with_name("page.md")
PIECES = (
    *(
        "|",
        "```",
        "`",
        "*",
        "#",
        "## ",
        "- ",
        "    ",
        "\\",
        "{",
        "}",
        "[",
        "](",
        "<",
        ">",
        ":",
        "：",
    ),
    *("GET /", "POST ", "curl ", "curl '", " -d '", "-F a=@b ", '"', "'", "?", "&", "=", "=[", "$"),
    *(
        "200",
        "404 ",
        "Status: 204",
        "HTTP/1.1 999 X\n",
        "{{",
        "}}",
        "{?a,b}",
        "https://[x",
        "\u200b",
    ),
    *(
        "required",
        "(string)",
        "string(1..",
        "[]",
        "| --- |",
        "\n\n",
        "\t",
        "%",
        "\u0130",
        "²",
        "\x00",
    ),
    *("Response", "Parameters:\n", "**Method:** GET\n", "URL: /x\n", "9" * 400, "(" * 50, "é" * 50),
)


def mutated_pages(choose: random.Random) -> Iterator[str]:
    """The page without end, each time with one to three mistakes."""
    lines = PAGE.read_text("utf-8").split("\n")
    while True:
        page = [*lines]
        for _ in range(choose.choice((1, 1, 1, 2, 3))):
            _change(page, choose)
        yield "\n".join(page)


def _change(page: list[str], choose: random.Random) -> None:
    at, other = (choose.randrange(len(page)) for _ in range(2))
    line = page[at]
    place = choose.randint(0, len(line))
    kind = choose.choice(("delete", "double", "swap", "move", "cut", "insert", "insert", "drop"))
    if kind == "delete":
        del page[at]
    elif kind == "double":
        page.insert(at, line)
    elif kind == "swap":
        page[at], page[other] = page[other], line
    elif kind == "move":
        page[at : at + choose.randint(1, 30)] = []
    elif kind == "cut":
        page[at] = line[:place]
    elif kind == "insert":
        page[at] = line[:place] + choose.choice(PIECES) + line[place:]
    else:
        page[at] = line[:place] + line[place + 1 :]
