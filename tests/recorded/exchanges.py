"""Exchanges with real servers, and what they are in the packages: operation and arguments."""

from __future__ import annotations

import base64
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx2
from pydantic import BaseModel, ValidationError

from specmill import sources
from specmill.diagnostics import Report
from specmill.document.overlay import apply
from specmill.lower import lower
from specmill.sources.loading.files import load
from specmill.targets.python.inspect.inspection import describe

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
_SOURCES = ("reference.md", "source.json")


@dataclass(frozen=True)
class Exchange:
    """A request that a server got, and its answer."""

    method: str
    target: str
    request: Mapping[str, Any]
    status: int
    answer: bytes
    headers: Mapping[str, str]

    @property
    def path(self) -> str:
        """The path, as it was sent."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> list[tuple[str, str]]:
        """The pairs of the query."""
        return parse_qsl(self.target.partition("?")[2], keep_blank_values=True)

    @property
    def body(self) -> bytes:
        """The body, as it was sent."""
        if "base64" in self.request:
            return base64.b64decode(self.request["base64"])
        return str(self.request.get("text", "")).encode()

    @property
    def json(self) -> Any:
        """The JSON of the request; None where there is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def file(self) -> bytes:
        """The file of a form."""
        boundary = str(self.request["type"]).partition("boundary=")[2].encode()
        part = self.body.split(b"--" + boundary)[1]
        return part.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")

    def respond(self) -> httpx2.Response:
        """Answer as the server did."""
        return httpx2.Response(self.status, content=self.answer, headers=dict(self.headers))

    def __str__(self) -> str:
        return f"{self.status} {self.method} {self.target[:70]}"


def exchanges(name: str) -> list[Exchange]:
    """Read the exchanges of a file."""
    lines = (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [
        Exchange(
            one["method"],
            one["path"],
            one["request"],
            one["status"],
            one["response"].get("text", "").encode(),
            one["response"]["headers"],
        )
        for one in map(json.loads, lines)
    ]


@cache
def operations(api: str, package: str) -> list[dict[str, Any]]:
    """Return what ``inspect`` says of the operations of an API of this repository."""
    folder = ROOT / "specs" / api
    source = next(folder / one for one in _SOURCES if (folder / one).is_file())
    document = apply(sources.read(source, report=Report()), load(folder / "overlay.yaml"))
    settings = tomllib.loads((ROOT / "specmill.toml").read_text("utf-8"))
    pins = settings["apis"][api].get("names")
    found = describe(lower(document, key=api, report=Report(), pins=pins), package)["operations"]
    return [one for one in found if not isinstance(one, str)]


def operation_of(exchange: Exchange, known: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the operation of an exchange: that of the path whose query it has; None for none."""
    told = (one for one in known if "waits" not in one)
    found = [one for one in told if _score(exchange, one) is not None]
    return max(found, key=lambda one: _score(exchange, one) or (0, 0), default=None)


def waiting_of(exchange: Exchange, known: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return what waits for the state that an exchange tells; None where nothing does."""
    told = operation_of(exchange, known)
    name = told["python"].rpartition(".") if told else ("", "", "")
    waits = (one for one in known if one.get("waits", {}).get("python") == name[2])
    return next((one for one in waits if one["python"].rpartition(".")[0] == name[0]), None)


def _score(exchange: Exchange, operation: dict[str, Any]) -> tuple[int, int] | None:
    if operation["method"] != exchange.method or not _values(operation["path"], exchange.path):
        return None
    parameters = {one["wire"]: one for one in operation["parameters"] if one["in"] == "query"}
    asked = dict(exchange.query)
    for wire, one in parameters.items():
        if one["required"] and wire not in asked:
            return None
        is_constant = one["required"] and one["type"].startswith("Literal[")
        if is_constant and f"'{asked[wire]}'" not in one["type"]:
            return None
    if not asked.keys() <= parameters.keys():
        return None
    required = sum(one["required"] for one in parameters.values())
    return -operation["path"].count("{"), required


def _values(template: str, path: str) -> dict[str, str] | None:
    """Match a path; an answer without variables is not empty."""
    pattern = re.sub(
        r"\\\{([^}]*)\\\}", lambda name: f"(?P<v{_hex(name[1])}>[^/]+)", re.escape(template)
    )
    match = re.fullmatch(pattern, path)
    if match is None:
        return None
    return {
        "": "",
        **{
            bytes.fromhex(name[1:]).decode(): unquote(text)
            for name, text in match.groupdict().items()
        },
    }


def _hex(escaped: str) -> str:
    return re.sub(r"\\(.)", r"\1", escaped).encode().hex()


def is_base64(text: str) -> bool:
    """Tell whether a text is base64 (RFC 4648, section 4)."""
    try:
        base64.b64decode(text, validate=True)
    except ValueError:
        return False
    return True


def arguments(
    exchange: Exchange, operation: dict[str, Any], models: Any
) -> tuple[list[Any], dict[str, Any]]:
    """Return the arguments that make the typed method send an exchange's request."""
    by_place: list[Any] = []
    by_name: dict[str, Any] = {}
    values = _values(operation["path"], exchange.path) or {}
    asked = dict(exchange.query)
    for one in operation["parameters"]:
        if one["in"] == "path":
            by_place.append(values[one["wire"]])
        elif one["in"] == "query" and one["wire"] in asked:
            by_name[one["python"]] = _typed(asked[one["wire"]], one["type"])
    body = operation["body"]
    if body is None or not exchange.body:
        return by_place, by_name
    if "parts" in body:
        (part,) = body["parts"]
        by_name[part["python"]] = exchange.file
    else:
        by_place.append(_model(exchange, body["type"], models))
    return by_place, by_name


def _model(exchange: Exchange, type_: str, models: Any) -> Any:
    """Read the body as its model; what the server is to refuse may be none."""
    model = getattr(models, type_, None)
    if isinstance(model, type) and issubclass(model, BaseModel):
        try:
            return model.model_validate_json(exchange.body)
        except ValidationError:
            assert exchange.status >= 400
    return exchange.json


def _typed(text: str, type_: str) -> Any:
    if type_.startswith("bool"):
        return text == "true"
    return int(text) if type_.startswith("int") else text
