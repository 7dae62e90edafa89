"""The examples of the pages run: each sends the request that its page shows."""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.docs.reading import PACKAGES, ROOT, Method, methods
from tests.docs.server import Exchange, Message, Server, running

LOGINS = {"paddleflow": "/api/paddleflow/v1/login"}
ENVIRONMENT = {"dataflow_v1b3": "DATAFLOW_BASE_URL", "genomics_v2alpha1": "GENOMICS_BASE_URL"}
CASES = [(package, form) for package in PACKAGES.values() for form in ("sync", "async")]


def program_of(method: Method, form: str) -> str:
    """Return one of the programs of a method, after its signature."""
    signature, sync, asynchronous = method.blocks("python")[:3]
    assert signature.startswith("client.")
    return sync if form == "sync" else asynchronous


def run(program: str, server: Server, name: str) -> str:
    """Run a program against the server; return what went wrong."""
    program = program.replace("https://api.example.com", server.url)
    program = program.replace('host="localhost"', f'host="127.0.0.1", port={server.port}')
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(program, name, "exec"), {"__name__": "__main__"})
    except Exception:
        return traceback.format_exc(limit=-2)
    return ""


def failures_of(
    documented: Iterable[Method], form: str, server: Server, login: str = ""
) -> list[str]:
    """Run the programs of methods; return what went wrong and what was sent otherwise."""
    failures = []
    for method in documented:
        request, response = (Message.of(block) for block in method.blocks("http"))
        exchange = Exchange(request, response, "" if request.facts[1] == login else login)
        server.expect(exchange)
        if failure := run(program_of(method, form), server, f"{method.page}#{method.name}"):
            failures.append(failure)
        failures += [f"{method.page.name}#{method.name}: {one}" for one in exchange.found]
        if not exchange.seen:
            failures.append(f"{method.page.name}#{method.name} sent nothing")
    return failures


@pytest.mark.parametrize(("package", "form"), CASES)
def test_examples_send_what_the_page_shows(
    package: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    with running() as server:
        if package in ENVIRONMENT:
            monkeypatch.setenv(ENVIRONMENT[package], server.url)
        failures = failures_of(methods(package), form, server, LOGINS.get(package, ""))
    assert not failures, "\n".join(failures)


@pytest.mark.skipif(not shutil.which("curl"), reason="no curl")
@pytest.mark.parametrize("package", PACKAGES.values())
def test_curl_sends_what_the_page_shows(package: str, tmp_path: Path) -> None:
    (tmp_path / "upload").write_text("hello")
    failures = []
    with running() as server:
        for method in methods(package):
            request, response = (Message.of(block) for block in method.blocks("http"))
            exchange = Exchange(request, response)
            server.expect(exchange)
            (block,) = method.blocks("sh")
            command = block.replace(f"https://{request.headers['host']}", server.url)
            command = command.replace(f"http://{request.headers['host']}", server.url)
            assert server.url in command
            quiet = command.replace("curl ", "curl --silent --noproxy '*' ", 1)
            subprocess.run(["sh", "-c", quiet], cwd=tmp_path, check=True, capture_output=True)
            failures += [f"{method.name}: {one}" for one in exchange.found]
            assert exchange.seen == 1, method.name
    assert failures == []


def test_examples_pass_strict_type_checking(tmp_path: Path) -> None:
    count = 0
    for package in PACKAGES.values():
        for method in methods(package):
            for form in ("sync", "async"):
                count += 1
                (tmp_path / f"example_{count}.py").write_text(program_of(method, form))
    assert count > 300
    config = ["--config-file", str(ROOT / "pyproject.toml"), "--no-error-summary"]
    command = [sys.executable, "-m", "mypy", *config, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
