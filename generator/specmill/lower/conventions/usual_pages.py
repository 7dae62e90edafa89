"""Pages that a document declares once for all its lists (``x-specmill-pagination`` on the root)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from specmill.diagnostics import nearest
from specmill.document.document import Document
from specmill.lower.conventions.declared_pages import Declared
from specmill.model.operations import Operation
from specmill.model.pagination import PageStyle

KEYWORD = "x-specmill-pagination"


def usual_pages(document: Document) -> Any:
    """Return what a document declares for all its lists; None where it does not.

    Raises:
        SpecmillError: It is neither a declaration nor ``false``.
    """
    node = document.root.get(KEYWORD)
    if node is not None and node is not False:
        _declared(document).check()
    return node


def check_use(document: Document, operations: Iterable[Operation]) -> None:
    """Refuse a declaration for all lists that holds for none.

    Raises:
        SpecmillError: No GET has what it names.
    """
    node = document.root.get(KEYWORD)
    read = [one for one in operations if one.method == "GET"]
    if isinstance(node, dict) and read and not any(_holds(node, one) for one in read):
        said = str(node.get("requestToken", ""))
        known = {one.wire for operation in read for one in operation.parameters}
        hint = "" if said in known else nearest(said, known)
        text = "x-specmill-pagination of the document holds for no operation"
        raise _declared(document).error(f"{text}: no GET has what it names", hint)


def _holds(node: Mapping[str, Any], operation: Operation) -> bool:
    pages = operation.pagination
    if pages is None or pages.style != node.get("style", PageStyle.TOKEN):
        return False
    items = ".".join(ref.wire for ref in pages.items)
    asked = ".".join(pages.request_token)
    return node.get("items", items) == items and node.get("requestToken", asked) == asked


def _declared(document: Document) -> Declared:
    return Declared(document.root[KEYWORD], lambda: document.locate(f"/{KEYWORD}"))
