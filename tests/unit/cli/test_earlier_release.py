"""A workspace that an earlier release has generated keeps its names until it asks for new ones.

The folders ``earlier_release`` and ``later_release`` have the specs and the lock files that two
releases wrote.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from specmill.cli import main

NAMES = {
    "earlier_release": (
        """\
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
""",
        """\
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
""",
    ),
    "later_release": (
        """\
office: crate_api_pets.list_pets
office: customer_entity.customer_get_1
office: customer_search.execute_search_customer_get
office: get_rooms.list
office: orders.get, orders.get2, orders.post, orders.put
office: rpc_add_up.create
office: users.list_paid_users, users.method_5f4dcc3b5aa765d61d8327deb882cf99
school: lessons.plan_api_get, lessons.plan_api_put_lesson
school: pupils.school_api_create, pupils.school_api_list
school: PlanApiGetLessonResponse
""",
        """\
office: customers.find_by_name, customers.list
office: orders.create, orders.get, orders.list, orders.replace
office: pets.list
office: rpc.add_up
office: users.list, users.list_paid
school: lessons.get, lessons.put
school: pupils.create, pupils.list
school: GetLessonResponse
""",
    ),
}
"""What each workspace has: as its release named it, and as this one does."""


@pytest.fixture(params=NAMES)
def release(request: pytest.FixtureRequest) -> str:
    """The name of a workspace."""
    return str(request.param)


@pytest.fixture
def workspace(release: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, in the current folder."""
    copy = shutil.copytree(Path(__file__).parent / release, tmp_path / "workspace")
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


def test_names_stay_until_new_ones_are_asked_for(workspace: Path, release: str) -> None:
    before, now = NAMES[release]
    assert main(["generate"]) == 0
    assert _names(workspace) == before
    for spec in workspace.glob("specs/*/source.yaml"):
        spec.write_text(spec.read_text().replace('version: "1"', 'version: "2"'))
    assert main(["generate"]) == 0
    assert _names(workspace) == before, "they stay, too, once this release has written the lock"
    assert main(["generate", "--rename"]) == 0
    assert _names(workspace) == now
    assert main(["generate"]) == 0
    assert _names(workspace) == now


def test_a_workspace_without_a_lock_has_the_new_names(workspace: Path, release: str) -> None:
    (workspace / "specmill.lock").unlink()
    assert main(["generate"]) == 0
    assert _names(workspace) == NAMES[release][1]
