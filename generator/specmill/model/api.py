"""One API as a typed value: models, operations, resources and credentials.

Every noun has its wire name (``wire``, what travels) and its words (``name``, the code name that
naming chose, in the spelling of no language: targets turn it into theirs).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field

from specmill.given_names import GivenNames
from specmill.model.credentials import Credential
from specmill.model.documented import ReferencePage
from specmill.model.entities import Entity
from specmill.model.models import Docs, Model
from specmill.model.operations import Operation, Response, Webhook
from specmill.model.parameters import Parameter
from specmill.model.servers import Server
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class ErrorForm:
    """What an API says of the bodies of all its errors."""

    code: str = ""
    """Where the code for programs is, dots between names; empty for the usual places."""
    message: str = ""
    """Where the sentence for people is; empty for the usual places."""
    final: tuple[int | str, ...] = ()
    """Statuses and codes after which another try is of no use."""


@dataclass(frozen=True, slots=True)
class NavigationGroup:
    """Resources that pages show under one heading (``x-tagGroups``)."""

    name: str
    resources: tuple[tuple[str, ...], ...]
    """Paths of resources at the top."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A group of operations, such as ``projects.locations.jobs``; may hold further resources."""

    path: tuple[str, ...]
    docs: Docs = Docs()
    operations: tuple[Operation, ...] = ()
    children: tuple[Resource, ...] = ()
    former: tuple[str, ...] = ()
    """Names that it had before beside its siblings, latest last."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something of the source that is not in the output, and why."""

    what: str
    reason: str
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class ModelModules:
    """Where the models of an API stand."""

    modules: Mapping[str, str]
    """Model key to module name."""
    services: Mapping[str, tuple[str, ...]]
    """Module name to the services that it is for."""
    late: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Module name to the modules that it imports only when a class is used, as those import it."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes an API, where, and under which terms."""

    name: str = ""
    email: str = ""
    url: str = ""
    license: str = ""
    """Its SPDX identifier, else its name."""
    documentation: str = ""
    """Address of the API's own pages."""


@dataclass(frozen=True, slots=True)
class Api:
    """Everything that a target needs to know about one API."""

    key: str
    """The API's name in the workspace, such as ``kubeflow-pipelines-v2beta1``."""
    name: str
    """Words for the client's class: ``dataflow``."""
    title: str
    version: str
    docs: Docs = Docs()
    publisher: Publisher = Publisher()
    servers: tuple[Server, ...] = ()
    batch_path: str = ""
    """Path that takes many calls in one request (``multipart/mixed``); empty when there is none."""
    rpc_errors: bool = False
    """Its errors are a google.rpc.Status, in an envelope or bare."""
    models: dict[str, Model] = field(default_factory=dict)
    root: Resource = Resource(())
    common_parameters: tuple[Parameter, ...] = ()
    """Parameters that every operation takes; a target offers them once."""
    common_headers: tuple[tuple[str, str], ...] = ()
    """Headers of every operation that have one value only: wire name and value."""
    common_errors: tuple[Response, ...] = ()
    """Error responses that every operation has; left out of the operations."""
    error_form: ErrorForm = ErrorForm()
    """Where all errors have their code and message, and which of them are final."""
    known_variables: tuple[tuple[str, str], ...] = ()
    """Arguments of clients, and other environment variables that stand in for them."""
    credentials: tuple[Credential, ...] = ()
    security: tuple[tuple[str, ...], ...] | None = None
    """Alternatives of credential names for operations without their own; None where the spec does
    not say.
    """
    groups: tuple[NavigationGroup, ...] = ()
    topics: tuple[tuple[str, Docs], ...] = ()
    """Tags that place no operation, with what is said of them."""
    skipped: tuple[Skipped, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    page: ReferencePage | None = None
    """The reference page that the API was read from; None for any other family."""
    modules: ModelModules | None = None
    """Where the models stand in packages; None before that is settled."""
    given_names: Callable[[], GivenNames] = field(default=GivenNames, repr=False, compare=False)
    """Gives the names that a later run is to keep, but for modules."""
    resource_view: Callable[[], tuple[Entity, ...]] = field(
        default=tuple, repr=False, compare=False
    )
    """Gives the entities; the same ones whenever it is asked."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The resource view, which is put together for those that look at it.

        Raises:
            SpecmillError: The document says something impossible of an entity.
        """
        return self.resource_view()

    """What can be created, read, listed, updated and deleted: the resource view."""


def walk_resources(resource: Resource) -> Iterator[Resource]:
    """Yield a resource and all below it, parents first."""
    yield resource
    for child in resource.children:
        yield from walk_resources(child)


def operations_of(api: Api) -> Iterator[Operation]:
    """Yield every operation of an API."""
    for resource in walk_resources(api.root):
        yield from resource.operations
