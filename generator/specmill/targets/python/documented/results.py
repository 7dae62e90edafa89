"""Results of documented methods, as Python over the typed models."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from keyword import iskeyword

from specmill.diagnostics import fail
from specmill.model.api import Api
from specmill.model.documented import DocumentedAttribute
from specmill.model.models import ModelKind
from specmill.model.types import (
    NULL,
    Anything,
    ListOf,
    MapOf,
    Named,
    TypeRef,
    UnionOf,
)
from specmill.targets.python.names import PythonNames
from specmill.targets.python.spelling import identifier, literal
from specmill.text import singular
from specmill.values import dataclass

_STEP = re.compile(r"\.?(?:(\w+)|\[(\d+)\]|\[\?(\w+)=([^\]]*)\]|(\[\]))")
_NAME = re.compile(r"[\w.]+")
_SHOWN_AS = re.compile(r"(\w+): (.+)")
_REQUEST = "request."


@dataclass(frozen=True, slots=True)
class Value:
    """An expression and its type."""

    code: str
    type: TypeRef
    optional: bool = False
    """It may be None."""

    def settled(self) -> Value:
        """Take None for an empty list; leave other values as they are."""
        if self.optional and isinstance(self.type, ListOf):
            return Value(f"({self.code} or [])", self.type)
        return self


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: a member, an index, a condition on items, or all items."""

    member: str = ""
    index: str = ""
    condition: tuple[str, str] | None = None


def steps_of(path: str) -> list[Step]:
    """Take a path apart: ``a.b``, ``a[0]``, ``a[]`` for each, ``a[?b=c]`` for some, ``.`` for all.

    Raises:
        SpecmillError: It is no such path.
    """
    steps: list[Step] = []
    position = 0
    while path != "." and position < len(path):
        match = _STEP.match(path, position)
        if match is None:
            raise fail(f"{path!r} is no path into an answer")
        member, index, key, wanted, _ = match.groups()
        steps.append(Step(member or "", index or "", (key, wanted) if key else None))
        position = match.end()
    return steps


