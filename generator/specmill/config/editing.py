"""Changes of single values of ``specmill.toml``; everything else stays as it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tomlkit.items import InlineTable, Item


def with_values(text: str, values: Mapping[tuple[str, ...], Any]) -> str:
    """Return the text of a TOML file with some values put in.

    Args:
        text: The text.
        values: Keys that lead to a value, and the value; tables that are missing are made.
    """
    import tomlkit.items  # noqa: PLC0415 - only to write

    document = tomlkit.parse(text)
    for path, value in values.items():
        table: Any = document
        for key in path[:-1]:
            table = table.setdefault(key, tomlkit.table())
        item = tomlkit.item(value)
        if isinstance(value, list):
            item.multiline(len(value) > 1)
        if isinstance(table, tomlkit.items.InlineTable) and path[-1] not in table:
            _append(path[-1], item, table)
        else:
            table[path[-1]] = item
    return tomlkit.dumps(document)


def _append(key: str, item: Item, table: InlineTable) -> None:
    """Add a value to an inline table, with the spaces that stand inside its braces."""
    from tomlkit import ws  # noqa: PLC0415 - only to write

    is_padded = table.as_string().endswith(" }")
    item.trivia.indent = " " if table and not is_padded else ""
    table[key] = item
    if is_padded:
        table.add(ws(" "))
