"""Names that generated KCL may not use, each set with its reason."""

from __future__ import annotations

KEYWORDS = frozenset(
    {
        *("True", "False", "None", "Undefined"),
        *("import", "as", "type", "schema", "mixin", "protocol", "rule", "check", "lambda"),
        *("if", "elif", "else", "for", "and", "or", "not", "in", "is", "assert"),
        *("all", "any", "filter", "map"),
        *("str", "int", "float", "bool"),
    }
)
"""Words of the language; as the name of an attribute they are written ``$type``."""

SCHEMAS = frozenset({"True", "False", "None", "Undefined"})
"""Keywords that a schema's name could be."""

PROVIDER = "Provider"
OUTPUTS = "outputs"
MODELS = "models"
RESOURCES = "resources"
CONSTRAINTS = "constraints"
"""The folder of the runtime, which generated checks import."""