@dataclass(slots=True)
class ResultWriter:
    """Writes what is taken from one value, such as an answer."""

    api: Api
    names: PythonNames
    start: Value
    helper: Callable[[str], str]
    """Imports a function of the runtime and returns the name to use."""
    name_of: Callable[[str], str]
    """The same of a model by its key."""
    arguments: Mapping[str, str] = field(default_factory=dict)
    """Wire name of a parameter to the argument that carries it."""
    taken: frozenset[str] = frozenset()
    """Names that no variable may have."""

    def value(self, path: str) -> Value:
        """Write what a path leads to.

        Raises:
            SpecmillError: It leads nowhere.
        """
        shown_as = _SHOWN_AS.fullmatch(path)
        if shown_as is None:
            return self._walk(self.start, steps_of(path), path).settled()
        return self._views(shown_as[1], shown_as[2])

    def class_key(self, name: str) -> str:
        """Return the model that shows a class of the page."""
        key = self.api.page.classes.get(name, name) if self.api.page else name
        if key not in self.api.models:
            raise fail(f"the page has no class {name!r}")
        return key

    # -- paths -----------------------------------------------------------------------------------

    def _walk(self, value: Value, steps: list[Step], path: str) -> Value:
        for index, step in enumerate(steps):
            if step.member:
                value = self._member(value, step.member, path)
            elif step.index:
                code = f"{self.helper('item_at')}({value.code}, {step.index})"
                value = Value(code, self._item(value, path), optional=True)
            elif step.condition:
                value = self._some(value, step.condition, path)
            else:
                return self._each(value, steps[index + 1 :], path)
        return value

    def _member(self, value: Value, wire: str, path: str) -> Value:
        if value.optional:
            name = tested = value.code
            if not _NAME.fullmatch(name):  # what is called twice may be two things
                name = self._variable(value.code)
                tested = f"({name} := {value.code})"
            inner = self._member(Value(name, value.type), wire, path)
            code = f"({inner.code} if {tested} is not None else None)"
            return Value(code, inner.type, optional=True)
        resolved = self._resolve(value.type)
        if isinstance(resolved, Named):
            key = resolved.key
            for one in self.api.models[key].fields:
                if one.wire == wire:
                    type_, nullable = self._unwrap(one.type)
                    may_miss = not one.required or one.write_only
                    code = f"{value.code}.{self.names.fields[key][wire]}"
                    return Value(code, type_, optional=nullable or may_miss)
        if isinstance(resolved, MapOf):
            return Value(f"{value.code}.get({literal(wire)})", resolved.value, optional=True)
        if isinstance(resolved, Anything):
            return Value(f"{value.code}[{literal(wire)}]", resolved)
        raise fail(f"{path!r} leads nowhere: there is no {wire!r}")

    def _some(self, value: Value, condition: tuple[str, str], path: str) -> Value:
        variable = self._variable(value.code)
        item = self._item(value, path)
        member = self._member(Value(variable, item), condition[0], path)
        test = f"{member.code} == {literal(condition[1])}"
        code = f"[{variable} for {variable} in {value.settled().code} if {test}]"
        return Value(code, ListOf(item))

    def _each(self, value: Value, rest: list[Step], path: str) -> Value:
        if not rest:
            return value.settled()
        variable = self._variable(value.code)
        inner = self._walk(Value(variable, self._item(value, path)), rest, path).settled()
        items = value.settled().code
        if any(step == Step() for step in rest) and isinstance(inner.type, ListOf):
            nested = self._variable(inner.code)
            code = f"[{nested} for {variable} in {items} for {nested} in {inner.code}]"
            return Value(code, inner.type)
        type_ = UnionOf((inner.type, NULL)) if inner.optional else inner.type
        return Value(f"[{inner.code} for {variable} in {items}]", ListOf(type_))

    def _item(self, value: Value, path: str) -> TypeRef:
        resolved = self._resolve(value.type)
        if not isinstance(resolved, ListOf | Anything):
            raise fail(f"{path!r} goes over items where there is no list")
        return resolved.item if isinstance(resolved, ListOf) else resolved

    def _variable(self, code: str) -> str:
        """Name one of the items of an expression."""
        words = [word for word in re.findall(r"[^\W\d]\w*", code) if not iskeyword(word)]
        plural = words[-1].removesuffix("_list") if words else "items"
        name = identifier(singular(plural))
        if name in words:  # no plural: `run_log` holds several logs
            name = name.rpartition("_")[2]
        while name in self.taken or name in words:
            name += "_"
        return name

    def _resolve(self, type_: TypeRef) -> TypeRef:
        unwrapped, _ = self._unwrap(type_)
        if isinstance(unwrapped, Named):
            model = self.api.models[unwrapped.key]
            if model.kind is not ModelKind.OBJECT and model.target is not None:
                return self._resolve(model.target)
        return unwrapped

    def _unwrap(self, type_: TypeRef) -> tuple[TypeRef, bool]:
        """Part a type from null; tells whether null was a member."""
        if not isinstance(type_, UnionOf) or NULL not in type_.members:
            return type_, False
        members = tuple(member for member in type_.members if member != NULL)
        if len(members) == 1:
            return members[0], True
        return UnionOf(members, type_.discriminator, type_.mapping), True

    # -- classes that only a client puts together ------------------------------------------------

    def _views(self, name: str, path: str) -> Value:
        """Write a class for what a path leads to: one for each item, or a single one."""
        key = self.class_key(name)
        places = {"": self.start}
        clauses: list[str] = []
        walked, pending = "", []
        for step in steps_of(path):
            if step != Step():
                pending.append(step)
                walked += f".{step.member}" if walked else step.member
                continue
            items = self._walk(places[_prefix(places, walked)], pending, path)
            variable = self._variable(items.code)
            clauses.append(f"for {variable} in {items.settled().code}")
            walked += "[]"
            places[walked] = Value(variable, self._item(items, path))
            pending = []
        view = f"{self.name_of(key)}({', '.join(self._members(key, places, path))})"
        if clauses:
            return Value(f"[{view} {' '.join(clauses)}]", ListOf(Named(key)))
        return Value(view, Named(key))

    def _members(self, key: str, places: Mapping[str, Value], path: str) -> Iterator[str]:
        attributes = self.api.page.attributes.get(key, ()) if self.api.page else ()
        for one in attributes:
            name = self.names.fields[key].get(one.name)
            if name and one.source:
                yield f"{name}={self._source(one, places, path)}"

    def _source(self, one: DocumentedAttribute, places: Mapping[str, Value], path: str) -> str:
        if one.source.startswith(_REQUEST):
            wire = one.source.removeprefix(_REQUEST)
            if wire not in self.arguments:
                raise fail(f"{one.source!r}: the call has no such parameter")
            return self.arguments[wire]
        prefix = _prefix(places, one.source)
        return self._walk(places[prefix], steps_of(one.source[len(prefix) :].strip(".")), path).code


def _prefix(places: Mapping[str, Value], path: str) -> str:
    """Return the longest place that a path goes through."""
    return max((place for place in places if path.startswith(place)), key=len)
