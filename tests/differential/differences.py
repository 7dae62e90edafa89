"""Where the vendors' clients are known to send something else than ours, and why ours is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from differential.arguments import Arguments
from differential.sent import Sent
from differential.spec import Operation


@dataclass(frozen=True, slots=True)
class Comparison:
    """One part of one request in which two clients differ."""

    peer: str
    operation: Operation
    given: Arguments
    facet: str
    """An attribute of a request, or ``query:<name>``."""
    ours: Any
    theirs: Any
    their_request: Sent

    def has_reserved(self, characters: str) -> bool:
        """Tell whether a ``{+name}`` parameter contains one of some characters."""
        return any(
            set(characters) & set(value)
            for parameter, value in self.given.parameters
            if parameter.reserved
        )


@dataclass(frozen=True, slots=True)
class KnownDifference:
    """A difference that is meant; ours must still be what the spec asks for."""

    name: str
    reason: str
    covers: Callable[[Comparison], bool]


def _google_alt(one: Comparison) -> bool:
    return one.peer == "google" and one.facet == "query:alt" and one.theirs == ("json",)


def _google_accept(one: Comparison) -> bool:
    return one.peer == "google" and one.facet == "accept" and one.theirs == "*/*"


def _google_pp(one: Comparison) -> bool:
    python = one.theirs in (("True",), ("False",))
    return one.peer == "google" and one.facet == "query:pp" and python


def _google_objects(one: Comparison) -> bool:
    query = one.peer == "google" and one.facet.startswith("query:") and one.theirs is not None
    return query and all(text.startswith("{'") for text in one.theirs)


def _google_triplets(one: Comparison) -> bool:
    path = one.peer == "google" and one.facet == "path"
    return path and one.has_reserved("%") and " " in one.theirs


def _google_query_in_path(one: Comparison) -> bool:
    part = one.facet == "path" or one.facet.startswith("query:")
    return one.peer == "google" and part and one.has_reserved("?#")


def _kubeflow_content_type(one: Comparison) -> bool:
    empty = one.their_request.body is None
    return one.peer == "kubeflow" and one.facet == "content_type" and empty


def _kubeflow_namespace(one: Comparison) -> bool:
    uploads = one.operation.id in ("UploadPipeline", "UploadPipelineVersion")
    return one.peer == "kubeflow" and one.facet == "query:namespace" and uploads


KNOWN = (
    KnownDifference(
        "google: alt=json",
        "The peer always asks for JSON; it is the server's default, so ours sends only what the "
        "caller sets.",
        _google_alt,
    ),
    KnownDifference(
        "google: accept of nothing",
        "Where a method declares no response the peer accepts any media type; ours asks for JSON, "
        "which is how the server then tells of errors.",
        _google_accept,
    ),
    KnownDifference(
        "google: pp",
        "The peer forgets the type of the flag `pp`, where a document declares it, and sends "
        "`True` or `False`, which are no JSON.",
        _google_pp,
    ),
    KnownDifference(
        "google: objects in the query",
        "The peer writes a mapping in the query as Python's repr; ours as JSON.",
        _google_objects,
    ),
    KnownDifference(
        "google: triplets in {+name}",
        "A value with one percent triplet goes out unencoded as a whole, spaces and lone percent "
        "signs included, which is no valid URL; ours keeps triplets and encodes the rest "
        "(RFC 6570, section 3.2.3).",
        _google_triplets,
    ),
    KnownDifference(
        "google: ? and # in {+name}",
        "The peer lets a value end the path: what follows becomes a query or a fragment and the "
        "real query is lost; ours encodes both characters.",
        _google_query_in_path,
    ),
    KnownDifference(
        "kubeflow: content type of nothing",
        "The peer sends Content-Type: application/json with requests that have no body.",
        _kubeflow_content_type,
    ),
    KnownDifference(
        "kubeflow: namespace of uploads",
        "The spec of 2.0.0-beta.0 has a query parameter that the peer, version 1.8.5, does not.",
        _kubeflow_namespace,
    ),
)

ELSEWHERE = {
    "google: accept of nothing": "youtube.v3",
    "google: pp": "translate.v2",
    "google: objects in the query": "discoveryengine.v1",
}
"""Differences that the committed APIs do not show, each with a document of the wheel that does."""
