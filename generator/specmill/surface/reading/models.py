"""Models: classes with their attributes, enumerations and other aliases."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.api import Api
from specmill.model.models import Field
from specmill.model.models import Model as Declared
from specmill.surface.reading.directions import directions_of
from specmill.surface.reading.names import NamedTypes
from specmill.surface.reading.places import Places
from specmill.surface.value import Attribute, Model
from specmill.targets.python.names import PythonNames
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class ModelReader:
    """Reads the models of one API."""

    api: Api
    names: PythonNames
    types: NamedTypes
    places: Places

    def models(self) -> Iterator[Model]:
        """Yield what ``package.models`` offers."""
        sent, received = directions_of(self.api)
        parts = self.places.parts()
        for model in self.api.models.values():
            yield Model(
                name=self.names.models[model.key],
                key=model.wire or model.key,
                kind=model.kind,
                attributes=tuple(self._attributes(model)),
                extra=self.types.perhaps(model.extra),
                target=self.types.perhaps(model.target),
                values=model.values,
                bounds=model.bounds,
                default=model.default,
                docs=model.docs,
                sent=model.key in sent,
                received=model.key in received,
                is_part=model.pointer in parts and model.key not in sent | received,
                sunset=self._sunset(model.pointer, model.docs.deprecated),
                pointer=model.pointer,
            )

    def _attributes(self, model: Declared) -> Iterator[Attribute]:
        attributes = self.names.fields.get(model.key, {})
        for field in model.fields:
            pointer = f"{model.pointer}/properties/{_escaped(field.wire)}"
            yield Attribute(
                attributes[field.wire],
                self._named(field),
                self._sunset(pointer, field.docs.deprecated),
                pointer,
            )

    def _named(self, field: Field) -> Field:
        return replace(field, type=self.types.of(field.type))

    def _sunset(self, pointer: str, deprecated: bool) -> str:
        return self.places.sunset(pointer) if deprecated else ""


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
