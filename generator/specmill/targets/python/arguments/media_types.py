"""Media type arguments: the body's by its Python type, else by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from specmill.model.operations import Body, BodyKind, Response, ResponseKind
from specmill.model.types import ListOf
from specmill.targets.python.arguments.argument import Argument
from specmill.targets.python.arguments.body_kinds import BodyKinds, is_json_patch
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.spelling import one_line, sentence

CONTENT_TYPE = "content_type"
ACCEPT = "accept"

_FORMS = {BodyKind.TEXT: "text", BodyKind.BINARY: "binary"}
_FRAMED = re.compile(r"vnd\.docker\.(multiplexed|raw)-stream")
_WORDS = {"dict": "mappings", "list": "lists", "str": "text", "bool": "flags"}
"""What several values of a Python type are called."""
_STREAMS = (BodyKind.JSON_LINES, BodyKind.JSON_SEQUENCE)


def offered(body: Body) -> tuple[Body, ...]:
    """Return a body and what it may be sent as instead."""
    return (body, *body.alternatives)


def is_file(body: Body) -> bool:
    """Tell whether a body is the content of a file, whatever its media type."""
    return all(one.kind is BodyKind.BINARY for one in offered(body))


def told_by_type(body: Body) -> Iterator[tuple[str, Body]]:
    """Yield what a body is sent as when its Python type says so: ``text`` for ``str``, ``binary``
    for bytes and files. The first media type takes all else.
    """
    for kind, keyword in _FORMS.items():
        others = [one for one in body.alternatives if one.kind is kind]
        if others and body.kind is not kind:
            yield keyword, others[0]


def told_by_value(body: Body, types: ModuleTypes) -> Mapping[str, tuple[str, ...]]:
    """Return the media types whose bodies are told from the first by what they are made of."""
    structured = [one for one in offered(body) if one.kind not in (*_FORMS, *_STREAMS)]
    return BodyKinds(types).of(tuple(structured)) if len(structured) > 1 else {}


def body_argument(body: Body, types: ModuleTypes) -> Argument:
    """Return the argument ``body``: a union where media types are told apart by Python types."""
    annotation, async_annotation = _annotations(body, types)
    text = sentence(body.docs, "body")
    return Argument("body", annotation, body.required, text, async_annotation=async_annotation)


def _annotations(body: Body, types: ModuleTypes) -> tuple[str, str]:
    if body.kind in _STREAMS:
        item = types.body(body.type)
        iterable = types.imports.add("collections.abc", "Iterable")
        several = types.imports.add("collections.abc", "AsyncIterable")
        return f"{iterable}[{item}]", f"{iterable}[{item}] | {several}[{item}]"
    if is_file(body):
        return _uploads(types, "FileBody", "AsyncFileBody")
    structured, kinds = [*_structured(body, types)], {one.kind for one in offered(body)}
    text = ["str"] if BodyKind.TEXT in kinds else []
    if not kinds & {BodyKind.TEXT, BodyKind.BINARY}:
        return " | ".join(structured), ""
    raw, async_raw = _uploads(types, "RawBody", "AsyncRawBody")
    return " | ".join([*structured, *text, raw]), " | ".join([*structured, *text, async_raw])


def _uploads(types: ModuleTypes, name: str, async_name: str) -> tuple[str, str]:
    """Spell what a whole body may be that is no JSON, also in an async method."""
    spelled = (types.of_runtime("bodies.uploads", one) for one in (name, async_name))
    return next(spelled), next(spelled)


def _structured(body: Body, types: ModuleTypes) -> Iterator[str]:
    """Yield what is neither text nor a file: models, and mappings where they stand for objects."""
    declared = dict.fromkeys(one.type for one in offered(body) if one.kind not in _FORMS)
    mappings = [one for one in declared if types.is_mapping(one)]
    yield from dict.fromkeys(
        types.argument(one) if one in mappings else types.body(one) for one in declared
    )
    if mappings:
        yield types.mapping()
    if any(is_json_patch(one.media_type) for one in offered(body)) and not any(
        isinstance(one, ListOf) for one in declared
    ):
        yield f"{types.imports.add('collections.abc', 'Sequence')}[{types.mapping()}]"


def content_type_argument(body: Body, method: str, types: ModuleTypes) -> Iterator[Argument]:
    """Yield the argument that chooses the media type of a body, where there is a choice.

    Args:
        body: The body.
        method: Name of the method that takes it.
        types: Spells the choice.
    """
    media_types = [one.media_type for one in offered(body)]
    if not is_choice(media_types):
        return
    default = one_line(concrete(body))
    text = f"Media type of the body, {default} by default."
    whose = {"text": "text", "binary": "bytes and files"}
    ways = [f"{whose[keyword]} as {_told(one)}" for keyword, one in told_by_type(body)]
    ways += [
        f"{' and '.join(_WORDS.get(kind, f'`{kind}`') for kind in kinds)} as {one_line(media_type)}"
        for media_type, kinds in told_by_value(body, types).items()
    ]
    if ways:
        text = (
            f"Media type of the body. By default {', '.join(ways)}, all other values as {default}."
        )
    if is_file(body):
        text = "Media type of the body. By default the name of the file decides."
    yield Argument(
        CONTENT_TYPE,
        _annotation(f"{method} content type", media_types, types),
        required=False,
        text=text,
    )


def accept_argument(
    response: Response | None, method: str, types: ModuleTypes
) -> Iterator[Argument]:
    """Yield the argument that chooses the media type of an answer, where all are read alike; as
    :func:`content_type_argument`.
    """
    media_types = accepted(response)
    if len(media_types) > 1:
        text = "Media type of the response. By default the server chooses."
        yield Argument(
            ACCEPT,
            _annotation(f"{method} accept", media_types, types),
            required=False,
            text=text,
        )


def accepted(response: Response | None) -> tuple[str, ...]:
    """Return the media types of text or of a file that a response may come in."""
    if response is None or response.kind not in (ResponseKind.TEXT, ResponseKind.BINARY):
        return ()
    return (response.media_type, *response.others)


def is_framed(response: Response) -> bool:
    """Tell whether an answer may be the streams of a container, as Docker multiplexes them."""
    return any(map(_FRAMED.search, (response.media_type, *response.others)))


def is_choice(media_types: Iterable[str]) -> bool:
    """Tell whether a caller has a choice: of several, or within a range such as ``image/*``."""
    media_types = list(media_types)
    return len(media_types) > 1 or any(is_range(one) for one in media_types if one != "*/*")


def is_range(media_type: str) -> bool:
    """Tell whether it is a media range (RFC 9110, section 12.5.1)."""
    return "*" in media_type


def _told(body: Body) -> str:
    """Return the media type that a caller reads; a range of all says nothing."""
    return one_line(concrete(body) if body.media_type == "*/*" else body.media_type)


def concrete(body: Body) -> str:
    """Return what to send where the spec gives a range only."""
    if not is_range(body.media_type):
        return body.media_type
    plain = {BodyKind.TEXT: "text/plain", BodyKind.BINARY: "application/octet-stream"}
    return plain.get(body.kind, "application/json")


def _annotation(name: str, media_types: Iterable[str], types: ModuleTypes) -> str:
    media_types = tuple(media_types)
    return "str" if any(is_range(one) for one in media_types) else types.one_of(name, media_types)
