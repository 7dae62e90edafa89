"""Python names of one API, each chosen once and looked up by everything that is generated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from specmill.diagnostics import fail
from specmill.model.api import Api, ModelModules, Resource, operations_of, walk_resources
from specmill.model.models import UNSET, EnumValue, Field, FieldRef, ModelKind
from specmill.model.operations import Link, Operation
from specmill.model.references import with_holders
from specmill.model.types import (
    ListOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeRef,
    UnionOf,
)
from specmill.naming import Wanted, resolve
from specmill.targets.python import reserved
from specmill.targets.python.layout import model_modules
from specmill.targets.python.names.former import (
    former_children,
    former_fields,
    former_methods,
    former_models,
)
from specmill.targets.python.names.parts import argument_names, field_names, offered
from specmill.targets.python.spelling import LONGEST_STEM, class_name, identifier, module_name
from specmill.text import camel_case, kebab_case, upper_camel_case
from specmill.values import dataclass

_RULES: dict[str, Callable[[str], str]] = {
    "Model": str,
    "CamelModel": camel_case,
    "PascalModel": upper_camel_case,
    "KebabModel": kebab_case,
}
"""Base classes of the runtime and the wire name that each derives from a field's name, plainest
first.
"""


_TIMES = {
    *(ScalarKind.SECONDS_DURATION, ScalarKind.DATE),
    *(ScalarKind.LOCAL_DATE_TIME, ScalarKind.SPACED_DATE_TIME, ScalarKind.LOCAL_TIME),
}
_NUMBERS = {
    *(ScalarKind.NUMBER, ScalarKind.DECIMAL_NUMBER),
    *(ScalarKind.INTEGER_STRING, ScalarKind.NUMBER_STRING),
}
_BYTES = {ScalarKind.BASE64URL, ScalarKind.BASE64_TEXT, ScalarKind.BINARY}
_OWN_FORMS = _TIMES | _NUMBERS | _BYTES
"""Kinds that are written otherwise than values alone: bytes are base64 then, decimals text, and
times may have an offset.
"""


@dataclass(frozen=True, slots=True)
class PythonNames:
    """Names of an API's models, fields, methods and parameters."""

    client: str
    models: Mapping[str, str]
    """Model key to class or alias name."""
    layout: ModelModules
    """The modules under ``models``."""
    fields: Mapping[str, Mapping[str, str]]
    """Model key to wire name to attribute."""
    former_fields: Mapping[str, Mapping[str, str]]
    """Model key to attributes that its fields had, and that no other has now, to those that they
    have; models that have none are not in it.
    """
    methods: Mapping[str, str]
    """Operation pointer to method name."""
    former: Mapping[str, tuple[str, ...]]
    """Operation pointer to the names that its method had, and that nothing else has now."""
    former_models: Mapping[str, str]
    """Names that models had, and that nothing else has now, to those that they have."""
    children: Mapping[tuple[str, ...], str]
    """Resource path to the attribute that holds it."""
    former_children: Mapping[tuple[str, ...], tuple[str, ...]]
    """Resource path to the attributes that held it, and that nothing else has now."""
    resources: Mapping[tuple[str, ...], str]
    """Resource path to its module under ``resources``."""
    base: str
    """Base class of the models, which derives their wire names."""
    value_classes: Mapping[str, str]
    """Model key of an enumeration whose values have names to the class of its constants."""
    constants: Mapping[str, Mapping[str, EnumValue]]
    """Model key of such an enumeration to its constants: name to value."""
    progress: Mapping[str, str]
    """Model key of long-running operations to the constant that says how they go on."""
    linked: Mapping[str, Mapping[str, str]]
    """Pointer of an operation that links lead to: wire name of a parameter to its argument."""
    objects: frozenset[str]
    """Keys of the models that are JSON objects, also by way of an alias or a union."""
    fitted: frozenset[str]
    """Keys of the models that write otherwise than mappings in their place, or hold such models."""
    aliases: Mapping[str, TypeRef]
    """Key of a model that is no object to what it stands for."""
    forms: Mapping[str, tuple[Operation, ...]]
    """Operation pointer to the operations that are other forms of it."""
    own: frozenset[str] = frozenset()
    """Names of the package's ``_custom``, which it exports in place of ours."""
    drift: bool = False
    """The package offers a recorder of drift."""
    closed_enums: bool = False
    """Enumerations admit what they list and nothing else."""
    full_async_docs: bool = False
    """Async methods are documented as their sync twins are, in the file, too."""

    @property
    def modules(self) -> Mapping[str, str]:
        """Model key to module name under ``models``."""
        return self.layout.modules

    def attributes(self, path: tuple[str, ...]) -> list[str]:
        """Return the attributes that lead from the client to a resource."""
        return [self.children[path[: depth + 1]] for depth in range(len(path))]

    def attribute(self, path: Iterable[FieldRef]) -> str:
        """Return the attributes along a path, with dots between them; empty for an empty path."""
        return ".".join(self.fields[ref.model][ref.wire] for ref in path)

    def dotted(self, operation: Operation) -> str:
        """Return an operation as a caller writes it: ``projects.locations.jobs.get``."""
        return ".".join([*self.attributes(operation.resource), self.methods[operation.pointer]])

    def leads_to(self, link: Link) -> str:
        """Return the operation of a link as a caller writes it."""
        return ".".join([*self.attributes(link.resource), self.methods[link.pointer]])

    def wire_name_is_derived(self, field: Field, attribute: str) -> bool:
        """Tell whether the base class makes the field's wire name out of its attribute."""
        return _RULES[self.base](attribute) == field.wire


