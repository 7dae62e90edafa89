"""A server on loopback that takes what PaddleFlow's server takes, and nothing else."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.paddleflow.facts import BASE, Method, methods, sample_of

_KINDS: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "any": object,
}


class Misfit(Exception):
    """What the server does not take."""


@dataclass
class Received:
    """One call that the server has understood."""

    method: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Any


@dataclass
class PaddleFlowServer:
    """What was asked, and what is answered besides the rule."""

    port: int = 0
    token: str = "token-1"
    calls: list[Received] = field(default_factory=list)
    misfits: list[str] = field(default_factory=list)
    answers: dict[str, Callable[[Received], tuple[int, Any]]] = field(default_factory=dict)
    """Method to a function that gives status and body in place of the sample."""

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def last(self) -> Received:
        """The last call that was no login."""
        return next(call for call in reversed(self.calls) if call.method != "login")

    def clear(self) -> None:
        """Forget everything but the token."""
        self.calls.clear()
        self.misfits.clear()
        self.answers.clear()

    def answer(
        self, verb: str, target: str, headers: Mapping[str, str], content: bytes
    ) -> tuple[int, Any]:
        """Answer a request."""
        url = urlsplit(target)
        query = parse_qsl(url.query, keep_blank_values=True)
        try:
            call, method = _understood(verb, url.path, query, content)
        except Misfit as misfit:
            self.misfits.append(f"{verb} {target}: {misfit}")
            return 500, _error("Misfit", str(misfit))
        if method.id == "login":
            self.calls.append(call)
            return self._login(call)
        sent = headers.get("x-pf-authorization")
        if sent != self.token:
            code = "AuthWithoutToken" if sent is None else "AuthInvalidToken"
            return 400, _error(code, "log in")
        self.calls.append(call)
        special = self.answers.get(method.id)
        return special(call) if special else (method.status, method.sample())

    def _login(self, call: Received) -> tuple[int, Any]:
        if call.body["password"].startswith("wrong"):
            return 400, _error("AuthFailed", f"{call.body['password']} is no password of yours")
        return 200, {"authorization": self.token}


def _error(code: str, message: str) -> dict[str, str]:
    return {"requestID": "request-1", "code": code, "message": message}


def error(status: int, code: str, message: str) -> Callable[[Received], tuple[int, Any]]:
    """Make an answer that is an error."""
    return lambda _: (status, _error(code, message))


def _understood(
    verb: str, path: str, query: list[tuple[str, str]], content: bytes
) -> tuple[Received, Method]:
    if not path.startswith(BASE):
        raise Misfit("not below the base path")
    reasons = []
    for method in sorted(methods(), key=_exactness):
        template = re.escape(method.path).replace(r"\{", "{").replace(r"\}", "}")
        match = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template), path[len(BASE) :])
        if method.verb != verb or match is None:
            continue
        try:
            values = {name: unquote(value) for name, value in match.groupdict().items()}
            received = Received(method.id, values, _query(method, query), _body(method, content))
        except Misfit as misfit:
            reasons.append(f"{method.id}: {misfit}")
        else:
            return received, method
    raise Misfit("; ".join(reasons) or "no such request")


def _exactness(method: Method) -> tuple[int, int]:
    """Put fixed paths before templates, and more needed parameters before fewer."""
    needed = sum(bool(one.get("required")) for one in method.parameters("query"))
    return method.path.count("{"), -needed


def _query(method: Method, pairs: list[tuple[str, str]]) -> dict[str, str]:
    given = dict(pairs)
    if len(given) != len(pairs):
        raise Misfit("a query key is there twice")
    known = {one["wire"]: one for one in method.parameters("query")}
    if unknown := given.keys() - known.keys():
        raise Misfit(f"unknown query keys {sorted(unknown)}")
    for wire, one in known.items():
        if one.get("required") and wire not in given:
            raise Misfit(f"no {wire} in the query")
        if wire in given:
            _check(one, int(given[wire]) if one["type"] == "integer" else given[wire])
    return given


def _body(method: Method, content: bytes) -> Any:
    known = {one["wire"]: one for one in method.parameters("body")}
    if not known:
        if content:
            raise Misfit("there is a body")
        return None
    notes = " ".join(method.facts["notes"])
    if not content and "empty body is accepted" not in notes:
        raise Misfit("there is no body")
    body = json.loads(content or b"{}")
    _check_members(body, known, "")
    return body


def _check_members(body: Any, known: Mapping[str, Mapping[str, Any]], prefix: str) -> None:
    for name, value in body.items():
        one = known.get(prefix + name)
        if one is None:
            raise Misfit(f"unknown member {prefix}{name}")
        if any(wire.startswith(f"{prefix}{name}.") for wire in known):
            _check_members(value, known, f"{prefix}{name}.")
        else:
            _check(one, value)
    for wire, one in known.items():
        name = wire.removeprefix(prefix)
        here = wire.startswith(prefix) and "." not in name
        if one.get("required") and here and name not in body:
            raise Misfit(f"no member {wire}")


def _check(parameter: Mapping[str, Any], value: Any) -> None:
    wire, type_ = parameter["wire"], parameter["type"]
    if parameter.get("const") and value != parameter["const"]:
        raise Misfit(f"{wire} is not {parameter['const']}")
    if parameter.get("enum") and value not in parameter["enum"]:
        raise Misfit(f"{wire} is none of its values")
    if type_.startswith("array<"):
        kind: Any = list
    elif type_.startswith("map<") or type_[0].isupper():
        kind = dict
    else:
        kind = _KINDS[type_]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Misfit(f"{wire} is no {type_}: {value!r}")


def pages_of(method: str, items: str, count: int) -> Callable[[Received], tuple[int, Any]]:
    """Make an answer in pages: each has one item and leads to the next, ``m1``, ``m2`` …."""
    schema = next(one for one in methods() if one.id == method).facts["response"]["schema"]

    def answer(call: Received) -> tuple[int, Any]:
        number = int(call.query.get("marker", "m0")[1:])
        body = dict(sample_of(schema, "answer"))
        body["nextMarker"] = f"m{number + 1}" if number + 1 < count else ""
        body[items] = [dict(item) for item in body[items]]
        return 200, body

    return answer


@contextmanager
def running() -> Iterator[PaddleFlowServer]:
    """Run a server on a free port."""
    state = PaddleFlowServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 65536  # one packet for head and body

        def _handle(self) -> None:
            content = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, body = state.answer(self.command, self.path, headers, content)
            written = b"" if body is None else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("x-pf-request-id", "request-1")
            self.send_header("content-length", str(len(written)))
            self.end_headers()
            self.wfile.write(written)

        do_GET = do_POST = do_PUT = do_DELETE = _handle

        def log_message(self, *_: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    state.port = httpd.server_address[1]
    try:
        yield state
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()
