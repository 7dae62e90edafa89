"""The surface of a whole package."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.document.document import Document
from specmill.model.api import Api, Resource, walk_resources
from specmill.model.models import Docs
from specmill.surface.reading.calls import MethodReader
from specmill.surface.reading.clients import read_constructor, read_options, read_settings
from specmill.surface.reading.models import ModelReader
from specmill.surface.reading.names import NamedTypes
from specmill.surface.reading.places import Places
from specmill.surface.value import Face, Surface, Webhook
from specmill.targets.python.constructor import chosen_server, constructor_of
from specmill.targets.python.imports import Imports
from specmill.targets.python.names import PythonNames, choose_names
from specmill.targets.python.views import offered_names, webhook_names


def surface_of(
    document: Document, api: Api, package: str, *, client: str = "", documented: bool = False
) -> Surface:
    """Return the surface of the package that the Python target makes of an API.

    Args:
        document: The normal form, overlays applied.
        api: The model.
        package: Import name of the package.
        client: Name of the client class, where the user chose one.
        documented: The package has the facade of a reference page, too.
    """
    names = choose_names(api, client=client)
    types, places = NamedTypes(names.models), Places(document)
    constructor = constructor_of(api, Imports(), "runtime")
    server = chosen_server(api)
    settings = read_settings(constructor)
    if api.batch_path:
        settings["batch_path"] = api.batch_path
    return Surface(
        package=package,
        client=names.client,
        version=api.version,
        exports=frozenset(offered_names(api, names, "runtime")),
        constructor=tuple(read_constructor(api, constructor)),
        options=tuple(read_options(api, names, types)),
        server=server.default_url if server is not None else "",
        server_template=server.url if server is not None else "",
        settings=settings,
        credentials=api.credentials,
        methods=tuple(MethodReader(api, names, types, places).methods()),
        models={one.name: one for one in ModelReader(api, names, types, places).models()},
        webhooks=tuple(_webhooks(api, types)),
        face=_face(api, names) if documented else None,
        title=api.title,
        docs=api.docs,
        resources=dict(_resources(api.root, names)),
        former_resources={
            ".".join(names.attributes(path)): former
            for path, former in names.former_children.items()
        },
    )


def _face(api: Api, names: PythonNames) -> Face:
    from specmill.surface.reading.faces import read_face  # noqa: PLC0415 - few packages have one

    return read_face(api, names)


def _resources(root: Resource, names: PythonNames) -> Iterator[tuple[str, Docs]]:
    for one in walk_resources(root):
        if one.path:
            yield ".".join(names.attributes(one.path)), one.docs


def _webhooks(api: Api, types: NamedTypes) -> Iterator[Webhook]:
    called = webhook_names(api)
    for one in api.webhooks:
        payload = one.payload
        yield Webhook(
            name=called[one.key],
            key=one.key,
            verb=one.method,
            payload=types.of(payload.type) if payload else None,
            media_type=payload.media_type if payload else "",
            docs=one.docs,
            pointer=one.pointer,
        )
