"""A workspace that an earlier release has generated keeps its names until it asks for new ones.

The folder ``earlier_release`` has the specs and the lock file that this release wrote.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from specmill.cli import main

WORKSPACE = Path(__file__).parent / "earlier_release"

BEFORE = """\
library: api.list_books, api.list_users, api.read
shop: books.create, books.list_books, books.list_books_pages
shop: items.create, items.read, items.read_items
shop: models.info, models.v1
shop: o_auth2.list_oauth2_clients
shop: orders.list_orders, orders.order_id_get_order
shop: shelf.get, shelf.list_shelves
shop: users.retrieve
shop: zones.list, zones.list_zones
shop: BodyCreateItemItemsPost, CreateItemItemsPostResponse, Item, ItemOwner
shop: OrdersListOrdersResponse, OrdersOrderIdGetOrderResponse
"""
NOW = """\
library: books.list, books.read
library: users.list
shop: books.create, books.list, books.list_pages
shop: items.create, items.list, items.read
shop: models.info, models.info_v1
shop: oauth2.list_clients
shop: orders.get, orders.list
shop: people.me
shop: shelves.get, shelves.list
shop: zones.get, zones.list
shop: CreateItemBody, CreateItemResponse, Item, ItemOwner
shop: GetOrderResponse, ListOrdersResponse
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the workspace, in the current folder."""
    copy = shutil.copytree(WORKSPACE, tmp_path / "workspace")
    monkeypatch.chdir(copy)
    return copy


def _names(workspace: Path) -> str:
    """List the methods of each resource and the classes of each module of models."""
    lines = []
    for package in sorted((workspace / "generated/python").iterdir()):
        for file in sorted(package.glob("resources/[!_]*.py")):
            sync = file.read_text().partition("\nclass Async")[0]
            names = re.findall(r"^    def ([a-z]\w*)\(", sync, re.MULTILINE)
            lines.append(", ".join(f"{file.stem}.{name}" for name in sorted(names)))
            lines[-1] = f"{package.name}: {lines[-1]}"
        for file in sorted(package.glob("models/[!_]*.py")):
            names = re.findall(r"^class (\w+)", file.read_text(), re.MULTILINE)
            lines.append(f"{package.name}: {', '.join(sorted(names))}")
    return "".join(f"{line}\n" for line in lines)


def test_names_stay_until_new_ones_are_asked_for(workspace: Path) -> None:
    assert main(["generate"]) == 0
    assert _names(workspace) == BEFORE
    spec = workspace / "specs/shop/source.yaml"
    spec.write_text(spec.read_text().replace('version: "1"', 'version: "2"'))
    assert main(["generate"]) == 0
    assert _names(workspace) == BEFORE, "they stay, too, once this release has written the lock"
    assert main(["generate", "--rename"]) == 0
    assert _names(workspace) == NOW
    assert main(["generate"]) == 0
    assert _names(workspace) == NOW


def test_a_workspace_without_a_lock_has_the_new_names(workspace: Path) -> None:
    (workspace / "specmill.lock").unlink()
    assert main(["generate"]) == 0
    assert _names(workspace) == NOW
