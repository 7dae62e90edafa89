"""Answers of the servers that pages talk of: Kubeflow, Dataflow, Genomics, PaddleFlow."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

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


@contextmanager
def answering() -> Iterator[str]:
    """Serve the answers on loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
