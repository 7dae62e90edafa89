"""Modules of models: which one each stands in, so that imports have no circle."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from specmill.model.api import Api, ModelModules, operations_of
from specmill.model.models import Model, ModelKind
from specmill.model.operations import Operation, Webhook
from specmill.model.references import model_references, references
from specmill.model.types import Named, without_null
from specmill.naming import Wanted, resolve
from specmill.targets.python.circles import late_imports, without_circles
from specmill.targets.python.reserved import MODULES
from specmill.targets.python.spelling import identifier, module_name

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


def model_modules(api: Api) -> ModelModules:
    """Return where the models stand; chosen anew where nothing has settled it."""
    return api.modules or lay_out_models(api)


def lay_out_models(
    api: Api,
    given: Mapping[str, str] | None = None,
    late: Mapping[str, Collection[str]] | None = None,
) -> ModelModules:
    """Choose the module of each model.

    Models that the same services reach stand together. A model is reached by every service that
    reaches something made of it, so a module only ever imports modules that more services share: no
    cycle is possible, the strongly connected components of the model graph stay whole, and a
    service imports nothing that it does not use, but for small models in ``common``. Models of
    webhooks alone stand by what the webhook is about, those of several together.

    Args:
        api: The API.
        given: Model key to the module where an earlier run had it: there it stays, unless an alias
            of another module needs it, and modules would import each other in a circle.
        late: What an earlier run noted as :attr:`ModelModules.late`.
    """
    edges = _edges(api)
    services = _services_by_model(api, edges)
    everyone = frozenset(label for labels in services.values() for label in labels)
    groups = _grouped(edges, services, everyone)
    kept = {key: module_name(name) for key, name in (given or {}).items()}
    homes = {group: _home(keys, kept) for group, keys in groups.items()}
    wanted = [
        Wanted(group, tuple(map(module_name, _module_names(group, everyone, keys, api, edges))))
        for group, keys in groups.items()
        if not homes[group]
    ]
    names = homes | resolve(wanted, taken={*MODULES, *kept.values()}, join="{}_{}".format)
    modules = {key: kept.get(key, names[group]) for group, keys in groups.items() for key in keys}
    if not kept:
        return ModelModules(modules, {names[group]: tuple(sorted(group)) for group in groups})
    known = {
        module_name(one): set(map(module_name, others)) for one, others in (late or {}).items()
    }
    at_once = {key: edges[key] for key, model in api.models.items() if is_read_at_once(model)}
    modules = without_circles(modules, kept, edges, at_once)
    ordered = {key: modules[key] for keys in groups.values() for key in keys}
    return ModelModules(
        ordered,
        _services_by_module(ordered, groups),
        late_imports(ordered, edges, at_once, known),
    )


def is_read_at_once(model: Model) -> bool:
    """Tell whether what a model is made of is needed when its module loads.

    Aliases are made there. The fields of a class are looked at when it is first used.
    """
    return model.kind is not ModelKind.OBJECT


def _home(keys: Sequence[str], kept: Mapping[str, str]) -> str:
    """Return the module where most models of a group have been; empty for a new group."""
    found = Counter(kept[key] for key in keys if key in kept)
    return min(found, key=lambda name: (-found[name], name)) if found else ""


def _services_by_module(
    modules: Mapping[str, str], groups: Mapping[frozenset[str], Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """Return the services that each module is for: those of most of its models."""
    found: defaultdict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for group, keys in groups.items():
        label = tuple(sorted(group))
        for key in keys:
            found[modules[key]][label] += 1
    return {
        module: min(counts, key=lambda group: (-counts[group], group))
        for module, counts in found.items()
    }


def _edges(api: Api) -> dict[str, tuple[str, ...]]:
    return {key: tuple(model_references(model)) for key, model in api.models.items()}


def _grouped(
    edges: Mapping[str, Collection[str]],
    services: Mapping[str, set[str]],
    everyone: frozenset[str],
) -> dict[frozenset[str], list[str]]:
    """Put models of the same services together, and small such groups with those of everyone.

    Only groups that refer to nothing outside go there, so that the module imports no other.
    """
    groups: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for key in edges:
        groups[frozenset(services[key])].append(key)
    common = set(groups.get(everyone, ()))
    moved = {everyone}
    # What a group refers to is shared by more services, so it is decided before.
    for labels in sorted(groups, key=len, reverse=True):
        if len(labels) <= _NAMED_SERVICES or len(groups[labels]) > _FEW_MODELS:
            continue
        within = common.union(groups[labels])
        if all(within.issuperset(edges[key]) for key in groups[labels]):
            common = within
            moved.add(labels)
    if len(moved) == 1:
        return dict(groups)
    kept = {labels: keys for labels, keys in groups.items() if labels not in moved}
    return {everyone: [key for key in edges if key in common], **kept}


def _services_by_model(api: Api, edges: Mapping[str, tuple[str, ...]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {key: set() for key in api.models}
    roots: defaultdict[str, set[str]] = defaultdict(set)
    for operation in operations_of(api):
        label = identifier(operation.resource[-1]) if operation.resource else CLIENT
        roots[label].update(operation_references(operation))
    shared = [key for error in api.common_errors for key in references(error.type)]
    for parameter in api.common_parameters:
        shared.extend(references(parameter.type))
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
    group: frozenset[str],
    everyone: frozenset[str],
    models: Sequence[str],
    api: Api,
    edges: Mapping[str, tuple[str, ...]],
) -> Iterator[str]:
    head = identifier(api.models[_head(models, edges)].name, prefix="model")
    if not group:
        yield UNUSED
    elif len(group) == 1:
        yield next(iter(group))
    elif group == everyone:
        yield COMMON
    elif len(group) <= _NAMED_SERVICES:
        yield "_".join(sorted(group))
    yield f"shared_{head}"


def _head(models: Sequence[str], edges: Mapping[str, tuple[str, ...]]) -> str:
    """Return the model that leads to most of a module: the one that the others are made for."""
    own = {*models}
    inner = {key: tuple(one for one in edges[key] if one in own) for key in models}
    leads: list[str] = []
    """Models that none before them leads to; where one leads to another of them, it comes later."""
    seen: set[str] = set()
    for key in models:
        if key not in seen:
            leads.append(key)
            seen |= _reachable([key], inner, seen)
    sizes: dict[str, int] = {}
    seen.clear()
    for key in reversed(leads):
        if key not in seen:
            reached = _reachable([key], inner)
            seen |= reached
            sizes[key] = len(reached)
    return max((key for key in models if key in sizes), key=sizes.__getitem__)
