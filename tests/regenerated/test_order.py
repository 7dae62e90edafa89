"""A spec in another order is the same API: with the lock, no file of the package changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.regenerated.shuffling import regenerated

ROOT = Path(__file__).parents[2]
APIS = ["dataflow", "genomics", "kubeflow-pipelines", "kubeflow-pipelines-v2beta1"]
CASES = [
    *("all_of", "bodies", "enums", "errors", "inheritance", "inline_models", "links", "names"),
    *(
        "operation_ids",
        "parameters",
        "prefix_items",
        "recursion",
        "resources",
        "security",
        "server_roles",
        "tags",
    ),
    *("union_tags", "unions", "webhooks"),
]
_SETTINGS = """\
[workspace]
targets = ["python"]
[targets.python]
formatter = "none"
[apis.{api}]
"""


@pytest.mark.parametrize("api", APIS)
def test_a_committed_spec(api: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "specs" / api, tmp_path / "specs" / api)
    (tmp_path / "specs" / api / "openapi.json").unlink()
    (tmp_path / "specmill.toml").write_text(_SETTINGS.format(api=api))
    changed, files = regenerated(tmp_path, tmp_path / "specs" / api / "source.json")
    assert changed == []
    assert files > 40


@pytest.mark.parametrize("case", CASES)
def test_a_small_spec(case: str, tmp_path: Path) -> None:
    """What large specs have little of: unions without titles, servers, alternatives of logins."""
    folder = tmp_path / "specs" / "api"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "tests/golden" / case / "openapi.json", folder / "source.json")
    (tmp_path / "specmill.toml").write_text(_SETTINGS.format(api="api"))
    changed, _ = regenerated(tmp_path, folder / "source.json")
    assert changed == []
