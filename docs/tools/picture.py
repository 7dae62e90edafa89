"""Picture of the README: a piece of the example's spec, the call, and what an editor shows of it.

The middle and the right part are taken from the package that is generated from the spec.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from pygments.lexer import Lexer
from pygments.lexers.data import YamlLexer
from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Literal, Name, Number, String, _TokenType

from specmill import generate
from specmill.example.server import SPEC

_WIDTH, _LINE = 1000, 18
_ROOM = 56
"""Characters of a line of the spec."""
_COLOURS: tuple[tuple[_TokenType, str], ...] = (
    (Comment, "#8b949e"),
    (String, "#a5d6ff"),
    (Number, "#79c0ff"),
    (Literal, "#a5d6ff"),
    (Name.Tag, "#7ee787"),
    (Name.Builtin, "#79c0ff"),
    (Name.Function, "#d2a8ff"),
    (Keyword, "#ff7b72"),
)
_PLAIN = "#e6edf3"
_CALL = """\
from pets import Pets

with Pets() as client:
    for pet in client.pets.list(kind="cat"):
        print(pet.name, pet.born)
"""


@dataclass(frozen=True)
class _Panel:
    title: str
    x: int
    y: int
    width: int
    lines: tuple[tuple[tuple[str, str], ...], ...]
    """Lines of pieces: colour and text."""

    @property
    def height(self) -> int:
        return 44 + _LINE * len(self.lines)

    def svg(self) -> Iterator[str]:
        yield (
            f'<rect x="{self.x}" y="{self.y}" width="{self.width}" height="{self.height}" rx="8" '
            'fill="#0d1117" stroke="#30363d"/>'
        )
        title = escape(self.title)
        yield f'<text x="{self.x + 14}" y="{self.y + 20}" fill="#8b949e">{title}</text>'
        for number, line in enumerate(self.lines):
            y = self.y + 44 + _LINE * number
            yield f'<text x="{self.x + 14}" y="{y}" xml:space="preserve">{_spans(line)}</text>'


def picture() -> str:
    """Return the picture as SVG."""
    package = {path: content.decode() for path, content in generate(SPEC, name="pets").items()}
    spec = tuple(map(_cut, _coloured(_piece_of_spec(), YamlLexer())))
    left = _Panel("openapi.yaml", 0, 0, 430, spec)
    call = _Panel("use.py", 450, 0, 550, _coloured(_CALL, PythonLexer()))
    hover = _Panel("hover over list", 450, call.height + 14, 550, tuple(_hover(package)))
    fields = ", ".join(_fields(package))
    kinds = ", ".join(_kinds(package))
    offered = _Panel(
        "completion",
        450,
        hover.y + hover.height + 14,
        550,
        _coloured(f"kind=   # {kinds}\npet.    # {fields}\n", PythonLexer()),
    )
    panels = (left, call, hover, offered)
    height = max(one.y + one.height for one in panels) + 2
    return "\n".join(_document(panels, height)) + "\n"


def _document(panels: Iterable[_Panel], height: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 {_WIDTH + 2} {height}" '
        f'width="{_WIDTH + 2}" height="{height}" role="img" '
        'font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="12">'
    )
    yield "<title>A piece of a spec, the call, and what an editor shows of it</title>"
    for panel in panels:
        yield from panel.svg()
    yield "</svg>"


def _piece_of_spec() -> str:
    """Return the first operation of the spec, each parameter on lines of its own."""
    text = SPEC.read_text("utf-8").partition("paths:\n")[2].partition("    post:\n")[0]
    lines = ["paths:"]
    for line in text.splitlines():
        if line.startswith("        - {name:"):
            name = re.search(r"name: (\w+)", line)
            schema = re.search(r"schema: (\{.*?\})\}", line)
            assert name, line
            assert schema, line
            lines += [
                f"        - name: {name[1]}",
                "          in: query",
                f"          schema: {schema[1]}",
            ]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _cut(line: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return a line as far as there is room for it."""
    left, kept = _ROOM, list[tuple[str, str]]()
    for colour, text in line:
        if len(text) > left:
            return (*kept, (colour, f"{text[: left - 1]}…"))
        kept.append((colour, text))
        left -= len(text)
    return tuple(kept)


def _hover(package: dict[str, str]) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield the signature and the docstring of ``client.pets.list``, as the code has them."""
    source = package["pets/resources/pets.py"]
    (group,) = [
        one
        for one in ast.parse(source).body
        if isinstance(one, ast.ClassDef) and one.name == "Pets"
    ]
    (method,) = [
        one for one in group.body if isinstance(one, ast.FunctionDef) and one.name == "list"
    ]
    lines = source.splitlines()[method.lineno - 1 : method.body[0].lineno - 1]
    yield from _coloured("\n".join(line[4:] for line in lines), PythonLexer())
    for line in (ast.get_docstring(method) or "").splitlines():
        yield ((_PLAIN, line),)


def _fields(package: dict[str, str]) -> list[str]:
    """Return the fields of a pet with their types."""
    tree = ast.parse(package["pets/models/pets.py"])
    (model,) = [one for one in tree.body if isinstance(one, ast.ClassDef) and one.name == "Pet"]
    return [
        f"{one.target.id}: {ast.unparse(one.annotation)}"
        for one in model.body
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    ]


def _kinds(package: dict[str, str]) -> list[str]:
    found = re.search(r"PetKind: TypeAlias = Literal\[(.*?)\]", package["pets/models/pets.py"])
    assert found
    return found[1].split(", ")


def _coloured(code: str, lexer: Lexer) -> tuple[tuple[tuple[str, str], ...], ...]:
    lines: list[list[tuple[str, str]]] = [[]]
    for kind, text in lexer.get_tokens(code):
        colour = next((colour for known, colour in _COLOURS if kind[: len(known)] == known), _PLAIN)
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append((colour, part))
    while lines and not lines[-1]:
        lines.pop()
    return tuple(map(tuple, lines))


def _spans(line: tuple[tuple[str, str], ...]) -> str:
    return "".join(f'<tspan fill="{colour}">{escape(text)}</tspan>' for colour, text in line)
