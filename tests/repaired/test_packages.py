"""Every mended spec makes a package that imports and whose operations can be called."""

from __future__ import annotations

import importlib
import inspect
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.repaired.test_repaired import ALL, Case

import specmill

UNSENDABLE = {"operations: a place that nobody knows": ("parameter q of get /a",)}
"""What no repair makes of a mistake, so that somebody must say to go on without it."""
VALUES = {"int": 1, "float": 1.5, "bool": True, "bytes": b"a", "list": ["a"], "Mapping": {"a": "b"}}
"""What an argument is given, by how its annotation begins; a text otherwise."""


def _methods(resource: Any, seen: set[int]) -> Iterator[Any]:
    """The methods of a client and of the resources below it."""
    for name in dir(type(resource)):
        if name.startswith("_"):
            continue
        value = getattr(resource, name)
        if inspect.ismethod(value):
            if "_runtime" not in value.__func__.__module__:  # what every client has
                yield value
        elif type(value).__module__.startswith("mended") and id(type(value)) not in seen:
            seen.add(id(type(value)))
            yield from _methods(value, seen)


def _argument(parameter: inspect.Parameter) -> Any:
    written = str(parameter.annotation).removeprefix("Literal")
    if "File" in written:
        return b"a"
    if written.startswith("["):
        return json.loads(written[1:].partition(",")[0].rstrip("]").replace("'", '"'))
    found = (value for word, value in VALUES.items() if written.startswith(word))
    return next(found, "a")


def _arguments(method: Any) -> tuple[list[Any], dict[str, Any]]:
    positional, named = [], {}
    for name, parameter in inspect.signature(method).parameters.items():
        if parameter.default is not parameter.empty or name == "options":
            continue
        if parameter.kind is parameter.KEYWORD_ONLY:
            named[name] = _argument(parameter)
        elif parameter.kind is parameter.POSITIONAL_OR_KEYWORD:
            positional.append(_argument(parameter))
    return positional, named


@pytest.mark.parametrize("name", ALL)
def test_a_mended_spec_generates_imports_and_calls(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case: Case = ALL[name]
    package = f"mended_{abs(hash(name))}"
    spec = tmp_path / "spec.yaml"
    spec.write_text(case.spec)
    specmill.generate(
        spec,
        name=package,
        out=tmp_path / "sdk",
        settings={"formatter": "none"},
        skip=UNSENDABLE.get(name, ()),
    )
    monkeypatch.syspath_prepend(str(tmp_path / "sdk"))
    try:
        module = importlib.import_module(package)
        importlib.import_module(f"{package}.models")
        answer = httpx2.MockTransport(lambda _: httpx2.Response(204))
        kind = getattr(module, next(key for key in module.__all__ if key.startswith("Mended")))
        client = kind(base_url="https://a.example", transport=answer, max_retries=0)
        for method in _methods(client, set()):
            positional, named = _arguments(method)
            method(*positional, **named)
    finally:
        for loaded in [one for one in sys.modules if one.partition(".")[0] == package]:
            del sys.modules[loaded]
