"""A field means the same in Python and in KCL: its name, its type, whether it is required.

That the pages of the target ``docs`` say what Python has is tested in tests/docs/test_parity.py.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.kcl.apis import COMMITTED, GENERATED, committed
from tests.parity.artifacts import Told, Words, kcl_schemas, python_fields

from specmill.model.api import Api
from specmill.model.models import UNSET, Field, ModelKind
from specmill.model.types import (
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    TypeRef,
    UnionOf,
)
from specmill.targets.kcl.names import choose_names as kcl_names
from specmill.targets.python.names import choose_names as python_names

TEXT = ("str", "str")
MEANS = {
    ScalarKind.STRING: TEXT,
    ScalarKind.INTEGER: ("int", "int"),
    ScalarKind.NUMBER: ("float", "float"),
    ScalarKind.BOOLEAN: ("bool", "bool"),
    ScalarKind.INTEGER_STRING: ("int", "int str"),
    ScalarKind.NUMBER_STRING: ("float", "float str"),
    ScalarKind.BASE64: ("bytes", "str"),
    ScalarKind.BASE64URL: ("bytes", "str"),
    ScalarKind.BASE64_TEXT: ("str PathLike bytes", "str"),
    ScalarKind.BINARY: ("bytes", "str"),
    ScalarKind.DATE_TIME: ("datetime", "str"),
    ScalarKind.DATE: ("date", "str"),
    ScalarKind.SPACED_DATE_TIME: ("datetime", "str"),
    ScalarKind.TIME: ("time", "str"),
    ScalarKind.DURATION: ("timedelta", "str"),
    ScalarKind.SECONDS_DURATION: ("timedelta", "str"),
    ScalarKind.UUID: ("UUID", "str"),
    ScalarKind.NULL: ("", ""),
}
"""How Python and KCL say a kind of scalar: Python by what it means, KCL by what travels."""


class Language:
    """What one of the languages should say."""

    def __init__(self, api: Api, index: int) -> None:
        self.api, self.index = api, index
        self.names = python_names(api).models if index == 0 else kcl_names(api).models

    def words(self, type_: TypeRef) -> Words:
        found = frozenset(self._words(type_))
        return frozenset({"any"}) if "any" in found or not found else found

    def _words(self, type_: TypeRef) -> Iterator[str]:
        match type_:
            case Scalar(kind=kind):
                yield from MEANS[kind][self.index].split()
            case ListOf(item=item):
                yield f"[{' | '.join(sorted(self.words(item)))}]"
            case MapOf(value=value):
                yield f"{{{' | '.join(sorted(self.words(value)))}}}"
            case LiteralOf(values=values, open=is_open):
                yield from (f'"{value}"' for value in values if value is not None)
                # Python reads what a server may have added; KCL writes, and tells slips.
                yield from ["str"] if is_open and self.index == 0 else []
            case UnionOf(members=members):
                for member in members:
                    yield from self._words(member)
            case Named(key=key):
                yield from self._named(key)
            case Anything():
                yield "any"

    def _named(self, key: str) -> Iterator[str]:
        model = self.api.models[key]
        if model.kind is ModelKind.OBJECT:
            yield self.names[key]
        else:
            assert model.target is not None
            yield from self._words(model.target)

    def field(self, field: Field) -> Told:
        """Return what should be told of a field; the service alone sets what is read-only."""
        required = field.required and not field.read_only
        if self.index == 0:  # models are read from answers too, and have constants by themselves
            required = required and field.constant is UNSET
        return Told(self.words(field.type), required)


@pytest.mark.parametrize("name", COMMITTED)
def test_fields(name: str) -> None:
    api, package = committed(name), COMMITTED[name]
    python, kcl = Language(api, 0), Language(api, 1)
    schemas = kcl_schemas(package)
    compared = 0
    for key, model in api.models.items():
        if model.kind is not ModelKind.OBJECT:
            continue
        assert python.names[key] == kcl.names[key]
        told = python_fields(package, python.names[key]), schemas[kcl.names[key]]
        for field in model.fields:
            for language, fields in zip((python, kcl), told, strict=True):
                assert fields[field.wire] == language.field(field), (model.name, field.wire)
                compared += 1
        assert {len(fields) for fields in told} == {len(model.fields)}
    assert compared > 40


@pytest.mark.parametrize("name", COMMITTED)
def test_enumerations(name: str) -> None:
    api, package = committed(name), COMMITTED[name]
    enums = [model for model in api.models.values() if model.kind is ModelKind.ENUM]
    names = kcl_names(api).models
    text = "".join(
        path.read_text("utf-8") for path in sorted((GENERATED / package / "models").iterdir())
    )
    for model in enums:
        values = " | ".join(f'"{value.value}"' for value in model.values)
        assert f"\ntype {names[model.key]} = {values}\n" in f"\n{text}"
