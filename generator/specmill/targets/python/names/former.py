"""Old names that code may go on using, where nothing else has them now."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from specmill.model.api import Api, Resource, walk_resources
from specmill.targets.python import reserved
from specmill.targets.python.spelling import class_name, identifier

KeyT = TypeVar("KeyT", bound=Hashable)


def former_fields(
    api: Api, fields: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the attributes that the fields of models had, where they are still free."""
    for key, model in api.models.items():
        found: dict[str, str] = {}
        for field in model.fields:
            for name in field.former:
                old = name or identifier(field.wire, prefix="field")
                if old not in reserved.FIELDS and old not in fields[key].values():
                    found.setdefault(old, fields[key][field.wire])
        if found:
            yield key, found


def former_methods(
    api: Api, methods: Mapping[str, str], children: Mapping[tuple[str, ...], str]
) -> dict[str, tuple[str, ...]]:
    """Return the old names of methods, by pointer, where they are still free in the resource."""
    found: dict[str, tuple[str, ...]] = {}
    for resource in walk_resources(api.root):
        renamed = {
            one.pointer: one.former for one in resource.operations if one.former and not one.form_of
        }
        found |= _free(renamed, _taken(resource, methods, children), prefix="method")
    return found


def former_children(
    api: Api, methods: Mapping[str, str], children: Mapping[tuple[str, ...], str]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the old names of resources, by path, where they are still free beside it."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for parent in walk_resources(api.root):
        renamed = {child.path: child.former for child in parent.children if child.former}
        found |= _free(renamed, _taken(parent, methods, children), prefix="resource")
    return found


def _taken(
    resource: Resource, methods: Mapping[str, str], children: Mapping[tuple[str, ...], str]
) -> set[str]:
    """Return the names that a resource has, or needs, now."""
    own = {methods[one.pointer] for one in resource.operations}
    own |= {children[child.path] for child in resource.children}
    return own | reserved.METHODS | (set() if resource.path else reserved.CLIENT_ATTRIBUTES)


def _free(
    renamed: Mapping[KeyT, Sequence[str]], taken: set[str], *, prefix: str
) -> dict[KeyT, tuple[str, ...]]:
    """Return the old names that nothing has; of several that want one, the first has it."""
    found: dict[KeyT, tuple[str, ...]] = {}
    for key, former in renamed.items():
        names = dict.fromkeys(identifier(name, prefix=prefix) for name in former)
        found[key] = tuple(name for name in names if name not in taken)
        taken.update(names)
    return found


def former_models(
    api: Api, models: Mapping[str, str], constants: Mapping[str, str]
) -> dict[str, str]:
    """Return the old names of models, where they are still free."""
    taken = {*models.values(), *constants.values(), *reserved.CLASSES}
    found: dict[str, str] = {}
    for key, model in api.models.items():
        for name in map(class_name, model.former):
            if name not in taken:
                found.setdefault(name, models[key])
            if key in constants and f"{name}Values" not in taken:
                found.setdefault(f"{name}Values", constants[key])
    return found
