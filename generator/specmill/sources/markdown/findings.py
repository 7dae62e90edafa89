"""Warnings about a reference page: what it says twice, differently or by a slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from specmill.diagnostics import Location, Report
from specmill.sources.loading import Source
from specmill.sources.markdown.dialect import Dialects
from specmill.sources.markdown.page import Method, Page

_SHORTEST = 3
_LONGEST = 80
"""Names beyond these lengths are not compared."""
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def name_methods(page: Page, source: Source, dialects: Dialects, report: Report) -> None:
    """Give each method its id: its name, and for the list form of a name used twice ``list_…``."""
    by_name: defaultdict[str, list[Method]] = defaultdict(list)
    for method in page.methods:
        by_name[method.call.method].append(method)
    taken = set(by_name)
    for name, methods in by_name.items():
        lists = [one for one in methods if dialects.finds("list", one.title)]
        again = lists if 0 < len(lists) < len(methods) else methods[1:]
        for method in again if len(methods) > 1 else ():
            method.id = _free(_list_name(name) if method in lists else name, taken)
            taken.add(method.id)
            first = next(one for one in methods if one is not method)
            report.warn(
                f"`{name}` is documented twice; this form is called `{method.id}`",
                location=Location(source.name, method.line, 1),
                hint=f"the other is at line {first.line}",
            )


def _list_name(name: str) -> str:
    verb, separator, noun = name.partition("_")
    return f"list_{noun}" if separator and verb != "list" else name


def _free(name: str, taken: set[str]) -> str:
    chosen, count = name, 1
    while chosen in taken:
        count += 1
        chosen = f"{name}_{count}"
    return chosen


def squeezed(name: str) -> str:
    """Write a name without case and separators, to find its other spellings."""
    return name.replace("_", "").casefold()


def aliases(method: Method) -> dict[str, str]:
    """Give the keywords of the usage line that are other spellings of documented parameters."""
    names = {squeezed(one.name): one.name for one in method.parameters}
    return {
        keyword: names[squeezed(keyword)]
        for keyword in method.call.keywords
        if method.parameter(keyword) is None and squeezed(keyword) in names
    }


def report_usage(page: Page, source: Source, report: Report) -> None:
    """Compare usage lines with the tables of their methods."""
    client = [page.client] if page.client and "parameters" in page.client.seen else []
    for method in (*client, *page.methods):
        for what in _usage(method):
            report.warn(what, location=Location(source.name, method.call.line, 1))


def _usage(method: Method) -> Iterator[str]:
    call, known = method.call, aliases(method)
    if not call.readable:
        return
    for keyword in call.keywords:
        if keyword in known:
            yield f"the usage line says `{keyword}`, the table `{known[keyword]}`"
        elif method.parameter(keyword) is None:
            yield f"the usage line passes `{keyword}`, which the table does not list"
    if len(call.positional) > len(method.parameters):
        yield f"the usage line passes more than the {len(method.parameters)} listed parameters"
    given = {one.name for one in method.parameters[: len(call.positional)]}
    given |= {known.get(keyword, keyword) for keyword in call.keywords}
    left = [one.name for one in method.parameters if one.required and one.name not in given]
    if left:
        yield f"the usage line leaves out what is required: {', '.join(left)}"
    if method.returns and len(call.targets) > 1 and len(call.targets) != len(method.returns):
        yield (
            f"the usage line unpacks {len(call.targets)} values,"
            f" the table lists {len(method.returns)}"
        )


def report_names(page: Page, source: Source, report: Report) -> None:
    """Note names that look like slips of others, and attributes that no class has."""

    def warn(what: str, line: int) -> None:
        report.warn(what, location=Location(source.name, line, 1))

    for listed in page.models.values():
        for attribute, _ in listed.attributes:
            argument = attribute.argument
            if argument and _is_slip(attribute.name, argument):
                what = f"the attribute `{attribute.name}` of {listed.name} is set from"
                warn(f"{what} `{argument}`; one of them is misspelled", attribute.line)
    for method in page.methods:
        for table in method.attributes:
            model = page.models.get(table.model)
            known = {one.name for one, _ in model.attributes} if model else set()
            for row in table.rows:
                if known and row.name not in known:
                    close = get_close_matches(row.name, known, n=1)
                    hint = f"; did it mean `{close[0]}`?" if close else ""
                    warn(f"{table.model} has no attribute `{row.name}`{hint}", row.line)
    _report_slips(page, warn_at=warn)


def _report_slips(page: Page, warn_at: Callable[[str, int], None]) -> None:
    attributes = {one.name for model in page.models.values() for one, _ in model.attributes}
    uses: defaultdict[str, list[int]] = defaultdict(list)
    for method in page.methods:
        for parameter in method.parameters:
            uses[parameter.name].append(parameter.line)
    near = _Neighbours((*uses, *sorted(attributes)))
    for name, lines in uses.items():
        if len(lines) > 1 or name in attributes:
            continue
        other = next((one for one in near.of(name) if _is_slip(name, one)), None)
        if other is not None:
            warn_at(f"`{name}` looks like a slip of `{other}`", lines[0])


class _Neighbours:
    """Names that are one letter apart share a spelling that lacks one letter of each."""

    def __init__(self, names: Iterable[str]) -> None:
        self._order = {name: index for index, name in enumerate(dict.fromkeys(names))}
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._order:
            for shorter in _shorter(name):
                self._names[shorter].append(name)

    def of(self, name: str) -> list[str]:
        """Give the names that may be one letter apart, in their order."""
        found = {one for shorter in _shorter(name) for one in self._names.get(shorter, ())}
        return sorted(found, key=self._order.__getitem__)


def _shorter(name: str) -> set[str]:
    if len(name) > _LONGEST:
        return set()
    return {name, *(name[:index] + name[index + 1 :] for index in range(len(name)))}


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two names differ by one letter, other than a plural's ``s``."""
    if one == other or squeezed(one) == squeezed(other) or min(len(one), len(other)) < _SHORTEST:
        return False
    if abs(len(one) - len(other)) > 1 or one.rstrip("s") == other.rstrip("s"):
        return False
    if len(one) == len(other):
        pairs = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
        return len(pairs) == 1 and (len(one) > _SHORTEST + 1 or _are_neighbours(pairs[0]))
    short, long = sorted((one, other), key=len)
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))


def _are_neighbours(letters: set[str]) -> bool:
    """Tell whether two letters lie side by side on a keyboard, where short slips come from."""
    return any(letters == set(row[at : at + 2]) for row in _KEYS for at in range(len(row) - 1))
