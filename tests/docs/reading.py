"""Reads the committed pages back: what a reader of them learns, in the shape of ``inspect``."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "generated" / "docs"
PACKAGES = {
    "dataflow": "dataflow_v1b3",
    "genomics": "genomics_v2alpha1",
    "kubeflow-pipelines": "kubeflow_pipelines_v1beta1",
    "kubeflow-pipelines-v2beta1": "kubeflow_pipelines_v2beta1",
    "paddleflow": "paddleflow",
}
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_REQUEST = re.compile(r"^`(\w+) (/\S*)` · `([^`]+)`$", re.MULTILINE)


@dataclass
class Method:
    """The section of a method."""

    resource: str
    name: str
    text: str
    page: Path

    @property
    def request(self) -> tuple[str, str, str]:
        """HTTP method, path template and operation id."""
        found = _REQUEST.search(self.text)
        assert found, (self.page, self.name)
        return found[1], found[2], found[3]

    def blocks(self, language: str) -> list[str]:
        """Return its code in a language, in order."""
        return [text for name, text in FENCE.findall(self.text) if name == language]

    def table(self, heading: str) -> list[list[str]]:
        """Return the rows of the table that a bold line announces."""
        return rows(self.text.partition(f"\n**{heading}**\n")[2])

    def lead(self, heading: str) -> list[str]:
        """Return what stands in the line of a heading: media type, need, type …"""
        found = re.search(rf"^\*\*{heading}\*\* (.*)$", self.text, re.MULTILINE)
        return [plain(part) for part in found[1].split(" — ")[0].split(" · ")] if found else []


@dataclass
class Node:
    """A field in a tree."""

    name: str
    types: list[str]
    text: str
    children: dict[str, Node] = field(default_factory=dict)
    link: str = ""
    """Anchor where its fields are shown."""


def plain(markdown: str) -> str:
    """Return what a reader sees."""
    text = _LINK.sub(r"\1", markdown.replace("**", ""))
    text = re.sub(r"</?(?:code|summary)>", "", text).replace("`", "")
    return html.unescape(re.sub(r"\\([\\`*_\[\]+#.)-])", r"\1", text)).strip()


def rows(text: str) -> list[list[str]]:
    """Return the cells of the first table in a text, its head left out."""
    lines = iter(text.splitlines())
    table = []
    for line in lines:
        if line.startswith("|"):
            table.append(line)
        elif table:
            break
    return [[cell.strip() for cell in line.strip("|").split(" |")] for line in table[2:]]


@cache
def methods(package: str) -> tuple[Method, ...]:
    """Return every method of an API."""
    files = sorted([*(PAGES / package / "resources").glob("*.md"), PAGES / package / "client.md"])
    return tuple(method for file in files if file.is_file() for method in methods_of(file))


def methods_of(file: Path) -> Iterator[Method]:
    """Yield the methods of one page."""
    head, *sections = re.split(r"^## ", file.read_text("utf-8"), flags=re.MULTILINE)
    resource = plain(head.partition("\n")[0].removeprefix("# "))
    for section in sections:
        name, _, text = section.partition("\n")
        yield Method(resource, plain(name), text, file)


@cache
def models(package: str) -> dict[str, dict[str, Any]]:
    """Return every model by name, as ``inspect`` describes it."""
    files = (PAGES / package / "models").glob("*.md")
    found = (_model(file.read_text("utf-8")) for file in sorted(files) if file.name != "index.md")
    return {model["name"]: model for model in found}


def _model(text: str) -> dict[str, Any]:
    name = plain(text.partition("\n")[0].removeprefix("# "))
    kind = re.search(r"^(Object|Enumeration|A name for a type)\.", text, re.MULTILINE)
    assert kind, name
    called = re.search(r"Called `?(.*?)`? in the spec", text)
    model: dict[str, Any] = {
        "name": name,
        "wire": plain(called[1]) if called else name,
        "kind": {"Object": "object", "Enumeration": "enum"}.get(kind[1], "alias"),
    }
    table = rows(text.partition("\n## ")[0])
    if model["kind"] == "object":
        model["fields"] = [_field(cells) for cells in table if len(cells) == 4]
    elif model["kind"] == "enum":
        model["values"] = [plain(cells[0]) for cells in table]
    else:
        stands = re.search(r"^Stands for (.*)\.$", text, re.MULTILINE)
        assert stands, name
        model["type"] = plain(stands[1].partition(" · ")[0])
    return model


def _field(cells: list[str]) -> dict[str, Any]:
    names = [plain(name) for name in cells[0].split("<br>")]
    type_, _, wire_type = (plain(cells[1])).partition(" · ")
    return {
        "wire": names[0],
        "python": names[-1],
        "type": type_,
        "wire_type": wire_type,
        "required": plain(cells[2]) == "required",
        "meaning": cells[3],
    }


def described(package: str) -> dict[str, Any]:
    """Return what the pages of an API tell, in the shape of ``specmill inspect --json``."""
    return {
        "operations": [_operation(method) for method in methods(package)],
        "models": list(models(package).values()),
    }


def _operation(method: Method) -> dict[str, Any]:
    verb, path, identifier = method.request
    parameters = [_parameter(cells) for cells in method.table("Parameters")]
    body = method.lead("Request")
    response = method.lead("Response")
    return {
        "id": identifier,
        "method": verb,
        "path": path,
        "python": f"{method.resource}.{method.name}".removeprefix("client."),
        "parameters": [one for one in parameters if one["in"] != "form"],
        "body": (
            {
                "media_type": body[0],
                "required": body[1] == "required",
                "type": body[2],
                "parts": [one for one in parameters if one["in"] == "form"],
            }
            if body
            else None
        ),
        "returns": response[2] if len(response) == 3 else "None",
    }


def _parameter(cells: list[str]) -> dict[str, Any]:
    name = plain(cells[0])
    place, _, wire = plain(cells[1]).partition(" ")
    type_, _, wire_type = plain(cells[2]).partition(" · ")
    return {
        "wire": wire or name,
        "in": place,
        "python": name,
        "type": type_,
        "wire_type": wire_type,
        "required": plain(cells[3]) == "required",
        "meaning": cells[4],
    }


def tree(method: Method, heading: str) -> dict[str, Node]:
    """Return the tree of a request or a response; what is shown elsewhere on the page is there."""
    shown = {
        anchor: nodes
        for other in methods_of(method.page)
        for part in ("Request", "Response")
        for anchor, nodes in _nodes(other, part)[1].items()
    }
    nodes, _ = _nodes(method, heading)
    _resolve(nodes, shown, set())
    return nodes


def _resolve(nodes: dict[str, Node], shown: dict[str, dict[str, Node]], seen: set[str]) -> None:
    for node in nodes.values():
        if node.link and node.link not in seen:
            node.children = shown[node.link]
            _resolve(node.children, shown, seen | {node.link})
        elif not node.link:
            _resolve(node.children, shown, seen)


def _nodes(method: Method, heading: str) -> tuple[dict[str, Node], dict[str, dict[str, Node]]]:
    """Return the first level, and by anchor the fields that are unfolded."""
    top: dict[str, Node] = {}
    anchors: dict[str, dict[str, Node]] = {}
    levels = [top]
    anchor = ""
    lines = method.text.partition(f"\n**{heading}** ")[2].splitlines()[1:]
    for line in lines:
        if line.startswith("**"):
            break
        if found := re.match(r"<details markdown=\"1\"(?: id=\"([^\"]+)\")?>", line):
            anchor = found[1] or ""
        elif line.startswith("<summary>"):
            name, *types = (plain(one) for one in re.findall(r"<code>.*?</code>", line))
            node = levels[-1].setdefault(name, Node(name, types, line))
            levels.append(node.children)
            if anchor:
                anchors[anchor] = node.children
        elif line == "</details>":
            levels.pop()
        elif line.startswith("- **"):
            node = _leaf(line)
            levels[-1][node.name] = node
    return top, anchors


def _leaf(line: str) -> Node:
    found = re.match(
        r"- \*\*(?:`([^`]*)`|<code>(.*?)</code>)\*\*((?: (?:`[^`]*`|<code>.*?</code>))*)", line
    )
    assert found, line
    types = [plain(one) for one in re.findall(r"`[^`]*`|<code>.*?</code>", found[3])]
    link = re.search(r"\]\(#(fields-[^)]*)\)", line)
    return Node(plain(found[1] or found[2]), types, line, link=link[1] if link else "")


@dataclass
class DocumentedMethod:
    """A method as the page of its operation documents it after the reference page."""

    usage: str
    parameters: list[tuple[str, str, bool, str]]
    """Name, type, need and default."""
    returns: list[tuple[str, str]]
    attributes: list[str]
    """Names that are set on the objects that come back."""


def documented_methods(package: str) -> list[tuple[str, DocumentedMethod]]:
    """Return the methods of a reference page with their names."""
    index = (PAGES / package / "index.md").read_text("utf-8")
    texts = [index, *(method.text for method in methods(package))]
    pattern = r"<details markdown=\"1\">\n<summary>As the reference page has it: (.*?)</summary>"
    found = []
    for text in texts:
        _, *parts = re.split(pattern, text)
        found += [
            (plain(name), _documented(told))
            for name, told in zip(parts[::2], parts[1::2], strict=True)
        ]
    return found


def _documented(text: str) -> DocumentedMethod:
    told = text.partition("\n</details>")[0]
    parameters, _, returns = told.partition("\n| Returns ")
    return DocumentedMethod(
        FENCE.findall(told)[0][1].strip(),
        [
            (name, plain(cells[1]), plain(cells[2]) == "required", plain(cells[3]))
            for cells in rows(parameters)
            for name in map(plain, cells[0].split(", "))
        ],
        [(plain(cells[0]), plain(cells[1])) for cells in rows(f"| Returns {returns}")],
        [
            name
            for names in re.findall(r"^Set on each .*?: (.*)\.$", returns, re.MULTILINE)
            for name in re.findall(r"`(\w+)`", names)
        ],
    )
