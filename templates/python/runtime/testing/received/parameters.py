"""Parameters of a request, read from the wire as the API declares them."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import NoneType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin
from urllib.parse import unquote

import httpx2
from pydantic import BaseModel, ValidationError
from typing_extensions import TypeAliasType

from ...data.decoding import MisfitError, NotJsonError, declared_type, decode, read_json
from ...data.exactness import is_model_type, type_adapter
from ...data.formats import JoinedItems
from ...data.json_shapes import is_array, is_object
from ...data.omission import Omit
from ...data.wire import json_bytes
from ...records import dataclass, replace
from ...requests.request import FieldEncoding, FormQuery, Request, Style
from ..errors import RefusedError
from ..spec.document import is_list
from .texts import rows_of

Shape: TypeAlias = Literal["array", "object", "scalar"]
Pairs: TypeAlias = Sequence[tuple[str, str]]

_SEPARATORS: Mapping[str, str] = {"csv": ",", "ssv": "%20", "tsv": "%09", "pipes": "%7C"}
PLAIN_FIELD = FieldEncoding()
START_OF_PAGE = "start-of-page"
"""Parameter of the addresses that lead to further pages; the client takes them as they are."""

_JSON_STYLES = ("json", "json-text")
_DEFAULTS: Mapping[str, Style] = {"query": "repeat", "cookie": "repeat"}


@dataclass(frozen=True)
class Parameter:
    """A parameter of an operation."""

    place: str
    wire: str
    argument: str
    style: Style
    target: Any
    """Its type."""
    joined: str = ""
    """What is between the items of an item, where those are arrays."""
    form: FormQuery | None = None
    """How the fields of a whole query are written, where the spec says so."""

    @property
    def title(self) -> str:
        return f"the {self.place} parameter {self.wire!r}"

    @cached_property
    def shape(self) -> Shape:
        """What its type looks like on the wire."""
        return shape_of(self.target)

    @cached_property
    def single(self) -> Parameter | None:
        """The parameter where it is no list, None where it is always one, or never."""
        if self.shape != "array" or get_origin(self.target) not in (Union, types.UnionType):
            return None
        others = tuple(one for one in get_args(self.target) if shape_of(one) == "scalar")
        if not others or others == (NoneType,):
            return None
        return replace(self, target=Union[others])  # noqa: UP007 - it is made at run time

    @property
    def is_json(self) -> bool:
        """Whether its text is JSON."""
        return self.style in _JSON_STYLES


@dataclass(frozen=True)
class Received:
    """Where the parameters of one request are, encoded as they came."""

    path: Mapping[str, str]
    query: Pairs
    headers: httpx2.Headers
    cookies: Pairs

    @classmethod
    def of(cls, request: httpx2.Request, path: Mapping[str, str]) -> Received:
        """Take a request apart; the values of its path are known from its route."""
        query = list(pairs_of(request.url.query.decode("ascii"), "&"))
        cookies = list(pairs_of(request.headers.get("cookie", ""), "; "))
        return cls(path, query, request.headers, cookies)


def style_of(request: Request[Any], place: str, wire: str) -> Style:
    """Return the style of a parameter."""
    default: Style = _DEFAULTS.get(place, "simple")
    return request.styles.get(f"{place}:{wire}") or request.styles.get(wire, default)


def joined_by(request: Request[Any], place: str, wire: str) -> str:
    """Return what is between the items of a parameter's items, empty where they are no arrays."""
    form = request.formats.get(f"{place}:{wire}") or request.formats.get(wire)
    return form.separator if isinstance(form, JoinedItems) else ""


def form_of(request: Request[Any], wire: str) -> FormQuery | None:
    """Return how the fields of a parameter that is the whole query are written."""
    form = request.formats.get(wire)
    return form if isinstance(form, FormQuery) else None


def typed_parameter(one: Parameter, raw: Any, place: str) -> Any:
    """Return the value of a parameter as the caller gave it.

    Args:
        one: The parameter.
        raw: What :func:`raw_parameter` found.
        place: Where the spec declares it, for messages.

    Raises:
        RefusedError: It is not what the API declares.
    """
    try:
        if one.is_json:
            return _json(one, raw)
        is_one = one.shape == "scalar" and isinstance(raw, str)
        return _scalar(raw, one.target) if is_one else typed(raw, one.target)
    except (MisfitError, NotJsonError) as error:
        why = str(error).removeprefix("the body: ")
        raise RefusedError(400, f"{one.title}: {why}", place) from None


