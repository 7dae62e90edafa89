"""Constructor arguments, as ``specmill inspect --json`` prints them."""

from __future__ import annotations

import ast
from typing import Any

from specmill.model.api import Api, operations_of
from specmill.model.models import UNSET
from specmill.targets.python.constructor import ConstructorParameter, constructor_of
from specmill.targets.python.imports import Imports
from specmill.targets.python.types import TypeSpeller


def describe_constructor(api: Api, speller: TypeSpeller) -> list[dict[str, Any]]:
    """Return the arguments that the clients of this API take and those of others do not.

    A reference page that nothing binds to requests has no server and no credentials; its own
    arguments are listed then.
    """
    client = api.page.client if api.page else None
    if client is not None and all(one.unbound for one in operations_of(api)):
        return [
            _described("", one.name, speller.spell(one.type), one.required, one.default)
            for one in client.parameters
        ]
    constructor = constructor_of(api, Imports(), "")
    return [_argument(one) for one in (*constructor.leading, *constructor.named)]


def _argument(one: ConstructorParameter) -> dict[str, Any]:
    default = UNSET if one.needed else ast.literal_eval(one.default.removeprefix(" = "))
    return _described(one.wire, one.name, one.annotation, one.needed, default)


def _described(wire: str, name: str, type_: str, required: bool, default: object) -> dict[str, Any]:
    described = {"wire": wire or None, "python": name, "type": type_, "required": required}
    return described if default is UNSET else {**described, "default": default}
