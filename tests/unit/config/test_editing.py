"""New values in ``specmill.toml``: the rest of the file stays, and a table keeps its spacing."""

from __future__ import annotations

import pytest

from specmill.config import with_values


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{}", '{version = "2"}'),
        ("{ }", '{ version = "2" }'),
        ("{distribution = true}", '{distribution = true, version = "2"}'),
        ("{ distribution = true }", '{ distribution = true, version = "2" }'),
        ("{ kit = true, drift = true }", '{ kit = true, drift = true, version = "2" }'),
        ("{kit = true, drift = true}", '{kit = true, drift = true, version = "2"}'),
        ('{ version = "1", kit = true }', '{ version = "2", kit = true }'),
        ('{version = "1"}', '{version = "2"}'),
    ],
)
def test_an_inline_table_keeps_its_spacing(before: str, after: str) -> None:
    head, tail = "# ours\n[apis.zoo]\npython = ", "  # mine\ntargets = ['python']\n"
    values = {("apis", "zoo", "python", "version"): "2"}
    assert with_values(f"{head}{before}{tail}", values) == f"{head}{after}{tail}"


def test_two_new_values_of_an_inline_table() -> None:
    values = {("zoo", "a"): ["x"], ("zoo", "b"): 1}
    padded = with_values("zoo = { kit = true }\n", values)
    assert padded == 'zoo = { kit = true, a = ["x"], b = 1 }\n'
    dense = with_values("zoo = {kit = true}\n", values)
    assert dense == 'zoo = {kit = true, a = ["x"], b = 1}\n'
