"""Every generated module compiles, as it is formatted by KCL's own formatter."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.golden.cases import CASES, Case
from tests.kcl.apis import COMMITTED, DISCOVERY, GENERATED, discovery
from tests.kcl.evaluation import KclError, compile_module, unformatted, write_module

from specmill.targets import TargetInput


@pytest.mark.parametrize("package", COMMITTED.values())
def test_committed_module(package: str, tmp_path: Path) -> None:
    compile_module(GENERATED / package, tmp_path)
    assert not unformatted(GENERATED / package)


@pytest.mark.parametrize("name", DISCOVERY)
def test_discovery_document(name: str, tmp_path: Path) -> None:
    module = write_module(TargetInput(discovery(name), bytes, "service"), tmp_path)
    compile_module(module, tmp_path)
    assert not unformatted(module)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden_case(case: Case, tmp_path: Path) -> None:
    module = write_module(TargetInput(case.api(case.sources[0]), bytes, case.package), tmp_path)
    compile_module(module, tmp_path)
    assert not unformatted(module)


def test_open_enums(tmp_path: Path) -> None:
    case = Case("enums")
    given = TargetInput(case.api(case.sources[0]), bytes, "enums", {"enums": "open"})
    module = write_module(given, tmp_path)
    compile_module(module, tmp_path)
    types = "".join(path.read_text("utf-8") for path in sorted((module / "models").iterdir()))
    assert " | str\n" in types


@pytest.mark.parametrize("folder", ["models", "resources"])
def test_a_broken_file_is_told(folder: str, tmp_path: Path) -> None:
    """The other tests would pass if KCL did not read what is imported and not used."""
    case = Case("maps")
    module = write_module(TargetInput(case.api(case.sources[0]), bytes, "maps"), tmp_path)
    (module / folder).mkdir(exist_ok=True)
    (module / folder / "broken.k").write_text("schema Broken:\n    x: Missing\n", encoding="utf-8")
    with pytest.raises(KclError, match="name 'Missing' is not defined"):
        compile_module(module, tmp_path)
