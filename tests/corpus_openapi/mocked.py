"""A Prism server reads a request of the sync client for each operation of a spec."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from importlib import import_module
from pathlib import Path
from typing import Any

from corpus import generation, package_checks
from corpus_openapi.samples import Samples
from differential import spec as specs
from differential.spec import Operation, Parameter, Spec
from differential.values import Composer
from e2e.prism import serve

SPECS = ("airflow", "asana", "keycloak", "netbox", "slack", "spotify")
"""Made by FastAPI; with ``allOf``; without ids; with filters by hundreds; forms; references."""

CREDENTIALS = {"token": "a-token", "api_key": "a key", "username": "me", "password": "secret"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the server says of one spec."""

    operations: int
    refused: tuple[str, ...]
    """Operations whose request it does not accept, and why."""


def ask(path: Path, out: Path, scratch: Path) -> Asked:
    """Call every operation once.

    Args:
        path: The source.
        out: Where its package is, from which it can be imported.
        scratch: For the normal form and the server's log.
    """
    root, _ = package_checks.normal_form(path)
    form = scratch / f"{path.stem}.json"
    form.write_text(json.dumps(root), encoding="utf-8")
    spec = specs.of(root)
    inspected = generation.inspected(path)
    assert (out / inspected["package"]).is_dir()
    with serve(form, scratch / f"{path.stem}.log") as address:
        caller = _Caller(spec, inspected, address)
        problems = {one: caller.problem(one) for one in spec.operations}
    return Asked(
        len(problems),
        tuple(
            f"{one.method} {one.path}: {problem}"[:400]
            for one, problem in problems.items()
            if problem
        ),
    )


class _Caller:
    def __init__(self, spec: Spec, inspected: Mapping[str, Any], address: str) -> None:
        package = import_module(inspected["package"])
        self._samples = Samples(spec)
        self._composer = Composer(spec, inspected, import_module(f"{inspected['package']}.models"))
        self._described = {(one["id"]): one for one in inspected["operations"]}
        self._errors: type[Exception] = package.StatusError
        make = getattr(package, inspected["client"])
        known = inspect.signature(make).parameters
        given = {name: value for name, value in CREDENTIALS.items() if name in known}
        self._client = make(base_url=address, max_retries=0, timeout=30, **given)

    def problem(self, operation: Operation) -> str:
        """Call one operation; return what the server says against it."""
        try:
            self._call(operation)
        except self._errors as error:
            return _said(getattr(error, "body", None))
        except Exception as error:
            return repr(error)
        return ""

    def _call(self, operation: Operation) -> None:
        described = self._described[operation.id]
        method = reduce(getattr, described["python"].split("."), self._client)
        names = {(one["in"], one["wire"]): one["python"] for one in described["parameters"]}
        values = {
            names[one.place, one.name]: self._value(one)
            for one in operation.parameters
            if (one.place, one.name) in names
        }
        answer = method(**values, **self._body(described["body"], operation))
        if described["pagination"]:  # nothing is sent before an item is asked for
            next(iter(answer), None)

    def _value(self, parameter: Parameter) -> Any:
        wire = self._samples.value(parameter.schema, depth=1)
        return self._composer.scalar(self._samples.flat(parameter.schema), wire)

    def _body(self, described: Mapping[str, Any] | None, operation: Operation) -> dict[str, Any]:
        if described is None or operation.body is None:
            return {}
        if "parts" in described:
            made = self._samples.value(operation.body)
            return {
                one["python"]: made.get(one["wire"], b"content")
                for one in described["parts"]
                if one["required"]
            }
        is_file = not re.search(r"json|urlencoded|xml|text", operation.media_type)
        return {"body": b"content" if is_file else self._samples.value(operation.body)}


def _said(body: Any) -> str:
    """Return what Prism has against a request; its answers are made up, and may be wrong."""
    if not isinstance(body, Mapping) or "stoplight.io/prism" not in str(body.get("type")):
        return ""
    found = body.get("validation")
    if found is None:
        answers = str(body["type"]).endswith(("NOT_ACCEPTABLE", "NO_RESPONSE_DEFINED"))
        return "" if answers else json.dumps(body)
    return "; ".join(
        f"{'/'.join(one['location'])}: {one['message']}"
        for one in found
        if one["location"][:1] == ["request"]
    )