def choose_names(api: Api, *, client: str = "") -> PythonNames:
    """Choose the Python name of everything in an API.

    Args:
        api: The model.
        client: Name of the client class, where the user chose one.

    Raises:
        SpecmillError: A name is pinned twice, or the client's is one that its module needs.
    """
    if client in reserved.RESOURCE_CLASSES:
        raise fail(f"the client cannot be called {client!r}", hint="generated code uses that name")
    models = _model_names(api)
    fields = {
        key: field_names(model.fields)
        for key, model in api.models.items()
        if model.kind is ModelKind.OBJECT
    }
    methods, children = _method_names(api)
    value_classes = _value_classes(api, models)
    return PythonNames(
        client=client or class_name(api.name, reserved=reserved.CLIENT_CLASSES, suffix="Api"),
        models=models,
        layout=model_modules(api),
        fields=fields,
        former_fields=dict(former_fields(api, fields)),
        methods=methods,
        former=former_methods(api, methods, children),
        former_models=former_models(api, models, value_classes),
        children=children,
        former_children=former_children(api, methods, children),
        resources=_resource_modules(children),
        base=_base(api, fields),
        value_classes=value_classes,
        constants={key: _constants(api.models[key].values) for key in value_classes},
        progress=_progress_constants(api, models),
        linked=_linked(api),
        objects=frozenset(key for key in api.models if _is_object(Named(key), api, set())),
        fitted=with_holders(
            api.models, {key for key, one in api.models.items() if any(map(_is_fitted, one.fields))}
        ),
        aliases={key: one.target for key, one in api.models.items() if one.target is not None},
        forms=_forms(api),
    )


def _linked(api: Api) -> dict[str, dict[str, str]]:
    operations = list(operations_of(api))
    targets = {link.pointer for one in operations for link in one.links}
    return {
        one.pointer: {wire: name for (_, wire), name in argument_names(one).items()}
        for one in operations
        if one.pointer in targets
    }


def resource_class(path: Sequence[str]) -> str:
    """Return the class name of a resource."""
    return class_name(path[-1], reserved=reserved.RESOURCE_CLASSES, suffix="Resource")


def _model_names(api: Api) -> dict[str, str]:
    wanted = [
        Wanted(key, (name, f"{name}Model"))
        for key, model in api.models.items()
        for name in [class_name(model.name)]
    ]
    return resolve(wanted, taken=reserved.CLASSES, fold=str)


def _method_names(api: Api) -> tuple[dict[str, str], dict[tuple[str, ...], str]]:
    methods: dict[str, str] = {}
    children: dict[tuple[str, ...], str] = {}
    for resource in walk_resources(api.root):
        taken = reserved.METHODS
        if not resource.path:
            taken |= reserved.CLIENT_ATTRIBUTES
            taken |= reserved.BATCHING if api.batch_path else frozenset()
        attributes = resolve(
            [
                offered(child.path, "", taken, identifier(child.path[-1], prefix="resource"))
                for child in resource.children
            ],
            taken=taken,
            fold=str,
            join="{}_{}".format,
        )
        children.update(attributes)
        methods.update(_methods(resource, {*taken, *attributes.values()}))
    return methods, children


