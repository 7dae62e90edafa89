"""The flat view of the documented face: the methods of a reference page over the client."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from keyword import iskeyword

from specmill.diagnostics import fail
from specmill.model.api import Api, Operation
from specmill.model.documented import Documented
from specmill.targets.python.constructor_view import constructor_of
from specmill.targets.python.documented_arguments import ArgumentWriter, FaceParameter
from specmill.targets.python.documented_results import ResultWriter, Value
from specmill.targets.python.imports import Imports
from specmill.targets.python.layout import operations_of
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.names import PythonNames
from specmill.targets.python.spelling import (
    docstring,
    first_paragraph,
    identifier,
    literal,
    one_line,
)
from specmill.text import pascal_case, wrap

_HELPERS = (
    *("attempt", "attempt_and_show", "attempt_and_spread", "either", "first", "group", "log_in"),
    *("needed", "nothing", "present", "sent", "shown"),
)
"""Functions of the runtime that a method's body may call."""
_OWN = frozenset({"DocumentedClient", "Result", "Literal", "TypedDict", "NotRequired", *_HELPERS})
_CLIENT = "Client"
_ANSWER = "answer"
_LITERAL_WIDTH = 80


@dataclass(frozen=True, slots=True)
class FaceMethod:
    """A documented method; its body is one statement."""

    name: str
    parameters: str
    returns: str
    statement: str
    doc: str


@dataclass(frozen=True, slots=True)
class FaceResult:
    """An object that a method returns: its keys with their annotations."""

    name: str
    doc: str
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DocumentedView:
    """The module of the documented face."""

    imports: tuple[str, ...]
    cls: str
    client: str
    doc: str
    parameters: str
    """Parameters of the constructor."""
    arguments: str
    """What the constructor hands to the client."""
    results: tuple[FaceResult, ...]
    methods: tuple[FaceMethod, ...]


def documented_view(api: Api, names: PythonNames, runtime: str) -> DocumentedView:
    """Return the view of ``documented.py``.

    Args:
        api: The model of an API that was read from a reference page.
        names: Its Python names.
        runtime: Module path of the runtime as the package's own modules import it.

    Raises:
        SpecmillError: There is no reference page, or a method cannot be called as it says.
    """
    if api.page is None:
        raise fail(f"{api.key} has no documented face", hint="only reference pages have methods")
    client = api.page.client
    cls = client.method if client and client.method.isidentifier() else _CLIENT
    imports = Imports()
    imports.add("._client", names.client, f"_{names.client}" if names.client == cls else "")
    operations = [one for one in operations_of(api) if one.documented is not None]
    methods = frozenset(_method_name(one.id) for one in operations)
    types = ModuleTypes(names, imports, runtime, ".", _OWN | {cls, names.client}, methods)
    writer = _FaceWriter(api, types)
    made = [*writer.methods(operations), *writer.absent(api.page.absent)]
    parameters, arguments = _constructor(api, client, runtime)
    types.of_runtime("documented", "DocumentedClient")
    for helper in _helpers(made):
        types.of_runtime("documented", helper)
    if writer.results:
        imports.add("typing", "TypedDict")
    return DocumentedView(
        imports=tuple(imports.lines()),
        cls=cls,
        client=f"_{names.client}" if names.client == cls else names.client,
        doc=_about(one_line(api.title) or api.key, names.client),
        parameters=parameters,
        arguments=arguments,
        results=tuple(writer.results),
        methods=tuple(made),
    )


def _about(title: str, client: str) -> str:
    text = f"The methods of {title} as its reference page has them."
    work = f"A call gives what the page says; :class:`{client}` does the work."
    return docstring(first_paragraph(text, indent=4, then=work))


def _helpers(methods: list[FaceMethod]) -> Iterator[str]:
    """Yield the functions of the runtime that some methods call, or hand on as last argument."""
    for helper in _HELPERS:
        used = re.compile(rf"(?<![.\w]){helper}\(|\b{helper}\)$")
        if any(used.search(one.statement) for one in methods):
            yield helper


def _heading(operation: Operation) -> str:
    """Return what the page calls a method; where to look it up, if it does not."""
    summary = one_line(operation.docs.summary)
    if not summary:
        return f"`{operation.id}` of the reference page."
    return summary if summary.endswith((".", "!", "?")) else f"{summary}."


def _method_name(name: str) -> str:
    if name.isidentifier() and not iskeyword(name):
        return f"{name}_" if name == "over" else name
    spelled = identifier(name, prefix="method")
    return f"{spelled}_" if iskeyword(spelled) else spelled


