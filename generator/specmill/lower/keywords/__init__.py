"""Keywords of JSON Schema, one by one: constraints, discriminators, scalars, ``allOf``."""

from specmill.lower.keywords.all_of import (
    Merging,
    annotated,
    is_annotation,
    is_silent,
    shared_kinds,
)
from specmill.lower.keywords.constraints import constant_of, default_of, docs_of, examples_of
from specmill.lower.keywords.discriminators import (
    COMPONENTS,
    Subtypes,
    component_name,
    tell_apart,
    union_of_subtypes,
)
from specmill.lower.keywords.extensions import (
    client_name,
    method_name,
    pages_for_others,
    repeats_for_others,
    resource_name,
    type_name,
    value_notes,
)
from specmill.lower.keywords.joining import join_types, type_of_values
from specmill.lower.keywords.rules import Constraints, is_composed, is_tuple, others_of
from specmill.lower.keywords.scalars import (
    enum_identity,
    is_enum_of_gnostic,
    is_literal,
    plain_scalar,
    plain_type,
    scalar_of,
)
from specmill.lower.keywords.secret_schemas import SecretSchemas
from specmill.lower.keywords.siblings import referred

__all__ = [
    "COMPONENTS",
    "Constraints",
    "Merging",
    "SecretSchemas",
    "Subtypes",
    "annotated",
    "client_name",
    "component_name",
    "constant_of",
    "default_of",
    "docs_of",
    "enum_identity",
    "examples_of",
    "is_annotation",
    "is_composed",
    "is_enum_of_gnostic",
    "is_literal",
    "is_silent",
    "is_tuple",
    "join_types",
    "method_name",
    "others_of",
    "pages_for_others",
    "plain_scalar",
    "plain_type",
    "referred",
    "repeats_for_others",
    "resource_name",
    "scalar_of",
    "shared_kinds",
    "tell_apart",
    "type_name",
    "type_of_values",
    "union_of_subtypes",
    "value_notes",
]
