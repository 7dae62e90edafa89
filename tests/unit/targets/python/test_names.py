"""Python names: each its own, plain where it can be, never one that means something else."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmill.model.api import Api, Resource
from specmill.model.models import Field, Model, ModelKind
from specmill.model.operations import Operation
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import Scalar, ScalarKind
from specmill.targets.python import reserved
from specmill.targets.python.names import choose_names, field_names, parameter_names

RUNTIME = Path(__file__).parents[4] / "templates" / "python" / "runtime"
TEXT = Scalar(ScalarKind.STRING)
WIRE = st.text(alphabet="abAB_-. 1$é", max_size=6)


def _fields(wires: Sequence[str]) -> list[Field]:
    return [Field(wire, wire, TEXT, required=False) for wire in wires]


@given(st.lists(WIRE, unique=True, max_size=8))
def test_fields_have_names_of_their_own(wires: list[str]) -> None:
    names = field_names(_fields(wires))
    assert list(names) == wires
    assert len(set(names.values())) == len(wires)
    assert all(name.isidentifier() and not name.startswith("_") for name in names.values())
    assert not set(names.values()) & reserved.FIELDS


def test_a_field_that_is_called_so_keeps_its_name() -> None:
    assert field_names(_fields(["fooBar", "foo_bar", "FooBar"])) == {
        "fooBar": "foo_bar_2",
        "foo_bar": "foo_bar",
        "FooBar": "foo_bar_3",
    }
    assert field_names(_fields(["class", "json", "name"])) == {
        "class": "class_",
        "json": "json_",
        "name": "name",
    }


def test_parameters_are_told_apart_by_their_place() -> None:
    query, header = ParameterPlace.QUERY, ParameterPlace.HEADER
    parameters = [
        Parameter("id", "id", query, TEXT, required=False),
        Parameter("id", "id", header, TEXT, required=False),
        Parameter("options", "options", query, TEXT, required=False),
        Parameter("page", "page", query, TEXT, required=False),
    ]
    assert parameter_names(parameters, _fields(["page", "file"])) == {
        ("query", "id"): "query_id",
        ("header", "id"): "header_id",
        ("query", "options"): "options_",
        ("query", "page"): "query_page",
        ("body", "page"): "body_page",
        ("body", "file"): "file",
    }


@pytest.mark.parametrize(
    ("wires", "base"),
    [
        (["createTime", "name", "pageSize"], "CamelModel"),
        (["CreateTime", "Name"], "PascalModel"),
        (["create-time", "page-size"], "KebabModel"),
        (["create_time", "name"], "Model"),
        (["name"], "Model"),
    ],
)
def test_the_base_class_that_spells_out_least(wires: list[str], base: str) -> None:
    model = Model("A", "A", "A", ModelKind.OBJECT, fields=tuple(_fields(wires)))
    names = choose_names(Api("a", "a", "", "", models={"A": model}))
    assert names.base == base
    assert all(
        names.wire_name_is_derived(field, names.fields["A"][field.wire]) for field in model.fields
    )


@pytest.mark.parametrize(
    "key", ["page", "response", "client", "api", "google-auth", "not-found-error"]
)
def test_a_client_called_like_a_part_of_its_package(key: str) -> None:
    names = choose_names(Api(key, key, "", ""))
    assert names.client.endswith("Api")
    assert names.client not in reserved.CLIENT_CLASSES


def test_all_errors_are_public() -> None:
    tree = ast.parse((RUNTIME / "errors" / "api_errors.py").read_text("utf-8"))
    classes = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    errors = {name for name in classes if not name.startswith("_")}
    modules = (reserved.PUBLIC, reserved.PUBLIC_BATCHING, reserved.PUBLIC_LOGINS)
    modules += (reserved.PUBLIC_UPLOAD, reserved.PUBLIC_DOWNLOAD, reserved.PUBLIC_LONG_RUNNING)
    offered = [name for offer in modules for name in offer["errors.api_errors"]]
    assert sorted(offered) == sorted(errors)


def test_methods_give_way_to_resources_and_to_the_client() -> None:
    def operation(name: str) -> Operation:
        return Operation(name, name, (), "GET", f"/{name}", pointer=f"/{name}")

    root = Resource(
        (),
        operations=tuple(map(operation, ("jobs", "close", "import", "list"))),
        children=(Resource(("jobs",), operations=(operation("omit"), operation("date"))),),
    )
    names = choose_names(Api("a", "a", "", "", root=root))
    assert names.children == {("jobs",): "jobs"}
    assert dict(names.methods) == {
        "/jobs": "jobs_",
        "/close": "close_",
        "/import": "import_",
        "/list": "list",
        "/omit": "omit_",
        "/date": "date_",
    }


def test_signs_tell_fields_apart() -> None:
    assert field_names(_fields(["id", "@id", "_id", "$ref", "@type"])) == {
        "id": "id",
        "@id": "at_id",
        "_id": "underscore_id",
        "$ref": "ref",
        "@type": "type",
    }
