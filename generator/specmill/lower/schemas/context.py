"""Context of lowering schemas: what every kind of schema needs, whichever module lowers it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from specmill.diagnostics import Report, fail
from specmill.document.document import Document
from specmill.lower.keywords import Constraints, Merging, SecretSchemas, default_of
from specmill.lower.schemas.inline_objects import Use
from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.models import UNSET, JsonValue, Model, Unset
from specmill.model.types import Named, TypeRef
from specmill.values import dataclass

MOST_WORK = 500_000
"""Fields and schemas within schemas that the models of an API may come to."""


@dataclass(slots=True)
class Work:
    """A budget: schemas that share parts can come to more than their file would let expect."""

    document: Document
    spent: int = 0

    def spend(self, count: int = 1) -> None:
        """Count fields, schemas inside another, or members of a union.

        Raises:
            SpecmillError: They are more than any API has.
        """
        self.spent += count
        if self.spent > MOST_WORK:
            what = f"the schemas of the API come to more than {MOST_WORK:,} fields"
            hint = "no API needs that; the file may be hostile"
            place = self.document.locate("/components/schemas")
            raise fail(what, location=place, hint=hint)


def _never(_: str) -> bool:
    return False


@dataclass(slots=True)
class SchemaContext(ABC):
    """The schemas of one document, and the models that came up so far.

    Objects, unions and arrays are lowered in modules of their own. Each asks the context for the
    types of the schemas inside it, and puts the models that it makes into ``models``.
    """

    document: Document
    report: Report = field(default_factory=Report)
    """Takes what no value can fit."""
    models: dict[str, Model] = field(default_factory=dict)
    """By key: the name of a component, the pointer of an inline schema."""
    uses: list[tuple[str, Use]] = field(default_factory=list)
    """Where each inline model stands, by its key: naming goes by it."""
    twins: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Pointers of the inline schemas that are the model of a key, too."""
    is_kept: Callable[[str], bool] = _never
    """Tells whether the schema at a pointer had a model before, which programs may import."""
    speaks_of_entities: bool = False
    """Some property says more of its entity than OpenAPI can."""
    components: Mapping[str, Any] = field(init=False)
    """The schemas of the document under ``components``, by name."""
    merge: Merging = field(init=False)
    """Flattens a schema with ``allOf``, or with keywords beside ``$ref``."""
    work: Work = field(init=False)
    """What lowering has cost so far."""
    secrets: SecretSchemas = field(init=False)
    """Tells which schemas are those of passwords."""
    _constraints: Constraints = field(init=False)

    def __post_init__(self) -> None:
        components: Mapping[str, Any] = self.document.root.get("components", {})
        self.components = components.get("schemas", {})
        self.merge = Merging(self.document.resolve)
        self.work = Work(self.document)
        self.secrets = SecretSchemas(self.document.resolve)
        self._constraints = Constraints(self.merge)

    def bounds_of(self, schema: Any) -> Bounds:
        """Return what a schema asks beyond its type, and no model that it names tells."""
        return self._constraints.of(schema)

    def asked_in_place(self, schema: Any, type_: TypeRef) -> tuple[JsonValue | Unset, Bounds]:
        """Return the default and the constraints of a schema that is no model of its own."""
        if isinstance(type_, Named):
            return UNSET, NO_BOUNDS
        default = default_of(schema) if isinstance(schema, dict) else UNSET
        return default, self._constraints.of(schema)

    @abstractmethod
    def told_apart(self, type_: TypeRef, pointer: str, use: Use) -> TypeRef:
        """Return a union that knows what tells its members apart, as soon as these are known."""

    @abstractmethod
    def type_of(self, schema: Any, pointer: str, use: Use) -> TypeRef:
        """Return the type of a schema.

        Args:
            schema: A schema of the normal form (JSON Schema 2020-12, so ``true`` and ``false``
                too).
            pointer: JSON pointer of the schema, which becomes the key of an inline model.
            use: Where it stands.
        """
