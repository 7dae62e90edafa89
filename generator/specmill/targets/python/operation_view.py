"""Flat views of the modules of resources, for the templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from specmill.model.api import (
    UNSET,
    Api,
    Body,
    BodyKind,
    Field,
    Operation,
    Parameter,
    ParameterPlace,
    Resource,
    Response,
    ResponseKind,
)
from specmill.model.types import ListOf, Named, Scalar, ScalarKind, TypeRef
from specmill.targets.python.imports import Imports
from specmill.targets.python.names import PythonNames, parameter_names, resource_class
from specmill.targets.python.reserved import RESOURCE_CLASSES
from specmill.targets.python.spelling import docstring, identifier, literal, paragraphs, sentence
from specmill.targets.python.types import TypeSpeller
from specmill.text import wrap

_STYLES = {
    ("query", "form", True): "",
    ("query", "form", False): "csv",
    ("query", "spaceDelimited", False): "ssv",
    ("query", "spaceDelimited", True): "",
    ("query", "tabDelimited", False): "tsv",
    ("query", "pipeDelimited", False): "pipes",
    ("query", "pipeDelimited", True): "",
    ("query", "deepObject", True): "deepObject",
    ("query", "deepObject", False): "deepObject",
    ("cookie", "form", True): "",
    ("cookie", "form", False): "csv",
    ("path", "simple", False): "",
    ("path", "simple", True): "simple*",
    ("path", "label", False): "label",
    ("path", "label", True): "label*",
    ("path", "matrix", False): "matrix",
    ("path", "matrix", True): "matrix*",
    ("header", "simple", False): "",
    ("header", "simple", True): "simple*",
}
"""Place, style and explode of OpenAPI to the runtime's word; empty where it is the runtime's default."""

_FORMATS = {
    ScalarKind.SECONDS_DURATION: "SecondsDuration",
    ScalarKind.DURATION: "IsoDuration",
    ScalarKind.BASE64: "Base64",
    ScalarKind.BASE64URL: "Base64Url",
}


@dataclass(frozen=True, slots=True)
class OperationView:
    """A request function and the methods that send it."""

    function: str
    method: str
    parameters: str
    """Parameters of the request function."""
    signature: str
    """Parameters of the methods, after ``self``."""
    call: str
    """Arguments of the call to the request function."""
    request: str
    """Annotation of the request."""
    request_class: str
    arguments: tuple[str, ...]
    returns: str
    async_returns: str
    paged: bool
    doc: str
    summary: str


@dataclass(frozen=True, slots=True)
class ChildView:
    """A resource below a resource or a client."""

    attribute: str
    cls: str
    module: str


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A module with one resource."""

    module: str
    module_doc: str
    cls: str
    doc: str
    async_doc: str
    imports: tuple[str, ...]
    type_imports: tuple[str, ...]
    """Imports for annotations alone: they would load other services."""
    children: tuple[ChildView, ...]
    operations: tuple[OperationView, ...]


def resource_module(api: Api, names: PythonNames, resource: Resource, runtime: str) -> ResourceView:
    """Return the view of the module of one resource.

    Args:
        api: The model.
        names: Its Python names.
        resource: The resource.
        runtime: Module path of the runtime as a module of resources imports it.
    """
    imports, type_imports = Imports(), Imports()
    cls = resource_class(resource.path)
    methods = frozenset(names.methods[operation.pointer] for operation in resource.operations)
    writer = OperationWriter(names, imports, runtime, {cls, f"Async{cls}"}, "..", methods)
    operations = tuple(writer.view(operation) for operation in resource.operations)
    imports.add(f"{runtime}.resources", "AsyncResource")
    imports.add(f"{runtime}.resources", "Resource")
    children = tuple(_children(names, resource, type_imports, {cls, f"Async{cls}"}, "."))
    if children:
        imports.add(f"{runtime}.resources", "Lazy")
        imports.add("typing", "TYPE_CHECKING")
    dotted = ".".join(names.children[resource.path[: depth + 1]] for depth in range(len(resource.path)))
    about = paragraphs(resource.docs, cls, indent=4) or f"Operations on `{dotted}`."
    return ResourceView(
        module=names.resource_module(resource.path),
        module_doc=docstring(f"The resource `{dotted}`."),
        cls=cls,
        doc=docstring(about),
        async_doc=docstring(f"{_first_line(about)} The async twin of :class:`{cls}`, which documents the methods."),
        imports=tuple(imports.lines()),
        type_imports=tuple(type_imports.lines()),
        children=children,
        operations=operations,
    )


