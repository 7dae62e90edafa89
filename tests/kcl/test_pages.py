"""Every KCL example of the generated pages runs, and links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from tests.golden.cases import CASES, Case
from tests.kcl.apis import COMMITTED, GENERATED, ROOT, committed
from tests.kcl.evaluation import KclError, evaluate, formatted, write_module

from specmill.targets import TargetInput

_EXAMPLE = re.compile(r"^```kcl\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("package", COMMITTED.values())
def test_examples_of_a_committed_page(package: str, tmp_path: Path) -> None:
    _check_examples(GENERATED / package, tmp_path)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_examples_of_a_golden_page(case: Case, tmp_path: Path) -> None:
    given = TargetInput(case.api(case.sources[0]), bytes, case.package)
    _check_examples(write_module(given, tmp_path), tmp_path)


@pytest.mark.parametrize("name", COMMITTED)
def test_every_resource_has_an_example(name: str) -> None:
    page = _page(GENERATED / COMMITTED[name])
    sections = page.partition("\n## Common operations\n")[0].split("\n### ")[1:]
    assert len(sections) == len(committed(name).entities)
    assert all("```kcl\n" in section for section in sections)


@pytest.mark.parametrize(("environment", "made"), [("production", True), ("test", False)])
def test_conditional_creation(environment: str, made: bool, tmp_path: Path) -> None:
    module = GENERATED / COMMITTED["dataflow"]
    program = _EXAMPLE.findall(_page(module).partition("### Conditional creation\n")[2])[0]
    found = evaluate(program, module, tmp_path, {"environment": environment})
    assert found["environment"] == environment
    assert ("project_job" in found) is made


def test_several_resources(tmp_path: Path) -> None:
    module = GENERATED / COMMITTED["dataflow"]
    program = _EXAMPLE.findall(_page(module).partition("### Several resources\n")[2])[0]
    jobs = evaluate(program, module, tmp_path)["project_job_list"]
    assert [job["name"] for job in jobs] == ["my-name-0", "my-name-1", "my-name-2"]


@pytest.mark.parametrize("package", COMMITTED.values())
def test_links(package: str) -> None:
    page = _page(GENERATED / package)
    anchors = {heading.lower() for heading in re.findall(r"^#+ (\S+)$", page, re.MULTILINE)}
    for target in re.findall(r"\]\(([^)\s]+)\)", page):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif not target.startswith(("http:", "https:")):
            assert (GENERATED / package / target).exists(), target


def _check_examples(module: Path, folder: Path) -> None:
    for program in _EXAMPLE.findall(_page(module)):
        assert evaluate(program, module, folder)
        assert formatted(program) == program


def _page(module: Path) -> str:
    return (module / "README.md").read_text("utf-8")


def test_the_readme(tmp_path: Path) -> None:
    readme = (ROOT / "docs" / "guides" / "kcl.md").read_text("utf-8")
    (program,) = _EXAMPLE.findall(readme.partition("\n## ")[0])
    shown = re.findall(r"^\$ kcl run main.k -S jobs\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)[
        0
    ]
    module = GENERATED / COMMITTED["dataflow"]
    jobs = evaluate(program, module, tmp_path)["jobs"]
    assert list(yaml.safe_load_all(shown)) == jobs
    with pytest.raises(KclError) as caught:
        evaluate(program.replace('"JOB_TYPE_BATCH"', '"BATCH"'), module, tmp_path)
    for line in re.findall(r"^```text\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)[0].split(
        "\n"
    ):
        assert line in str(caught.value)
