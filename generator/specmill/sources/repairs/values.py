"""Values of the wrong JSON type that can only mean one thing."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any, TypeAlias

from specmill.document import pointers
from specmill.document.shapes import (
    Choice,
    Fault,
    Leaf,
    ListOf,
    MapOf,
    Mistake,
    Path,
    Record,
    Shape,
    describe,
)
from specmill.sources.repairs.fields import schema_for_content
from specmill.sources.repairs.lacks import mend_missing
from specmill.sources.repairs.mending import ABSENT, Mending, Row
from specmill.sources.repairs.schemas import is_type_word
from specmill.values import dataclass

_FLAGS = {
    **dict.fromkeys(("true", "yes", "on", "required", "mandatory"), True),
    **dict.fromkeys(("false", "no", "off", "optional"), False),
}
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?\Z")
_TEXT_IS = {
    "Tag": "name",
    "Server": "url",
    "License": "name",
    "Contact": "name",
    "External Documentation": "url",
    "Discriminator": "propertyName",
    "Response": "description",
    "Header": "description",
    "Server Variable": "default",
}
"""The field that a text stands for where an object should be."""
_UNIONS = ("anyOf", "oneOf")


@dataclass(frozen=True, slots=True)
class Odd:
    """A value of the wrong type."""

    mending: Mending
    path: Path
    value: Any
    shape: Shape
    """What should be there."""


Becomes: TypeAlias = tuple[Any, str] | None
"""The value that is meant, and in words."""


def mend_value(mending: Mending, mistake: Mistake) -> bool:
    """Replace a value of the wrong type by what it stands for; tells whether it is known."""
    path = mistake.path
    if path is None or "/x-specmill-" in mistake.pointer:  # our own words are written with care
        return False
    holder, value = mending.at(path[0]), mending.at(path)
    if isinstance(holder, dict) and path[1] not in holder:
        return True  # another row took it along
    odd = Odd(mending, path, value, mistake.shape)
    for row in VALUES:
        found: Becomes = row.mend(odd) if row.mend else None
        if found is not None:
            becomes, words = found
            subject = f"`{path[1]}`" if isinstance(path[1], str) else "this entry"
            mending.note(row, f"{subject} is {describe(value)}; {words}", path)
            mending.put(path, becomes, mistake.shape)
            return becomes is not ABSENT or _can_lack(mending, path)
    return False


def _can_lack(mending: Mending, path: Path) -> bool:
    """Whether an object can do without a field, or can get it otherwise."""
    assert path is not None
    around, key = mending.shape_at(path[0]), str(path[1])
    holder = mending.at(path[0])
    if not isinstance(holder, dict):
        return True
    if isinstance(around, Choice):
        around = around.shapes.get(dict)
    if not isinstance(around, Record) or key not in around.required or key in holder:
        return True
    what = f"{around.name} lacks `{key}`"
    return mend_missing(mending, Mistake(Fault.LACKS, path, around, what))


def _options(shape: Shape) -> tuple[Shape, ...]:
    return tuple(shape.shapes.values()) if isinstance(shape, Choice) else (shape,)


def _null(odd: Odd) -> Becomes:
    mending, path, value, shape = odd.mending, odd.path, odd.value, odd.shape
    if value is not None or path is None:
        return None
    around, key = path
    if around is not None and (_is_only_type(mending, around, key) or around[1] == "type"):
        return "null", "taken as the type 'null'"
    if isinstance(mending.shape_at(around), MapOf):
        if any(isinstance(option, ListOf) for option in _options(shape)):
            return [], "taken as an empty list"
        if any(isinstance(option, Record) and option.required for option in _options(shape)):
            return ABSENT, "left out"
        if any(isinstance(option, Record | MapOf) for option in _options(shape)):
            return {}, "taken as an empty object"
    if _is_required(mending, around, key) and isinstance(shape, MapOf):
        return {}, "taken as an empty object"
    return ABSENT, "left out" if isinstance(key, int) else "taken as absent"


def _is_required(mending: Mending, around: Path, key: str | int) -> bool:
    shape = mending.shape_at(around)
    return isinstance(shape, Record) and key in shape.required


def _is_only_type(mending: Mending, around: Path, key: str | int) -> bool:
    """Whether `type` is all that a member of a union says."""
    if key != "type" or around is None or around[0] is None:
        return False
    return around[0][1] in _UNIONS and len(mending.at(around)) == 1


def _required_flag(odd: Odd) -> Becomes:
    mending, path, value, shape = odd.mending, odd.path, odd.value, odd.shape
    if path is None or path[1] != "required" or not isinstance(shape, ListOf):
        return None
    flag = _flag(value)
    around = path[0]
    declared = mending.at((around, "properties"))
    if flag is None or (isinstance(declared, dict) and value in declared):
        return None
    in_properties = around is not None and around[0] is not None and around[0][1] == "properties"
    if flag and in_properties and around is not None and around[0] is not None:
        owner = mending.at(around[0][0])
        mending.promises.append((owner, str(around[1])))
        return ABSENT, f"{str(around[1])!r} is now in `required` of the object around it"
    return ABSENT, "only an object has a list of required properties; left out"


def _flag(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _FLAGS.get(value.strip().lower())
    return bool(value) if type(value) in (int, float) and value in (0, 1) else None


def _quoted(odd: Odd) -> Becomes:
    value, shape = odd.value, odd.shape
    kinds = {
        kind for option in _options(shape) if isinstance(option, Leaf) for kind in option.types
    }
    if str in kinds:
        return None
    if bool in kinds and (int not in kinds or isinstance(value, str)):
        flag = _flag(value)
        if flag is not None and (flag is not value):
            return flag, f"taken as {describe(flag)}"
    if int in kinds:
        number = _number(value)
        if isinstance(number, float) and number.is_integer() and float not in kinds:
            number = int(number)
        if number is not None and type(number) in kinds and number is not value:
            return number, f"taken as {describe(number)}"
    return None


def _number(value: Any) -> int | float | None:
    if isinstance(value, str):
        text = value.strip().replace("_", "")
        if not _NUMBER.match(text):
            return None
        return int(text) if text.lstrip("+-").isdigit() and len(text) < 19 else float(text)
    return value if type(value) in (int, float) else None


def _text(odd: Odd) -> Becomes:
    mending, path, value, shape = odd.mending, odd.path, odd.value, odd.shape
    wants = any(isinstance(option, Leaf) and str in option.types for option in _options(shape))
    if not wants:
        return None
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        prose = any(isinstance(option, Leaf) and option.prose for option in _options(shape))
        if prose or len(value) == 1:
            return "\n".join(value), "taken as one text"
        return None
    if type(value) not in (int, float, bool):
        return None
    as_json = str(value).lower() if isinstance(value, bool) else str(value)
    text = mending.written(path) or as_json
    return text, f"taken as the string {text!r}"


def _object_of_text(odd: Odd) -> Becomes:
    mending, value, shape = odd.mending, odd.value, odd.shape
    record = next((one for one in _options(shape) if isinstance(one, Record)), None)
    if record is None:
        if isinstance(shape, MapOf) and isinstance(shape.value, ListOf) and isinstance(value, str):
            return {value: []}, "taken as a requirement without scopes"
        return None
    if record.name == "Example" and not isinstance(value, dict):
        return {"value": value}, "taken as the `value` of an example"
    if not isinstance(value, str):
        return None
    if record.name in _TEXT_IS:
        key = _TEXT_IS[record.name]
        return {key: value}, f"taken as its `{key}`"
    return _schema_of_text(mending, record, value) if record.name == "Schema" else None


def _schema_of_text(mending: Mending, record: Record, value: str) -> Becomes:
    if value.startswith("#/"):
        return {"$ref": value}, "taken as a `$ref`"
    section = "#/definitions/" if mending.family == "swagger2" else "#/components/schemas/"
    if mending.component(record.component, value):
        return {"$ref": section + value}, f"taken as a `$ref` to {section + value}"
    if is_type_word(value):
        return {"type": value}, "taken as its `type`"
    return None


def _type_schema(odd: Odd) -> Becomes:
    """A whole schema as the ``type`` of a schema that says nothing else of a shape."""
    mending, path, value = odd.mending, odd.path, odd.value
    if path is None or path[1] != "type" or not isinstance(value, dict):
        return None
    around, parts = mending.shape_at(path[0]), mending.shape_at((path[0], "allOf"))
    if around is None or parts is None:
        return None
    record = next((one for one in _options(around) if isinstance(one, Record)), None)
    if record is None or record.name != "Schema":
        return None
    holder = mending.at(path[0])
    if not (holder.keys() | value.keys()) <= record.fields.keys() or "allOf" in holder:
        return None
    mending.put((path[0], "allOf"), [value], parts)
    mending.move(path, ((path[0], "allOf"), 0))
    return ABSENT, "taken as `allOf`"


def _content_schema(odd: Odd) -> Becomes:
    return schema_for_content(odd.mending, odd.path, odd.shape)


def _prose_of_reference(odd: Odd) -> Becomes:
    """A ``$ref`` where a text should be, which bundlers leave behind."""
    mending, value, shape = odd.mending, odd.value, odd.shape
    prose = any(isinstance(option, Leaf) and option.prose for option in _options(shape))
    if not prose or not isinstance(value, dict) or value.keys() != {"$ref"}:
        return None
    try:
        text = pointers.look_up(mending.part, str(value["$ref"]).removeprefix("#"))
    except LookupError:
        text = None
    if isinstance(text, str):
        return text, "taken as the text that it leads to"
    return ABSENT, "it leads to no text; left out"


def _empty(odd: Odd) -> Becomes:
    value, shape = odd.value, odd.shape
    options = _options(shape)
    if value == [] and any(isinstance(option, Record | MapOf) for option in options):
        return {}, "taken as an empty object"
    if value == {} and any(_is_list(option) for option in options):
        return [], "taken as an empty list"
    return None


def _is_list(shape: Shape) -> bool:
    return isinstance(shape, ListOf) or (isinstance(shape, Leaf) and list in shape.types)


def _map_of_list(odd: Odd) -> Becomes:
    value, shape = odd.value, odd.shape
    if not isinstance(shape, MapOf) or not isinstance(value, list):
        return None
    if all(isinstance(item, str) for item in value):
        if isinstance(shape.value, Leaf):
            return dict.fromkeys(value, ""), "taken as names without a description"
        if isinstance(shape.value, ListOf | Record):
            kind: type = list if isinstance(shape.value, ListOf) else dict
            return {item: kind() for item in value}, "taken as its keys"
    if all(isinstance(item, dict) and isinstance(item.get("name"), str) for item in value):
        keyed = {item["name"]: {key: item[key] for key in item if key != "name"} for item in value}
        if len(keyed) == len(value):
            return keyed, "taken as an object with the names as keys"
    if all(isinstance(item, dict) and len(item) == 1 for item in value):
        return {key: item[key] for item in value for key in item}, "taken as one object"
    return None


def _unwrapped(odd: Odd) -> Becomes:
    path, value, shape = odd.path, odd.value, odd.shape
    if not isinstance(value, list) or path is None:
        return None
    record = next((one for one in _options(shape) if isinstance(one, Record)), None)
    real = [item for item in value if item is not None]
    if record is None or not all(isinstance(item, dict) for item in real):
        return None
    if len(real) == 1 and not (path[1] == "items" and _further(odd.mending.at(path[0]))):
        return real[0], "taken as the one entry of it"
    return None


def _items(odd: Odd) -> Becomes:
    """A list of schemas for ``items``, which drafts before 2020-12 of JSON Schema have."""
    mending, path, value, shape = odd.mending, odd.path, odd.value, odd.shape
    if not isinstance(value, list) or path is None or path[1] != "items":
        return None
    record = next((one for one in _options(shape) if isinstance(one, Record)), None)
    real = [item for item in value if item is not None]
    holder = mending.at(path[0])
    members = [*real, *_further(holder)]
    if record is None or len(members) < 2 or not all(isinstance(item, dict) for item in real):
        return None
    if record.name == "Items":
        return {}, "taken as any value"
    keyword = "prefixItems" if "array" in _kinds(holder) else "anyOf"
    if keyword in holder:
        return None
    mending.put((path[0], keyword), real, ListOf(record))
    mending.move(path, (path[0], keyword))
    if keyword == "anyOf":
        return ABSENT, "taken as `anyOf`"
    # Some mean a list of any of these: what comes after the first ones is one of them, too.
    return {"anyOf": [deepcopy(one) for one in members]}, "taken as `prefixItems` and their likes"


def _further(schema: Any) -> list[dict[str, Any]]:
    """Return what comes after a list of schemas for ``items``, where one says so."""
    further = schema.get("additionalItems") if isinstance(schema, dict) else None
    return [further] if isinstance(further, dict) and further else []


def _kinds(schema: Any) -> list[Any]:
    """Return the types that a schema says."""
    kinds = schema.get("type") if isinstance(schema, dict) else None
    return kinds if isinstance(kinds, list) else [kinds]


def _listed(odd: Odd) -> Becomes:
    path, value, shape = odd.path, odd.value, odd.shape
    if path is None or not any(_is_list(option) for option in _options(shape)):
        return None
    inner = shape.item if isinstance(shape, ListOf) else None
    if not isinstance(value, dict):
        return ([value], "taken as a list of it") if _fits_in(value, inner) else None
    if path[1] == "examples":
        shown = [item["value"] if _has_value(item) else item for item in value.values()]
        return shown, "taken as a list of the values"
    if value.keys() == {"$ref"}:  # nobody could follow it
        return None
    if path[1] == "enum":
        return list(value), "taken as a list of the keys"
    if isinstance(inner, Record) and _is_map(value, inner):
        named = "name" in inner.fields
        items = [({"name": key} if named else {}) | item for key, item in value.items()]
        return items, "taken as a list of what it holds"
    return [value], "taken as a list of it"


def _is_map(value: dict[str, Any], record: Record) -> bool:
    """Whether an object holds records by name and is none itself."""
    if not value or value.keys() & record.fields.keys():
        return False
    return all(isinstance(item, dict) for item in value.values())


def _fits_in(value: Any, inner: Shape | None) -> bool:
    """Whether a value that is no object can be an entry, as it is or after another repair."""
    if isinstance(inner, Leaf | None):
        return not isinstance(value, list)
    text = isinstance(value, str)
    return text and (not isinstance(inner, Record) or inner.name in _TEXT_IS)


def _has_value(item: Any) -> bool:
    return isinstance(item, dict) and "value" in item


VALUES = (
    Row("null-value", _null),
    Row("required-flag", _required_flag, "list the names of required properties in the object"),
    Row("quoted-value", _quoted, "write it without quotes"),
    Row("unquoted-text", _text, "quote it"),
    Row("schema-for-type", _type_schema),
    Row("schema-for-content", _content_schema),
    Row("reference-for-text", _prose_of_reference),
    Row("empty-container", _empty),
    Row("text-for-object", _object_of_text),
    Row("list-for-object", _map_of_list),
    Row("wrapped-value", _unwrapped),
    Row("items-list", _items),
    Row("single-value", _listed, "put it in a list"),
)
"""First come, first served."""
