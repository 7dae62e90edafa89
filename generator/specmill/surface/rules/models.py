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
        "A class or an alias is gone, whether a method used it or not.",
        "`from shop.models import Tree` fails.",
    ),
    ("model-added", _ADDITIVE, "There is a new class or alias.", "`models.Tree` is there."),
    (
        "model-renamed",
        _BREAKING,
        "A class or an alias has another name.",
        "The component `Tree` becomes `Plant`: `from shop.models import Tree` fails.",
    ),
    (
        "model-name-deprecated",
        _DOCS,
        "A class or an alias has another name; the old one goes on working and is deprecated.",
        "A pin calls `Tree` `Plant`: `from shop.models import Tree` warns.",
    ),
    (
        "model-kind",
        _BREAKING,
        "A class becomes an alias, or an alias a class.",
        "A `oneOf` takes the place of an object: `Tree(…)` cannot be called.",
    ),
    (
        "alias-type",
        _BREAKING,
        "An alias stands for another type.",
        "`Id` was a text and is a whole number.",
    ),
    (
        "alias-type-compatible",
        _ADDITIVE,
        "An alias stands for a type that programs can use as before.",
        "`Id`, which is only sent, may be a whole number, too.",
    ),
    (
        "alias-wire-format",
        _BEHAVIOUR,
        "An alias stands for the same Python type, written otherwise on the wire.",
        "`format: byte` becomes `base64url`.",
    ),
    ("model-deprecated", _DOCS, "A model is deprecated.", "`deprecated: true` at a component."),
    ("model-reactivated", _DOCS, "A model is no longer deprecated.", "`deprecated: true` goes."),
    (
        "extra-type",
        _BEHAVIOUR,
        "Properties that are not declared are read as another type.",
        "`additionalProperties: {type: integer}` comes.",
    ),
)
_FIELDS = rules_of(
    "Fields",
    (
        "field-removed",
        _BREAKING,
        "A class has a field no more.",
        "`tree.height` is an AttributeError.",
    ),
    ("field-added", _ADDITIVE, "A class has one more field.", "`tree.height` is there."),
    (
        "field-added-required",
        _BREAKING,
        "A class that is sent has one more field that must be given.",
        '`NewTree(kind="oak")` is a ValidationError.',
    ),
    (
        "field-constant-added",
        _BEHAVIOUR,
        "A new field that has one value only is sent by itself.",
        "A required field with `const` comes.",
    ),
    (
        "field-constant-removed",
        _BEHAVIOUR,
        "A field of answers that had one value only may have others.",
        "`enum: [lent]` becomes `[lent, here]`: `Book(…)` sets it no longer by itself.",
    ),
    (
        "field-renamed",
        _BREAKING,
        "A field has another name in Python.",
        "A new property takes the name `id_`, which was that of `ID`.",
    ),
    (
        "field-name-deprecated",
        _BEHAVIOUR,
        "A field has another name; the old one goes on working and is deprecated.",
        "An overlay calls `height` `size`: `tree.height` and `Tree(height=1)` warn.",
    ),
    (
        "field-became-required",
        _BREAKING,
        "A field must be given to the constructor now.",
        "A property of a body joins `required`, or is no longer `readOnly`.",
    ),
    (
        "field-became-optional",
        _ADDITIVE,
        "A field need no longer be given to the constructor.",
        "A property of a body leaves `required`.",
    ),
    (
        "field-always-present",
        _ADDITIVE,
        "A field of answers is always there.",
        "A property of an answer joins `required`: `tree.kind` is never None.",
    ),
    (
        "field-may-be-missing",
        _BREAKING,
        "A field of answers may be missing.",
        "A property of an answer leaves `required`: `tree.kind.upper()` does not type-check.",
    ),
    (
        "field-nullable",
        _BREAKING,
        "A field of answers may be null.",
        "`type: [string, 'null']`: `tree.kind.upper()` does not type-check.",
    ),
    (
        "field-accepts-null",
        _ADDITIVE,
        "A field that is sent may be null.",
        "`NewTree(kind=None)` works.",
    ),
    (
        "field-not-nullable",
        _BREAKING,
        "A field that is sent may no longer be null.",
        "`NewTree(kind=None)` is a ValidationError.",
    ),
    (
        "field-never-null",
        _ADDITIVE,
        "A field of answers is never null.",
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
        "A field that is sent takes more types, or one of answers has fewer.",
        "`type: [integer, string]` becomes `integer` in an answer.",
    ),
    (
        "field-wire-name",
        _BEHAVIOUR,
        "A field travels under another name.",
        "The property `maxHeight` becomes `max_height`.",
    ),
    (
        "field-wire-format",
        _BEHAVIOUR,
        "A field is written otherwise; its Python type is the same.",
        "A whole number that was a text is a number.",
    ),
    (
        "field-read-only",
        _BEHAVIOUR,
        "A field that was sent is set by the server only.",
        "`readOnly: true` at a property of a body.",
    ),
    (
        "field-write-only",
        _BREAKING,
        "A field of answers, which was always there, comes no longer.",
        "`writeOnly: true` at a required property of an answer.",
    ),
    (
        "field-direction",
        _DOCS,
        "A field that may be left out is said to travel one way only, or both.",
        "`readOnly: true` at a property of an answer.",
    ),
    ("field-default", _DOCS, "The default of a field of answers differs.", "`default: 2`."),
    (
        "field-secret",
        _DOCS,
        "The value of a field or an argument is shown or hidden.",
        "`format: password`.",
    ),
    ("field-deprecated", _DOCS, "A field is deprecated.", "`deprecated: true`."),
    ("field-reactivated", _DOCS, "A field is no longer deprecated.", "`deprecated: true` goes."),
)
_CHOICES = rules_of(
    "Enumerations and unions",
    (
        "enum-value-removed",
        _BEHAVIOUR,
        "A value of an enumeration is known no longer; programs may still write it.",
        "`enum: [apple, pear]` becomes `[apple]`.",
    ),
    (
        "enum-value-added",
        _ADDITIVE,
        "An enumeration has one more value.",
        "`enum: [apple]` becomes `[apple, pear]`.",
    ),
    (
        "constant-removed",
        _BREAKING,
        "A value of an enumeration has another name, or none.",
        "`x-enum-varnames: [LOW, HIGH]` becomes `[LOW, TOP]`: `LevelValues.HIGH` is gone.",
    ),
    (
        "constant-changed",
        _BEHAVIOUR,
        "The name of a value names another one.",
        "`enum: [0, 1]` becomes `[0, 2]` under the same `x-enum-varnames`.",
    ),
    (
        "constant-added",
        _ADDITIVE,
        "A value of an enumeration that was there has a name.",
        "`x-enum-varnames` comes: `LevelValues.LOW` is there.",
    ),
    (
        "variant-added",
        _BREAKING,
        "Answers may be one more model.",
        "A third model in `oneOf`: `match` and `isinstance` must know it.",
    ),
    ("variant-accepted", _ADDITIVE, "One more model may be sent.", "A third model in `oneOf`."),
    (
        "variant-removed",
        _BREAKING,
        "A model may no longer be sent.",
        "`oneOf: [Tree, Shrub]` becomes `[Tree]`.",
    ),
    (
        "variant-no-longer-comes",
        _ADDITIVE,
        "A model comes no longer.",
        "`oneOf: [Tree, Shrub]` becomes `[Tree]` in an answer.",
    ),
    (
        "tag-changed",
        _BEHAVIOUR,
        "Another word, or another property, tells which class a value is.",
        "`mapping: {shrub: Shrub}` becomes `{bush: Shrub}`.",
    ),
    (
        "tag-class-changed",
        _BREAKING,
        "The same word leads to another class.",
        "`mapping: {a: Tree, b: Shrub}` becomes `{a: Shrub, b: Tree}`.",
    ),
)

MODELS = (*_MODELS, *_FIELDS, *_CHOICES)
