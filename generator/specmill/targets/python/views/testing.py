"""Flat views of the fake of a service, which tests use in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmill.model.api import Api, Resource
from specmill.model.credentials import CredentialKind
from specmill.model.operations import REDIRECTS, Body, BodyKind, Operation, ResponseKind
from specmill.model.types import NULL, ListOf, TypeRef, UnionOf
from specmill.targets.python.arguments import constant_of, is_file_part, is_positional, offered
from specmill.targets.python.call_kinds import kind_of
from specmill.targets.python.imports import Imports
from specmill.targets.python.module_types import ModuleTypes, models_beside
from specmill.targets.python.names import PythonNames, argument_names, resource_class
from specmill.targets.python.reserved import FAKE_CLASSES
from specmill.targets.python.spelling import class_name, docstring, literal, spelled_tuple
from specmill.targets.python.views.fake_routes import (
    ResourceRoutes,
    fake_attribute,
    is_faked,
    routes_of,
)
from specmill.values import dataclass

FOLDER = "testing"
SPEC = f"{FOLDER}/spec.json"
"""What the API declares, by which fakes check requests and make up answers."""

_WHOLE = (BodyKind.TEXT, BodyKind.BINARY)
_SEVERAL = (BodyKind.JSON_LINES, BodyKind.JSON_SEQUENCE)

_KINDS: Mapping[str, tuple[str, str]] = {
    "PagedRequest": ("stubs.paged", "PagedStub"),
    "JsonStreamRequest": ("stubs.streams", "StreamStub"),
    "EventStreamRequest": ("stubs.streams", "StreamStub"),
    "DownloadRequest": ("stubs.downloads", "DownloadStub"),
    "OperationRequest": ("stubs.work", "WorkStub"),
}
"""Classes of requests to the module and the class of their stubs."""

_OFFERED = ("FakeError", "Recorder", "Refusal", "SentFile", "failure")
"""Names of the runtime that the module of the service offers."""


@dataclass(frozen=True, slots=True)
class CallView:
    """The class of an operation's arguments."""

    cls: str
    doc: str
    fields: tuple[str, ...]
    """Each with its annotation and default."""


@dataclass(frozen=True, slots=True)
class StubView:
    """An operation of a fake."""

    attribute: str
    value: str
    """What stands for it in its class."""
    call: CallView | None


@dataclass(frozen=True, slots=True)
class FakeChildView:
    """A group of operations below a fake or another group."""

    attribute: str
    cls: str
    reference: str


@dataclass(frozen=True, slots=True)
class FakeView:
    """A module with the fake of one resource, or of the service itself."""

    module_doc: str
    cls: str
    doc: str
    dotted: str
    imports: tuple[str, ...]
    type_imports: tuple[str, ...]
    children: tuple[FakeChildView, ...]
    stubs: tuple[StubView, ...]
    client: str = ""
    """Name of the client; empty for a resource."""
    routes: tuple[ResourceRoutes, ...] = ()
    rpc: bool = False
    credentials: tuple[str, ...] = ()
    """Arguments with which a client is somebody whom the fake knows."""

    @property
    def offered(self) -> str:
        """The names that the module of the service offers."""
        return ", ".join(map(literal, sorted((*_OFFERED, self.cls))))


def fake_view(api: Api, names: PythonNames, runtime: str) -> FakeView:
    """Return the view of ``testing/__init__.py``.

    Args:
        api: The model.
        names: Its Python names.
        runtime: Module path of the runtime as a module in a folder of the package imports it.
    """
    writer = _FakeWriter(api.root, names, runtime, names.client)
    imports = writer.types.imports
    for name in ("API", f"Async{names.client}", names.client):
        imports.add(".._client", name)
    imports.add("functools", "cached_property")
    for module, name in (
        ("testing.cassettes", "Recorder"),
        ("testing.errors", "FakeError"),
        ("testing.errors", "Refusal"),
        ("testing.received.files", "SentFile"),
        ("testing.received.routes", "Routes"),
        ("testing.received.routes", "RoutesOf"),
        ("testing.service", "FakeService"),
        ("testing.stubs.answers", "failure"),
    ):
        writer.types.of_runtime(module, name)
    title = f"A fake of {api.title or api.key}, for tests."
    return writer.view(
        module_doc=docstring(title),
        doc=docstring(f"Answers in place of the service: `with Fake{names.client}() as fake`."),
        client=names.client,
        routes=tuple(routes_of(api, names)),
        rpc=api.rpc_errors,
        credentials=tuple(_credentials(api)),
    )