def _children(
    names: PythonNames, resource: Resource, imports: Imports, taken: Iterable[str], package: str
) -> Iterator[ChildView]:
    used = set(taken)
    for child in resource.children:
        cls = resource_class(child.path)
        module = names.resource_module(child.path)
        alias = cls
        while alias in used:
            alias = f"{alias}Resource"
        used.update((alias, f"Async{alias}"))
        imports.add(f"{package}{module}", cls, alias)
        imports.add(f"{package}{module}", f"Async{cls}", f"Async{alias}")
        yield ChildView(names.children[child.path], alias, module)


def client_children(names: PythonNames, root: Resource, imports: Imports) -> tuple[ChildView, ...]:
    """Return the resources of the client, and import their classes for annotations."""
    taken = {names.client, f"Async{names.client}"}
    return tuple(_children(names, root, imports, taken, ".resources."))


@dataclass(slots=True)
class OperationWriter:
    """Writes operations for one module."""

    names: PythonNames
    imports: Imports
    runtime: str
    taken: Iterable[str]
    """Names that the module defines itself."""
    package: str
    """The package as the module imports it: ``..``, or ``.`` for the client's own."""
    methods: frozenset[str] = field(default_factory=frozenset)

    def view(self, operation: Operation) -> OperationView:
        """Return the view of one operation."""
        body = operation.body
        arguments = parameter_names(operation.parameters, body.parts if body else ())
        method = self.names.methods[operation.pointer]
        positional, keyword = self._parameters(operation, arguments)
        returns = self._returns(operation.response)
        options = f"options: {self.imports.add(f'{self.package}_options', 'RequestOptions')} | None = None"
        signature = [*positional, "*", *keyword, options]
        plain = [_without_default(parameter) for parameter in (*positional, *(("*", *keyword) if keyword else ()))]
        paged = operation.pagination is not None
        item = self._returned(operation.pagination.item_type) if operation.pagination else ""
        return OperationView(
            function=f"_{method.rstrip('_')}" if not method.startswith("_") else method,
            method=method,
            parameters=", ".join(plain),
            signature=", ".join(signature),
            call=", ".join(_call(positional, keyword)),
            request=self._request(returns, item),
            request_class="PagedRequest" if paged else "Request",
            arguments=tuple(self._arguments(operation, arguments)),
            returns=self._page("Page", item, returns) if paged else returns,
            async_returns=self._page("AsyncPages", item, returns) if paged else returns,
            paged=paged,
            doc=docstring(self._doc(operation, arguments)),
            summary=docstring(_first_line(self._summary(operation))),
        )

    # -- signatures ------------------------------------------------------------------------------

    def _parameters(
        self, operation: Operation, arguments: dict[tuple[str, str], str]
    ) -> tuple[list[str], list[str]]:
        positional: list[str] = []
        required: list[str] = []
        optional: list[str] = []
        for parameter in operation.parameters:
            name = arguments[parameter.place.value, parameter.wire]
            type_ = self._argument(parameter.type)
            if parameter.place is ParameterPlace.PATH:
                positional.append(f"{name}: {type_}")
            elif parameter.required:
                required.append(f"{name}: {type_}")
            else:
                optional.append(f"{name}: {type_} | {self._omit()} = omit")
        if operation.body is not None:
            parts = self._body_parameters(operation.body, arguments)
            if operation.body.kind is BodyKind.MULTIPART:
                required = [*(part for part in parts if "=" not in part), *required]
                optional += [part for part in parts if "=" in part]
            else:
                positional += parts
        return positional, required + optional

    def _body_parameters(self, body: Body, arguments: dict[tuple[str, str], str]) -> list[str]:
        if body.kind is BodyKind.MULTIPART:
            return [self._part(part, arguments["body", part.wire]) for part in body.parts]
        type_ = self._body_type(body)
        return [f"body: {type_}" if body.required else f"body: {type_} | {self._omit()} = omit"]

    def _part(self, part: Field, name: str) -> str:
        type_ = self._upload() if _is_file(part.type) else self._argument(part.type)
        if isinstance(part.type, ListOf) and _is_file(part.type.item):
            type_ = f"{self.imports.add('collections.abc', 'Sequence')}[{self._upload()}]"
        return f"{name}: {type_}" if part.required else f"{name}: {type_} | {self._omit()} = omit"

    def _body_type(self, body: Body) -> str:
        if body.kind is BodyKind.BINARY:
            return self._upload()
        if body.kind is BodyKind.TEXT:
            return "str"
        spelled = self._argument(body.type)
        if isinstance(body.type, Named):
            mapping = self.imports.add("collections.abc", "Mapping")
            spelled += f" | {mapping}[str, {self.imports.add('typing', 'Any')}]"
        return spelled

    def _upload(self) -> str:
        return self.imports.add(f"{self.runtime}.uploads", "File")

    def _omit(self) -> str:
        self.imports.add(f"{self.runtime}.omission", "omit")
        return self.imports.add(f"{self.runtime}.omission", "Omit")

    # -- types -----------------------------------------------------------------------------------

    def _speller(self, *, arguments: bool, encoded: bool = False) -> TypeSpeller:
        return TypeSpeller(
            self.imports, self.name_of, self.runtime, arguments=arguments, encoded=encoded, hidden=self.methods
        )

    def name_of(self, key: str) -> str:
        """Import a model and return the name to use: its own unless the module means something else by it."""
        name, module = self.names.models[key], self.names.modules[key]
        alias = f"{name}Model" if name in RESOURCE_CLASSES or name in self.taken else ""
        return self.imports.add(f"{self.package}models.{module}", name, alias)

    def _argument(self, type_: TypeRef) -> str:
        return self._speller(arguments=True).spell(type_)

    def _returned(self, type_: TypeRef) -> str:
        return self._speller(arguments=False).spell(type_)

    def _encoded(self, type_: TypeRef) -> str:
        return self._speller(arguments=False, encoded=True).spell(type_)

    def _returns(self, response: Response | None) -> str:
        if response is None or response.kind is ResponseKind.NONE or response.type is None:
            return "None"
        if response.kind is ResponseKind.TEXT:
            return "str"
        if response.kind is ResponseKind.BINARY:
            return "bytes"
        return self._returned(response.type)

    def _request(self, returns: str, item: str) -> str:
        module = f"{self.runtime}.requests"
        if item:
            return f"{self.imports.add(module, 'PagedRequest')}[{item}, {returns}]"
        return f"{self.imports.add(module, 'Request')}[{returns}]"

    def _page(self, cls: str, item: str, returns: str) -> str:
        return f"{self.imports.add(f'{self.runtime}.pages', cls)}[{item}, {returns}]"

    # -- the request -----------------------------------------------------------------------------

    def _arguments(self, operation: Operation, arguments: dict[tuple[str, str], str]) -> Iterator[str]:
        yield literal(operation.id)
        yield literal(operation.method)
        yield literal(operation.path)
        for place, keyword in (
            ("path", "path_params"),
            ("query", "query"),
            ("header", "headers"),
            ("cookie", "cookies"),
        ):
            pairs = [
                f"{literal(one.wire)}: {arguments[place, one.wire]}"
                for one in operation.parameters
                if one.place == place
            ]
            if pairs:
                yield f"{keyword}={{{', '.join(pairs)}}}"
        yield from self._wire_forms(operation)
        if operation.body is not None:
            yield from self._body(operation.body, arguments)
        yield from self._response(operation)
        if operation.idempotency_key:
            yield f"idempotency_key={literal(operation.idempotency_key)}"
        if operation.security is not None:
            yield f"security={operation.security!r}"
        if operation.server:
            yield f"server={literal(operation.server)}"

    def _wire_forms(self, operation: Operation) -> Iterator[str]:
        styles = {one.wire: style for one in operation.parameters if (style := style_of(one))}
        if styles:
            yield f"styles={styles!r}"
        formats = {
            one.wire: self.imports.add(f"{self.runtime}.formats", _FORMATS[kind])
            for one in operation.parameters
            if (kind := _scalar_kind(one.type)) in _FORMATS and kind is not None
        }
        if formats:
            yield f"formats={{{', '.join(f'{literal(wire)}: {name}' for wire, name in formats.items())}}}"
        reserved = tuple(one.wire for one in operation.parameters if one.allow_reserved)
        if reserved:
            yield f"reserved={reserved!r}"

    def _body(self, body: Body, arguments: dict[tuple[str, str], str]) -> Iterator[str]:
        if body.kind is BodyKind.MULTIPART:
            yield f"multipart={self._multipart(body, arguments)}"
            return
        yield "body=body"
        if body.kind is BodyKind.JSON and not isinstance(body.type, Named):
            spelled = self._encoded(body.type)
            if spelled not in ("Any", "dict[str, Any]"):
                yield f"body_type={spelled}"
        if body.media_type not in ("application/json", "*/*"):
            yield f"media_type={literal(body.media_type)}"

    def _multipart(self, body: Body, arguments: dict[tuple[str, str], str]) -> str:
        self.imports.add(f"{self.runtime}.requests", "Multipart")
        groups = {
            "files": [part for part in body.parts if _is_upload(part.type)],
            "fields": [part for part in body.parts if not _is_upload(part.type)],
        }
        spelled = []
        for keyword, parts in groups.items():
            pairs = ", ".join(f"{literal(part.wire)}: {arguments['body', part.wire]}" for part in parts)
            if pairs:
                spelled.append(f"{keyword}={{{pairs}}}")
        return f"Multipart({', '.join(spelled)})"

    def _response(self, operation: Operation) -> Iterator[str]:
        response = operation.response
        if response is None or response.kind is ResponseKind.NONE or response.type is None:
            yield 'reads="none"'
        elif response.kind is ResponseKind.JSON:
            yield f"returns={self._encoded(response.type)}"
        else:
            yield f'reads="{response.kind}"'
            yield f"accept={literal(response.media_type)}"
        if operation.pagination is not None and response is not None and isinstance(response.type, Named):
            self.imports.add(f"{self.runtime}.requests", "TokenPagination")
            attributes = self.names.fields[response.type.key]
            page = operation.pagination
            yield (
                f"pages=TokenPagination(items={literal(attributes[page.items])}, "
                f"request={literal(page.request_token)}, response={literal(attributes[page.response_token])})"
            )
        errors = [
            f"{literal(error.status)}: {self._encoded(error.type)}"
            for error in operation.errors
            if error.type is not None and error.kind is ResponseKind.JSON
        ]
        if errors:
            yield f"errors={{{', '.join(errors)}}}"

    # -- docs ------------------------------------------------------------------------------------

    def _summary(self, operation: Operation) -> str:
        words = operation.name[:1].upper() + operation.name[1:]
        return paragraphs(operation.docs, self.names.methods[operation.pointer], indent=8) or f"{words}."

    def _doc(self, operation: Operation, arguments: dict[tuple[str, str], str]) -> str:
        lines: list[str] = []
        for parameter in operation.parameters:
            name = arguments[parameter.place.value, parameter.wire]
            lines += _argument_lines(name, _parameter_text(parameter))
        if operation.body is not None:
            for part in operation.body.parts:
                lines += _argument_lines(arguments["body", part.wire], sentence(part.docs, part.name))
            if operation.body.kind is not BodyKind.MULTIPART:
                lines += _argument_lines("body", sentence(operation.body.docs, "body"))
        text = self._summary(operation)
        return f"{text}\n\nArgs:\n" + "\n".join(lines) if lines else text


