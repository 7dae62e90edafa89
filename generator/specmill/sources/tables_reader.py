"""Reads the blocks of a reference page: which section is a method, which table says what of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from specmill.diagnostics import Location, Report
from specmill.sources.loading import Source
from specmill.sources.tables_cells import Declared, read_type
from specmill.sources.tables_code import Attribute, Call, Listing, calls, listings
from specmill.sources.tables_dialect import ROLES, Dialects, fold
from specmill.sources.tables_markdown import Block, Code, Heading, Table, Text, plain
from specmill.sources.tables_page import Attributes, Method, Model, Page
from specmill.sources.tables_rows import Rows

_CLASS_NAME = re.compile(r"[A-Z]\w*\Z")
_WORD = re.compile(r"\w+", re.ASCII)
_ALIKE = 0.75
_OTHER = "other"
"""Role of a part of a method's section whose heading is not understood."""


def read_blocks(blocks: list[Block], source: Source, dialects: Dialects, report: Report) -> Page:
    """Read a page; what is odd is read as well as can be and reported."""
    texts = [block.text for block in blocks if isinstance(block, Heading)]
    texts += [cell for block in blocks if isinstance(block, Table) for cell in block.header.cells]
    reader = _Reader(source, report, dialects.ordered_by(texts))
    reader.classes = _class_names(blocks, reader.dialects.receivers())
    for block in blocks:
        reader.read(block)
    return reader.finish()


def _class_names(blocks: list[Block], receivers: set[str]) -> dict[str, str]:
    """Find the classes beforehand: tables may name those that come later."""
    found: dict[str, str] = {}
    heading: Heading | None = None
    method_level = 0
    """Level of the section of a method that is open; 0 for none."""
    for block in blocks:
        if isinstance(block, Heading):
            heading = block
            method_level = method_level if block.level > method_level else 0
        elif isinstance(block, Code):
            found.update({one.name: one.name for one in listings(block) or ()})
            if heading and heading.level > 1 and calls(block, receivers):
                method_level = method_level or heading.level
        elif heading and not method_level and _CLASS_NAME.match(heading.text):
            found.update({heading.text: heading.text} if isinstance(block, Table) else {})
    return found


