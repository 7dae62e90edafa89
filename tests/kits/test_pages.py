"""Pages show a test of each method, with the fake of the service: all of them pass."""

from __future__ import annotations

import contextlib
import io

import pytest
from tests.docs.reading import FENCE
from tests.kits.calling import operations
from tests.kits.packages import committed, golden
from tests.kits.test_every_operation import COMMITTED

from specmill.targets import TargetInput
from specmill.targets.docs import DocsTarget

PACKAGES = {
    **{name: lambda name=name: committed(name) for name in COMMITTED},
    **{
        f"golden-{name}": lambda name=name: golden(name)
        for name in ("kit", "media_types", "pagination", "parameters", "streams")
    },
}


@pytest.mark.parametrize("api", PACKAGES)
def test_the_tests_on_pages_pass(api: str) -> None:
    package = PACKAGES[api]()
    assert package.api is not None
    settings = {"kit": True, "client": "Service", "formatter": "none"}
    pages = DocsTarget().render(TargetInput(package.api, bytes, package.name, settings))
    blocks = [text for page in pages.values() for _, text in FENCE.findall(str(page))]
    programs = [one for one in blocks if " as fake:" in one]
    assert len(programs) == len(list(operations(package)))
    wrong: list[str] = []
    for program in programs:
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(program, api, "exec"), {"__name__": "__main__"})
        except Exception as error:
            wrong.append(f"{type(error).__name__}: {error}\n{program}")
    assert not wrong, "\n".join(wrong)
