"""Reference page as it was understood, before it becomes OpenAPI."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from specmill.document import pointers
from specmill.sources.loading import Source
from specmill.sources.markdown.cells import Declared
from specmill.sources.markdown.code import Attribute, Call, EnumMember, Listing
from specmill.values import dataclass


@dataclass(slots=True)
class Parameter:
    """A row of a table of parameters, or of returned values."""

    name: str
    declared: Declared
    meaning: str
    line: int

    @property
    def required(self) -> bool:
        """Whether the call must give it; a row that says nothing is optional."""
        return self.declared.required is True


@dataclass(slots=True)
class Attributes:
    """A table that tells which attributes of a returned model are set."""

    model: str
    """Name of the class; empty when the page does not tell."""
    rows: list[Parameter]
    line: int


@dataclass(slots=True)
class Method:
    """A documented method: a section with a usage line."""

    id: str
    call: Call
    title: str
    group: str
    line: int
    """Of the section's heading."""
    parameters: list[Parameter] = field(default_factory=list)
    returns: list[Parameter] = field(default_factory=list)
    attributes: list[Attributes] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    told_return: str = ""
    """What is said of the result where no table lists it."""
    seen: dict[str, int] = field(default_factory=dict)
    """Role of a table to the line of the first one."""

    @property
    def pointer(self) -> str:
        """Pointer of the method in the page's tree."""
        return pointers.join("/operations", self.id)

    @property
    def results(self) -> list[Parameter]:
        """The rows of what is returned, without a first one that tells whether the call worked."""
        if len(self.returns) < 2 or len(self.call.targets) == 1:
            return self.returns
        is_flag = self.returns[0].declared.schema.get("type") == "boolean"
        return self.returns[1:] if is_flag else self.returns

    @property
    def returns_fields(self) -> bool:
        """Whether the rows are the fields of one value, and not several values."""
        return len(self.call.targets) <= 1 < len(self.results)

    @property
    def meaning_of_result(self) -> str:
        """What the page says of the result; empty where it says nothing."""
        return self.results[0].meaning if self.results else self.told_return

    def parameter(self, name: str) -> Parameter | None:
        """Find a parameter by its documented name."""
        return next((one for one in self.parameters if one.name == name), None)


def undocumented_method(name: str) -> Method:
    """Make a method of which the page says nothing."""
    call = Call(name, "", (), (), (), 0, readable=False)
    return Method(name, call, "", "", 0)


@dataclass(slots=True)
class Model:
    """A class that the page lists."""

    name: str
    attributes: list[tuple[Attribute, Declared]]
    line: int
    members: tuple[EnumMember, ...] | None = None
    """Of an enumeration; None for any other class."""

    @property
    def pointer(self) -> str:
        """Pointer of the class in the page's tree."""
        return pointers.join("/classes", self.name)


@dataclass(slots=True)
class Page:
    """Everything that a reference page says."""

    title: str = ""
    text: list[str] = field(default_factory=list)
    dialect: str = ""
    client: Method | None = None
    """The section that makes the client."""
    methods: list[Method] = field(default_factory=list)
    listings: dict[str, Listing] = field(default_factory=dict)
    models: dict[str, Model] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    """Headings above the methods to the text below them."""


def locate_in(source: Source, page: Page) -> Source:
    """Give the page's text its tree, with the line of every method, row and attribute."""
    starts = [0]
    for text in source.text.split("\n"):
        starts.append(starts[-1] + len(text) + 1)
    tree: dict[str, Any] = {}
    offsets: dict[str, int] = {"": 0}
    for pointer, line, value in _parts(page):
        holder = tree
        *around, last = pointers.keys(pointer)
        for key in around:
            holder = holder.setdefault(key, {})
        holder[last] = value
        offsets[pointer] = starts[line - 1]
    return source.with_tree(tree, offsets)


def _parts(page: Page) -> Iterator[tuple[str, int, Any]]:
    sections = [("/client", page.client)] if page.client else []
    for pointer, method in [*sections, *((one.pointer, one) for one in page.methods)]:
        yield pointer, method.line, {"usage": method.call.text}
        yield f"{pointer}/usage", method.call.line, method.call.text
        for kind, rows in (("parameters", method.parameters), ("returns", method.returns)):
            if kind in method.seen:
                yield f"{pointer}/{kind}", method.seen[kind], {}
            for row in rows:
                place = pointers.join(pointer, kind, row.name)
                yield place, row.line, row.declared.text
    for model in page.models.values():
        yield model.pointer, model.line, {}
        for attribute, declared in model.attributes:
            yield pointers.join(model.pointer, attribute.name), attribute.line, declared.text
