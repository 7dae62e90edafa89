"""The KCL provider page of Dataflow: everything that it says is in ours, its bugs mended.

``MENDED`` names each bug, and the test that shows it gone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.kcl.apis import GENERATED, committed

from specmill.model.api import Api
from specmill.model.entities import Entity, EntityField
from specmill.model.models import Field, ModelKind
from specmill.model.types import ListOf, MapOf, Named, TypeRef, UnionOf
from specmill.text import words

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the reference pages are not here")

MENDED = {
    "duplicate fields": "test_no_field_is_there_twice",
    "objects flattened to String": "test_objects_are_objects",
    "lists flattened to Vec<String>": "test_objects_are_objects",
    "maps flattened to HashMap<String, String>": "test_objects_are_objects",
    "bytes, times and 64-bit numbers as String": "test_formats_are_checked",
    "schema names such as Work_item": "test_names",
    "locations and projects mixed into one": "test_one_resource_for_each_pattern",
    "actions passed off as create, read and delete": "test_actions_are_no_standard_methods",
    "outputs of one resource only, the last that was seen": "test_outputs",
    "outputs assigned twice in the usage": "test_usage_assigns_once",
    "usage that reads an id that there is not": "test_usage_assigns_once",
    "output-only fields among the inputs": "test_output_only_fields",
    "what is required in the path missing from read and action": "test_identity_everywhere",
}
"""Bugs of the page, and the test that shows each mended."""

OURS = {
    "Project": ("project",),
    "Work_item": ("project job work item", "location job work item"),
    "Location": ("location",),
    "Stage": ("stage",),
    "Template": ("project template", "location template"),
    "Snapshot": ("project snapshot", "location snapshot", "job snapshot"),
    "Message": ("project job message", "location job message"),
    "Debug": ("project job debug", "location job debug"),
    "Flex_template": ("flex template",),
    "Job": ("project job", "location job"),
}
"""Each resource of the page and the entities that it mixes."""

_ROW = r"^\| `(\w+)` \| ([^|]+?) \| (.*)$"
LETTERS = {"Create": "POST", "Read": "GET", "Update": "PUT", "Delete": "DELETE"}
ELSEWHERE = {("Project", "Delete"): "project snapshot"}
"""The page has the operation at the collection; ours has it at what is deleted."""


@dataclass
class Shown:
    """A resource of the page."""

    operations: list[str]
    fields: list[tuple[str, str, bool]]
    outputs: list[tuple[str, str]]


def shown() -> dict[str, Shown]:
    (file,) = SEEDS.glob("001_*.txt")
    page = file.read_text("utf-8").partition("\n## Resources\n")[2]
    sections = re.split(r"^### (\S+)$", page.partition("\n## Common ")[0], flags=re.MULTILINE)[1:]
    found: dict[str, Shown] = {}
    for name, text in zip(sections[::2], sections[1::2], strict=True):
        fields, _, outputs = text.partition("#### Usage")[0].partition("#### Outputs")
        rows = re.findall(_ROW, fields, re.MULTILINE)
        found[name] = Shown(
            re.findall(r"✅ (Create|Read|Update|Delete)", fields),
            [(row[0], row[1], row[2].startswith("✅")) for row in rows],
            [row[:2] for row in re.findall(_ROW, outputs, re.MULTILINE)],
        )
    return found


def entities(name: str) -> list[Entity]:
    known = {entity.name: entity for entity in committed("dataflow").entities}
    return [known[one] for one in OURS[name]]


def fields_of(entity: Entity) -> dict[str, list[EntityField]]:
    """Return the inputs of an entity and of its requests, by the page's spelling of their names."""
    found: dict[str, list[EntityField]] = {}
    for fields in (entity.inputs, *(one.inputs for one in entity.operations)):
        for field in fields:
            found.setdefault(spelled(field.wire), []).append(field)
    return found


def answers(entity: Entity) -> set[str]:
    """Return the fields of everything that the operations of an entity answer."""
    api = committed("dataflow")
    models = [model_of(api, one.outputs) for one in entity.operations]
    return {spelled(field.wire) for fields in models for field in fields}


def model_of(api: Api, type_: TypeRef | None) -> tuple[Field, ...]:
    if isinstance(type_, Named) and api.models[type_.key].kind is ModelKind.OBJECT:
        return api.models[type_.key].fields
    return ()


def spelled(wire: str) -> str:
    return "_".join(words(wire)).lower()


def test_the_page_is_read() -> None:
    page = shown()
    assert list(page) == list(OURS)
    assert sum(len(one.operations) for one in page.values()) == 15
    assert sum(len(one.fields) for one in page.values()) == 61
    assert sum(len(one.outputs) for one in page.values()) == 47


@pytest.mark.parametrize("name", OURS)
def test_every_operation(name: str) -> None:
    for operation in shown()[name].operations:
        found = entities(name)
        if (name, operation) in ELSEWHERE:
            known = committed("dataflow").entities
            found = [one for one in known if one.name == ELSEWHERE[name, operation]]
        methods = {one.operation.method for entity in found for one in entity.operations}
        assert LETTERS[operation] in methods, operation


@pytest.mark.parametrize("name", OURS)
def test_every_field(name: str) -> None:
    for field, _, required in shown()[name].fields:
        of_all = [fields_of(entity) for entity in entities(name)]
        output_only = all(field in answers(entity) for entity in entities(name))
        found = [one for fields in of_all for one in fields.get(field, ())]
        assert found or output_only, field
        assert not required or any(one.required for one in found), field


