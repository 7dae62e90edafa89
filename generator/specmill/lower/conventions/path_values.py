"""Values of path parameters: which ones span several segments, and which may be empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from specmill.matching import matches
from specmill.model.parameters import Parameter, ParameterPlace
from specmill.model.types import LiteralOf, Scalar, ScalarKind, TypeRef, UnionOf
from specmill.values import dataclass, replace

SEGMENTS = "segments"
"""Style of a path parameter whose slashes stay, all else being percent-encoded
(``google/api/http.proto``, path template syntax).
"""
_GATEWAY_MARKERS = frozenset({"rpcStatus", "googlerpcStatus", "protobufAny"})
"""Components that show that grpc-gateway made a document."""
_SOME_TEXT = re.compile(r"\^?\.\+\$?")
"""What grpc-gateway writes for ``{name=**}``, and others where a value must not be empty."""
_ANY_TEXT = re.compile(r"\^?(?:\.\*\??|\(\.\*\??\)|\[\\s\\S\]\*)\$?")
"""What says nothing of a value but that it may have slashes, too: routers' ``{path: .*}``, whose
pattern JAX-RS puts into the parameter (SmallRye, swagger-core)."""
_SET = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_GROUP = re.compile(r"\((?:\?(?:P?<\w+>|[:=!]))?([^()]*)\)([?*]|\{0?,\d*\})?")
_VARIABLE = re.compile(r"\{\+?([^{}]+)\}")
_EMPTY = re.compile(r"\bempty\b", re.IGNORECASE)
_EMPTY_VALUE = re.compile(r"\bempty\s+(?:string|text|value|segment)\b", re.IGNORECASE)
_NOT_EMPTY = re.compile(r"\b(?:not|never|cannot|can't|non)\b[^.,;]{0,20}\bempty\b", re.IGNORECASE)


def spans_segments(pattern: str, components: Iterable[str]) -> bool:
    """Tell whether the values of a path parameter are several segments by what they must fit."""
    if _SOME_TEXT.fullmatch(pattern):
        return not _GATEWAY_MARKERS.isdisjoint(components)
    return _ANY_TEXT.fullmatch(pattern) is not None or _needs_slash(pattern)


def _needs_slash(pattern: str) -> bool:
    """Tell whether no text without a slash fits a regular expression."""
    left = re.sub(r"\\(.)", lambda found: "/" if found[1] == "/" else "_", pattern)
    left = _SET.sub("_", left)
    before = ""
    while before != left:
        before, left = left, _GROUP.sub(_of_group, left)
    return _has_slash(left)


def _of_group(found: re.Match[str]) -> str:
    return "/" if found[2] is None and _has_slash(found[1]) else "_"


def _has_slash(expression: str) -> bool:
    return all(re.search(r"/(?![?*]|\{0)", choice) for choice in expression.split("|"))


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths of an API, where an empty value could lead to another operation."""

    shapes: frozenset[tuple[str, ...]]
    """The segments of each, what varies in them as ``{}``."""

    @classmethod
    def of(cls, paths: Iterable[str]) -> Paths:
        """Look at all paths of an API."""
        return cls(frozenset(_shape(path) for path in paths))

    def marked(self, path: str, parameters: Iterable[Parameter]) -> Iterator[Parameter]:
        """Yield parameters, and say of those of the path whether they may be empty."""
        for one in parameters:
            may = one.place is ParameterPlace.PATH and self._may_be_empty(path, one)
            yield replace(one, may_be_empty=True) if may else one

    def _may_be_empty(self, path: str, parameter: Parameter) -> bool:
        """Tell whether a path with nothing for a parameter is no other operation's.

        Many servers take the slashes around nothing for one, so within a path the description has
        to speak of it. At the end it may say of the empty value what is meant, which is then no
        other operation's: `/shares/ann/` beside `/shares/ann`.
        """
        variable = f"{{{parameter.wire}}}"
        is_last = path.rstrip("/").endswith(f"/{variable}")
        if not (is_last or _speaks_of_empty(parameter)) or not _takes_empty(parameter):
            return False
        segments = path.strip("/").split("/")
        if variable not in segments:
            return False
        at = segments.index(variable)
        if is_last and _EMPTY_VALUE.search(parameter.docs.description):
            return True
        return _shape("/".join(segments[:at] + segments[at + 1 :])) not in self.shapes


def _shape(path: str) -> tuple[str, ...]:
    parts = _VARIABLE.sub("{}", path.partition("#")[0].strip("/"))
    return tuple(parts.split("/"))


def _takes_empty(parameter: Parameter) -> bool:
    """Tell whether the empty text is a value of a parameter."""
    if parameter.bounds.min_length or parameter.style != "simple" or parameter.spans_segments:
        return False
    if _NOT_EMPTY.search(parameter.docs.description):
        return False
    return _is_text(parameter.type) and _may_fit(parameter.bounds.pattern)


def _may_fit(pattern: str) -> bool:
    """Tell whether the empty text fits a pattern; one that is too odd to match does not tell."""
    return matches(pattern, "") is True


def _is_text(type_: TypeRef) -> bool:
    match type_:
        case Scalar(kind=kind):
            return kind is ScalarKind.STRING
        case UnionOf(members=members):
            return any(map(_is_text, members))
        case LiteralOf(values=values):
            return "" in values
        case _:
            return False


def _speaks_of_empty(parameter: Parameter) -> bool:
    return parameter.default == "" or _is_about_empty(parameter.docs.description)


@lru_cache(maxsize=4096)  # one parameter is described alike in many operations
def _is_about_empty(description: str) -> bool:
    return _EMPTY.search(description) is not None
