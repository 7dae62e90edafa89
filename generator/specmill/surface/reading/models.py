"""Models: classes with their attributes, enumerations and other aliases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from specmill.document.pointers import escape
from specmill.model.api import Api
from specmill.model.models import Field, JsonValue
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
        former: defaultdict[str, list[str]] = defaultdict(list)
        for old, new in self.names.former_models.items():
            former[new].append(old)
        for model in self.api.models.values():
            yield Model(
                name=self.names.models[model.key],
                key=model.wire or model.key,
                kind=model.kind,
                attributes=tuple(self._attributes(model)),
                extra=self.types.perhaps(model.extra),
                target=self.types.perhaps(model.target),
                values=model.values,
                constants=dict(self._constants(model)),
                bounds=model.bounds,
                default=model.default,
                docs=model.docs,
                sent=model.key in sent,
                received=model.key in received,
                is_part=model.pointer in parts and model.key not in sent | received,
                sunset=self._sunset(model.pointer, model.docs.deprecated),
                pointer=model.pointer,
                former=tuple(former.get(self.names.models[model.key], ())),
            )

    def _attributes(self, model: Declared) -> Iterator[Attribute]:
        attributes = self.names.fields.get(model.key, {})
        former = self.names.former_fields.get(model.key, {})
        for field in model.fields:
            pointer = f"{model.pointer}/properties/{escape(field.wire)}"
            sunset = self._sunset(pointer, field.docs.deprecated)
            name = attributes[field.wire]
            old = tuple(one for one, new in former.items() if new == name)
            yield Attribute(name, self._named(field), sunset, model.pointer, old)

    def _constants(self, model: Declared) -> Iterator[tuple[str, JsonValue]]:
        for name, value in self.names.constants.get(model.key, {}).items():
            yield f"{self.names.value_classes[model.key]}.{name}", value.value

    def _named(self, field: Field) -> Field:
        named = self.types.of(field.type)
        return field if named == field.type else replace(field, type=named)

    def _sunset(self, pointer: str, deprecated: bool) -> str:
        return self.places.sunset(pointer) if deprecated else ""
