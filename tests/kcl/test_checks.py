"""Valid instances evaluate to what travels; invalid ones fail in a check that says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.golden.cases import Case
from tests.kcl.apis import GENERATED
from tests.kcl.evaluation import KclError, evaluate, write_module

from specmill.targets import TargetInput

VALID = {
    "name": '"Äxx"',
    "kind": '"it\'s \\"new\\""',
    "maker": "None",
    "power": "0",
    "teeth": "-4",
    "level": "-1",
    "tags": '["a", "b"]',
    "checked": '["2026-01-31"]',
    '"weight-kg"': "2.5",
    "parts": '[{name = "Bit", kind = "drill", maker = "me"}]',
}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = Case("constraints")
    folder = tmp_path_factory.mktemp("workshop")
    return write_module(TargetInput(case.api(case.sources[0]), bytes, "workshop"), folder)


def tool(workshop: Path, folder: Path, **changes: str | None) -> dict[str, Any]:
    fields = {**VALID, **changes}
    lines = [f"    {name} = {text}" for name, text in fields.items() if text is not None]
    program = "\n".join(["import workshop.models", "", "tool = models.Tool {", *lines, "}", ""])
    found: dict[str, Any] = evaluate(program, workshop, folder)["tool"]
    return found


def test_a_valid_instance(workshop: Path, tmp_path: Path) -> None:
    assert tool(workshop, tmp_path) == {
        "name": "Äxx",
        "kind": 'it\'s "new"',
        "maker": None,
        "power": 0,
        "teeth": -4,
        "level": -1,
        "tags": ["a", "b"],
        "checked": ["2026-01-31"],
        "weight-kg": 2.5,
        "parts": [{"name": "Bit", "kind": "drill", "maker": "me"}],
    }


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("name", None, "attribute 'name' of Tool is required"),
        ("maker", None, "maker must be set, None at least"),
        ("name", '"ÄÄÄÄÄÄÄÄÄ"', "name must have at most 8 characters"),
        ("name", '"saw"', "name must match ^[A-ZÄ][^{}]*$"),
        ("name", '""', "name must have at least 1 character"),
        ("kind", '"axe"', "kind must be one of"),
        ("power", "-1", "power must be at least 0"),
        ("power", "5000.0", "power must be less than 5000"),
        ("teeth", "3", "teeth must be a multiple of 2"),
        ("level", "2", "level must be one of -1, 0, 1"),
        ("tags", "[]", "tags must have at least 1 item"),
        ("tags", '["a", "b", "c", "d"]', "tags must have at most 3 items"),
        ("tags", '["a", "a"]', "tags must have no item twice"),
        ("checked", '["31.1.2026"]', "checked must hold what must be a date as in RFC 3339"),
        ("teeth", '"4"', "expected int"),
        ("colour", '"red"', "Cannot add member 'colour' to schema 'Tool'"),
        ("parts", '[{name = "bit", kind = "drill", maker = "me"}]', "name must match"),
    ],
)
def test_an_invalid_instance(
    field: str, text: str | None, message: str, workshop: Path, tmp_path: Path
) -> None:
    with pytest.raises(KclError) as caught:
        tool(workshop, tmp_path, **{field: text})
    assert message in str(caught.value)


@pytest.fixture(scope="module")
def payments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = Case("conditions")
    folder = tmp_path_factory.mktemp("payments")
    return write_module(TargetInput(case.api(case.sources[0]), bytes, "payments"), folder)


def payment(payments: Path, folder: Path, text: str) -> dict[str, Any]:
    program = f"import payments.models\n\npayment = models.Payment {{{text}}}\n"
    found: dict[str, Any] = evaluate(program, payments, folder)["payment"]
    return found


@pytest.mark.parametrize(
    "text",
    [
        'kind = "cash"',
        'kind = "card", card = "123456789012", cvc = "1", expiry = "2030-01-31"',
        'kind = "transfer", account = "7", bank = "b", holder = "h"',
        'kind = "cash", codes = ["main", "other"], lines = [1, 100], step = 12',
    ],
)
def test_conditions_that_hold(text: str, payments: Path, tmp_path: Path) -> None:
    assert payment(payments, tmp_path, text)["kind"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('kind = "card", card = "123456789012"', "needs cvc when card is set"),
        ('kind = "card", cvc = "1"', "when cvc is set: needs expiry"),
        ('kind = "transfer"', "when kind is transfer: needs account"),
        ('kind = "cash", card = "1", cvc = "1", expiry = "2030-01-31"', "card: at least 12"),
        (
            'kind = "cash", card = "123456789012", cvc = "1", expiry = "2030-01-31", account = "7",'
            ' bank = "b", holder = "h"',
            "not allowed: card and account are set",
        ),
        ('kind = "cash", amount = 13', "amount: not one of 13, 666"),
        ('kind = "cash", codes = ["other"]', "codes: 1 to 2 of the items: main"),
        ('kind = "cash", lines = [1, 2]', "lines: at least 1 of the items: at least 100"),
        ('kind = "cash", lines = [100, 0]', "lines: each item: at least 1"),
        ('kind = "cash", step = 5', "step: either"),
        ('kind = "cash", never = 1', "never: must not be set"),
    ],
)
def test_conditions_that_do_not_hold(
    text: str, message: str, payments: Path, tmp_path: Path
) -> None:
    with pytest.raises(KclError) as caught:
        payment(payments, tmp_path, text)
    assert message in str(caught.value)


def test_names_with_other_uses(workshop: Path, tmp_path: Path) -> None:
    program = """\