def _json(one: Parameter, text: str) -> Any:
    """Read a parameter that is JSON, or text that stands for itself."""
    try:
        return decode(text.encode(), one.target)
    except NotJsonError:
        if one.style == "json-text":
            return text
        raise


def raw_parameter(one: Parameter, received: Received, declared: Iterable[str]) -> Any:
    """Return the texts of a parameter: one, a list or a mapping of them; None where it has none.

    Args:
        one: The parameter.
        received: The request.
        declared: Wire names of all parameters of the query.
    """
    found = _found(one, received, declared)
    if one.joined and is_list(found):
        return [item.split(one.joined) for item in found]
    return found


def _found(one: Parameter, received: Received, declared: Iterable[str]) -> Any:
    match one.place:
        case "path":
            return _in_path(one, received.path[one.wire])
        case "header":
            text = received.headers.get(one.wire)
            return None if text is None else _split(one, text, ",", encoded=False)
        case "cookie":
            return in_pairs(one, received.cookies, declared)
        case _:
            pass
    if one.form is not None:
        return in_form(received.query, one.form.encodings) or None
    if one.style == "querystring" and one.shape != "scalar":
        return _together(received.query)
    if one.style.startswith("querystring"):
        return unquote("&".join("=".join(filter(None, pair)) for pair in received.query)) or None
    return in_pairs(one, received.query, declared)


def _in_path(one: Parameter, text: str) -> Any:
    """Read a parameter of a path: those of some styles begin with a mark (RFC 6570)."""
    if one.style.startswith("label"):
        separator = "." if one.style == "label*" else ","
        return _split(one, text.removeprefix("."), separator)
    if one.style.startswith("matrix"):
        pairs = [pair.partition("=") for pair in text.removeprefix(";").split(";")]
        if one.style == "matrix*" and one.shape == "object":
            return {unquote(name): unquote(value) for name, _, value in pairs}
        return _split(one, ",".join(value for _, _, value in pairs), ",")
    return _split(one, text, ",")


def in_form(pairs: Pairs, encodings: Mapping[str, FieldEncoding]) -> Mapping[str, Any]:
    """Read the fields of a form, each as it is written."""
    given = [name for name, _ in pairs]
    found: dict[str, Any] = {}
    for name in dict.fromkeys(_fields_of(given, encodings)):
        style = encodings.get(name, PLAIN_FIELD).style or "repeat"
        is_several = given.count(name) > 1 or style in _SEPARATORS
        target = list if is_several else str
        value = in_pairs(Parameter("form", name, name, style, target), pairs, ())
        found[name] = _of_json(value) if style in _JSON_STYLES else value
    return found


def _of_json(value: Any) -> Any:
    """Read what is JSON; a text that is none stands for itself."""
    try:
        return read_json(value.encode()) if isinstance(value, str) else value
    except NotJsonError:
        return value


def _fields_of(given: Iterable[str], encodings: Mapping[str, FieldEncoding]) -> Iterator[str]:
    """Yield the names of fields; those of an object in a field begin with its own."""
    for name in given:
        field = name.partition("[")[0]
        yield field if encodings.get(field, PLAIN_FIELD).style == "deepObject" else name


def in_pairs(one: Parameter, pairs: Pairs, declared: Iterable[str]) -> Any:
    """Read a parameter of a query, a form or a cookie."""
    shape = one.shape
    if one.style == "deepObject":
        return _deep(one.wire, pairs)
    if shape == "object" and one.style in ("repeat", "cookie*"):
        known = set(declared)
        return _together((name, text) for name, text in pairs if name not in known)
    texts = [text for name, text in pairs if name == one.wire]
    if not texts:
        return None
    if one.style not in ("repeat", "cookie*"):
        return _split(one, texts[-1], _SEPARATORS.get(one.style, ","))
    decoded = [unquote(text) for text in texts]
    return decoded if shape == "array" or len(decoded) > 1 else decoded[0]


def _split(one: Parameter, text: str, separator: str, *, encoded: bool = True) -> Any:
    """Take the text of one parameter apart, as its style and type have it."""
    decode = unquote if encoded else str
    shape = one.shape
    if shape == "scalar" or one.is_json:
        return decode(text)
    items = [item.strip() for item in text.split(separator if encoded else ",")]
    if shape == "object" and one.style.endswith("*"):
        pairs = (item.partition("=") for item in items)
        return {decode(name): decode(value) for name, _, value in pairs}
    decoded = [decode(item) for item in items]
    return decoded if shape == "array" else dict(zip(decoded[::2], decoded[1::2], strict=False))


