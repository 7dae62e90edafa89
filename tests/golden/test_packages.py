"""The golden packages are Python as it should be: they import, type-check and are formatted."""

from __future__ import annotations

import ast
import compileall
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruff import find_ruff_bin
from tests.golden.cases import CASES, HERE, SHARED_RUNTIME, Case

from specmill.targets.python import reserved

BLACK = [sys.executable, "-m", "black", "--line-length=100", "--target-version=py311", "--check"]
RUFF_FORMAT = [
    "format",
    "--isolated",
    "--no-cache",
    "--line-length=100",
    "--target-version=py311",
    "--check",
]
RUFF_CHECK = ["check", "--isolated", "--no-cache", "--line-length=100", "--target-version=py311"]
RULES = ["--select=I,F,A001,A002,E501,W,UP,TC004", "--config=lint.isort.known-first-party=[]"]

BUILD_ALL = """
import importlib, pkgutil, sys
import pydantic
for package in sys.argv[1:]:
    root = importlib.import_module(package)
    for module in pkgutil.walk_packages(root.__path__, f"{package}."):
        if ".google_auth" not in module.name:
            importlib.import_module(module.name)
    for name in root.__all__:
        getattr(root, name)
    for name in root.models.__all__:
        model = getattr(root.models, name)
        if isinstance(model, type) and not issubclass(model, pydantic.BaseModel):
            continue  # the names of the values of an enumeration
        pydantic.TypeAdapter(model).rebuild(force=True)
        if isinstance(model, type) and issubclass(model, pydantic.BaseModel):
            model.model_rebuild(force=True, raise_errors=True)
            empty = model.model_construct()
            assert empty.model_dump(by_alias=True, exclude_unset=True) == {}, model
"""


def test_modules_compile_and_all_models_build(packages: Path) -> None:
    assert compileall.compile_dir(packages, quiet=1)
    names = [case.package for case in CASES]
    done = _run([sys.executable, "-W", "error", "-c", BUILD_ALL, *names], cwd=packages)
    assert done.returncode == 0, done.stderr


def test_mypy_strict_is_content(packages: Path) -> None:
    options = ["--strict", "--no-error-summary", "--python-version=3.11", "--config-file="]
    command = [sys.executable, "-m", "mypy", *options, "--no-incremental", "."]
    done = _run(command, cwd=packages)
    assert done.returncode == 0, done.stdout


def test_basedpyright_strict_is_content(packages: Path) -> None:
    (packages / "pyrightconfig.json").write_text(
        '{"typeCheckingMode": "strict", "pythonVersion": "3.11", "exclude": ["shared_runtime"]}'
    )
    command = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable]
    done = _run([*command, "--level", "error"], cwd=packages)
    assert done.returncode == 0, done.stdout


def test_tests_that_use_a_kit_pass(packages: Path) -> None:
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-c", os.devnull]
    done = _run([sys.executable, "-m", "pytest", *options, "kit_tests.py"], cwd=packages)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


@pytest.mark.parametrize("checker", ["mypy", "basedpyright"])
def test_mistakes_in_the_use_of_a_kit_are_found(
    packages: Path, tmp_path: Path, checker: str
) -> None:
    for name in (SHARED_RUNTIME, "kit_api"):
        shutil.copytree(packages / name, tmp_path / name)
    program = HERE / "kit_mistakes.py"
    shutil.copy(program, tmp_path)
    command = [sys.executable, "-m", checker, program.name]
    if checker == "mypy":
        command += ["--strict", "--python-version=3.11", "--config-file="]
    else:
        (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
        command += ["--pythonpath", sys.executable, "--level", "error"]
    found = re.findall(rf"{program.name}:(\d+):.* error:", _run(command, cwd=tmp_path).stdout)
    lines = program.read_text(encoding="utf-8").splitlines()
    expected = {number for number, line in enumerate(lines, 1) if "# mistake:" in line}
    assert {int(number) for number in found} == expected


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([find_ruff_bin(), *RUFF_FORMAT], id="ruff format"),
        pytest.param([find_ruff_bin(), *RUFF_CHECK, *RULES], id="ruff check"),
        pytest.param([*BLACK, "--quiet"], id="black"),
    ],
)
def test_style_is_that_of_hand_written_code(command: list[str]) -> None:
    done = _run([*command, *(str(case.folder / "expected") for case in CASES)], cwd=HERE)
    assert done.returncode == 0, done.stdout + done.stderr


def test_names_that_modules_import_are_reserved(case: Case) -> None:
    """Otherwise a model, a resource or a method of that name would hide what is imported."""
    for path, text in case.files().items():
        kind = path.partition("/")[0]
        if kind not in {"models", "resources"} or path.endswith("__init__.py"):
            continue
        for node in ast.parse(text).body:
            if isinstance(node, ast.ImportFrom) and not _is_of_models(node, kind):
                names = {alias.asname or alias.name for alias in node.names} - {"annotations"}
                classes = {name for name in names if name[0].isupper() and "_" not in name}
                own = reserved.CLASSES if kind == "models" else reserved.RESOURCE_CLASSES
                assert classes <= own, (path, classes - own)
                small = {name for name in names if name.islower()}
                assert small <= reserved.METHODS | {"wire_name"}, path


def _is_of_models(node: ast.ImportFrom, kind: str) -> bool:
    return _package_of_models(node) != "" or (kind == "models" and node.level == 1)


def _package_of_models(node: ast.stmt) -> str:
    """Return what a statement imports the package of models as; empty for any other."""
    if isinstance(node, ast.ImportFrom) and node.level and node.module is None:
        return next((one.asname or one.name for one in node.names if one.name == "models"), "")
    return ""


def test_nothing_hides_the_package_of_models(case: Case) -> None:
    """Annotations of methods look for it in their class first, functions among their arguments."""
    for path, text in case.files().items():
        if not path.startswith("resources/"):
            continue
        tree = ast.parse(text)
        names = {_package_of_models(node) for node in tree.body}
        defined = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                defined.add(node.name)
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                defined.add(node.target.id)
        assert not names & defined, path


def test_hostile_text_stays_data() -> None:
    case = Case("hostile")
    for path, text in case.files().items():
        assert not {"..", ""} & set(path.split("/")), path
        assert path.isascii()
        assert all(part.isprintable() for part in path.split("/")), path
        assert all(character.isprintable() or character == "\n" for character in text), path
        if path.endswith(".py"):
            _assert_only_definitions(ast.parse(text), path)


def _assert_only_definitions(tree: ast.Module, path: str) -> None:
    """What runs on import is imports, definitions and calls of the runtime's own functions."""
    harmless = {
        "attach",
        "bool",  # what TYPE_CHECKING is at run time
        "ApiSettings",
        "ApiKey",
        "Lazy",
        "wire_name",
        "Tagged",
        "UnionTag",
        "Request",
        "super",
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            if isinstance(node, ast.Import):
                assert [one.name for one in node.names] == ["httpx2"], path
                continue
            absolute = node.module if node.level == 0 else None
            assert absolute in {None, "__future__", "typing", "collections.abc", "httpx2"}, path
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            known = called in harmless or called.startswith(("self._send", "super()", "_"))
            assert known and not called.startswith("__"), (path, called)
        assert not isinstance(node, ast.Lambda | ast.Delete | ast.Global | ast.With | ast.For), path


def _run(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=300, check=False
    )