import workshop.resources

setting = resources.Setting {
    $schema = "x"
    $check = "y"
    $None = "z"
    len = "abc"
    models = [{$schema = "inner"}]
    each = ["2026-01-31T00:00:00Z"]
}
"""
    defaults = {"type": "plain", "import": True, "str": 3}
    assert evaluate(program, workshop, tmp_path)["setting"] == {
        "schema": "x",
        "check": "y",
        "None": "z",
        "len": "abc",
        "models": [{"schema": "inner", **defaults}],
        "each": ["2026-01-31T00:00:00Z"],
        **defaults,
    }


@pytest.mark.parametrize(
    ("schema", "field", "message"),
    [
        ("Job", 'currentState = "JOB_STATE_ASLEEP"', "expected str(JOB_STATE_UNKNOWN)"),
        ("Job", 'createTime = "yesterday"', "createTime must be a time as in RFC 3339"),
        ("WorkItem", 'leaseExpireTime = "soon"', "leaseExpireTime must be a time"),
        ("WorkItem", 'reportStatusInterval = "5 min"', "must be seconds with an s at the end"),
        ("WorkItem", 'id = "x1"', "id must be an integer"),
        ("CounterMetadata", 'otherUnits = "L"', ""),
    ],
)
def test_formats_of_dataflow(schema: str, field: str, message: str, tmp_path: Path) -> None:
    program = f"import dataflow_v1b3.models\n\nvalue = models.{schema} {{\n    {field}\n}}\n"
    module = GENERATED / "dataflow_v1b3"
    if not message:
        assert evaluate(program, module, tmp_path)
        return
    with pytest.raises(KclError) as caught:
        evaluate(program, module, tmp_path)
    assert message in str(caught.value)


def test_a_path_that_does_not_fit_its_pattern(tmp_path: Path) -> None:
    program = """\
import dataflow_v1b3.resources

setting = resources.FolderLocationConfigStoreSetting {
    parent = "projects/p/locations/l"
}
"""
    with pytest.raises(KclError, match="parent must match"):
        evaluate(program, GENERATED / "dataflow_v1b3", tmp_path)


def test_a_number_beyond_64_bits_is_refused_rather_than_changed(tmp_path: Path) -> None:
    case = Case("formats")
    module = write_module(TargetInput(case.api(case.sources[0]), bytes, "formats"), tmp_path)
    program = "import formats.models\n\nevent = models.Event {positive = %s}\n"
    with pytest.raises(KclError, match="positive must be at least 0"):
        evaluate(program % "18446744073709551615", module, tmp_path)
    told = evaluate(program % '"18446744073709551615"', module, tmp_path)
    assert told == {"event": {"positive": "18446744073709551615"}}


def test_unions_are_told_apart(tmp_path: Path) -> None:
    case = Case("inheritance")
    module = write_module(TargetInput(case.api(case.sources[0]), bytes, "inheritance"), tmp_path)
    texts = "".join(path.read_text("utf-8") for path in sorted((module / "models").iterdir()))
    assert 'animalType: "Bird" = "Bird"' in texts
