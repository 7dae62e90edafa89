"""Pages of an API: which one shows what, and how they link to each other."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

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
OPERATIONS = "operations.md"
NAVIGATION = "nav.yml"
_CLIENT = "client.md"
_NO_ANCHOR = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Pages:
    """Paths of the pages of one API, and who refers to what."""

    reference: PythonReference
    models: Mapping[str, str]
    """Model key to path."""
    resources: Mapping[tuple[str, ...], str]
    """Resource path to path."""
    operations: Mapping[str, str]
    """Pointer to path, where each operation has a page of its own."""
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
        name = self.reference.method(operation)
        place = self._place(operation.pointer, operation.resource, name, page)
        return f"[{text or plain(self.reference.names.dotted(operation))}]({place})"

    def to_linked(self, link: Link, page: str) -> str:
        """Link from ``page`` to the method that a link leads to."""
        names = self.reference.names
        place = self._place(link.pointer, link.resource, names.methods[link.pointer], page)
        return f"[{plain(names.leads_to(link))}]({place})"

    def printed(self, resource: Resource) -> str:
        """Return the path of the page that has all operations of a resource."""
        return f"print/{posixpath.basename(self.resources[resource.path])}"

    def _place(self, pointer: str, resource: tuple[str, ...], name: str, page: str) -> str:
        if pointer in self.operations:
            return relative(self.operations[pointer], page)
        return f"{relative(self.resources[resource], page)}#{anchor_of(name)}"


def lay_out(reference: PythonReference, *, by_operation: bool = False) -> Pages:
    """Choose the page of every resource and model, and of every operation if each has one."""
    api = reference.api
    wanted = [
        Wanted(
            key, (module_name(reference.model(key)), module_name(f"{reference.model(key)}Model"))
        )
        for key in api.models
    ]
    resources = {
        resource.path: (
            f"resources/{reference.names.resources[resource.path]}.md" if resource.path else _CLIENT
        )
        for resource in walk_resources(api.root)
    }
    files = resolve(wanted, taken=DEVICES | {"index"})
    return Pages(
        reference,
        {key: f"models/{name}.md" for key, name in files.items()},
        resources,
        dict(_operation_pages(reference, resources)) if by_operation else {},
        _operations_by_model(api),
        _models_by_model(api),
    )


def anchor_of(heading: str) -> str:
    """Return the anchor of the heading of a method, as GitHub and sites make it."""
    return _NO_ANCHOR.sub("", heading).strip().replace(" ", "-").lower()


def relative(path: str, page: str) -> str:
    """Return ``path`` as a link on ``page``."""
    return posixpath.relpath(path, posixpath.dirname(page) or ".")


def _operation_pages(
    reference: PythonReference, resources: Mapping[tuple[str, ...], str]
) -> Iterator[tuple[str, str]]:
    for resource in walk_resources(reference.api.root):
        folder = resources[resource.path].removesuffix(".md")
        wanted = [
            Wanted(one.pointer, (module_name(reference.method(one)),))
            for one in resource.operations
        ]
        for pointer, name in resolve(wanted, taken=DEVICES | {"index"}).items():
            yield pointer, f"{folder}/{name}.md"


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
