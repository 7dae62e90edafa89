"""Modules of models: which one each stands in, so that imports have no circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from specmill.model.api import Api, operations_of
from specmill.model.models import Model, ModelKind
from specmill.model.operations import Operation, Webhook
from specmill.model.references import model_references, references
from specmill.model.types import Named, without_null
from specmill.naming import Wanted, resolve
from specmill.targets.python.reserved import MODULES
from specmill.targets.python.spelling import identifier, module_name
from specmill.values import dataclass

COMMON = "common"
UNUSED = "unused"
CLIENT = "client"
WEBHOOKS = "webhooks"
_NAMED_SERVICES = 2
"""Services that a module of models is named after; what more of them share has another name."""
_FEW_MODELS = 8
"""Models that are too few for a module of their own, where any other module can have them."""


def operation_references(operation: Operation) -> Iterator[str]:
    """Yield the keys of the models that an operation takes, returns or fails with."""
    for parameter in operation.parameters:
        yield from references(parameter.type)
    if operation.body is not None:
        for body in (operation.body, *operation.body.alternatives):
            yield from references(body.type)
            for part in body.parts:
                yield from references(part.type)
            for encoding in body.encodings:
                for header in encoding.headers:
                    yield from references(header.type)
    for response in (
        operation.response,
        *operation.answers,
        *operation.outcomes,
        *operation.errors,
    ):
        if response is not None:
            yield from references(response.type)
    if operation.pagination is not None:
        yield from references(operation.pagination.item_type)
    if operation.long_running is not None:
        yield from references(operation.long_running.result)
        yield from references(operation.long_running.metadata)


def webhook_references(webhook: Webhook) -> Iterator[str]:
    """Yield the keys of the models that a webhook carries."""
    if webhook.payload is not None:
        yield from references(webhook.payload.type)
    for header in webhook.headers:
        yield from references(header.type)


@dataclass(frozen=True, slots=True)
class ModelLayout:
    """Where the models of an API stand."""

    modules: Mapping[str, str]
    """Model key to module name."""
    services: Mapping[str, tuple[str, ...]]
    """Module name to the services that use it."""


def lay_out_models(api: Api) -> ModelLayout:
    """Choose the module of each model.

    Models that the same services reach stand together. A model is reached by every service that
    reaches something made of it, so a module only ever imports modules that more services share: no
    cycle is possible, the strongly connected components of the model graph stay whole, and a
    service imports nothing that it does not use, but for small models in ``common``. Models of
    webhooks alone stand by what the webhook is about, those of several together.
    """
    services = _services_by_model(api)
    everyone = frozenset(label for labels in services.values() for label in labels)
    groups = _grouped(api, services, everyone)
    wanted = [
        Wanted(group, tuple(map(module_name, _module_names(group, everyone, models))))
        for group, keys in groups.items()
        for models in [[api.models[key] for key in keys]]
    ]
    names = resolve(wanted, taken=MODULES, join="{}_{}".format)
    return ModelLayout(
        modules={key: names[group] for group, keys in groups.items() for key in keys},
        services={name: tuple(sorted(group)) for group, name in names.items()},
    )


def _grouped(
    api: Api, services: Mapping[str, set[str]], everyone: frozenset[str]
) -> dict[frozenset[str], list[str]]:
    """Put models of the same services together, and small such groups with those of everyone.

    Only groups that refer to nothing outside go there, so that the module imports no other.
    """
    groups: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for key in api.models:
        groups[frozenset(services[key])].append(key)
    common = set(groups.get(everyone, ()))
    moved = {everyone}
    # What a group refers to is shared by more services, so it is decided before.
    for labels in sorted(groups, key=len, reverse=True):
        if len(labels) <= _NAMED_SERVICES or len(groups[labels]) > _FEW_MODELS:
            continue
        within = common.union(groups[labels])
        if all(within.issuperset(model_references(api.models[key])) for key in groups[labels]):
            common = within
            moved.add(labels)
    if len(moved) == 1:
        return dict(groups)
    kept = {labels: keys for labels, keys in groups.items() if labels not in moved}
    return {everyone: [key for key in api.models if key in common], **kept}


def _services_by_model(api: Api) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {key: set() for key in api.models}
    roots: defaultdict[str, set[str]] = defaultdict(set)
    for operation in operations_of(api):
        label = identifier(operation.resource[-1]) if operation.resource else CLIENT
        roots[label].update(operation_references(operation))
    shared = [key for error in api.common_errors for key in references(error.type)]
    for parameter in api.common_parameters:
        shared.extend(references(parameter.type))
    edges = {key: tuple(model_references(model)) for key, model in api.models.items()}
    for label, keys in roots.items():
        for key in _reachable((*keys, *shared), edges):
            found[key].add(label)
    for key, labels in _webhooks_by_model(api, edges).items():
        if not found[key]:
            found[key] = labels if len(labels) == 1 else {WEBHOOKS}
    for key, model in api.models.items():
        if not found[key]:
            found[key] = _services_of_target(model, api, found)
    return found


def _services_of_target(model: Model, api: Api, found: Mapping[str, set[str]]) -> set[str]:
    """Return the services of the model that an alias which none uses is another name for."""
    seen: set[str] = set()
    while model.kind is ModelKind.ALIAS and model.key not in seen:
        seen.add(model.key)
        target = without_null(model.target)
        if not isinstance(target, Named):
            break
        model = api.models[target.key]
    return found[model.key]


def _webhooks_by_model(
    api: Api, edges: Mapping[str, tuple[str, ...]]
) -> defaultdict[str, set[str]]:
    roots: defaultdict[str, set[str]] = defaultdict(set)
    for webhook in api.webhooks:
        label = f"{WEBHOOKS}_{identifier(webhook.group)}" if webhook.group else WEBHOOKS
        roots[label].update(webhook_references(webhook))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for label, keys in roots.items():
        for key in _reachable(keys, edges):
            found[key].add(label)
    return found


def _reachable(
    start: Iterable[str],
    edges: Mapping[str, tuple[str, ...]],
    known: AbstractSet[str] = frozenset(),
) -> set[str]:
    """Return what some models lead to, but for what is known to be reached."""
    seen: set[str] = set()
    pending = list(start)
    while pending:
        key = pending.pop()
        if key not in seen and key not in known:
            seen.add(key)
            pending.extend(edges[key])
    return seen


def _module_names(
    group: frozenset[str], everyone: frozenset[str], models: list[Model]
) -> Iterator[str]:
    head = identifier(_head(models).name, prefix="model")
    if not group:
        yield UNUSED
    elif len(group) == 1:
        yield next(iter(group))
    elif group == everyone:
        yield COMMON
    elif len(group) <= _NAMED_SERVICES:
        yield "_".join(sorted(group))
    yield f"shared_{head}"


def _head(models: list[Model]) -> Model:
    """Return the model that leads to most of a module: the one that the others are made for."""
    keys = {model.key for model in models}
    edges = {
        model.key: tuple(key for key in model_references(model) if key in keys) for model in models
    }
    leads: list[str] = []
    """Models that none before them leads to; where one leads to another of them, it comes later."""
    seen: set[str] = set()
    for key in edges:
        if key not in seen:
            leads.append(key)
            seen |= _reachable([key], edges, seen)
    sizes: dict[str, int] = {}
    seen.clear()
    for key in reversed(leads):
        if key not in seen:
            reached = _reachable([key], edges)
            seen |= reached
            sizes[key] = len(reached)
    return max(
        (model for model in models if model.key in sizes), key=lambda model: sizes[model.key]
    )
