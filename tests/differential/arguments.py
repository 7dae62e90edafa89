"""The arguments that each operation is called with, as wire values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from differential.samples import Sampler
from differential.spec import Operation, Parameter, Spec

Values = tuple[tuple[Parameter, Any], ...]

UPLOAD = Path(__file__).with_name("pipeline.yaml")

TEXTS = {
    "unicode": "zwei Wörter 日本 🚀",
    "delimiters": "a:b+c~d,e;f=g@h!i$j&k'l(m)n*o._-",
    "slash": "a/b",
    "brackets": 'a?b#c[d]{e}|f\\g^h`i"j<k>',
    "percent": "100% %41 %2F",
}
"""What free strings of the path and the query contain, by the name of the case."""

BODY_TEXT = 'tëxt "quoted" \\ back </script>\n\t\x7f \u2028 日本 🚀 %41'
"""What free strings of bodies contain."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """One call of an operation."""

    case: str
    parameters: Values
    common: Values = ()
    body: Any = None
    """JSON, or the path of the file to upload; None for none."""
    as_mapping: bool = False
    """Pass the body to our client as the wire's own mapping in place of a model."""
    api_key: bool = False
    """Show who asks with an API key in place of a token."""


def cases(spec: Spec, operation: Operation) -> Iterator[Arguments]:
    """Return the calls of one operation."""
    plain = Sampler(spec)
    everything = _values(plain, operation.parameters)
    required = tuple((one, value) for one, value in everything if one.required)
    own = {one.name for one in operation.parameters}
    common = tuple(
        (one, one.schema.get("default", plain.parameter(one)))
        for one in spec.common
        if one.name not in own  # callers of the peer cannot tell the two apart
    )
    body = _body(Sampler(spec, BODY_TEXT), operation)
    least = body if operation.body_required else None
    yield Arguments("required", required, body=least)
    yield Arguments("everything", everything, common, body)
    if body is not None and body is not UPLOAD:
        yield Arguments("body as a mapping", required, body=body, as_mapping=True)
    if isinstance(body, dict):
        yield Arguments("sparse body", required, body=_sparse(body))
    if any(one.name == "key" for one in spec.common):
        yield Arguments("API key", required, body=least, api_key=True)
    for name, text in TEXTS.items():
        awkward = _values(Sampler(spec, text), operation.parameters)
        if awkward != everything:
            yield Arguments(name, awkward, body=least)


def _sparse(body: dict[str, Any]) -> dict[str, Any]:
    """Leave out every other property and let the last of the others be null."""
    kept = list(body)[::2]
    return {name: None if name == kept[-1] else body[name] for name in kept}


def _values(sampler: Sampler, parameters: Iterable[Parameter]) -> Values:
    return tuple((one, sampler.parameter(one)) for one in parameters)


def _body(sampler: Sampler, operation: Operation) -> Any:
    if operation.body is None:
        return None
    if operation.media_type == "multipart/form-data":
        return UPLOAD
    return sampler.body(operation)
