"""Parameters of a request, read from the wire as the API declares them."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin
from urllib.parse import unquote

import httpx2
from pydantic import BaseModel, ValidationError
from typing_extensions import TypeAliasType

from ..data.decoding import MisfitError, NotJsonError, declared_type, decode
from ..data.exactness import is_model_type, type_adapter
from ..data.formats import JoinedItems
from ..data.json_shapes import is_array
from ..data.omission import Omit
from ..requests.request import Request, Style
from .errors import FakeError, RefusedError

Shape: TypeAlias = Literal["array", "object", "scalar"]
Pairs: TypeAlias = Sequence[tuple[str, str]]

_SEPARATORS: Mapping[str, str] = {"csv": ",", "ssv": "%20", "tsv": "%09", "pipes": "%7C"}
_DEFAULTS: Mapping[str, Style] = {"query": "repeat", "cookie": "repeat"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation."""

    place: str
    wire: str
    argument: str
    style: Style
    target: Any
    """Its type."""

    @property
    def title(self) -> str:
        return f"the {self.place} parameter {self.wire!r}"


@dataclass(frozen=True, slots=True)
class Received:
    """Where the parameters of one request are, encoded as they came."""

    path: Mapping[str, str]
    query: Pairs
    headers: httpx2.Headers
    cookies: Pairs

    @classmethod
    def of(cls, request: httpx2.Request, path: Mapping[str, str]) -> Received:
        """Take a request apart; the values of its path are known from its route."""
        query = list(_pairs(request.url.query.decode("ascii"), "&"))
        cookies = list(_pairs(request.headers.get("cookie", ""), "; "))
        return cls(path, query, request.headers, cookies)


def style_of(request: Request[Any], place: str, wire: str) -> Style:
    """Return the style of a parameter.

    Raises:
        FakeError: It is one that fakes cannot read.
    """
    default: Style = _DEFAULTS.get(place, "simple")
    style = request.styles.get(f"{place}:{wire}") or request.styles.get(wire, default)
    known = {default, "simple", "segments", "json", "json-text", *_SEPARATORS}
    is_deep = style == "deepObject" and place == "query"
    form = request.formats.get(f"{place}:{wire}") or request.formats.get(wire)
    if not (style in known or is_deep) or isinstance(form, JoinedItems):
        raise FakeError(
            f"{request.operation_id}: a fake cannot read the {place} parameter {wire!r}, "
            f"whose style is {style!r}"
        )
    return style


def read_parameter(one: Parameter, received: Received, declared: Iterable[str]) -> Any:
    """Return the value of a parameter, None where the request has none.

    Args:
        one: The parameter.
        received: The request.
        declared: Wire names of all parameters of the query.

    Raises:
        RefusedError: It is not what the API declares.
    """
    raw = _raw(one, received, declared)
    if raw is None:
        return None
    try:
        return _json(one, raw) if one.style in ("json", "json-text") else typed(raw, one.target)
    except (MisfitError, NotJsonError) as error:
        why = str(error).removeprefix("the body: ")
        raise RefusedError(400, f"{one.title}: {why}") from None


def _json(one: Parameter, text: str) -> Any:
    """Read a parameter that is JSON, or text that stands for itself."""
    try:
        return decode(text.encode(), one.target)
    except NotJsonError:
        if one.style == "json-text":
            return text
        raise


def _raw(one: Parameter, received: Received, declared: Iterable[str]) -> Any:
    """Return texts, lists and mappings of them, or JSON."""
    if one.place == "path":
        return _split(one, received.path[one.wire], ",")
    if one.place == "header":
        text = received.headers.get(one.wire)
        return None if text is None else _split(one, text, ",", encoded=False)
    pairs = received.query if one.place == "query" else received.cookies
    shape = shape_of(one.target)
    if one.style == "deepObject":
        return _deep(one.wire, pairs)
    if shape == "object" and one.style == "repeat":
        known = set(declared)
        return _together((name, text) for name, text in pairs if name not in known)
    texts = [text for name, text in pairs if name == one.wire]
    if not texts:
        return None
    if one.style != "repeat":
        return _split(one, texts[-1], _SEPARATORS.get(one.style, ","))
    decoded = [unquote(text) for text in texts]
    return decoded if shape == "array" or len(decoded) > 1 else decoded[0]


def _split(one: Parameter, text: str, separator: str, *, encoded: bool = True) -> Any:
    """Take the text of one parameter apart, as its style and type have it."""
    decode = unquote if encoded else str
    shape = shape_of(one.target)
    if shape == "scalar" or one.style in ("json", "json-text"):
        return decode(text)
    items = [decode(item.strip()) for item in text.split(separator if encoded else ",")]
    return items if shape == "array" else dict(zip(items[::2], items[1::2], strict=False))


def _pairs(text: str, separator: str) -> Iterator[tuple[str, str]]:
    for pair in text.split(separator):
        name, _, value = pair.partition("=")
        if pair:
            yield unquote(name), value


def _deep(wire: str, pairs: Pairs) -> Mapping[str, Any] | None:
    """Read ``name[key][inner]=value`` as nested mappings."""
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
    return found or None


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
        if shape == "object":
            return decode(raw.encode(), target)
        return _scalar(raw, target) if shape == "scalar" else [_scalar(raw, _item(alone))]
    if is_array(raw):
        if shape != "array":
            raise MisfitError("it is given several times")
        return [typed(text, _item(alone)) for text in raw]
    if is_model_type(alone):
        return _model(raw, alone)
    values = get_args(alone)[1] if get_args(alone) else Any
    return {name: typed(value, values) for name, value in raw.items()}


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
