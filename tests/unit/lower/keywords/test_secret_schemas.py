"""Schemas of secrets, told in one look at each schema."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.lower.keywords import SecretSchemas

PASSWORD = {"type": "string", "format": "password"}


def _chain(length: int, end: dict[str, Any]) -> dict[str, Any]:
    schemas: dict[str, Any] = {f"S{length}": end}
    for at in range(length):
        schemas[f"S{at}"] = {"allOf": [{"$ref": f"S{at + 1}"}, {"$ref": f"S{at + 1}"}]}
    return schemas


@pytest.mark.parametrize(("end", "secret"), [({"type": "string"}, False), (PASSWORD, True)])
def test_shared_schemas_are_looked_at_once(end: dict[str, Any], *, secret: bool) -> None:
    schemas, looks = _chain(3000, end), list[str]()

    def resolve(reference: str) -> Any:
        looks.append(reference)
        return schemas[reference]

    secrets = SecretSchemas(resolve)
    assert {secrets.has({"$ref": name}) for name in schemas} == {secret}
    assert len(looks) <= len(schemas)


def test_a_circle_has_no_secret_but_those_in_it() -> None:
    schemas: dict[str, Any] = {"A": {"anyOf": [{"$ref": "B"}]}, "B": {"items": {"$ref": "A"}}}
    assert not SecretSchemas(schemas.__getitem__).has({"$ref": "A"})
    schemas["B"]["prefixItems"] = [PASSWORD]
    secrets = SecretSchemas(schemas.__getitem__)
    assert secrets.has({"$ref": "A"})
    assert secrets.has({"$ref": "B"})


def test_what_is_beside_a_reference_is_not_said_of_it() -> None:
    secrets = SecretSchemas({"A": {"type": "string"}}.__getitem__)
    assert secrets.has({"$ref": "A", "format": "password"})
    assert not secrets.has({"$ref": "A"})


def test_a_named_property_hides_itself() -> None:
    secrets = SecretSchemas({}.__getitem__)
    extras = {"additionalProperties": PASSWORD}
    assert secrets.has(extras)
    assert not secrets.has(extras | {"properties": {"a": {"type": "string"}}})
    assert secrets.has_extras(extras | {"properties": {"a": {"type": "string"}}})
