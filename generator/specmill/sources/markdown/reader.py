"""Reader of a page's blocks: which section is a method, which table says what of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from difflib import get_close_matches

from specmill.diagnostics import Location, Report
from specmill.sources.loading import Source
from specmill.sources.markdown.blocks import Block, Code, Heading, Table, Text, plain
from specmill.sources.markdown.cells import Declared, read_type, set_default
from specmill.sources.markdown.code import Attribute, Call, Listing, calls, listings
from specmill.sources.markdown.dialect import ROLES, Dialects, fold
from specmill.sources.markdown.page import Attributes, Method, Model, Page, Parameter
from specmill.sources.markdown.rows import Columns, Rows
from specmill.values import dataclass

_CLASS_NAME = re.compile(r"[A-Z]\w*\Z")
_WORD = re.compile(r"\w+", re.ASCII)
_ALIKE = 0.75
_OTHER = "other"
"""Role of a part of a method's section whose heading is not understood."""


def read_blocks(blocks: list[Block], source: Source, dialects: Dialects, report: Report) -> Page:
    """Read a page; what is odd is read as well as can be and reported."""
    texts = [block.text for block in blocks if isinstance(block, Heading)]
    texts += [cell for block in blocks if isinstance(block, Table) for cell in block.header.cells]
    reader = _Reader(source, report, dialects.ordered_by(texts), _class_names(blocks, dialects))
    for block in blocks:
        reader.read(block)
    return reader.finish()


def _class_names(blocks: list[Block], dialects: Dialects) -> dict[str, str]:
    """Find the classes beforehand: tables may name those that come later."""
    found: dict[str, str] = {}
    receivers = dialects.receivers()
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
        elif isinstance(block, Table) and not method_level and _is_class(heading, dialects):
            assert heading is not None
            found[heading.text] = heading.text
    return found


def _is_class(heading: Heading | None, dialects: Dialects) -> bool:
    """Tell whether a table below a heading lists the fields of a class."""
    if heading is None or dialects.role_of("headings", heading.text)[0] == "parameters":
        return False
    return _CLASS_NAME.match(heading.text) is not None


