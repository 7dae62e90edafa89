"""What is known of PaddleFlow's server: requests that it accepts, and answers that it gives."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
FILE = ROOT.parent / "shared" / "facts" / "paddleflow-http.yaml"
PAGE = ROOT.parent / "shared" / "upstream" / "paddleflow" / "sdk_reference.md"
PLACES = {"path": "path_params", "query": "query", "body": "body"}
NOT_CALLED = ("mount", "stop_queue")
BASE = "/api/paddleflow/v1"
_DEPTH = 3
"""How deep a sample goes into a schema that holds itself."""


@dataclass(frozen=True)
class Method:
    """One documented method as the server knows it."""

    id: str
    facts: Mapping[str, Any]

    @property
    def documented(self) -> str:
        """The name on the page."""
        return str(self.facts["doc_call"])

    @property
    def verb(self) -> str:
        """The HTTP method."""
        return str(self.facts["http"]["verb"])

    @property
    def path(self) -> str:
        """The template below the base path."""
        return str(self.facts["http"]["path"])

    @property
    def status(self) -> int:
        """Of a success."""
        return int(self.facts["response"]["status"])

    def parameters(self, place: str) -> list[Mapping[str, Any]]:
        """Give the parameters of ``path``, ``query`` or ``body``; members of others left out."""
        found: list[Mapping[str, Any]] = self.facts["http"][PLACES[place]]
        return found

    def each(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Give all parameters with their places."""
        for place in PLACES:
            for parameter in self.parameters(place):
                yield place, parameter

    def sample(self) -> Any:
        """Give an answer; None where the body is empty."""
        schema = self.facts["response"]["schema"]
        return None if schema == "empty" else sample_of(schema, "answer")


@cache
def facts() -> Mapping[str, Any]:
    """Give the whole file."""
    read: Mapping[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return corrected(read)


def corrected(read: Any) -> Any:
    """Give the facts as the running server has them."""
    methods = {one["sdk_method"]: one["http"] for one in read["methods"]}
    looks_up = methods["list_user"]["query"]  # one user is a look-up of its own
    methods["list_user"]["query"] = [one for one in looks_up if one["wire"] != "user"]
    for name in ("create_cluster", "update_cluster"):
        (kind,) = (one for one in methods[name]["body"] if one["wire"] == "clusterType")
        kind["enum"] = ["Kubernetes", "K3S"]  # `Local` makes the server close the connection
    for one in methods["create_schedule"]["body"]:
        if one["wire"] in ("startTime", "endTime"):
            one["format"] = "local_datetime"
    return read


def methods() -> list[Method]:
    """Give the methods that are requests; none where the facts are not at hand."""
    if not FILE.is_file():
        return []
    return [
        Method(one["sdk_method"], one)
        for one in facts()["methods"]
        if one["sdk_method"] not in NOT_CALLED
    ]


def sample_of(type_: str, wire: str, depth: int = 0) -> Any:
    """Make a value of a type of the facts."""
    if "|" in type_:
        return sample_of(type_.partition("|")[0], wire, depth)
    if type_.startswith("array<"):
        inner = sample_of(type_[6:-1], wire, depth + 1)
        return [] if inner is None else [inner]
    if type_.startswith("map<"):
        inner = sample_of(type_[4:-1].partition(",")[2], wire, depth + 1)
        return {} if inner is None else {"key": inner}
    plain = {"string": f"a {wire}", "integer": 7, "number": 1.5, "boolean": True, "any": "any"}
    return plain[type_] if type_ in plain else _object(facts()["schemas"][type_], depth)


def _object(schema: Mapping[str, Any], depth: int) -> Any:
    if "one_of" in schema:
        one = schema["one_of"][0] if depth < 2 * _DEPTH else schema["one_of"][-1]
        return _object(facts()["schemas"][one], depth)
    if "map_of" in schema:
        return {"key": sample_of(schema["map_of"], "key", depth + 1)}
    if depth > 4 * _DEPTH:
        return None
    made: dict[str, Any] = {}
    for field in schema["fields"]:
        made[field["wire"]] = _field(field, depth)
    for name in schema.get("includes", ()):
        made |= _object(facts()["schemas"][name], depth)
        for last in ("nextMarker", "truncated", "isTruncated"):
            if last in made:
                made[last] = "" if last == "nextMarker" else False
    return made


def _field(field: Mapping[str, Any], depth: int) -> Any:
    if field.get("enum"):
        return field["enum"][0]
    if field.get("const"):
        return field["const"]
    if field.get("format") == "rfc3339":
        return "2026-11-20T09:30:00.5+08:00"
    if field.get("format") == "local_datetime":
        return "2026-11-20 09:30:00"
    if "base64" in field["desc"]:
        return "bmFtZTogc2FtcGxl"
    if field["type"] == "array<array<number>>":
        return [[1_700_000_000, 0.5]]
    return sample_of(field["type"], field["wire"], depth + 1)


def argument_of(parameter: Mapping[str, Any]) -> Any:
    """Make a value for a parameter, as a caller gives it."""
    if parameter.get("const"):
        return parameter["const"]
    if is_encoded(parameter):
        return b"name: sample\n"
    if parameter.get("enum"):
        return parameter["enum"][-1]
    if parameter["type"] == "boolean":
        return False
    if parameter.get("format") == "local_datetime":
        return "2026-11-20 09:30:00"
    return sample_of(parameter["type"], parameter["wire"])


def is_encoded(parameter: Mapping[str, Any]) -> bool:
    """Tell whether the server wants base64."""
    return "base64" in str(parameter.get("transform", ""))


def on_the_wire(parameter: Mapping[str, Any], value: Any) -> Any:
    """Give a value as the server gets it."""
    return base64.b64encode(value).decode() if is_encoded(parameter) else value
