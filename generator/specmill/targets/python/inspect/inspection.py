"""Operations and models, as ``specmill inspect --json`` prints them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from specmill.model.api import Api, operations_of
from specmill.model.documented import Documented
from specmill.model.entities import Entity, EntityField
from specmill.model.long_running import Waiting
from specmill.model.models import UNSET, Field, FieldRef, Model, ModelKind
from specmill.model.operations import Body, BodyKind, Operation, Webhook
from specmill.model.parameters import Parameter
from specmill.model.types import TypeRef
from specmill.targets.python.call_kinds import returned
from specmill.targets.python.imports import Imports
from specmill.targets.python.inspect.constructor import describe_constructor
from specmill.targets.python.names import (
    PythonNames,
    argument_names,
    choose_names,
    parameter_names,
)
from specmill.targets.python.types import TypeSpeller
from specmill.targets.python.views import webhook_names


def describe(api: Api, package: str, *, client: str = "") -> dict[str, Any]:
    """Return the operations, models and omissions of an API as plain JSON values.

    Types are those that a caller of the generated package sees.
    """
    names = choose_names(api, client=client)
    description = _Description(names, package)
    common = parameter_names(api.common_parameters, ())
    called = webhook_names(api)
    return {
        "api": api.key,
        "version": api.version,
        "package": package,
        "client": names.client,
        "constructor": describe_constructor(api, description.speller),
        "operations": [description.operation(operation) for operation in operations_of(api)],
        "common_parameters": [
            description.parameter(parameter, common) for parameter in api.common_parameters
        ],
        **({"headers": dict(api.common_headers)} if api.common_headers else {}),
        "models": [description.model(model) for model in api.models.values()],
        "entities": [description.entity(entity) for entity in api.entities],
        "webhooks": [description.webhook(one, called[one.key]) for one in api.webhooks],
        "skipped": [{"what": skipped.what, "reason": skipped.reason} for skipped in api.skipped],
    }


class _Description:
    def __init__(self, names: PythonNames, package: str) -> None:
        self._names, self._package = names, package
        self.speller = TypeSpeller(Imports(), names.models.__getitem__, "")

    def operation(self, operation: Operation) -> dict[str, Any]:
        body = operation.body
        arguments = argument_names(operation)
        described: dict[str, Any] = {
            "id": operation.id,
            "method": None if operation.unbound else operation.method,
            "path": None if operation.unbound else operation.path,
            "python": self._names.dotted(operation),
            "parameters": [self.parameter(one, arguments) for one in operation.parameters],
            **({"headers": dict(operation.headers)} if operation.headers else {}),
            "body": self._body(body, arguments) if body else None,
            "returns": returned(operation, self._spell),
            "pagination": self._pagination(operation),
            "media": _media(operation),
            "long_running": self._long_running(operation),
            "deprecated": operation.docs.deprecated,
        }
        if operation.waiting is not None:
            described["waits"] = _waiting(operation.waiting, self._names.methods[operation.form_of])
        elif operation.form_of:
            described["form_of"] = {
                "python": self._names.methods[operation.form_of],
                "media_type": operation.form_media_type,
            }
        if operation.page_hint:
            described["pagination_hint"] = operation.page_hint
        if operation.answers:
            described["answers"] = {
                one.status: "None" if one.type is None else self._spell(one.type)
                for one in operation.answers
            }
        if operation.response_headers:
            described["response_headers"] = [
                {"wire": one.wire, "statuses": [*one.statuses], "type": self._spell(one.type)}
                for one in operation.response_headers
            ]
        if operation.unbound:
            for parameter in described["parameters"]:
                parameter["in"] = None
        if operation.documented is not None:
            described["documented"] = self._documented(operation.documented)
        return described

    def _documented(self, documented: Documented) -> dict[str, Any]:
        """Describe a method as its reference page does, in the page's order."""
        return {
            "method": documented.method,
            "usage": documented.usage,
            "parameters": [
                _with_default(
                    {
                        "name": one.name,
                        "type": self._spell(one.type),
                        "declared": one.declared,
                        "required": one.required,
                    },
                    one.default,
                )
                for one in documented.parameters
            ],
            "returns": [
                {"name": name, "declared": declared} for name, declared in documented.returns
            ],
        }

    def parameter(
        self, parameter: Parameter, arguments: dict[tuple[str, str], str]
    ) -> dict[str, Any]:
        described = {
            "wire": parameter.wire,
            "in": parameter.place.value,
            "python": arguments[parameter.place.value, parameter.wire],
            "type": self._spell(parameter.type),
            "required": parameter.required,
        }
        return _with_default(described, parameter.default)

    def _body(self, body: Body, arguments: dict[tuple[str, str], str]) -> dict[str, Any]:
        described: dict[str, Any] = {
            "type": self._spell(body.type),
            "media_type": body.media_type,
            "required": body.required,
        }
        if body.alternatives:
            described["alternatives"] = {
                one.media_type: self._spell(one.type) for one in body.alternatives
            }
        if body.kind is BodyKind.MULTIPART:
            described["parts"] = [
                {
                    "wire": part.wire,
                    "python": arguments["body", part.wire],
                    "type": self._spell(part.type),
                    "required": part.required,
                }
                for part in body.parts
            ]
        return described

    def _pagination(self, operation: Operation) -> dict[str, str | None] | None:
        page = operation.pagination
        if page is None:
            return None
        item = self._spell(page.item_type)
        place = "body" if page.place is None else page.place.value
        return {
            "style": page.style.value,
            "items": _dotted(page.items),
            "item_type": f"tuple[str, {item}]" if page.by_key else item,
            "in": place if page.request_token else None,
            "request_token": ".".join(page.request_token),
            "response_token": page.header or _dotted(page.response_token),
        }

    def _long_running(self, operation: Operation) -> dict[str, Any] | None:
        work = operation.long_running
        if work is None:
            return None
        return {
            "result": self._spell(work.result),
            "metadata": self._spell(work.metadata),
            "poll": [one.operation for one in work.progress.polls],
            "cancel": [one.operation for one in work.progress.cancels],
        }

    def webhook(self, webhook: Webhook, name: str) -> dict[str, Any]:
        payload = webhook.payload
        return {
            "name": webhook.key,
            "python": f"webhooks.{name}",
            "method": webhook.method,
            "payload": None if payload is None else self._spell(payload.type),
            "callback_of": webhook.operation or None,
        }

    def model(self, model: Model) -> dict[str, Any]:
        described: dict[str, Any] = {
            "name": self._names.models[model.key],
            "wire": model.wire,
            "kind": model.kind.value,
            "module": f"{self._package}.models.{self._names.modules[model.key]}",
        }
        if model.kind is ModelKind.OBJECT:
            attributes = self._names.fields[model.key]
            described["fields"] = list(self._fields(model.fields, attributes))
        elif model.kind is ModelKind.ENUM:
            described["values"] = [value.value for value in model.values]
        elif model.target is not None:
            described["type"] = self._spell(model.target)
        return described

    def entity(self, entity: Entity) -> dict[str, Any]:
        return {
            "name": entity.name,
            "pattern": entity.pattern,
            "operations": [
                {"role": one.role.value, "id": one.operation.id} for one in entity.operations
            ],
            "inputs": [self._entity_field(field) for field in entity.inputs],
            "outputs": self._spell(entity.outputs) if entity.outputs else None,
        }

    def _entity_field(self, field: EntityField) -> dict[str, Any]:
        described = {
            "wire": field.wire,
            "in": list(field.places),
            "type": self._spell(field.type),
            "required": field.required,
            "identity": field.identity,
            "immutable": field.immutable,
        }
        return _with_default(described, field.default)

    def _fields(self, fields: Iterable[Field], attributes: Any) -> Iterable[dict[str, Any]]:
        for field in fields:
            optional = not field.required or (field.read_only and field.write_only)
            type_ = self.speller.optional(field.type) if optional else self._spell(field.type)
            described = {
                "wire": field.wire,
                "python": attributes[field.wire],
                "type": type_,
                "required": field.required,
            }
            yield _with_default(described, field.default)

    def _spell(self, type_: TypeRef) -> str:
        return self.speller.spell(type_)


def _waiting(waiting: Waiting, method: str) -> dict[str, Any]:
    """Describe what a method waits for that repeats another one."""
    return {
        "python": method,
        "field": _dotted(waiting.field),
        "final": list(waiting.final),
        "failed": list(waiting.failed),
        "error": _dotted(waiting.error),
    }


def _dotted(path: Iterable[FieldRef]) -> str | None:
    return ".".join(ref.wire for ref in path) or None


def _media(operation: Operation) -> dict[str, Any] | str | None:
    """Describe what an operation takes beside its body, or say that it answers media."""
    if operation.media_download:
        return "download"
    upload = operation.media_upload
    if upload is None:
        return None
    kinds = {"media": upload.simple, "multipart": upload.multipart, "resumable": upload.resumable}
    return {
        "path": upload.path,
        "accept": list(upload.accept),
        "max_size": upload.max_size,
        "protocols": [kind for kind, supported in kinds.items() if supported],
    }


def _with_default(described: dict[str, Any], default: object) -> dict[str, Any]:
    return described if default is UNSET else {**described, "default": default}
