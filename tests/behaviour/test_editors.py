"""What an editor on jedi completes of a package that loads late."""

from __future__ import annotations

from pathlib import Path

import jedi
import pytest

GENERATED = Path(__file__).parents[2] / "generated" / "python"


@pytest.mark.parametrize(
    ("code", "offered"),
    [
        ("from dataflow_v1b3 import ", {"AsyncDataflow", "Dataflow", "NotFoundError", "models"}),
        ("from dataflow_v1b3.models import J", {"Job"}),
        (
            "from dataflow_v1b3 import Dataflow\nDataflow().projects.locations.jobs.",
            {"get", "list", "create"},
        ),
        (
            "from dataflow_v1b3 import Dataflow\n"
            "Dataflow().projects.locations.jobs.get('p', 'l', 'j').",
            {"id", "current_state", "steps"},
        ),
    ],
)
def test_names_are_offered(code: str, offered: set[str]) -> None:
    lines = code.splitlines()
    found = jedi.Script(code, project=jedi.Project(GENERATED)).complete(len(lines), len(lines[-1]))
    assert offered <= {one.name for one in found}
