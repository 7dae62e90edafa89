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
    files = PythonTarget().render(TargetInput(api, bytes, PACKAGE, {"kit": True}))
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


@pytest.mark.parametrize("method", ["tolls.list", "tolls.list_paid", "tolls.list_due"])
def test_a_list_comes_in_pages(fake: Any, method: str) -> None:
    items = [float(number) for number in range(5)]
    stub = attrgetter(method)(fake)
    stub.returns(items, page_size=2)
    assert list(attrgetter(method)(fake.client)()) == items
    assert len(stub.calls) == 3
