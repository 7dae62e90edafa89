"""Pages of an API: which one shows what, and how they link to each other."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Mapping

from specmill.model.api import Api, Resource, operations_of, walk_resources
from specmill.model.operations import Link, Operation
from specmill.naming import Wanted, resolve
from specmill.targets.docs.prose import plain
from specmill.targets.python.reference import (
    DEVICES,
    PythonReference,
    model_references,
    module_name,
    operation_references,
)
from specmill.values import dataclass

INDEX = "index.md"
MODELS = "models/index.md"
NAVIGATION = "nav.yml"
_CLIENT = "client.md"


@dataclass(frozen=True, slots=True)
class Pages:
    """Paths of the pages of one API, and who refers to what."""

    reference: PythonReference
    models: Mapping[str, str]
    """Model key to path."""
    resources: Mapping[tuple[str, ...], str]
    """Resource path to path."""
    used_by_operations: Mapping[str, tuple[Operation, ...]]
    """Model key to the operations that take, return or fail with it."""
    used_by_models: Mapping[str, tuple[str, ...]]
    """Model key to the keys of the models that have it in a field."""

    def to_model(self, key: str, page: str, text: str = "") -> str:
        """Link from ``page`` to a model."""
        shown = text or plain(self.reference.model(key))
        return f"[{shown}]({relative(self.models[key], page)})"

    def to_resource(self, resource: Resource, page: str) -> str:
        """Link from ``page`` to a resource."""
        shown = plain(f"client.{self.reference.dotted(resource)}".rstrip("."))
        return f"[{shown}]({relative(self.resources[resource.path], page)})"

    def to_operation(self, operation: Operation, page: str, text: str = "") -> str:
        """Link from ``page`` to a method."""
        anchor = anchor_of(self.reference.method(operation))
        shown = text or plain(self.reference.names.dotted(operation))
        path = relative(self.resources[operation.resource], page)
        return f"[{shown}]({path}#{anchor})"

    def to_linked(self, link: Link, page: str) -> str:
        """Link from ``page`` to the method that a link leads to."""
        anchor = anchor_of(self.reference.names.methods[link.pointer])
        path = relative(self.resources[link.resource], page)
        return f"[{plain(self.reference.names.leads_to(link))}]({path}#{anchor})"


def lay_out(reference: PythonReference) -> Pages:
    """Choose the page of every resource and model."""
    api = reference.api
    wanted = [
        Wanted(
            key, (module_name(reference.model(key)), module_name(f"{reference.model(key)}Model"))
        )
        for key in api.models
    ]
    files = resolve(wanted, taken=DEVICES | {"index"})
    return Pages(
        reference,
        {key: f"models/{name}.md" for key, name in files.items()},
        {
            resource.path: (
                f"resources/{reference.names.resources[resource.path]}.md"
                if resource.path
                else _CLIENT
            )
            for resource in walk_resources(api.root)
        },
        _operations_by_model(api),
        _models_by_model(api),
    )


def anchor_of(name: str) -> str:
    """Return the anchor of the heading of a method."""
    return name.lower()


def relative(path: str, page: str) -> str:
    """Return ``path`` as a link on ``page``."""
    return posixpath.relpath(path, posixpath.dirname(page) or ".")


def _operations_by_model(api: Api) -> dict[str, tuple[Operation, ...]]:
    found: defaultdict[str, list[Operation]] = defaultdict(list)
    for operation in operations_of(api):
        for key in dict.fromkeys(operation_references(operation)):
            found[key].append(operation)
    return {key: tuple(operations) for key, operations in found.items()}


def _models_by_model(api: Api) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, model in api.models.items():
        for needed in dict.fromkeys(model_references(model)):
            found[needed].append(key)
    return {key: tuple(keys) for key, keys in found.items()}
