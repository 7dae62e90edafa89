"""The scripts of `integrations/`: their very steps, with all that they talk to on loopback.

Only what a test has not is stood in for: ``pip install`` installs nothing, since specmill is there,
and ``gh`` writes down what it is asked.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

INTEGRATIONS = Path(__file__).parents[2] / "integrations"
SPEC = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: https://zoo.example.com}]
paths:
  /cats:
    get: {operationId: listCats, tags: [cats], responses: {"204": {description: ok}}}
"""
MORE = SPEC.replace('"1"', '"2"') + (
    '    post: {operationId: addCat, tags: [cats], responses: {"204": {description: ok}}}\n'
)
LESS = MORE.replace('"2"', '"3"').replace("listCats", "allCats").replace("/cats:", "/tigers:")
PYTHON = f"""\
#!/bin/sh
if [ "$2" = pip ]; then exit 0; fi
exec {sys.executable} "$@"
"""
GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$GH_LOG"
case "$2" in
  list) cat "$GH_OPEN" ;;
  create | edit)
    while [ "$1" != --body-file ]; do shift; done
    cp "$2" "$GH_BODY" ;;
esac
"""


@dataclass
class Host:
    """A server with the newest spec, and the merge requests of a project."""

    spec: str = SPEC
    requests: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def host() -> Iterator[Host]:
    state = Host()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            if self.path == "/zoo.yaml":
                return self.answer(state.spec)
            assert self.headers["PRIVATE-TOKEN"] == "secret"
            state.asked.append(f"GET {self.path}")
            return self.answer(json.dumps(state.requests))

        def do_POST(self) -> None:
            state.requests.append({"iid": len(state.requests) + 1, **self.sent("POST")})
            self.answer("{}")

        def do_PUT(self) -> None:
            state.requests[int(self.path.rpartition("/")[2]) - 1].update(self.sent("PUT"))
            self.answer("{}")

        def sent(self, method: str) -> dict[str, Any]:
            assert self.headers["PRIVATE-TOKEN"] == "secret"
            state.asked.append(f"{method} {self.path}")
            body: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            return body

        def answer(self, text: str) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        state.url = f"http://127.0.0.1:{server.server_port}"
        yield state
        server.shutdown()


@dataclass
class Runner:
    """A machine of a CI service: a clone of a repository, and the tools on its path."""

    folder: Path
    env: dict[str, str]

    @property
    def clone(self) -> Path:
        return self.folder / "clone"

    def bash(self, script: str, **env: str) -> str:
        """Run a script as the services do: it ends at the first command that fails."""
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.clone,
            env={**self.env, **env},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def git(self, *arguments: str) -> str:
        return self.bash(f"git {' '.join(arguments)}")

    def fresh(self) -> None:
        """Start from the main branch, as the next run does."""
        self.git("switch --quiet --force main")


@pytest.fixture
def runner(tmp_path: Path, host: Host) -> Runner:
    tools, clone, bare = (tmp_path / name for name in ("tools", "clone", "bare.git"))
    for folder in (tools, clone, tmp_path / "home"):
        folder.mkdir()
    for name, text in (("python", PYTHON), ("gh", GH)):
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    env = {
        "PATH": f"{tools}:{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path / "home"),
        "RUNNER_TEMP": str(tmp_path),
        **{f"GH_{name}": str(tmp_path / name) for name in ("LOG", "OPEN", "BODY")},
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{bare}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://oauth2:secret@gitlab.example/zoo/sdk.git",
    }
    (tmp_path / "OPEN").write_text("")
    made = Runner(tmp_path, env)
    (clone / "zoo.yaml").write_text(SPEC)
    made.bash("specmill init --spec zoo.yaml && rm zoo.yaml")
    with (clone / "specmill.toml").open("a") as file:
        file.write(f'[apis.zoo.upstream]\nurl = "{host.url}/zoo.yaml"\n')
    made.bash("specmill generate")
    made.bash(
        f"git init -q --bare -b main {bare} && git init -q -b main . && git add -A &&"
        " git -c user.name=a -c user.email=a@b.example commit -qm start &&"
        f" git remote add origin {bare} && git push -q origin main"
    )
    return made


def github(runner: Runner) -> str:
    """Run the steps of the action with its defaults; return what they print."""
    action = yaml.safe_load((INTEGRATIONS / "github/action.yml").read_text())
    given = {name: str(one["default"]) for name, one in action["inputs"].items()}

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], text)

    steps = [one for one in action["runs"]["steps"] if "run" in one]
    assert all(one["shell"] == "bash" for one in steps)
    return "".join(
        runner.bash(one["run"], **{name: filled(text) for name, text in one["env"].items()})
        for one in steps
    )


def test_github(runner: Runner, host: Host) -> None:
    """A pull request is opened with what changed, then brought up to date."""
    log, body = (Path(runner.env[f"GH_{name}"]) for name in ("LOG", "BODY"))
    assert "Nothing is new." in github(runner)
    assert not log.exists()

    host.spec = MORE
    github(runner)
    assert "pr create --base main --head specmill/update" in log.read_text()
    assert "cats.add" in body.read_text()
    assert "New versions of APIs" in runner.git("log -1 --format=%s origin/specmill/update")
    assert "addCat" in runner.git("show origin/specmill/update:specs/zoo/source.yaml")

    host.spec = LESS
    runner.fresh()
    Path(runner.env["GH_OPEN"]).write_text("7\n")
    github(runner)
    assert "pr edit specmill/update" in log.read_text()
    assert "breaking" in body.read_text().lower()
    assert runner.git("rev-list --count main..origin/specmill/update").strip() == "1"


def gitlab(runner: Runner, host: Host) -> str:
    """Run the script of the template; return what it prints."""
    job = yaml.safe_load((INTEGRATIONS / "gitlab/specmill-update.yml").read_text())[
        "specmill-update"
    ]
    own = {
        "SPECMILL_TOKEN": "secret",
        "CI_SERVER_HOST": "gitlab.example",
        "CI_PROJECT_PATH": "zoo/sdk",
        "CI_PROJECT_ID": "12",
        "CI_DEFAULT_BRANCH": "main",
        "CI_API_V4_URL": host.url,
    }
    variables = {name: str(value) for name, value in job["variables"].items()}
    script = "\n".join(job["script"]).replace("/tmp/", f"{runner.folder}/")
    return runner.bash(script, **variables, **own)


def test_gitlab(runner: Runner, host: Host) -> None:
    """A merge request is opened with what changed, then brought up to date."""
    assert "Nothing is new." in gitlab(runner, host)
    assert host.asked == []

    host.spec = MORE
    gitlab(runner, host)
    (request,) = host.requests
    assert request["source_branch"] == "specmill/update"
    assert request["target_branch"] == "main"
    assert "cats.add" in request["description"]
    runner.git("fetch --quiet origin")
    assert "addCat" in runner.git("show origin/specmill/update:specs/zoo/source.yaml")

    host.spec = LESS
    runner.fresh()
    gitlab(runner, host)
    (request,) = host.requests
    assert "breaking" in request["description"].lower()
    assert [line.partition(" ")[0] for line in host.asked] == ["GET", "POST", "GET", "PUT"]