def fake_resource_view(names: PythonNames, resource: Resource, runtime: str) -> FakeView:
    """Return the view of the module of one resource's fake; arguments as of ``resource_view``."""
    cls = resource_class(resource.path)
    writer = _FakeWriter(resource, names, runtime, cls)
    dotted = ".".join(names.attributes(resource.path))
    writer.types.of_runtime("testing.service", "FakeResource")
    return writer.view(
        module_doc=docstring(f"The fake of `{dotted}`."),
        doc=docstring(f"The fake of `{dotted}`."),
        dotted=dotted,
    )


class _FakeWriter:
    """Writes the stubs of one resource, and imports what they need."""

    def __init__(self, resource: Resource, names: PythonNames, runtime: str, cls: str) -> None:
        self._resource = resource
        self._names = names
        self._cls = cls
        operations = resource.operations
        methods = frozenset(names.methods[one.pointer] for one in operations)
        attributes = {names.children[child.path] for child in resource.children}
        models = models_beside(methods | attributes, operations)
        self.types = ModuleTypes(names, Imports(), runtime, "..", (), methods, models)
        self._type_imports = Imports()
        self._used: set[str] = {*FAKE_CLASSES, cls, f"Fake{cls}"}

    def view(
        self,
        *,
        module_doc: str,
        doc: str,
        dotted: str = "",
        client: str = "",
        routes: tuple[ResourceRoutes, ...] = (),
        rpc: bool = False,
        credentials: tuple[str, ...] = (),
    ) -> FakeView:
        """Return the view of the module."""
        children = tuple(self._children())
        stubs = tuple(self._stub(one) for one in self._resource.operations if is_faked(one))
        return FakeView(
            module_doc=module_doc,
            cls=f"Fake{self._cls}",
            doc=doc,
            dotted=dotted,
            imports=tuple(self.types.imports.lines()),
            type_imports=tuple(self._type_imports.lines()),
            children=children,
            stubs=stubs,
            client=client,
            routes=routes,
            rpc=rpc,
            credentials=credentials,
        )

    def _children(self) -> Iterator[FakeChildView]:
        for child in self._resource.children:
            target = f"Fake{resource_class(child.path)}"
            module = self._names.resources[child.path]
            cls = self._unused(target)
            self._type_imports.add(f".{module}", target, cls)
            self.types.of_runtime("client.resources", "Lazy")
            self.types.imports.add("typing", "TYPE_CHECKING")
            attribute = fake_attribute(self._names.children[child.path], self._resource.path)
            yield FakeChildView(attribute, cls, f".{FOLDER}.{module}:{target}")

    def _unused(self, name: str) -> str:
        while name in self._used:
            name += "_"
        self._used.add(name)
        return name

    def _stub(self, operation: Operation) -> StubView:
        method = self._names.methods[operation.pointer]
        attribute = fake_attribute(method, self._resource.path)
        call = self._call(operation, method)
        arguments = [
            f"{self._kind(operation, call.cls)}",
            f"{self._home()}.{method}",
            call.cls,
            *_settings(operation),
        ]
        faked = self.types.of_runtime("testing.stubs.stubs", "Faked")
        return StubView(attribute, f"{faked}({', '.join(arguments)})", call)

    def _home(self) -> str:
        """Import the class of the methods; return its name."""
        path = self._resource.path
        module = f"..resources.{self._names.resources[path]}" if path else ".._client"
        return self.types.imports.add(module, self._cls)

    def _kind(self, operation: Operation, call: str) -> str:
        """Spell the class of a stub with its type arguments, and import it."""
        kind = kind_of(operation, self.types.returned)
        module, cls = _KINDS.get(kind.request, ("stubs.stubs", "Stub"))
        if kind.request == "EventStreamRequest" and "ServerSentEvent" in kind.types:
            self.types.of_runtime("bodies.server_sent_events", "ServerSentEvent")
        stub = self.types.of_runtime(f"testing.{module}", cls)
        types = [kind.types, call] if kind.types else [call]
        return f"{stub}[{', '.join(types)}]"

    def _call(self, operation: Operation, method: str) -> CallView:
        self.types.imports.add("dataclasses", "dataclass")
        cls = self._unused(f"{class_name(method)}Call")
        fields = tuple(self._fields(operation))
        return CallView(cls, docstring(f"Arguments of a call of `{method}`."), fields)

    def _fields(self, operation: Operation) -> Iterator[str]:
        names = argument_names(operation)
        for one in operation.parameters:
            required = one.required and (is_positional(one) or not constant_of(one))
            name = names[one.place.value, one.wire]
            yield self._field(name, self.types.encoded(one.type), required=required)
        body = operation.body
        if body is not None and body.kind is BodyKind.MULTIPART:
            for part in body.parts:
                required = part.required and not constant_of(part)
                spelled = self._part_type(part.type)
                yield self._field(names["body", part.wire], spelled, required=required)
        elif body is not None:
            yield self._field("body", self._body_type(body), required=body.required)
        if operation.media_upload is not None:
            file = self.types.of_runtime("testing.received.files", "SentFile")
            yield self._field("media", file, required=False)

    def _field(self, name: str, spelled: str, *, required: bool) -> str:
        return (
            f"{name}: {spelled}" if required else f"{name}: {spelled} | {self.types.omit()} = omit"
        )

    def _body_type(self, body: Body) -> str:
        """Spell what is read of a body; a union where media types have different ones."""
        kinds = offered(body)
        if body.kind in _SEVERAL:
            return self.types.listed(self.types.encoded(body.type))
        return " | ".join(dict.fromkeys(map(self._form_type, kinds)))

    def _form_type(self, body: Body) -> str:
        if body.kind in _WHOLE:
            return "str" if body.kind is BodyKind.TEXT else "bytes"
        return self.types.encoded(body.type)

    def _part_type(self, type_: TypeRef) -> str:
        """Spell what is read of a part: files with their names, all else by its type."""
        members = type_.members if isinstance(type_, UnionOf) else (type_,)
        return " | ".join(dict.fromkeys(map(self._part_member, members)))

    def _part_member(self, member: TypeRef) -> str:
        if not is_file_part(member) or member == NULL:
            return self.types.encoded(member)
        file = self.types.of_runtime("testing.received.files", "SentFile")
        return self.types.listed(file) if isinstance(member, ListOf) else file


