"""Keywords of JSON Schema, one by one: constraints, discriminators, scalars, ``allOf``."""

from specmill.lower.keywords.all_of import annotated, is_annotation, is_silent, merge
from specmill.lower.keywords.constraints import constant_of, default_of, docs_of, examples_of
from specmill.lower.keywords.discriminators import (
    COMPONENTS,
    Subtypes,
    tell_apart,
    union_of_subtypes,
)
from specmill.lower.keywords.joining import join_types, type_of_values
from specmill.lower.keywords.rules import Constraints, is_composed, is_tuple, others_of
from specmill.lower.keywords.scalars import enum_identity, is_literal, plain_scalar, scalar_of

__all__ = [
    "COMPONENTS",
    "Constraints",
    "Subtypes",
    "annotated",
    "constant_of",
    "default_of",
    "docs_of",
    "enum_identity",
    "examples_of",
    "is_annotation",
    "is_composed",
    "is_literal",
    "is_silent",
    "is_tuple",
    "join_types",
    "merge",
    "others_of",
    "plain_scalar",
    "scalar_of",
    "tell_apart",
    "type_of_values",
    "union_of_subtypes",
]
