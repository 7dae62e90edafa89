"""Reference of the generated package for other targets: its names, types and calls.

This is the only module of the Python target that another target imports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from specmill.model.api import Api, Resource, operations_of
from specmill.model.models import Field
from specmill.model.operations import Body, BodyKind, Operation
from specmill.model.parameters import Parameter
from specmill.model.references import model_references
from specmill.model.types import LiteralOf, TypeRef
from specmill.targets.python.arguments import (
    ACCEPT,
    CONTENT_TYPE,
    Argument,
    concrete,
    is_file_part,
    signature_of,
)
from specmill.targets.python.call_kinds import kind_of
from specmill.targets.python.constructor import (
    Constructor,
    base_path_of,
    chosen_server,
    constructor_of,
    environment_of,
)
from specmill.targets.python.example import STAND_IN_URL, client_arguments, telling
from specmill.targets.python.imports import Imports
from specmill.targets.python.layout import operation_references
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.names import PythonNames, choose_names, parameter_names, part_place
from specmill.targets.python.reserved import DEVICES
from specmill.targets.python.spelling import module_name
from specmill.targets.python.types import TypeSpeller
from specmill.targets.python.views import linked_argument, linked_path, stub_of, webhook_names
from specmill.values import dataclass

__all__ = [
    "ACCEPT",
    "CONTENT_TYPE",
    "DEVICES",
    "STAND_IN_URL",
    "Argument",
    "CallReference",
    "Imports",
    "PythonReference",
    "base_path_of",
    "chosen_server",
    "client_arguments",
    "concrete",
    "environment_of",
    "error_class",
    "is_file_part",
    "linked_argument",
    "linked_path",
    "model_references",
    "module_name",
    "operation_references",
    "part_place",
    "telling",
]

_ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "410": "GoneError",
    "422": "UnprocessableError",
    "429": "RateLimitError",
}


def error_class(status: str) -> str:
    """Return the class that a client raises for a status code, a range (``4XX``) or ``default``."""
    if status in _ERRORS:
        return _ERRORS[status]
    return {"4": "ClientError", "5": "ServerError"}.get(status[:1], "StatusError")


@dataclass(frozen=True, slots=True)
class CallReference:
    """A method as its caller writes it."""

    dotted: str
    """``projects.locations.jobs.get``, from the client."""
    positional: tuple[Argument, ...]
    keyword: tuple[Argument, ...]
    names: dict[tuple[str, str], str]
    """Place and wire name of a parameter, or ``body`` and wire name of a part, to its argument."""
    returns: str
    async_returns: str

    def parameters(self) -> Iterator[str]:
        """Spell the parameters one by one, as in a ``def``."""
        for one in self.positional:
            yield f"{one.name}: {one.annotation}{'' if one.required else ' = omit'}"
        yield "*"
        for one in self.keyword:
            default = one.constant if one.required else "omit"
            yield f"{one.name}: {one.annotation}{f' = {default}' if default else ''}"
        yield "options: RequestOptions | None = None"


class _PlainTypes(ModuleTypes):
    """Types under the models' own names, which pages have no reason to change."""

    def name_of(self, key: str) -> str:
        return self.names.models[key]

    def one_of(self, name: str, values: Iterable[str]) -> str:  # noqa: ARG002 - pages spell it out
        return self.returned(LiteralOf(tuple(values), open=False))


class PythonReference:
    """The generated package of one API."""

    def __init__(self, api: Api, package: str, *, client: str = "") -> None:
        self.api = api
        self.package = package
        self.names: PythonNames = choose_names(api, client=client)
        self._types = _PlainTypes(self.names, Imports(), "", "..")
        self._speller = TypeSpeller(Imports(), self.names.models.__getitem__, "")

    @cached_property
    def constructor(self) -> Constructor:
        """The arguments of the clients."""
        return constructor_of(self.api, Imports(), "")

    @cached_property
    def common(self) -> dict[tuple[str, str], str]:
        """Place and wire name of the parameters of every operation to fields of the options."""
        return parameter_names(self.api.common_parameters, ())

    @cached_property
    def webhooks(self) -> dict[str, str]:
        """The names of webhooks in their module, by their keys."""
        return webhook_names(self.api)

    def call(self, operation: Operation) -> CallReference:
        """Return how an operation is called."""
        signature = signature_of(operation, self._types)
        kind = kind_of(operation, self.spell)
        return CallReference(
            self.names.dotted(operation),
            signature.positional,
            signature.keyword,
            signature.names,
            kind.typed(kind.returns),
            kind.typed(kind.async_returns),
        )

    def dotted(self, resource: Resource) -> str:
        """Return the attributes that lead to a resource, from the client."""
        return ".".join(self.names.attributes(resource.path))

    def operation(self, pointer: str) -> Operation:
        """Return the operation at a pointer."""
        return self._operations[pointer]

    @cached_property
    def _operations(self) -> dict[str, Operation]:
        return {operation.pointer: operation for operation in operations_of(self.api)}

    def faked(self, operation: Operation) -> str:
        """Return the attributes that lead from a fake to an operation's stub; empty without one."""
        return stub_of(self.names, operation)

    def method(self, operation: Operation) -> str:
        """Return the name of an operation's method."""
        return self.names.methods[operation.pointer]

    def model(self, key: str) -> str:
        """Return the name of a model."""
        return self.names.models[key]

    def attribute(self, key: str, field: Field) -> str:
        """Return the attribute of a field of the model ``key``."""
        return self.names.fields[key][field.wire]

    def option(self, parameter: Parameter) -> str:
        """Return the field of the options that holds a parameter of every operation."""
        return self.common[parameter.place.value, parameter.wire]

    def spell(self, type_: TypeRef) -> str:
        """Spell a type as a caller gets it."""
        return self._speller.spell(type_)

    def body(self, body: Body) -> str:
        """Spell the body of a request as the page of its method names it."""
        plain = {BodyKind.BINARY: "FileBody", BodyKind.TEXT: "str"}
        return plain.get(body.kind) or self.spell(body.type)
