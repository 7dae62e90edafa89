"""Arguments of a documented method, and where each goes in the call of the client's method."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from keyword import iskeyword
from typing import TypeAlias

from specmill.diagnostics import fail
from specmill.model.api import Api
from specmill.model.documented import Documented, DocumentedParameter
from specmill.model.models import UNSET, Field
from specmill.model.operations import Operation
from specmill.model.types import Named, Scalar, ScalarKind, TypeRef, without_null
from specmill.targets.python.arguments import constant_of, is_positional
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.names import parameter_names
from specmill.targets.python.spelling import identifier, literal
from specmill.values import dataclass

_Members: TypeAlias = "dict[str, str | _Members]"


@dataclass(frozen=True, slots=True)
class FaceParameter:
    """A parameter of a documented method."""

    name: str
    annotation: str
    default: str = ""
    """Begins with `` = `` or is empty."""
    keyword_only: bool = False

    @property
    def required(self) -> bool:
        """Whether it must be given."""
        return not self.default

    @property
    def spelled(self) -> str:
        """As it stands in the signature."""
        return f"{self.name}: {self.annotation}{self.default}"


@dataclass(slots=True)
class ArgumentWriter:
    """Writes the parameters of one documented method and the arguments of the call behind it."""

    api: Api
    types: ModuleTypes
    documented: Documented
    operation: Operation | None
    """What it calls; None for a method that calls nothing."""
    helper: Callable[[str], str]
    """Imports a function of the runtime and returns the name to use."""

    def parameters(self) -> list[FaceParameter]:
        """Return the parameters in the page's order; other spellings may follow by name."""
        found: list[FaceParameter] = []
        others: list[FaceParameter] = []
        for one in self.documented.parameters:
            annotation = self._annotation(one)
            default = self._default(one, after_default=any(not each.required for each in found))
            if default == " = omit":
                annotation = f"{annotation} | {self.types.omit()}"
            elif default == " = None":
                annotation = _or_none(annotation)
            found.append(FaceParameter(_spelled(one.name), annotation, default))
            others += [
                FaceParameter(_spelled(alias), _or_none(self._annotation(one)), " = None", True)
                for alias in one.aliases
            ]
        return found + others

    def arguments(self) -> Iterator[str]:
        """Yield the arguments of the call: path and body by place, the rest by name."""
        operation = self.operation
        assert operation is not None
        names = parameter_names(operation.parameters, ())
        path = [one for one in operation.parameters if is_positional(one)]
        for parameter in path:
            yield self.carrier(parameter.place.value, parameter.wire)
        if operation.body is not None:
            yield self._body(self._members(), "present")
        for parameter in operation.parameters:
            place, wire = parameter.place.value, parameter.wire
            required = parameter.required and not constant_of(parameter)
            value = "" if parameter in path else self._carried(place, wire, required=required)
            if value:
                yield f"{names[place, wire]}={value}"

    def carrier(self, place: str, wire: str) -> str:
        """Return the value of the argument that travels somewhere; fails where none does."""
        return self._carried(place, wire, required=True)

    def value(self, one: DocumentedParameter) -> str:
        """Return the value of an argument, whichever of its names it was given by."""
        spellings = ", ".join(_spelled(name) for name in (one.name, *one.aliases))
        if self._must_be_checked(one):
            return f"{self.helper('needed')}({literal(one.name)}, {spellings})"
        if not one.aliases:
            return spellings
        others = ", ".join(_spelled(alias) for alias in one.aliases)
        return f"{self.helper('either')}({others}, {_spelled(one.name)})"

    # -- parameters ------------------------------------------------------------------------------

    def _must_be_checked(self, one: DocumentedParameter) -> bool:
        before = self.documented.parameters[: self.documented.parameters.index(one)]
        return one.required and (bool(one.aliases) or any(not each.required for each in before))

    def _default(self, one: DocumentedParameter, *, after_default: bool) -> str:
        if one.required:
            return " = omit" if after_default or one.aliases else ""
        if one.default is UNSET or isinstance(one.default, list | dict):
            return " = None"
        return f" = {literal(one.default)}"

    def _annotation(self, one: DocumentedParameter) -> str:
        """Spell what the page declares, and what the server takes where that is another scalar."""
        server = self._server_type(one)
        declared = self.types.argument(one.type)
        if not isinstance(server, Scalar) or declared == "Any":
            return declared
        taken = self.types.argument(server)
        if server.kind is ScalarKind.BASE64_TEXT:
            return taken
        parts = dict.fromkeys([*declared.split(" | "), *taken.split(" | ")])
        return " | ".join(sorted(parts, key=lambda part: part == "None"))

    def _server_type(self, one: DocumentedParameter) -> TypeRef | None:
        if self.operation is None:
            return None
        if one.place != "body":
            found = (each for each in self.operation.parameters if each.wire == one.wire)
            return next((each.type for each in found if each.place.value == one.place), None)
        body = self.operation.body
        type_: TypeRef | None = body.type if body else None
        for wire in one.wire.split("."):
            fields = {each.wire: each.type for each in self._fields(type_)}
            type_ = without_null(fields.get(wire))
        return type_

    # -- arguments -------------------------------------------------------------------------------

    def _carried(self, place: str, wire: str, *, required: bool) -> str:
        for one in self.documented.parameters:
            if (one.place, one.wire) == (place, wire):
                value = self.value(one)
                return value if one.required and required else f"{self.helper('sent')}({value})"
        if required:
            raise fail(
                f"`{self.documented.method}` of the page cannot be called:"
                f" the server needs {wire!r}, which it does not document"
            )
        return ""

    def _members(self) -> _Members:
        members: _Members = {}
        assert self.operation is not None
        body = self.operation.body
        for field in self._fields(body.type if body else None):
            if field.required and constant_of(field):
                members[field.wire] = constant_of(field)
        for one in self.documented.parameters:
            if one.place == "body":
                *outer, last = one.wire.split(".")
                inside = members
                for name in outer:
                    nested = inside.setdefault(name, {})
                    assert isinstance(nested, dict)
                    inside = nested
                inside[last] = self._in_body(one)
        return members

    def _in_body(self, one: DocumentedParameter) -> str:
        server = self._server_type(one)
        value = self.value(one)
        if isinstance(server, Scalar) and server.kind is ScalarKind.BASE64_TEXT:
            return f"{self.helper('text_or_file')}({value})"
        return value

    def _fields(self, type_: TypeRef | None) -> tuple[Field, ...]:
        return self.api.models[type_.key].fields if isinstance(type_, Named) else ()

    def _body(self, members: _Members, function: str) -> str:
        spelled = (
            f"{literal(wire)}: {value if isinstance(value, str) else self._body(value, 'group')}"
            for wire, value in members.items()
        )
        return f"{self.helper(function)}({{{', '.join(spelled)}}})"


def _or_none(annotation: str) -> str:
    if annotation == "Any" or annotation.endswith("| None"):
        return annotation
    return f"{annotation} | None"


def _spelled(name: str) -> str:
    """Keep a documented name wherever Python lets it be one."""
    if name.isidentifier() and not iskeyword(name) and name != "self":
        return name
    spelled = identifier(name, prefix="parameter")
    return f"{spelled}_" if iskeyword(spelled) or spelled == "self" else spelled