def pairs_of(text: str, separator: str) -> Iterator[tuple[str, str]]:
    for pair in text.split(separator):
        name, _, value = pair.partition("=")
        if pair:
            yield unquote(name), value


def _deep(wire: str, pairs: Pairs) -> Any:
    """Read ``name[key][inner]=value`` as nested mappings, and lists as clients repeat them."""
    found: dict[str, Any] = {}
    for name, text in pairs:
        if not name.startswith(f"{wire}[") or not name.endswith("]"):
            continue
        *outer, last = name[len(wire) + 1 : -1].split("][")
        inner = found
        for key in outer:
            inner = inner.setdefault(key, {})
        value = unquote(text)
        inner[last] = [*_listed(inner[last]), value] if last in inner else value
    items = [unquote(text) for name, text in pairs if name == wire]  # of a list
    return found or (items if len(items) > 1 else items[0] if items else None)


def _together(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Any] | None:
    """Read an object whose properties are parameters of their own."""
    found: dict[str, Any] = {}
    for name, text in pairs:
        value = unquote(text)
        found[name] = [*_listed(found[name]), value] if name in found else value
    return found or None


def _listed(value: Any) -> list[Any]:
    return [*value] if is_array(value) else [value]


def typed(raw: Any, target: Any) -> Any:
    """Read texts, or lists and mappings of them, as a type.

    Raises:
        MisfitError: They do not fit.
        NotJsonError: An object that is a text is no JSON.
    """
    shape, alone = shape_of(target), alone_in(target)
    if isinstance(raw, str):
        return _of_text(raw, target, alone, shape)
    if is_array(raw):
        if shape != "array":
            raise MisfitError("it is given several times")
        return [typed(text, _item(alone)) for text in raw]
    if not is_object(raw):
        return decode(json_bytes(raw), target)  # of a part that is JSON
    if is_model_type(alone):
        return _model(raw, alone)
    if shape == "array":
        return [typed(one, _item(alone)) for one in rows_of(raw)]
    values = get_args(alone)[1] if get_args(alone) else Any
    return {name: typed(value, values) for name, value in raw.items()}


def _of_text(text: str, target: Any, alone: Any, shape: Shape) -> Any:
    """Read one text as a type; what is no structure may be another member of a union."""
    if shape == "scalar":
        return _scalar(text, target)
    try:
        return decode(text.encode(), target) if shape == "object" else [_scalar(text, _item(alone))]
    except (MisfitError, NotJsonError):
        if alone is target:
            raise
        return _scalar(text, target)


def _scalar(text: str, target: Any) -> Any:
    try:
        return type_adapter(target).validate_strings(text)
    except ValidationError as error:
        raise MisfitError(error.errors(include_url=False)[0]["msg"]) from None


def _model(raw: Mapping[str, Any], model: type[BaseModel]) -> Any:
    """Read properties that came as texts, each by the type of its field."""
    fields = {field.alias or name: name for name, field in model.model_fields.items()}
    values: dict[str, Any] = {}
    for wire, value in raw.items():
        try:
            known = declared_type(model, fields[wire]) if wire in fields else None
            values[wire] = value if known is None else typed(value, known)
        except MisfitError as error:
            raise MisfitError(f"{wire}: {error}") from None
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise MisfitError(f"{place}: {first['msg']}") from None


def shape_of(target: Any) -> Shape:
    """Tell what a type looks like on the wire; of several, an array or an object goes first."""
    alone = alone_in(target)
    origin = get_origin(alone) or alone
    if origin in (list, tuple, set, Sequence):
        return "array"
    return "object" if origin in (dict, Mapping) or is_model_type(alone) else "scalar"


def _item(target: Any) -> Any:
    arguments = get_args(target)
    return arguments[0] if arguments else Any


def alone_in(target: Any) -> Any:
    """Return a type without its annotations; of a union, the member with the most structure."""
    if isinstance(target, TypeAliasType):
        return alone_in(target.__value__)
    origin, arguments = get_origin(target), get_args(target)
    if origin is Annotated:
        return alone_in(arguments[0])
    if origin not in (Union, types.UnionType):
        return target
    members = [alone_in(one) for one in arguments if one is not Omit]
    structured = [one for one in members if shape_of(one) != "scalar"]
    return structured[0] if structured else members[0]


def without_omit(target: Any) -> Any:
    """Return the type of an argument that may be left out, when it is not."""
    if get_origin(target) not in (Union, types.UnionType):
        return target
    members = tuple(one for one in get_args(target) if one is not Omit)
    return Union[members]  # noqa: UP007 - it is made at run time
