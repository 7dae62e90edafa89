"""Flat view of the content of a request or a response."""

from __future__ import annotations

from specmill.model.models import Docs
from specmill.model.operations import STREAMS, Body, BodyKind, Response, ResponseKind
from specmill.targets.docs.prose import code, inline
from specmill.targets.docs.tree import TreeLine, Trees
from specmill.targets.docs.type_words import Words
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class ContentView:
    """A body: of the request or of the response."""

    about: str
    """Media type, type, and what the spec says."""
    tree: tuple[TreeLine, ...]


def body_view(body: Body, words: Words, trees: Trees) -> ContentView:
    """Return the view of the body of a request, with what it may be sent as instead."""
    about = [code(body.media_type), words.need(required=body.required)]
    others = [
        f"{words.labels.either} {code(one.media_type)}: {_other_type(body, one, words)}"
        for one in body.alternatives
    ]
    if body.kind is BodyKind.MULTIPART:
        about += [words.labels.parts_are_parameters, *others]
        return ContentView(_joined(about, body.docs), ())
    about += [_body_type(body, words), *others]
    return ContentView(_joined(about, body.docs), trees.tree(body.type))


def _body_type(body: Body, words: Words) -> str:
    if body.kind in (BodyKind.TEXT, BodyKind.BINARY):
        return code(words.pages.reference.body(body))
    return words.spell(body.type)


def _other_type(body: Body, other: Body, words: Words) -> str:
    """Spell what else may be given: among other types, text is no path of a file."""
    mixed = any(one.kind is not BodyKind.BINARY for one in (body, *body.alternatives))
    return (
        code("BodyContent") if mixed and other.kind is BodyKind.BINARY else _body_type(other, words)
    )


def response_view(response: Response | None, words: Words, trees: Trees) -> ContentView:
    """Return the view of a response, with the other media types that it may come in."""
    if response is None or response.kind is ResponseKind.NONE:
        status = [code(response.status)] if response is not None else []
        docs = response.docs if response is not None else Docs()
        return ContentView(_joined([*status, words.labels.no_content], docs), ())
    type_ = code("ServerSentEvent") if response.type is None else words.spell(response.type)
    media_type = "Location" if response.kind is ResponseKind.LOCATION else response.media_type
    about = [code(response.status), *filter(None, (media_type and code(media_type), type_))]
    about += [f"{words.labels.either} {code(one)}" for one in response.others]
    has_tree = response.kind is ResponseKind.JSON or response.kind in STREAMS
    tree = trees.tree(response.type) if has_tree and response.type is not None else ()
    return ContentView(_joined(about, response.docs), tree)


def _joined(parts: list[str], docs: Docs) -> str:
    text = inline(f"{docs.summary}\n\n{docs.description}")
    return " · ".join(parts) + (f" — {text}" if text else "")