def style_of(parameter: Parameter) -> str:
    """Return the runtime's word for how a parameter is written; empty for the default of its place."""
    if parameter.json:
        return "json"
    return _STYLES.get((parameter.place.value, parameter.style, parameter.explode), "")


def _parameter_text(parameter: Parameter) -> str:
    text = sentence(parameter.docs, parameter.name)
    if parameter.default is not UNSET and parameter.default is not None:
        shown = str(parameter.default).lower() if isinstance(parameter.default, bool) else parameter.default
        text = f"{text} The server's default is `{shown}`.".strip()
    return text


def _argument_lines(name: str, text: str) -> list[str]:
    if not text:
        return []
    first, *rest = wrap(f"{name}: {text}", 84)
    return [f"    {first}", *(f"        {line}" for line in rest)]


def _call(positional: list[str], keyword: list[str]) -> Iterator[str]:
    for parameter in positional:
        yield parameter.partition(":")[0]
    for parameter in keyword:
        name = parameter.partition(":")[0]
        yield f"{name}={name}"


def _without_default(parameter: str) -> str:
    return parameter.removesuffix(" = omit")


def _first_line(text: str) -> str:
    return text.partition("\n\n")[0].replace("\n", " ")


def _is_file(type_: TypeRef) -> bool:
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.BINARY


def _is_upload(type_: TypeRef) -> bool:
    return _is_file(type_.item if isinstance(type_, ListOf) else type_)


def _scalar_kind(type_: TypeRef) -> ScalarKind | None:
    return type_.kind if isinstance(type_, Scalar) else None


def request_function_name(method: str) -> str:
    """Return the name of the function that makes the request of a method."""
    return f"_{identifier(method)}"
