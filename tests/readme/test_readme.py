"""The README's Python runs as it stands and prints what the README shows."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n([^`]*)```\n\n```text\n([^`]*)```", README)

PAGE = ROOT / "generated/docs/kubeflow_pipelines_v1beta1/resources/experiments.md"

RUNS = [
    {"name": "train-mnist", "status": "Succeeded", "created_at": "2026-11-20T09:30:00Z"},
    {"name": "train-cifar", "status": "Running", "created_at": "2026-11-19T16:05:12Z"},
]
JOBS = "/v1b3/projects/my-project/locations/europe-west1/jobs"
KIND = "type.googleapis.com/google.rpc."
DETAILS = [
    {"@type": f"{KIND}ErrorInfo", "reason": "INVALID_ID"},
    {
        "@type": f"{KIND}BadRequest",
        "fieldViolations": [{"field": "jobId", "description": "has a space"}],
    },
]
OPERATIONS = "projects/my-project/operations"
RESPONSE = "type.googleapis.com/google.genomics.v2alpha1.RunPipelineResponse"
ANSWERS: dict[str, tuple[int, object]] = {
    "/apis/v1beta1/runs?sort_by=created_at%20desc": (
        200,
        {"runs": RUNS[:1], "next_page_token": "2"},
    ),
    "/apis/v1beta1/runs?page_token=2&sort_by=created_at%20desc": (200, {"runs": RUNS[1:]}),
    f"{JOBS}?filter=ACTIVE": (
        200,
        {
            "jobs": [
                {"id": "job-1", "currentState": "JOB_STATE_RUNNING"},
                {"id": "job-2", "currentState": "JOB_STATE_DRAINING"},
            ]
        },
    ),
    f"{JOBS}/job-1?fields=name": (200, {"name": "wordcount"}),
    f"{JOBS}/job-1": (200, {"name": "wordcount"}),
    f"{JOBS}/job%202": (400, {"error": {"message": "no such id", "details": DETAILS}}),
    f"{JOBS}/none": (404, {"error": {"code": 404, "message": "no such job"}}),
    "/api/paddleflow/v1/login": (200, {"authorization": "token"}),
    "/api/paddleflow/v1/queue": (200, {"queueList": [{"name": "default", "status": "open"}]}),
    "/v2alpha1/pipelines:run": (
        200,
        {"name": f"{OPERATIONS}/41", "metadata": {"labels": {"team": "a"}}},
    ),
    f"/v2alpha1/{OPERATIONS}/41": (
        200,
        {
            "name": f"{OPERATIONS}/41",
            "done": True,
            "error": {"code": 9, "message": "exit status 1"},
        },
    ),
    f"/v2alpha1/{OPERATIONS}/43": (
        200,
        {"name": f"{OPERATIONS}/43", "done": True, "response": {"@type": RESPONSE}},
    ),
    "/v2alpha1/projects/my-project/operations/42": (
        404,
        {"error": {"message": "no such operation"}},
    ),
}


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, body = ANSWERS.get(self.path, (400, {"error": f"unexpected {self.path}"}))
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["content-length"]))
        if self.path == "/batch":
            self._answer_batch(content.decode())
        else:
            self.do_GET()

    def _answer_batch(self, content: str) -> None:
        """Answer each GET in a batch as if it had come alone."""
        body = ""
        for name, path in re.findall(r"Content-ID: <(.*)>\r\n\r\nGET (\S+) HTTP", content):
            status, answer = ANSWERS[path]
            head = f"Content-ID: <response-{name}>\r\n\r\nHTTP/1.1 {status} Any\r\n\r\n"
            body += f"--b\r\nContent-Type: application/http\r\n{head}{json.dumps(answer)}\r\n"
        self.send_response(200)
        self.send_header("content-type", "multipart/mixed; boundary=b")
        self.send_header("content-length", str(len(body) + 5))
        self.end_headers()
        self.wfile.write(f"{body}--b--".encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(("code", "shown"), EXAMPLES)
def test_example_prints_what_the_readme_shows(code: str, shown: str, address: str) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "generated" / "python"),
        "DATAFLOW_BASE_URL": address,
        "GENOMICS_BASE_URL": address,
    }
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            code.replace("http://localhost:8888", address)
            .replace("8999", address.rpartition(":")[2])
            .replace("ya29.…", "x"),
        ],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.stdout == shown


def test_every_api_family_has_an_example() -> None:
    assert len(EXAMPLES) == 6


def test_the_page_that_it_shows_is_the_committed_one() -> None:
    [shown] = re.findall(r"^```markdown\n(## get\n.*?)^```", README, re.MULTILINE | re.DOTALL)
    page = PAGE.read_text("utf-8").partition("\n## get\n")[2].partition("\n## ")[0]
    assert {*shown.splitlines()} <= {"## get", *page.splitlines()}