def _resource_modules(children: Mapping[tuple[str, ...], str]) -> dict[tuple[str, ...], str]:
    wanted = [
        Wanted(path, tuple(_resource_module_names(attributes)))
        for path in children
        for attributes in [[children[path[: depth + 1]] for depth in range(len(path))]]
    ]
    return resolve(wanted, join="{}_{}".format)


def _resource_module_names(attributes: Sequence[str]) -> Iterator[str]:
    """Yield names for the module of a resource: all that leads to it, or what of its end fits."""
    joined = ["_".join(attributes[start:]) for start in range(len(attributes))]
    fitting = [name for name in joined if len(name) <= LONGEST_STEM]
    yield module_name(next(iter(fitting), joined[-1]))


def _methods(resource: Resource, taken: Collection[str]) -> dict[str, str]:
    wanted = [
        offered(operation.pointer, own, taken, name)
        for operation in resource.operations
        for name in [identifier(operation.name, prefix="method")]
        for own in ["" if operation.form_of else name]
    ]
    return resolve(wanted, taken=taken, fold=str, join="{}_{}".format)


def _forms(api: Api) -> dict[str, tuple[Operation, ...]]:
    found: defaultdict[str, list[Operation]] = defaultdict(list)
    for operation in operations_of(api):
        if operation.form_of:
            found[operation.form_of].append(operation)
    return {pointer: tuple(forms) for pointer, forms in found.items()}


def _is_object(type_: TypeRef | None, api: Api, seen: set[str]) -> bool:
    match type_:
        case MapOf():
            return True
        case UnionOf(members=members):
            return any(_is_object(member, api, seen) for member in members)
        case Named(key=key) if key not in seen:
            seen.add(key)
            model = api.models[key]
            return model.kind is ModelKind.OBJECT or _is_object(model.target, api, seen)
        case _:
            return False


def _is_fitted(field: Field) -> bool:
    """Tell whether a model writes a field otherwise than a mapping in its place: it has the only
    value that there is, or its form is none that the value alone tells.
    """
    if field.constant not in (UNSET, None) and (field.tag or field.required):
        return True
    return _has_own_form(field.type)


def _has_own_form(type_: TypeRef | None) -> bool:
    """Tell whether some value of a type, models aside, is written otherwise than it is."""
    match type_:
        case Scalar(kind=kind):
            return kind in _OWN_FORMS
        case ListOf(item=inner) | MapOf(value=inner):
            return _has_own_form(inner)
        case TupleOf(items=items, rest=rest):
            return any(map(_has_own_form, (*items, rest)))
        case UnionOf(members=members):
            return any(map(_has_own_form, members))
        case _:
            return False


def _value_classes(api: Api, models: Mapping[str, str]) -> dict[str, str]:
    wanted = [
        Wanted(key, (f"{models[key]}Values", f"{models[key]}Constants"))
        for key, model in api.models.items()
        if any(value.name for value in model.values)
    ]
    return resolve(wanted, taken={*models.values(), *reserved.CLASSES}, fold=str) if wanted else {}


def _constants(values: Iterable[EnumValue]) -> dict[str, EnumValue]:
    named = {repr(one.value): one for one in values if one.name}
    wanted = [
        Wanted(key, (identifier(one.name, prefix="value").upper(),)) for key, one in named.items()
    ]
    return {name: named[key] for key, name in resolve(wanted, join="{}_{}".format).items()}


def _progress_constants(api: Api, models: Mapping[str, str]) -> dict[str, str]:
    works = (operation.long_running for operation in operations_of(api))
    names = {work.progress.model: identifier(models[work.progress.model]) for work in works if work}
    wanted = [
        Wanted(key, (name if name.endswith("operation") else f"{name}_operation",))
        for key, name in sorted(names.items())
    ]
    return {key: name.upper() for key, name in resolve(wanted, join="{}_{}".format).items()}


def _base(api: Api, fields: Mapping[str, Mapping[str, str]]) -> str:
    """Return the base class that leaves the fewest wire names to spell out."""
    pairs = Counter(
        (fields[key][field.wire], field.wire)
        for key, model in api.models.items()
        for field in model.fields
    )
    exceptions = {
        base: sum(count for (attribute, wire), count in pairs.items() if rule(attribute) != wire)
        for base, rule in _RULES.items()
    }
    return min(exceptions, key=lambda base: exceptions[base])
