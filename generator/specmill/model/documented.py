"""Methods and classes of a reference page, beside the operations and models that they became."""

from __future__ import annotations

from dataclasses import field

from specmill.model.models import UNSET, Docs, JsonValue, Unset
from specmill.model.types import TypeRef
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class DocumentedParameter:
    """A parameter as a reference page documents it."""

    name: str
    declared: str
    """Its type as the page writes it."""
    type: TypeRef
    required: bool
    default: JsonValue | Unset = UNSET
    aliases: tuple[str, ...] = ()
    """Other spellings that the usage line has."""
    place: str = ""
    """Where it travels: the word of :class:`ParameterPlace`, or ``body``; empty if it does not."""
    wire: str = ""
    """Its name there; in a body with dots between the names that lead to it."""


@dataclass(frozen=True, slots=True)
class Documented:
    """A method as a reference page documents it, beside the operation that it became."""

    method: str
    usage: str
    """A line of code that calls it."""
    parameters: tuple[DocumentedParameter, ...] = ()
    """In the page's order."""
    returns: tuple[tuple[str, str], ...] = ()
    """Names of the returned values with their types as the page writes them."""
    unpacks: tuple[str, ...] = ()
    """Names that the usage line unpacks the result into."""
    result: tuple[JsonValue, ...] = ()
    """What is returned: null, a path into the answer, or an object of paths."""
    attributes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Classes, and the attributes that are set on the objects of each that this method gives."""
    docs: Docs = field(default_factory=Docs)

    @property
    def tells(self) -> bool:
        """Whether the first returned value tells if the call worked, and the others follow."""
        return len(self.unpacks or self.returns) > 1


@dataclass(frozen=True, slots=True)
class DocumentedAttribute:
    """An attribute of a class as a reference page lists it."""

    name: str
    wire: str = ""
    """Path from the object that shows it."""
    source: str = ""
    """Path from the answer, or ``request.`` and the wire name of a parameter; for classes that only
    a client puts together.
    """
    missing: str = ""
    """Why there is no such thing."""


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """What a reference page documents beside the operations."""

    client: Documented | None = None
    """The call that makes a client."""
    classes: dict[str, str] = field(default_factory=dict)
    """Name of a class to the key of the model that shows it."""
    attributes: dict[str, tuple[DocumentedAttribute, ...]] = field(default_factory=dict)
    """Key of a model to the attributes that the page lists."""
    absent: tuple[tuple[Documented, str], ...] = ()
    """Methods that are not generated, each with the reason."""
