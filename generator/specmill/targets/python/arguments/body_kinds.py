"""Python types that tell the media type of a body where several are written from values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmill.model.operations import Body
from specmill.model.types import (
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeRef,
    UnionOf,
)
from specmill.targets.python.module_types import ModuleTypes
from specmill.values import dataclass

_SCALARS = {
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.DECIMAL_NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.STRING: "str",
}


def is_json_patch(media_type: str) -> bool:
    """Tell whether a body is a list of changes, whatever its schema says (RFC 6902)."""
    return media_type.partition(";")[0].strip().lower() == "application/json-patch+json"


@dataclass(frozen=True, slots=True)
class BodyKinds:
    """Spells which values are sent as which media type."""

    types: ModuleTypes

    def of(self, bodies: tuple[Body, ...]) -> Mapping[str, tuple[str, ...]]:
        """Return media types and the values that alone are theirs, of bodies but the first."""
        several = sum(isinstance(self._resolved(one.type), ListOf) for one in bodies) > 1
        known: set[str] = set()
        found: dict[str, tuple[str, ...]] = {}
        for index, body in enumerate(bodies):
            kinds = dict.fromkeys(self._of_body(body, several=several))
            own = tuple(kind for kind in kinds if kind not in known)
            known.update(own)
            if index and own:
                found[body.media_type] = own
        return found

    def _of_body(self, body: Body, *, several: bool) -> Iterator[str]:
        if is_json_patch(body.media_type):
            yield "list"
        else:
            yield from self._of_type(body.type, several=several)

    def _of_type(self, type_: TypeRef, *, several: bool) -> Iterator[str]:
        resolved = self._resolved(type_)
        match resolved:
            case Named():
                yield self.types.returned(resolved)
                yield "dict"
            case MapOf():
                yield "dict"
            case ListOf(item=item):
                named = self._resolved(item)
                if several and isinstance(named, Named):
                    yield f"list[{self.types.returned(named)}]"
                yield "list"
            case TupleOf():
                yield "list"
            case UnionOf(members=members):
                for member in members:
                    yield from self._of_type(member, several=several)
            case LiteralOf(values=values):
                yield from (type(value).__name__ for value in values if value is not None)
            case Scalar(kind=kind):
                yield from filter(None, [_SCALARS.get(kind)])
            case Anything():
                yield from ("dict", "list", "str", "int", "float", "bool")

    def _resolved(self, type_: TypeRef) -> TypeRef:
        """Return what a type is, by whatever aliases."""
        while isinstance(type_, Named) and type_.key in self.types.names.aliases:
            type_ = self.types.names.aliases[type_.key]
        return type_
