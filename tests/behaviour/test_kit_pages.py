"""The fake of a service makes pages of every style."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

import pytest
from tests.golden.cases import Case

from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget

CASE = Case("pagination")
PACKAGE = "paged_kit"


@pytest.fixture(scope="module")
def fake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("kit")
    api = CASE.api(CASE.sources[0])
    given = TargetInput(api, bytes, PACKAGE, {"kit": True}, facts=CASE.facts)
    files = PythonTarget().render(given)
    for path, text in files.items():
        target = folder / PACKAGE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    sys.path.insert(0, str(folder))
    testing = importlib.import_module(f"{PACKAGE}.testing")
    named = (getattr(testing, name) for name in dir(testing) if name.startswith("Fake"))
    with next(one for one in named if hasattr(one, "__enter__"))() as made:
        yield made
    sys.path.remove(str(folder))
    for name in [one for one in sys.modules if one.split(".")[0] == PACKAGE]:
        del sys.modules[name]


NUMBERS = [1.0, 2.0, 3.0, 4.0, 5.0]


@pytest.mark.parametrize("method", ["tolls.list", "tolls.list_paid"])
def test_numbers_come_in_pages(fake: Any, method: str) -> None:
    stub = attrgetter(method)(fake)
    stub.returns(NUMBERS, page_size=2)
    assert list(attrgetter(method)(fake.client)()) == NUMBERS
    assert len(stub.calls) == 3


def test_links_in_a_list_lead_to_the_next_page(fake: Any) -> None:
    fake.tolls.list_due.returns([{"plate": letter} for letter in "abcde"], page_size=2)
    assert [one.plate for one in fake.client.tolls.list_due()] == [*"abcde"]
    assert len(fake.tolls.list_due.calls) == 3
