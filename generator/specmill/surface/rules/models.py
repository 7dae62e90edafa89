"""Rules about models: classes, fields, enumerations, unions and other aliases."""

from __future__ import annotations

from specmill.surface.levels import Level
from specmill.surface.rules.rule import rules_of

_BREAKING, _BEHAVIOUR = Level.BREAKING, Level.BEHAVIOUR
_ADDITIVE, _DOCS = Level.ADDITIVE, Level.DOCS

_MODELS = rules_of(
    "Models",
    (
        "model-removed",
        _BREAKING,
        "A class or an alias no longer exists, whether a method used it or not.",
        "`from shop.models import Tree` fails.",
    ),
    ("model-added", _ADDITIVE, "There is a new class or alias.", "`models.Tree` works."),
    (
        "model-renamed",
        _BREAKING,
        "A class or an alias has another name.",
        "The component `Tree` becomes `Plant`: `from shop.models import Tree` fails.",
    ),
    (
        "model-name-deprecated",
        _DOCS,
        "A class or an alias has another name; the old name still works and is deprecated.",
        "`names` renames `Tree` to `Plant`: `from shop.models import Tree` makes a warning.",
    ),
    (
        "model-kind",
        _BREAKING,
        "A class becomes an alias, or an alias a class.",
        "A `oneOf` replaces an object: `Tree(…)` cannot be called.",
    ),
    (
        "alias-type",
        _BREAKING,
        "An alias has another type.",
        "`Id` was a string and is an integer.",
    ),
    (
        "alias-type-compatible",
        _ADDITIVE,
        "An alias has another type, and programs can use it as before.",
        "`Id` is only in requests, and may be an integer, too.",
    ),
    (
        "alias-wire-format",
        _BEHAVIOUR,
        "An alias has the same Python type, but is sent in another format.",
        "`format: byte` becomes `base64url`.",
    ),
    ("model-deprecated", _DOCS, "A model is deprecated.", "`deprecated: true` at a component."),
    (
        "model-reactivated",
        _DOCS,
        "A model is no longer deprecated.",
        "`deprecated: true` is removed.",
    ),
    (
        "extra-type",
        _BEHAVIOUR,
        "Properties that are not declared are read as another type.",
        "`additionalProperties: {type: integer}` is added.",
    ),
)
_FIELDS = rules_of(
    "Fields",
    (
        "field-removed",
        _BREAKING,
        "A field of a class no longer exists.",
        "`tree.height` is an AttributeError.",
    ),
    ("field-added", _ADDITIVE, "A class has a new field.", "`tree.height` works."),
    (
        "field-added-required",
        _BREAKING,
        "A class in requests has a new required field.",
        '`NewTree(kind="oak")` is a ValidationError.',
    ),
    (
        "field-constant-added",
        _BEHAVIOUR,
        "There is a new field with only one value; it is sent automatically.",
        "A required field with `const` is added.",
    ),
    (
        "field-constant-removed",
        _BEHAVIOUR,
        "A field in responses had only one value and may have others.",
        "`enum: [lent]` becomes `[lent, here]`: `Book(…)` no longer sets it automatically.",
    ),
    (
        "field-renamed",
        _BREAKING,
        "A field has another name in Python.",
        "A new property gets the name `id_`, which the property `ID` had.",
    ),
    (
        "field-name-deprecated",
        _BEHAVIOUR,
        "A field has another name; the old name still works and is deprecated.",
        "An overlay renames `height` to `size`: `tree.height` and `Tree(height=1)` make a warning.",
    ),
    (
        "field-became-required",
        _BREAKING,
        "A field is now required in the constructor.",
        "A property of a body is added to `required`, or is no longer `readOnly`.",
    ),
    (
        "field-became-optional",
        _ADDITIVE,
        "A field is now optional in the constructor.",
        "A property of a body is removed from `required`.",
    ),
    (
        "field-always-present",
        _ADDITIVE,
        "A field in responses is now always present.",
        "A property of a response is added to `required`: `tree.kind` is never None.",
    ),
    (
        "field-may-be-missing",
        _BREAKING,
        "A field in responses may now be missing.",
        "A property of a response leaves `required`: `tree.kind.upper()` does not type-check.",
    ),
    (
        "field-nullable",
        _BREAKING,
        "A field in responses may be null.",
        "`type: [string, 'null']`: `tree.kind.upper()` does not type-check.",
    ),
    (
        "field-accepts-null",
        _ADDITIVE,
        "A field in requests may be null.",
        "`NewTree(kind=None)` works.",
    ),
    (
        "field-not-nullable",
        _BREAKING,
        "A field in requests may no longer be null.",
        "`NewTree(kind=None)` is a ValidationError.",
    ),
    (
        "field-never-null",
        _ADDITIVE,
        "A field in responses is never null.",
        "`tree.kind.upper()` type-checks.",
    ),
    (
        "field-type",
        _BREAKING,
        "A field has another type.",
        "`type: string` becomes `integer`: `tree.rings.upper()` fails.",
    ),
    (
        "field-type-compatible",
        _ADDITIVE,
        "A field in requests takes more types, or a field in responses has fewer.",
        "`type: [integer, string]` becomes `integer` in a response.",
    ),
    (
        "field-wire-name",
        _BEHAVIOUR,
        "A field is sent under another name.",
        "The property `maxHeight` becomes `max_height`.",
    ),
    (
        "field-wire-format",
        _BEHAVIOUR,
        "A field is sent in another format; its Python type is the same.",
        "An integer in a string becomes a number.",
    ),
    (
        "field-read-only",
        _BEHAVIOUR,
        "A field that programs could set is now set only by the server.",
        "`readOnly: true` at a property of a body.",
    ),
    (
        "field-write-only",
        _BREAKING,
        "A field that was always in responses is no longer in them.",
        "`writeOnly: true` at a required property of a response.",
    ),
    (
        "field-direction",
        _DOCS,
        "An optional field is now only in requests, only in responses, or in both.",
        "`readOnly: true` at a property of a response.",
    ),
    ("field-default", _DOCS, "A field in responses has another default.", "`default: 2`."),
    (
        "field-secret",
        _DOCS,
        "The value of a field or an argument is now hidden in logs and errors, or no longer.",
        "`format: password`.",
    ),
    ("field-deprecated", _DOCS, "A field is deprecated.", "`deprecated: true`."),
    (
        "field-reactivated",
        _DOCS,
        "A field is no longer deprecated.",
        "`deprecated: true` is removed.",
    ),
)
_CHOICES = rules_of(
    "Enumerations and unions",
    (
        "enum-value-removed",
        _BEHAVIOUR,
        "A value of an enumeration is removed; programs may still use it.",
        "`enum: [apple, pear]` becomes `[apple]`.",
    ),
    (
        "enum-value-added",
        _ADDITIVE,
        "An enumeration has a new value.",
        "`enum: [apple]` becomes `[apple, pear]`.",
    ),
    (
        "constant-removed",
        _BREAKING,
        "The constant of an enumeration value has another name, or no longer exists.",
        "`x-enum-varnames: [LOW, HIGH]` becomes `[LOW, TOP]`: `LevelValues.HIGH` fails.",
    ),
    (
        "constant-changed",
        _BEHAVIOUR,
        "The constant of an enumeration has another value.",
        "`enum: [0, 1]` becomes `[0, 2]` with the same `x-enum-varnames`.",
    ),
    (
        "constant-added",
        _ADDITIVE,
        "An existing value of an enumeration gets a constant.",
        "`x-enum-varnames` is added: `LevelValues.LOW` works.",
    ),
    (
        "variant-added",
        _BREAKING,
        "A response may have another model, too.",
        "`oneOf` has a third model: programs with `match` and `isinstance` must handle it.",
    ),
    (
        "variant-accepted",
        _ADDITIVE,
        "A request may have another model, too.",
        "`oneOf` has a third model.",
    ),
    (
        "variant-removed",
        _BREAKING,
        "A request may no longer have a model.",
        "`oneOf: [Tree, Shrub]` becomes `[Tree]`.",
    ),
    (
        "variant-no-longer-comes",
        _ADDITIVE,
        "A response no longer has a model.",
        "`oneOf: [Tree, Shrub]` becomes `[Tree]` in a response.",
    ),
    (
        "tag-changed",
        _BEHAVIOUR,
        "Another tag value, or another property, selects the class of a value.",
        "`mapping: {shrub: Shrub}` becomes `{bush: Shrub}`.",
    ),
    (
        "tag-class-changed",
        _BREAKING,
        "The same tag value selects another class.",
        "`mapping: {a: Tree, b: Shrub}` becomes `{a: Shrub, b: Tree}`.",
    ),
)

MODELS = (*_MODELS, *_FIELDS, *_CHOICES)