@dataclass(slots=True)
class _Reader:
    source: Source
    report: Report
    dialects: Dialects
    classes: dict[str, str] = field(default_factory=dict)
    page: Page = field(default_factory=Page)
    headings: list[Heading] = field(default_factory=list)
    """The headings that the present block stands under, outermost first."""
    method: Method | None = None
    role: str = ""
    paragraph: str = ""
    pending: list[str] = field(default_factory=list)
    """Paragraphs below a heading that may turn out to be a method's."""
    used: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    """Role to the headings that stand for it, each with its lines."""
    others: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    """Word and dialect of words from another dialect, with their lines."""
    tables: dict[str, dict[str, Declared]] = field(default_factory=dict)
    """Classes that tables list: attribute to what its row declares."""
    rows: Rows = field(init=False)

    def __post_init__(self) -> None:
        self.page.dialect = self.dialects.main.name

    def read(self, block: Block) -> None:
        """Read the next block."""
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Code):
            self._code(block)
        elif isinstance(block, Table):
            self.rows = Rows(
                self.source, self.report, self.dialects, self.classes, self._note_foreign
            )
            self._table(block)
        else:
            self._text(block)

    # -- headings --------------------------------------------------------------------------------

    def _heading(self, heading: Heading) -> None:
        self.paragraph = ""
        role = self._role(heading)
        if role:
            self.role = role
            return
        if self.pending and self.headings:
            self.page.groups[self.headings[-1].text] = "\n\n".join(self.pending)
        self.pending = []
        while self.headings and self.headings[-1].level >= heading.level:
            self.headings.pop()
        inside = self.method is not None and any(
            one.line == self.method.line for one in self.headings
        )
        self.headings.append(heading)
        self.role = _OTHER if inside else ""
        if not inside:
            self.method = None
        if heading.level == 1 and not self.page.title:
            self.page.title = heading.text

    def _role(self, heading: Heading) -> str:
        """Tell the role of a heading inside a method's section; empty for any other heading."""
        if self.method is None:
            return ""
        role, dialect = self.dialects.role_of("headings", heading.text)
        if role:
            self.used.setdefault(role, {}).setdefault(heading.text, []).append(heading.line)
            if dialect != self.dialects.main.name:
                self._note_foreign(heading.text, dialect, heading.line)
            return role
        if len(self.headings) < 2 or heading.level <= self.headings[-1].level:
            return ""  # nothing but the title is around it
        role, meant = self._alike(heading.text)
        if role:
            self._warn(f"the heading {heading.text!r} is read as {meant!r}", heading.line)
        else:
            self._warn(f"the heading {heading.text!r} is not understood here", heading.line)
        return role

    def _alike(self, text: str) -> tuple[str, str]:
        words = {
            word: role
            for dialect in self.dialects.all
            for role in ROLES
            for word in dialect.words.get(f"headings.{role}", ())
        }
        folded = fold(text)
        inside = [word for word in words if word in folded.split() or f" {word}" in f" {folded}"]
        close = inside or get_close_matches(folded, list(words), n=1, cutoff=_ALIKE)
        return (words[close[0]], close[0]) if close else ("", "")

    # -- code ------------------------------------------------------------------------------------

    def _code(self, code: Code) -> None:
        for call in calls(code, self.dialects.receivers()):
            self._call(call)
        listed = listings(code)
        if listed is None:
            self._warn("this listing of a class is not Python; it is left out", code.line)
        for listing in listed or ():
            self._listing(listing)

    def _call(self, call: Call) -> None:
        if self.method is not None and not self._is_below_title():
            if call.method != self.method.call.method:
                self._warn(
                    f"`{call.method}` is called in the section of `{self.method.call.method}`;"
                    " taken as an example",
                    call.line,
                )
            return
        heading = self.headings[-1] if self.headings else Heading(1, call.method, call.line)
        around = [one for one in self.headings[:-1] if one.level > 1]
        group = around[-1].text if around else ""
        self.method = Method(call.method, call, heading.text, group, heading.line)
        self.method.text, self.pending = self.pending, []
        self.role = ""
        if not call.readable:
            self._warn("this usage line is not Python; only its name was read", call.line)
        if call.is_constructor:
            self.page.client = self.method
        else:
            self.page.methods.append(self.method)

    def _is_below_title(self) -> bool:
        """Whether the present section only seems to be inside that of a method, under the title."""
        assert self.method is not None
        outer = next((one for one in self.headings if one.line == self.method.line), None)
        return outer is not None and outer.level == 1 and self.headings[-1] is not outer

    def _listing(self, listing: Listing) -> None:
        known = self.page.listings.get(listing.name)
        if known is None:
            self.page.listings[listing.name] = listing
            return
        same = [one.name for one in known.attributes] == [one.name for one in listing.attributes]
        says = "with the same attributes" if same else "with other attributes; the first counts"
        what = f"the class {listing.name} is listed again, {says}"
        self._warn(what, listing.line, f"first at line {known.line}")

    # -- tables ----------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        columns = self.rows.columns(table)
        if columns is None:
            return
        heading = self.headings[-1] if self.headings else None
        if self.method is None:
            if heading and _CLASS_NAME.match(heading.text):
                self._class_table(table, heading)
            elif table.rows:
                self._warn("this table belongs to no method; it is left out", table.header.line)
            return
        role = self.role or "parameters"
        if role == _OTHER:
            self._warn("this table is neither parameters nor returns; left out", table.header.line)
            return
        if role == "returns" and (not columns.typed or self.paragraph) and self.method.returns:
            role = "fields"
        rows = self.rows.read(table, columns, marked=role == "parameters")
        if not rows:
            self._warn(f"this table of {role} is empty", table.header.line)
        if role == "fields":
            named = [word for word in _WORD.findall(self.paragraph) if word in self.classes]
            model = named[0] if named else ""
            self.method.attributes.append(Attributes(model, rows, table.header.line))
        elif role in self.method.seen:
            self._again(role, table.header.line)
            self.method.other_returns.append(rows)
        else:
            self.method.seen[role] = table.header.line
            setattr(self.method, role, rows)

    def _again(self, role: str, line: int) -> None:
        assert self.method is not None
        first = self.method.seen[role]
        what = f"`{self.method.call.method}` has a second table of {role}; the first counts"
        self._warn(what, line, f"first at line {first}")

    def _class_table(self, table: Table, heading: Heading) -> None:
        columns = self.rows.columns(table)
        assert columns is not None
        rows = self.rows.read(table, columns, marked=False)
        attributes = [Attribute(one.name, one.line, one.declared.text, one.meaning) for one in rows]
        self.tables.setdefault(heading.text, {one.name: one.declared for one in rows})
        self._listing(Listing(heading.text, tuple(attributes), heading.line))

    # -- text ------------------------------------------------------------------------------------

    def _text(self, block: Text) -> None:
        self.paragraph = plain(block.text)
        if self.method is not None:
            if not self.role and not self.method.parameters:
                self.method.text.append(block.text)
        elif len(self.headings) <= 1 and not self.page.methods and not self.page.listings:
            self.page.text.append(block.text)
        else:
            self.pending.append(block.text)

    # -- the end ---------------------------------------------------------------------------------

    def finish(self) -> Page:
        """Complete the page once all blocks are read."""
        for name, listing in self.page.listings.items():
            self.page.models[name] = Model(name, self._declared(listing), listing.line)
        self._report_headings()
        for (word, dialect), lines in self.others.items():
            what = f"{word!r} is {dialect} on a page that is {self.dialects.main.name}"
            self._warn(f"{what}; read all the same", lines[0], _times(lines))
        return self.page

    def _declared(self, listing: Listing) -> list[tuple[Attribute, Declared]]:
        """Give the attributes of a class with their types; a table has been read and reported."""
        rows = self.tables.get(listing.name)
        if rows is not None:
            return [(one, rows[one.name]) for one in listing.attributes]
        attributes = [
            (one, read_type(one.type, self.dialects, self.classes)) for one in listing.attributes
        ]
        for one, declared in attributes:
            for oddity in declared.oddities:
                self._warn(f"`{one.name}` of {listing.name}: {oddity}", one.line)
        return attributes

    def _report_headings(self) -> None:
        """Note headings that stand for the same as another one that the page uses more."""
        for role, texts in self.used.items():
            usual = max(texts, key=lambda text: len(texts[text]))
            for text, lines in texts.items():
                if fold(text) != fold(usual):
                    what = f"the heading {text!r} is read as {usual!r}, the page's usual one"
                    self._warn(f"{what} for {role}", lines[0], _times(lines))

    def _note_foreign(self, word: str, dialect: str, line: int) -> None:
        self.others.setdefault((word, dialect), []).append(line)

    def _warn(self, what: str, line: int, hint: str = "") -> None:
        self.report.warn(what, location=Location(self.source.name, line, 1), hint=hint)


def _times(lines: list[int]) -> str:
    if len(lines) == 1:
        return ""
    return f"also at lines {', '.join(map(str, lines[1:]))}"