def _credentials(api: Api) -> Iterator[str]:
    """Yield the arguments of a client that shows made-up credentials."""
    kinds = {one.kind for one in api.credentials}
    keys = [one.scheme for one in api.credentials if one.kind is CredentialKind.API_KEY]
    if CredentialKind.TOKEN in kinds:
        yield 'token="fake-token"'
    if keys:
        several = ", ".join(f'{literal(one)}: "fake-key"' for one in keys)
        yield f"api_key={{{several}}}" if len(keys) > 1 else 'api_key="fake-key"'
    if kinds & {CredentialKind.BASIC, CredentialKind.LOGIN}:
        yield from ('username="somebody"', 'password="fake-password"')


def _settings(operation: Operation) -> Iterator[str]:
    """Yield further arguments of ``Faked``."""
    response = operation.response
    if response is not None and response.status.isdigit() and response.status != "200":
        leads = response.status in REDIRECTS and response.kind is not ResponseKind.LOCATION
        yield from () if leads else (f"status={response.status}",)
    elif response is None:
        yield "status=204"
    if operation.body is not None and operation.body.kind is not BodyKind.MULTIPART:
        takes = tuple(one.media_type for one in offered(operation.body))
        if len(takes) > 1:
            yield f"takes={spelled_tuple(takes)}"