@dataclass(slots=True)
class _Reader:
    source: Source
    report: Report
    dialects: Dialects
    classes: dict[str, str]
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
        note = self._note_foreign
        self.rows = Rows(self.source, self.report, self.dialects, self.classes, note)

    def read(self, block: Block) -> None:
        """Read the next block."""
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Code):
            self._code(block)
        elif isinstance(block, Table):
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
        own = self._own_heading()
        # Below a title that a usage line stands under, other methods may have sections of theirs.
        inside = own is not None and own.level > 1
        self.headings.append(heading)
        self.role = _OTHER if inside else ""
        if not inside:
            self.method = None
        if heading.level == 1 and not self.page.title:
            self.page.title = heading.text

    def _own_heading(self) -> Heading | None:
        """Give the heading of the open method's section; None when it has ended."""
        line = self.method.line if self.method else 0
        return next((one for one in self.headings if one.line == line), None)

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
        own = self._own_heading()
        if own is None or own.level == 1 or heading.level <= own.level:
            return ""
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
        found = calls(code, self.dialects.receivers())
        for call in found:
            if call.is_constructor:
                self._constructor(call, alone=len(found) == 1)
            else:
                self._call(call)
        listed = listings(code)
        if listed is None:
            self._warn("this listing of a class is not Python; it is left out", code.line)
        for listing in listed or ():
            self._listing(listing)

    def _constructor(self, call: Call, *, alone: bool) -> None:
        """Note how the client is made: best where nothing but that is shown, with a table of it."""
        client = self.page.client
        if alone and self.method is None and (client is None or not client.seen):
            self.page.client = self._open(call)
        elif client is None:
            self.page.client = self._section(call)

    def _call(self, call: Call) -> None:
        if self.method is not None:
            if call.method != self.method.call.method:
                self._warn(
                    f"`{call.method}` is called in the section of `{self.method.call.method}`;"
                    " taken as an example",
                    call.line,
                )
            return
        if not call.readable:
            self._warn("this usage line is not Python; only its name was read", call.line)
        self.page.methods.append(self._open(call))

    def _open(self, call: Call) -> Method:
        """Begin the section of a method."""
        self.method = self._section(call)
        self.method.text, self.pending = self.pending, []
        self.role = ""
        return self.method

    def _section(self, call: Call) -> Method:
        heading = self.headings[-1] if self.headings else Heading(1, call.method, call.line)
        around = [one for one in self.headings[:-1] if one.level > 1]
        group = around[-1].text if around else ""
        return Method(call.method, call, heading.text, group, heading.line)

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
        role = self.role or "parameters"
        columns = self.rows.columns(table, named=role != "returns")
        if columns is None:
            return
        if self.method is None:
            self._table_of_no_method(table, columns)
            return
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
            self._again(self.method, role, rows, table.header.line)
        elif role == "parameters":
            self.method.parameters = rows
        else:
            self.method.returns = rows
        self.method.seen.setdefault(role, table.header.line)

    def _again(self, method: Method, role: str, rows: list[Parameter], line: int) -> None:
        """Take what a second table adds; a second one of results contradicts the first."""
        hint = f"first at line {method.seen[role]}"
        if role == "returns":
            what = f"`{method.call.method}` has a second table of returns; the first counts"
            self._warn(what, line, hint)
            return
        known = {one.name for one in method.parameters}
        method.parameters += [one for one in rows if one.name not in known]
        what = (
            f"`{method.call.method}` has a second table of parameters; read as one with the first"
        )
        self._warn(what, line, hint)
        for one in rows:
            if one.name in known:
                self._warn(f"`{one.name}` is listed again; the first row counts", one.line)

    def _table_of_no_method(self, table: Table, columns: Columns) -> None:
        heading = self.headings[-1] if self.headings else None
        if heading is not None and _is_class(heading, self.dialects):
            self._class_table(table, columns, heading)
        elif table.rows:
            names = " or ".join(f"`{name}.…(…)`" for name in sorted(self.dialects.receivers()))
            what = "this table belongs to no method; it is left out"
            self._warn(what, table.header.line, f"a method has a line of code with {names}")

    def _class_table(self, table: Table, columns: Columns, heading: Heading) -> None:
        rows = self.rows.read(table, columns, marked=False)
        attributes = [Attribute(one.name, one.line, one.declared.text, one.meaning) for one in rows]
        self.tables.setdefault(heading.text, {one.name: one.declared for one in rows})
        self._listing(Listing(heading.text, tuple(attributes), heading.line))

    # -- text ------------------------------------------------------------------------------------

    def _text(self, block: Text) -> None:
        self.paragraph = plain(block.text)
        if self.method is not None:
            if self._is_label(block):
                self.role = self.dialects.role_of("headings", block.text)[0]
            elif self.role == "returns" and "returns" not in self.method.seen:
                told = self.method.told_return
                self.method.told_return = f"{told}\n\n{block.text}" if told else block.text
            elif not self.role and not self.method.parameters:
                self.method.text.append(block.text)
        elif len(self.headings) <= 1 and not self.page.methods and not self.page.listings:
            self.page.text.append(block.text)
        else:
            self.pending.append(block.text)

    def _is_label(self, block: Text) -> bool:
        """Tell whether a paragraph stands in for a heading: ``**Returns**``, ``Parameters:``."""
        if not block.text.startswith("**") and not block.text.endswith((":", "：")):
            return False
        return bool(self.dialects.role_of("headings", block.text)[0])

    # -- the end ---------------------------------------------------------------------------------

    def finish(self) -> Page:
        """Complete the page once all blocks are read."""
        for name, listing in self.page.listings.items():
            attributes = self._declared(listing)
            self.page.models[name] = Model(name, attributes, listing.line, listing.members)
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
        attributes = []
        for one in self._with_inherited(listing, frozenset()):
            declared = read_type(one.type, self.dialects, self.classes)
            if one.default:
                set_default(declared, one.default)
            attributes.append((one, declared))
            for oddity in declared.oddities if one in listing.attributes else ():
                self._warn(f"`{one.name}` of {listing.name}: {oddity}", one.line)
        return attributes

    def _with_inherited(self, listing: Listing, around: frozenset[str]) -> Iterator[Attribute]:
        """Give the attributes of a class behind those of the classes that it extends."""
        own = {one.name for one in listing.attributes}
        for base in listing.bases:
            inherited = self.page.listings.get(base)
            if inherited is not None and base not in around:
                for one in self._with_inherited(inherited, around | {listing.name}):
                    if one.name not in own:
                        own.add(one.name)
                        yield one
        yield from listing.attributes

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
