"""Passwords and tokens: fields of models and of request bodies that are never shown."""

from __future__ import annotations

from collections.abc import Iterable

from specmill.model.credentials import Credential
from specmill.model.models import Model
from specmill.model.operations import Body, Operation
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
    """Return the operations, their bodies with the names of the secrets that they may hold."""
    own = {key: _secrets_of(model) for key, model in models.items()}
    own = {key: names for key, names in own.items() if names}
    edges = {key: tuple(model_references(model)) for key, model in models.items()} if own else {}

    def complete(body: Body) -> Body:
        names = {part.wire for part in body.parts if part.secret}
        pending, seen = list(references(body.type)) if own else [], set[str]()
        while pending:
            key = pending.pop()
            if key not in seen:
                seen.add(key)
                names.update(own.get(key, ()))
                pending += edges.get(key, ())
        return replace(body, secrets=tuple(sorted(names))) if names else body

    return [
        one if one.body is None else replace(one, body=complete(one.body)) for one in operations
    ]


def _secrets_of(model: Model) -> tuple[str, ...]:
    return tuple(one.wire for one in model.fields if one.secret)
