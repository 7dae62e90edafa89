"""Passwords and tokens: fields of models and of request bodies that are never shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from specmill.model.credentials import Credential
from specmill.model.models import Model
from specmill.model.operations import EVERYTHING, Body, Operation
from specmill.model.references import model_references, references
from specmill.model.types import Named, TypeRef
from specmill.values import replace


def hide_secrets(
    models: dict[str, Model], operations: Iterable[Operation], credentials: Iterable[Credential]
) -> None:
    """Mark the password that a login sends and the token that it gets as secrets."""
    logins = {one.login.operation: one.login for one in credentials if one.login is not None}
    for operation in operations:
        login = logins.get(operation.id)
        if login is not None:
            _hide(models, operation.body.type if operation.body else None, login.password)
            _hide(models, operation.response.type if operation.response else None, login.token)


def _hide(models: dict[str, Model], type_: TypeRef | None, path: str) -> None:
    name, _, rest = path.partition(".")
    while isinstance(type_, Named) and (model := models.get(type_.key)) is not None:
        fields = tuple(
            replace(one, secret=True) if one.wire == name and not rest else one
            for one in model.fields
        )
        models[type_.key] = replace(model, fields=fields)
        inner = next((one.type for one in fields if one.wire == name), None)
        type_ = model.target if inner is None else inner if rest else None
        if inner is not None:
            name, _, rest = rest.partition(".")


def with_secrets(models: dict[str, Model], operations: Iterable[Operation]) -> list[Operation]:
    """Return the operations, their bodies with the names of the secrets that they may hold, and
    parameters that may hold any as secrets.

    Models that hold secrets, at whatever depth, are marked in place.
    """
    own = {key: _secrets_of(model) for key, model in models.items()}
    own = {key: names for key, names in own.items() if names}
    edges = {key: tuple(model_references(model)) for key, model in models.items()} if own else {}
    holders = _holders(own, edges)
    for key in holders:
        models[key] = replace(models[key], holds_secrets=True)

    def complete(body: Body) -> Body:
        names = {*body.secrets, *(part.wire for part in body.parts if part.secret)}
        pending, seen = list(references(body.type)) if own else [], set[str]()
        while pending:
            key = pending.pop()
            if key not in seen:
                seen.add(key)
                names.update(own.get(key, ()))
                pending += edges.get(key, ())
        return replace(body, secrets=tuple(sorted(names))) if names else body

    found = [
        one if one.body is None else replace(one, body=complete(one.body)) for one in operations
    ]
    return [_with_hidden(one, holders) for one in found] if holders else found


def _with_hidden(operation: Operation, holders: set[str]) -> Operation:
    """Return an operation, its parameters that may hold secrets being some."""
    parameters = tuple(
        one if holders.isdisjoint(references(one.type)) else replace(one, secret=True)
        for one in operation.parameters
    )
    return replace(operation, parameters=parameters)


def _secrets_of(model: Model) -> tuple[str, ...]:
    names = tuple(one.wire for one in model.fields if one.secret)
    return (EVERYTHING, *names) if model.secret_extra else names


def _holders(own: Iterable[str], edges: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the models that have secrets, and those that are made of such models."""
    users: defaultdict[str, list[str]] = defaultdict(list)
    for key, parts in edges.items():
        for part in parts:
            users[part].append(key)
    found: set[str] = set()
    pending = list(own)
    while pending:
        key = pending.pop()
        if key not in found:
            found.add(key)
            pending += users[key]
    return found
