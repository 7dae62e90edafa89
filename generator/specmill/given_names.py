"""Names from an earlier run, which a later one keeps while they name the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class GivenOperation:
    """What an operation was called."""

    place: str
    """Resource and method as words, dots between: ``pipeline runs.list``."""
    id: str = ""
    """Its operationId, by which it is known where its path is another one."""
    order: tuple[str, ...] = ()
    """Its parameters, ``in`` and name, in the order of the method's arguments."""
    arguments: Mapping[str, str] = field(default_factory=dict)
    """Those whose arguments are not their names as they are: ``in`` and name to argument."""
    former: tuple[str, ...] = ()
    """Names that its method had in the same resource before, latest last."""
    former_arguments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Parameters, ``in`` and name, to names that their arguments had before, latest last."""


@dataclass(frozen=True, slots=True)
class GivenModel:
    """What is known of a model besides its name."""

    module: str = ""
    """The module of models that it stands in."""
    content: str = ""
    """A sketch of its fields or values, by which it is known elsewhere."""
    former: tuple[str, ...] = ()
    """Names that it had before, latest last."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Wire names of its fields to their names in code, empty for the wire name as it is; behind
    each, names that it had before.
    """
    rank: str = ""
    """Where it stands among the others: ``12``, and ``12.1`` behind it."""


@dataclass(frozen=True, slots=True)
class GivenNames:
    """The names of an API's operations and models, by what they name and not by where it stands."""

    operations: Mapping[str, GivenOperation] = field(default_factory=dict)
    """By HTTP method and path: ``GET /v1/runs``."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Place of a schema to the name of its model as words: what has it, and as what."""
    models: Mapping[str, GivenModel] = field(default_factory=dict)
    """All models by their names."""
    resources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Resource, dots between its names, to names that it had before, latest last."""
    late: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Module of models to those that it imports only when a class is used."""
    by_index: bool = False
    """An older lock file: operations by their ids, places by pointers with indices."""
