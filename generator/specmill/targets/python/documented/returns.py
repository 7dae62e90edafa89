"""Return values of documented methods: the annotation, and the expression around the call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from keyword import iskeyword
from typing import TypeAlias

from specmill.model.documented import Documented
from specmill.model.operations import Operation
from specmill.targets.python.documented.results import Value
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.spelling import docstring, first_paragraph, literal
from specmill.text import pascal_case
from specmill.values import dataclass

ANSWER = "answer"
"""The variable that holds the answer of a call."""

Shown: TypeAlias = Value | Mapping[str, Value] | None
"""One returned value: taken from the answer, an object of such values, or None."""


@dataclass(frozen=True, slots=True)
class FaceResult:
    """An object that a method returns: its keys with their annotations."""

    name: str
    doc: str
    members: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class ReturnWriter:
    """Writes what methods return, and keeps the objects that they return."""

    types: ModuleTypes
    helper: Callable[[str], str]
    """Imports a function of the runtime and returns the name to use."""
    results: list[FaceResult] = field(default_factory=list)

    def returned(
        self, call: str, values: list[Shown], documented: Documented, operation: Operation
    ) -> tuple[str, str]:
        """Return what a method returns, as annotation and as expression."""
        pairs = [self._value(value, operation) for value in values]
        if len(pairs) > 1:
            return self._several(call, pairs, documented)
        ((code, annotation),) = pairs
        show = self.helper("nothing") if code == "None" else f"lambda {ANSWER}: {code}"
        if documented.tells:
            result = f"{self.helper('Result')}[{annotation}]"
            if code == ANSWER:
                return result, f"{self.helper('attempt')}(lambda: {call})"
            return result, f"{self.helper('attempt_and_show')}(lambda: {call}, {show})"
        if code == "None":
            gives = operation.response is not None and operation.response.type is not None
            return "None", f"{self.helper('nothing')}({call})" if gives else call
        return annotation, call if code == ANSWER else f"{self.helper('shown')}({call}, {show})"

    def _several(
        self, call: str, pairs: list[tuple[str, str]], documented: Documented
    ) -> tuple[str, str]:
        show = f"lambda {ANSWER}: ({', '.join(code for code, _ in pairs)})"
        spelled = ", ".join(annotation for _, annotation in pairs)
        if not documented.tells:
            return f"tuple[{spelled}]", f"{self.helper('shown')}({call}, {show})"
        self.types.imports.add("typing", "Literal")
        failed = ", ".join([self.helper("Failure"), *["None"] * (len(pairs) - 1)])
        annotation = f"tuple[Literal[True], {spelled}] | tuple[Literal[False], {failed}]"
        spread = self.helper("attempt_and_spread")
        return annotation, f"{spread}(lambda: {call}, {show}, count={len(pairs)})"

    def _value(self, value: Shown, operation: Operation) -> tuple[str, str]:
        """Return one value as expression and as annotation."""
        if value is None:
            return "None", "None"
        if isinstance(value, Value):
            return value.code, self._annotation(value)
        if not all(key.isidentifier() and not iskeyword(key) for key in value):
            self.types.imports.add("typing", "Any")
            pairs = ", ".join(f"{literal(key)}: {one.code}" for key, one in value.items())
            return f"{{{pairs}}}", "dict[str, Any]"
        name = f"{pascal_case(operation.id)}Result"
        while name in self.types.names.models.values():
            name += "_"
        self.types.imports.add("typing", "TypedDict")
        members = tuple((key, self._annotation(one)) for key, one in value.items())
        about = first_paragraph(f"Result of `{operation.id}`.", indent=4)
        self.results.append(FaceResult(name, docstring(about), members))
        return f"{name}({', '.join(f'{key}={one.code}' for key, one in value.items())})", name

    def _annotation(self, value: Value) -> str:
        spelled = self.types.returned(value.type)
        optional = value.optional and spelled != "Any" and not spelled.endswith("| None")
        return f"{spelled} | None" if optional else spelled
