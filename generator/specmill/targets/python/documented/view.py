"""Flat view of the facade: the methods of a reference page over the client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from keyword import iskeyword

from specmill.diagnostics import fail
from specmill.model.api import Api, operations_of
from specmill.model.documented import Documented
from specmill.model.operations import Operation
from specmill.targets.python.documented.arguments import ArgumentWriter, FaceParameter
from specmill.targets.python.documented.classes import PageClass, PageClasses
from specmill.targets.python.documented.constructor import documented_constructor
from specmill.targets.python.documented.results import ResultWriter, Value
from specmill.targets.python.documented.returns import ANSWER, FaceResult, ReturnWriter, Shown
from specmill.targets.python.imports import Imports
from specmill.targets.python.module_types import ModuleTypes, models_beside
from specmill.targets.python.names import PythonNames
from specmill.targets.python.own_code import MODULE as OWN_CODE
from specmill.targets.python.spelling import (
    docstring,
    first_paragraph,
    identifier,
    literal,
    one_line,
)
from specmill.text import wrap
from specmill.values import dataclass, replace

_HELPERS = frozenset(
    {
        *("attempt", "attempt_and_show", "attempt_and_spread", "either", "group", "item_at"),
        *("as_json", "as_text", "log_in", "needed", "nothing", "present", "sent", "shown"),
        "text_or_file",
    }
)
"""Functions of the runtime that methods are made of."""
_OWN = _HELPERS | {
    *("Any", "DocumentedClient", "Failure", "Literal", "Mapping", "NoReturn", "PathLike"),
    *("Result", "Self", "Sequence", "TypedDict", "dataclass", "field", "models"),
}
"""Names that the module uses for other things than models."""
_INHERITED = frozenset({"over", "with_options"})
"""Public methods of the class that clients of pages are made of."""
_CLIENT = "Client"
_LITERAL_WIDTH = 80


@dataclass(frozen=True, slots=True)
class FaceMethod:
    """A documented method; its body is one statement."""

    name: str
    arguments: tuple[FaceParameter, ...]
    returns: str
    statement: str
    doc: str
    pointer: str = ""
    """Of the operation that does the work; empty where none does."""

    @property
    def parameters(self) -> str:
        """The signature, with ``self``."""
        return _signature(self.arguments)


@dataclass(frozen=True, slots=True)
class DocumentedView:
    """The module of the facade."""

    imports: tuple[str, ...]
    cls: str
    client: str
    doc: str
    given: tuple[FaceParameter, ...]
    """Parameters of the constructor."""
    arguments: str
    """What the constructor hands to the client."""
    classes: tuple[PageClass, ...]
    results: tuple[FaceResult, ...]
    methods: tuple[FaceMethod, ...]

    @property
    def parameters(self) -> str:
        """The signature of the constructor, with ``self``."""
        return _signature(self.given)


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
        raise fail(f"{api.key} has no facade", hint="only reference pages have methods")
    client = api.page.client
    cls = client.method if client and client.method.isidentifier() else _CLIENT
    imports = Imports()
    home = OWN_CODE if names.client in names.own else "._client"
    imports.add(home, names.client, f"_{names.client}" if names.client == cls else "")
    operations = [one for one in operations_of(api) if one.documented is not None]
    hidden = frozenset(_method_name(one.id) for one in operations)
    named = _parameter_names(api, operations)
    models = models_beside(hidden | named)
    types = ModuleTypes(names, imports, runtime, ".", _OWN | {cls, names.client}, hidden, models)
    writer = _FaceWriter(api, types, named, operations)
    methods = [*writer.methods(operations), *writer.absent(api.page.absent)]
    classes = tuple(writer.classes.views())
    parameters, arguments = documented_constructor(api, client, runtime)
    types.of_runtime("documented", "DocumentedClient")
    return DocumentedView(
        imports=tuple(imports.lines()),
        cls=cls,
        client=f"_{names.client}" if names.client == cls else names.client,
        doc=_about(one_line(api.title) or api.key, names.client),
        given=tuple(parameters),
        arguments=", ".join(arguments),
        classes=classes,
        results=tuple(writer.returns.results),
        methods=tuple(methods),
    )


def _about(title: str, client: str) -> str:
    text = f"The methods of {title}, exactly as on its reference page."
    work = f"Results are those of the page; :class:`{client}` sends the requests."
    return docstring(first_paragraph(text, indent=4, then=work))


def _parameter_names(api: Api, operations: Iterable[Operation]) -> frozenset[str]:
    """Return the names of all documented parameters, which hide names of the module."""
    documented = [one.documented for one in operations if one.documented is not None]
    documented += [one for one, _ in api.page.absent] if api.page else []
    each = (parameter for one in documented for parameter in one.parameters)
    return frozenset(name for one in each for name in (one.name, *one.aliases))


def _heading(operation: Operation) -> str:
    """Return what the page calls a method; where to look it up, if it does not."""
    summary = one_line(operation.docs.summary)
    if not summary:
        return f"`{operation.id}` of the reference page."
    return summary if summary.endswith((".", "!", "?")) else f"{summary}."


def _method_name(name: str) -> str:
    if name.isidentifier() and not iskeyword(name):
        return f"{name}_" if name in _INHERITED else name
    spelled = identifier(name, prefix="method")
    return f"{spelled}_" if iskeyword(spelled) else spelled


@dataclass(slots=True)
class _FaceWriter:
    api: Api
    types: ModuleTypes
    hidden: frozenset[str]
    """Names that parameters hide."""
    classes: PageClasses
    returns: ReturnWriter

    def __init__(
        self, api: Api, types: ModuleTypes, hidden: frozenset[str], operations: list[Operation]
    ) -> None:
        self.api, self.types, self.hidden = api, types, hidden
        taken = _HELPERS | {ANSWER, types.models}
        self.classes = PageClasses.of(api, types, self.helper, operations, taken)
        self.returns = ReturnWriter(self.classes.types, self.helper)

    def helper(self, name: str) -> str:
        """Import a function of the runtime that methods are made of; return the name to use."""
        alias = f"_{name}" if name in self.hidden else ""
        return self.types.imports.add(f"{self.types.runtime}.documented", name, alias)

    def methods(self, operations: list[Operation]) -> Iterator[FaceMethod]:
        """Yield the methods; what the page documents twice under one name has both forms there."""
        written = [_Method(self, one, one.documented) for one in operations if one.documented]
        for one in written:
            if one.operation.id == one.documented.method:
                others = (other for other in written if other is not one)
                one.join(other for other in others if other.documented.method == one.operation.id)
        return (one.view() for one in written)

    def absent(self, methods: Iterable[tuple[Documented, str]]) -> Iterator[FaceMethod]:
        """Yield the methods that the page has and the client has not: they tell why."""
        for documented, reason in methods:
            writer = ArgumentWriter(self.api, self.types, documented, None, self.helper)
            self.types.imports.add("typing", "NoReturn")
            why = _long_literal(f"{documented.method}: {reason}")
            yield FaceMethod(
                name=_method_name(documented.method),
                arguments=tuple(writer.parameters()),
                returns="NoReturn",
                statement=f"raise NotImplementedError({why})",
                doc=docstring(first_paragraph(f"Not available: {reason}.", indent=8)),
            )


@dataclass(slots=True)
class _Method:
    """One documented method while it is written."""

    face: _FaceWriter
    operation: Operation
    documented: Documented
    arguments: ArgumentWriter
    parameters: list[FaceParameter]
    returns: str
    expression: str

    def __init__(self, face: _FaceWriter, operation: Operation, documented: Documented) -> None:
        self.face, self.operation, self.documented = face, operation, documented
        self.arguments = ArgumentWriter(face.api, face.types, documented, operation, face.helper)
        self.parameters = self.arguments.parameters()
        self.returns, self.expression = face.returns.returned(
            self._call(), list(self._values()), documented, operation
        )

    def view(self) -> FaceMethod:
        """Return the method as the template sees it."""
        return FaceMethod(
            name=_method_name(self.operation.id),
            arguments=tuple(self.parameters),
            returns=self.returns,
            statement=f"return {self.expression}",
            doc=docstring(first_paragraph(_heading(self.operation), indent=8)),
            pointer=self.operation.pointer,
        )

    def _call(self) -> str:
        target = f"self._client.{self.face.types.names.dotted(self.operation)}"
        code = f"{target}({', '.join(self.arguments.arguments())})"
        if self.operation.pagination is not None:
            code += ".body"
        for credential in self.face.api.credentials:
            login = credential.login
            if login is not None and login.operation == self.operation.id:
                who = self.arguments.carrier("body", login.username)
                password = self.arguments.carrier("body", login.password)
                code = f"{self.face.helper('log_in')}(self._client, {code}, {who}, {password})"
        return code

    def _values(self) -> Iterator[Shown]:
        """Yield what the page says is returned, behind the value that tells of success."""
        response = self.operation.response
        paths = self.documented.result or (None,)
        if response is None or response.type is None:
            yield from (None for _ in paths)
            return
        results = ResultWriter(
            self.face.api,
            self.face.types.names,
            Value(ANSWER, response.type),
            self.face.helper,
            self.face.classes.types.name_of,
            {one.wire: self.arguments.value(one) for one in self.documented.parameters if one.wire},
            _HELPERS.union({ANSWER, self.face.types.models}, (one.name for one in self.parameters)),
        )
        convert = self.face.classes.convert
        kinds = (*self.documented.json[-len(paths) :], *("" for _ in paths))
        for path, json in zip(paths, kinds, strict=False):
            if isinstance(path, dict):
                yield {key: convert(results.value(str(inner))) for key, inner in path.items()}
            else:
                yield None if path is None else convert(results.value(str(path)), json)

    def join(self, others: Iterable[_Method]) -> None:
        """Take in the other forms that the page has under this name."""
        for other in others:
            known = {one.name for one in other.parameters}
            telling = [one for one in self.parameters if one.required and one.name not in known]
            if telling:  # an argument that this form needs and the other lacks
                self._join(other, telling)

    def _join(self, other: _Method, telling: list[FaceParameter]) -> None:
        own = {one.name for one in self.parameters}
        omit = self.face.types.omit()
        passed = ", ".join(f"{one.name}={one.name}" for one in other.parameters)
        form = f"self.{_method_name(other.operation.id)}({passed})"
        self.expression = f"{form} if isinstance({telling[0].name}, {omit}) else {self.expression}"
        self.parameters = [
            (
                replace(one, annotation=f"{one.annotation} | {omit}", default=" = omit")
                if one in telling
                else one
            )
            for one in self.parameters
        ]
        self.parameters += [one for one in other.parameters if one.name not in own]
        if other.returns != self.returns:
            self.returns = f"{self.returns} | {other.returns}"


def _signature(parameters: Sequence[FaceParameter]) -> str:
    """Spell parameters behind ``self``; those that may be named only come last."""
    by_place = [one.spelled for one in parameters if not one.keyword_only]
    by_name = [one.spelled for one in parameters if one.keyword_only]
    return ", ".join(["self", *by_place, *(["*", *by_name] if by_name else [])])


def _long_literal(text: str) -> str:
    """Spell text as literals that stand side by side, each short enough for a line."""
    pieces = wrap(one_line(text), _LITERAL_WIDTH)
    spaced = [*(f"{piece} " for piece in pieces[:-1]), *pieces[-1:]]
    return " ".join(literal(piece) for piece in spaced)