@pytest.mark.parametrize("name", OURS)
def test_every_output(name: str) -> None:
    for output, _ in shown()[name].outputs:
        assert any(output in answers(entity) for entity in entities(name)), output


@pytest.mark.parametrize("name", OURS)
def test_everything_is_on_our_page(name: str) -> None:
    page = (GENERATED / "dataflow_v1b3" / "README.md").read_text("utf-8")
    on_page = {spelled(wire) for wire in re.findall(r"^\| `(\S+)` \| ", page, re.MULTILINE)}
    kcl = "".join(
        path.read_text("utf-8") for path in sorted((GENERATED / "dataflow_v1b3").rglob("*.k"))
    )
    in_schemas = {spelled(wire) for wire in re.findall(r"^    \$?(\w+)\??: ", kcl, re.MULTILINE)}
    resource = shown()[name]
    assert {field for field, _, _ in resource.fields} <= on_page
    assert {output for output, _ in resource.outputs} <= in_schemas


# -- the bugs --------------------------------------------------------------------------------------


def test_every_mended_bug_has_its_test() -> None:
    assert set(MENDED.values()) <= globals().keys()


def test_no_field_is_there_twice() -> None:
    doubled = [name for name, one in shown().items() if len({*names(one)}) < len(names(one))]
    assert doubled == ["Work_item", "Location", "Debug", "Job"]
    for name in doubled:
        for entity in entities(name):
            for fields in (entity.inputs, *(one.inputs for one in entity.operations)):
                assert len({field.wire for field in fields}) == len(fields)


def names(one: Shown) -> list[str]:
    return [field for field, _, _ in one.fields]


def test_objects_are_objects() -> None:
    job = fields_of(entities("Job")[1])
    assert isinstance(job["environment"][0].type, Named)
    assert isinstance(job["steps"][0].type, ListOf)
    assert isinstance(job["labels"][0].type, MapOf)
    messages = fields_of(entities("Location")[0])["worker_messages"][0].type
    assert messages == ListOf(Named("WorkerMessage"))
    for name, one in shown().items():
        for field, type_, _ in one.fields:
            found = [each for entity in entities(name) for each in fields_of(entity).get(field, ())]
            if type_ == "Vec<String>" and field != "temp_files":
                assert all(each.type != "str" and isinstance(each.type, ListOf) for each in found)
                assert any(isinstance(each.type.item, Named | UnionOf) for each in found)  # type: ignore[union-attr]


def test_formats_are_checked() -> None:
    text = (GENERATED / "dataflow_v1b3/resources/location_job.k").read_text("utf-8")
    assert "constraints.is_date_time(createTime)" in text
    text = (GENERATED / "dataflow_v1b3/models/common.k").read_text("utf-8")
    all_models = sorted((GENERATED / "dataflow_v1b3/models").iterdir())
    joined = "".join(path.read_text("utf-8") for path in all_models)
    assert "diskSizeBytes?: int | str" in joined
    assert "constraints.is_seconds_duration(ttl)" in joined


def test_names() -> None:
    resources = sorted((GENERATED / "dataflow_v1b3/resources").iterdir())
    schemas = re.findall(
        r"^schema (\w+)", "".join(path.read_text("utf-8") for path in resources), re.MULTILINE
    )
    assert "LocationJobWorkItem" in schemas
    assert all(re.fullmatch(r"([A-Z][a-z0-9]*)+", name) for name in schemas)
    assert len(schemas) == len(set(schemas))


def test_one_resource_for_each_pattern() -> None:
    api = committed("dataflow")
    patterns = [entity.pattern for entity in api.entities]
    assert len(patterns) == len(set(patterns))
    for entity in api.entities:
        flat = [one for one in entity.identity if one.wire not in ("parent", "name")]
        assert all(f"{{{one.wire}}}" in entity.pattern for one in flat)


def test_actions_are_no_standard_methods() -> None:
    for name in ("Project", "Location", "Work_item", "Debug", "Flex_template"):
        for entity in entities(name):
            assert {one.role.value for one in entity.operations} == {"action"}, entity.name


def test_outputs() -> None:
    """The page shows no outputs where nothing is created or read; ours has those of actions."""
    page = shown()
    for name in ("Project", "Location", "Work_item", "Debug", "Flex_template"):
        assert not page[name].outputs
        assert all(one.outputs for entity in entities(name) for one in entity.operations)


def test_usage_assigns_once() -> None:
    page = (GENERATED / "dataflow_v1b3" / "README.md").read_text("utf-8")
    for program in re.findall(r"```kcl\n(.*?)```", page, re.DOTALL):
        assigned = re.findall(r"^(\w+) = ", program, re.MULTILINE)
        assert len(assigned) == len(set(assigned))
    # That every line of the programs runs is tested in tests/kcl/test_pages.py.


def test_output_only_fields() -> None:
    flagged = {"service_resources", "satisfies_pzi"}
    assert flagged <= {field for field, _, _ in shown()["Job"].fields}
    for entity in entities("Job"):
        assert not flagged & {spelled(field.wire) for field in entity.inputs}
        assert flagged <= {spelled(one.wire) for one in entity.output_fields if one.read_only}


def test_identity_everywhere() -> None:
    for name in ("Stage", "Message", "Snapshot"):
        assert not shown()[name].fields
        assert all(entity.identity for entity in entities(name))
