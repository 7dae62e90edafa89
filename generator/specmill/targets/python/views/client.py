"""Flat views of the modules that stand once in a package: client, options, the public names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmill.model.api import Api, ErrorForm, operations_of
from specmill.model.operations import STREAMS, ResponseKind
from specmill.model.parameters import ParameterPlace
from specmill.model.types import Named
from specmill.targets.python.arguments import error_types, is_framed, style_of
from specmill.targets.python.constructor import (
    LOCATION,
    Constructor,
    constructor_of,
    environment_of,
    security_settings,
)
from specmill.targets.python.imports import Imports
from specmill.targets.python.module_types import ModuleTypes, models_beside
from specmill.targets.python.names import PythonNames, parameter_names
from specmill.targets.python.own_code import MODULE as OWN_CODE
from specmill.targets.python.reserved import (
    PUBLIC,
    PUBLIC_BATCHING,
    PUBLIC_DOWNLOAD,
    PUBLIC_DRIFT,
    PUBLIC_EVENTS,
    PUBLIC_FRAMES,
    PUBLIC_LOGINS,
    PUBLIC_LONG_RUNNING,
    PUBLIC_OAUTH,
    PUBLIC_RPC_ERRORS,
    PUBLIC_STREAMS,
    PUBLIC_UPLOAD,
    PUBLIC_WAITING,
    QUERY_NAMES,
)
from specmill.targets.python.spelling import (
    docstring,
    first_paragraph,
    literal,
    one_line,
    paragraphs,
    sentence,
    spelled_tuple,
)
from specmill.targets.python.views.lazy_names import LazyNamesView, lazy_names
from specmill.targets.python.views.model import FieldView
from specmill.targets.python.views.operation import OperationView, operation_view
from specmill.targets.python.views.resource import ChildView, child_views
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class ClientView:
    """The module of the clients."""

    cls: str
    base: str
    """Class of the runtime; that of the async client has ``Async`` before it."""
    doc: str
    async_doc: str
    imports: tuple[str, ...]
    type_imports: tuple[str, ...]
    settings: tuple[str, ...]
    """Arguments of ``ApiSettings``."""
    constructor: Constructor
    children: tuple[ChildView, ...]
    operations: tuple[OperationView, ...]
    aliases: Mapping[str, str]
    """Names for types of arguments, and what they stand for."""


@dataclass(frozen=True, slots=True)
class OptionsView:
    """The module of the request options."""

    imports: tuple[str, ...]
    fields: tuple[FieldView, ...]


def client_view(api: Api, names: PythonNames, runtime: str, version: str) -> ClientView:
    """Return the view of ``_client.py``.

    Args:
        api: The model.
        names: Its Python names.
        runtime: Module path of the runtime as the package's own modules import it.
        version: Of the package.
    """
    imports, type_imports = Imports(), Imports()
    base = "BatchClient" if api.batch_path else "Client"
    _import_client(imports, runtime, base)
    taken = {names.client, f"Async{names.client}", "API", LOCATION}
    methods = frozenset(names.methods[operation.pointer] for operation in api.root.operations)
    attributes = {names.children[child.path] for child in api.root.children}
    models = models_beside(methods | attributes, api.root.operations)
    types = ModuleTypes(names, imports, runtime, ".", taken, methods, models)
    children = tuple(child_views(names, api.root, types, type_imports, ".resources."))
    types = replace(types, taken=taken.union(*(child.classes for child in children)))
    operations = tuple(operation_view(operation, types) for operation in api.root.operations)
    constructor = constructor_of(api, imports, runtime)
    settings = tuple(_settings(api, names, constructor, imports, runtime, version))
    about = (
        paragraphs(api.docs, names.client, indent=4)
        or f"Client of the {one_line(api.title) or api.key}."
    )
    return ClientView(
        cls=names.client,
        base=base,
        doc=docstring(about),
        async_doc=docstring(
            first_paragraph(about, indent=4, then=f"Async; see :class:`{names.client}`.")
        ),
        imports=tuple(imports.lines()),
        type_imports=tuple(type_imports.lines()),
        settings=settings,
        constructor=constructor,
        children=children,
        operations=operations,
        aliases=types.aliases,
    )


def _import_client(imports: Imports, runtime: str, base: str) -> None:
    imports.add_module("httpx2")
    imports.add("collections.abc", "Mapping")
    room = "batch" if base == "BatchClient" else "client"
    imports.add(f"{runtime}.{room}.async_client", f"Async{base}")
    imports.add(f"{runtime}.{room}.client", base)
    for name in ("ProxyUrl", "Verify"):
        imports.add(f"{runtime}.client.connection", name)
    for name in ("DEFAULT_TIMEOUT", "ApiSettings", "Timeout"):
        imports.add(f"{runtime}.requests.settings", name)


def _settings(
    api: Api,
    names: PythonNames,
    constructor: Constructor,
    imports: Imports,
    runtime: str,
    version: str,
) -> Iterator[str]:
    yield f"name={literal(api.key)}"
    yield 'package=__package__ or ""'
    yield f"version={literal(version)}"
    yield from constructor.settings
    if api.batch_path:
        yield f"batch_path={literal(api.batch_path)}"
    yield f"environment={literal(environment_of(api))}"
    if api.known_variables:
        pairs = (f"{literal(one)}: {literal(name)}" for one, name in api.known_variables)
        yield f"known_variables={{{', '.join(pairs)}}}"
    if api.common_headers:
        pairs = (f"{literal(wire)}: {literal(value)}" for wire, value in api.common_headers)
        yield f"headers={{{', '.join(pairs)}}}"
    yield from security_settings(api, imports, runtime)
    yield from error_types(
        (error.status, literal(_model_reference(names, error.type.key)))
        for error in api.common_errors
        if isinstance(error.type, Named) and error.kind is ResponseKind.JSON
    )
    yield from _error_form(api.error_form)
    if query_names(api):
        yield f'query_names=".{QUERY_NAMES}:NAMES"'


def _error_form(form: ErrorForm) -> Iterator[str]:
    if form.code:
        yield f"error_code={literal(form.code)}"
    if form.message:
        yield f"error_message={literal(form.message)}"
    if form.final:
        yield f"final={spelled_tuple(form.final)}"


def query_names(api: Api) -> list[str]:
    """Return the wire names that calls may leave out of the query, in alphabetical order."""
    return sorted(
        {
            parameter.wire
            for operation in operations_of(api)
            for parameter in operation.parameters
            if parameter.place is ParameterPlace.QUERY and not parameter.required
        }
    )


def _model_reference(names: PythonNames, key: str) -> str:
    """Name a model for the runtime to load when it needs it."""
    return f".models:{names.models[key]}"


def options_view(api: Api, names: PythonNames, runtime: str) -> OptionsView:
    """Return the view of ``_options.py``: the parameters that every operation takes."""
    imports = Imports()
    imports.add(f"{runtime}.records", "dataclass")
    imports.add(f"{runtime}.data.omission", "Omit")
    imports.add(f"{runtime}.requests.options", "RequestOptions", "BaseRequestOptions")
    arguments = parameter_names(api.common_parameters, ())
    models = models_beside(arguments.values())
    types = ModuleTypes(names, imports, runtime, ".", models=models)
    fields = []
    for parameter in api.common_parameters:
        function = "header_option" if parameter.place is ParameterPlace.HEADER else "query_option"
        imports.add(f"{runtime}.requests.options", function)
        style = style_of(parameter)
        styled = f", style={literal(style)}" if style and function == "query_option" else ""
        text = sentence(parameter.docs, parameter.name)
        fields.append(
            FieldView(
                arguments[parameter.place.value, parameter.wire],
                f"{types.argument(parameter.type)} | Omit",
                f" = {function}({literal(parameter.wire)}{styled})",
                docstring(paragraphs(parameter.docs, parameter.name, indent=4)) if text else "",
            )
        )
    return OptionsView(tuple(imports.lines()), tuple(fields))


def public_names(api: Api, names: PythonNames, runtime: str) -> LazyNamesView:
    """Return the view of what ``import package`` offers."""
    return lazy_names(offered_names(api, names, runtime))


def offered_names(api: Api, names: PythonNames, runtime: str) -> dict[str, str]:
    """Return the names that ``import package`` offers, each with the module that defines it."""
    operations = list(operations_of(api))
    offered: list[Mapping[str, tuple[str, ...]]] = [PUBLIC]
    offered += [PUBLIC_BATCHING] if api.batch_path else []
    offered += [PUBLIC_OAUTH] if any(one.is_fetched for one in api.credentials) else []
    offered += [PUBLIC_LOGINS] if any(one.login for one in api.credentials) else []
    offered += [PUBLIC_RPC_ERRORS] if api.rpc_errors else []
    offered += [PUBLIC_DRIFT] if names.drift else []
    offered += [PUBLIC_UPLOAD] if any(one.media_upload for one in operations) else []
    offered += [PUBLIC_DOWNLOAD] if any(one.media_download for one in operations) else []
    responses = [one.response for one in operations if one.response is not None]
    kinds = {one.kind for one in responses}
    offered += [PUBLIC_EVENTS] if ResponseKind.EVENTS in kinds else []
    offered += [PUBLIC_STREAMS] if kinds & (STREAMS - {ResponseKind.EVENTS}) else []
    offered += [PUBLIC_FRAMES] if any(map(is_framed, responses)) else []
    offered += [PUBLIC_LONG_RUNNING] if names.progress else []
    offered += [PUBLIC_WAITING] if any(one.waiting for one in operations) else []
    found = {
        name: f"{runtime}.{module}"
        for modules in offered
        for module, members in modules.items()
        for name in members
    }
    found |= dict.fromkeys((names.client, f"Async{names.client}"), "._client")
    found["RequestOptions"] = "._options"
    if any(credential.google for credential in api.credentials):
        found["GoogleAuth"] = f"{runtime}.auth.google"
    folders = ["models", *(["webhooks"] if api.webhooks else [])]
    found |= {folder: f".{folder}" for folder in folders}
    return {**found, **dict.fromkeys(sorted(names.own), OWN_CODE)}


def model_names(api: Api, names: PythonNames) -> LazyNamesView:
    """Return what ``package.models`` offers."""
    modules = {names.models[key]: f".{names.modules[key]}" for key in api.models}
    modules |= {name: f".{names.modules[key]}" for key, name in names.value_classes.items()}
    return lazy_names(modules, names.former_models, are_all=True)