def _constructor(api: Api, client: Documented | None, runtime: str) -> tuple[str, str]:
    """Spell the constructor: the client's own arguments by place, under the page's names."""
    constructor = constructor_of(api, Imports(), runtime)
    documented = [one.name for one in client.parameters] if client else []
    parameters, arguments = [], []
    for one in constructor.leading:
        name = next((name for name in documented if _ends_with(name, one.name)), one.name)
        annotation, argument = one.annotation, name
        if annotation == "int":
            annotation, argument = "int | str", f"int({name})"
        parameters.append(f"{name}: {annotation}{one.default}")
        arguments.append(f"{one.name}={argument}")
    if not parameters:
        parameters.append("base_url: str | None = None")
        arguments.append("base_url=base_url")
        keys = [one for one in constructor.named if one.annotation == "str | None"]
        parameters += ["*", *(f"{one.name}: str | None = None" for one in keys)] if keys else []
        arguments += [f"{one.name}={one.name}" for one in keys]
    return ", ".join(parameters), ", ".join(arguments)


def _ends_with(name: str, ending: str) -> bool:
    return name == ending or name.endswith(f"_{ending}")


@dataclass(slots=True)
class _FaceWriter:
    api: Api
    types: ModuleTypes
    results: list[FaceResult]

    def __init__(self, api: Api, types: ModuleTypes) -> None:
        self.api, self.types, self.results = api, types, []

    def methods(self, operations: list[Operation]) -> Iterator[FaceMethod]:
        """Yield the methods; what the page documents twice under one name has both forms there."""
        forms: dict[str, list[Operation]] = {}
        for one in operations:
            assert one.documented is not None
            forms.setdefault(one.documented.method, []).append(one)
        for one in operations:
            assert one.documented is not None
            others = [form for form in forms[one.documented.method] if form is not one]
            if one.id != one.documented.method:
                others = []
            yield self._method(one, one.documented, others)

    def absent(self, methods: Iterable[tuple[Documented, str]]) -> Iterator[FaceMethod]:
        """Yield the methods that the page has and the client has not: they tell why."""
        for documented, reason in methods:
            name = _method_name(documented.method)
            writer = ArgumentWriter(self.api, self.types, documented, None)
            self.types.imports.add("typing", "NoReturn")
            yield FaceMethod(
                name,
                _signature(writer.parameters()),
                "NoReturn",
                f"raise NotImplementedError({_long_literal(f'{documented.method}: {reason}')})",
                docstring(first_paragraph(f"Not there: {reason}.", indent=8)),
            )

    def _method(
        self, operation: Operation, documented: Documented, others: list[Operation]
    ) -> FaceMethod:
        writer = ArgumentWriter(self.api, self.types, documented, operation)
        parameters = writer.parameters()
        call = self._call(operation, writer)
        values = self._values(operation, documented, writer)
        returns, body = self._shown(call, values, documented, operation)
        for other in others:
            joined = self._joined(other, parameters, body, returns)
            if joined is not None:
                parameters, body, returns = joined
        return FaceMethod(
            name=_method_name(operation.id),
            parameters=_signature(parameters),
            returns=returns,
            statement=f"return {body}",
            doc=docstring(first_paragraph(_heading(operation), indent=8)),
        )

    def _call(self, operation: Operation, writer: ArgumentWriter) -> str:
        target = f"self._client.{self.types.names.dotted(operation)}"
        code = f"{target}({', '.join(writer.arguments())})"
        if operation.pagination is not None:
            code += ".body"
        for credential in self.api.credentials:
            login = credential.login
            if login is not None and login.operation == operation.id:
                who = writer.carrier("body", login.username)
                password = writer.carrier("body", login.password)
                code = f"log_in(self._client, {code}, {who}, {password})"
        return code

    def _values(
        self, operation: Operation, documented: Documented, writer: ArgumentWriter
    ) -> list[Value | Mapping[str, Value] | None]:
        returned = operation.response.type if operation.response else None
        if returned is None:
            return [None for _ in documented.result or (None,)]
        results = ResultWriter(
            self.api,
            self.types.names,
            Value(_ANSWER, returned),
            {one.wire: writer.value(one) for one in documented.parameters if one.wire},
            frozenset({_ANSWER, *(one.name for one in writer.parameters())}),
        )
        found: list[Value | Mapping[str, Value] | None] = []
        for path in documented.result or (None,):
            if isinstance(path, dict):
                found.append({key: results.value(str(inner)) for key, inner in path.items()})
            else:
                found.append(None if path is None else results.value(str(path)))
        return found

    def _shown(
        self,
        call: str,
        values: list[Value | Mapping[str, Value] | None],
        documented: Documented,
        operation: Operation,
    ) -> tuple[str, str]:
        """Return what a method returns, as annotation and as expression."""
        pairs = [self._value(value, operation) for value in values]
        codes = ", ".join(code for code, _ in pairs)
        spelled = ", ".join(annotation for _, annotation in pairs)
        if len(pairs) > 1:
            show = f"lambda {_ANSWER}: ({codes})"
            if not documented.tells:
                return f"tuple[{spelled}]", f"shown({call}, {show})"
            self.types.imports.add("typing", "Literal")
            failed = ", ".join(["str", *["None"] * (len(pairs) - 1)])
            returns = f"tuple[Literal[True], {spelled}] | tuple[Literal[False], {failed}]"
            return returns, f"attempt_and_spread(lambda: {call}, {show}, count={len(pairs)})"
        show = "nothing" if codes == "None" else f"lambda {_ANSWER}: {codes}"
        if documented.tells:
            result = f"{self.types.of_runtime('documented', 'Result')}[{spelled}]"
            if codes == _ANSWER:
                return result, f"attempt(lambda: {call})"
            return result, f"attempt_and_show(lambda: {call}, {show})"
        if codes == "None":
            gives = operation.response is not None and operation.response.type is not None
            return "None", f"nothing({call})" if gives else call
        return spelled, call if codes == _ANSWER else f"shown({call}, {show})"

    def _value(
        self, value: Value | Mapping[str, Value] | None, operation: Operation
    ) -> tuple[str, str]:
        if value is None:
            return "None", "None"
        if isinstance(value, Value):
            return value.code, self._annotation(value)
        name = f"{pascal_case(operation.id)}Result"
        while name in self.types.names.models.values():
            name += "_"
        if all(key.isidentifier() and not iskeyword(key) for key in value):
            members = tuple((key, self._annotation(one)) for key, one in value.items())
            about = first_paragraph(f"What `{operation.id}` gives.", indent=4)
            self.results.append(FaceResult(name, docstring(about), members))
            pairs = ", ".join(f"{key}={one.code}" for key, one in value.items())
            return f"{name}({pairs})", name
        self.types.imports.add("typing", "Any")
        pairs = ", ".join(f"{literal(key)}: {one.code}" for key, one in value.items())
        return f"{{{pairs}}}", "dict[str, Any]"

    def _annotation(self, value: Value) -> str:
        spelled = self.types.returned(value.type)
        optional = value.optional and spelled != "Any" and not spelled.endswith("| None")
        return f"{spelled} | None" if optional else spelled

    def _joined(
        self, other: Operation, parameters: list[FaceParameter], body: str, returns: str
    ) -> tuple[list[FaceParameter], str, str] | None:
        """Join a method with another form of it, which lacks an argument that this one needs."""
        assert other.documented is not None
        writer = ArgumentWriter(self.api, self.types, other.documented, other)
        theirs = writer.parameters()
        known = {one.name for one in theirs}
        own = {one.name for one in parameters}
        telling = next((one for one in parameters if one.required and one.name not in known), None)
        if telling is None:
            return None
        values = self._values(other, other.documented, writer)
        shown, _ = self._shown("", values, other.documented, other)
        passed = ", ".join(f"{one.name}={one.name}" for one in theirs if one.name in known)
        omit = self.types.omit()
        joined = [
            (
                FaceParameter(one.name, f"{one.annotation} | {omit}", " = omit")
                if one.required and one.name not in known
                else one
            )
            for one in parameters
        ]
        joined += [one for one in theirs if one.name not in own]
        form = f"self.{_method_name(other.id)}({passed})"
        together = returns if shown == returns else f"{returns} | {shown}"
        return joined, f"{form} if isinstance({telling.name}, {omit}) else {body}", together


def _signature(parameters: list[FaceParameter]) -> str:
    """Spell parameters behind ``self``; those that may be named only come last."""
    by_place = [one.spelled for one in parameters if not one.keyword_only]
    by_name = [one.spelled for one in parameters if one.keyword_only]
    return ", ".join(["self", *by_place, *(["*", *by_name] if by_name else [])])


def _long_literal(text: str) -> str:
    """Spell text as literals that stand side by side, each short enough for a line."""
    pieces = wrap(one_line(text), _LITERAL_WIDTH)
    spaced = [*(f"{piece} " for piece in pieces[:-1]), *pieces[-1:]]
    return " ".join(literal(piece) for piece in spaced)
