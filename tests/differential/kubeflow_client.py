"""kfp-server-api 1.8.5, the vendor's client of the server's API v1beta1, as the peer."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import kfp_server_api
import urllib3
from differential.arguments import Arguments
from differential.ours import TOKEN
from differential.sent import Sent
from differential.spec import Operation

SERVICES = (
    "ExperimentService",
    "HealthzService",
    "JobService",
    "PipelineService",
    "PipelineUploadService",
    "RunService",
)


class _Probe(kfp_server_api.ApiClient):
    """Tells which operation a method of the peer calls."""

    def call_api(self, resource_path: str, method: str, *_: Any, **__: Any) -> Any:
        return method, resource_path


class KubeflowClient:
    """Calls the peer's methods by HTTP method and path; its names are older than the spec's."""

    name = "kubeflow"
    origin = "https://pipelines.example"
    unknown: Mapping[str, str] = {
        "PipelineService_GetPipelineByNameV1": "New in version 2; the peer is version 1.8.5.",
    }

    def __init__(self) -> None:
        configuration = kfp_server_api.Configuration(
            host=self.origin,
            api_key={"authorization": TOKEN},
            api_key_prefix={"authorization": "Bearer"},
        )
        client = kfp_server_api.ApiClient(configuration)
        client.rest_client.pool_manager.urlopen = self._keep
        self._methods: dict[tuple[str, str], Callable[..., Any]] = {}
        self._probes: dict[tuple[str, str], Callable[..., Any]] = {}
        for method, probe in zip(_methods(client), _methods(_Probe()), strict=True):
            called = probe(*_required(probe))
            self._methods[called] = method
            self._probes[called] = probe
        self._sent: Sent | None = None

    def knows(self, operation: Operation) -> bool:
        """Tell whether the peer has an operation."""
        return (operation.method, operation.path) in self._methods

    def unknown_parameters(self, operation: Operation) -> list[str]:
        """Return the parameters of an operation that the peer does not have, by wire name."""
        probe = self._probes[operation.method, operation.path]
        return [one.name for one in operation.parameters if not _takes(probe, _argument(one.name))]

    def capture(self, operation: Operation, given: Arguments) -> Sent:
        """Return what the peer sends; it does without the parameters that it does not know."""
        method = self._methods[operation.method, operation.path]
        unknown = self.unknown_parameters(operation)
        values = {
            _argument(one.name): value for one, value in given.parameters if one.name not in unknown
        }
        if given.body is not None:
            multipart = operation.media_type == "multipart/form-data"
            values["uploadfile" if multipart else "body"] = given.body
        method(**values, _preload_content=False)
        assert self._sent is not None
        return self._sent

    def _keep(
        self, method: str, url: str, body: bytes | str | None = None, headers: Any = None, **_: Any
    ) -> urllib3.HTTPResponse:
        as_sent = urllib3.util.parse_url(url).url
        self._sent = Sent.of(method, as_sent, headers or {}, body)
        return urllib3.HTTPResponse(b"{}", status=200)


def _methods(client: kfp_server_api.ApiClient) -> Iterator[Callable[..., Any]]:
    for service in SERVICES:
        api = getattr(kfp_server_api, f"{service}Api")(client)
        for name, method in inspect.getmembers(api, inspect.ismethod):
            if name.endswith("_with_http_info"):
                yield method


def _required(method: Callable[..., Any]) -> list[str]:
    parameters = inspect.signature(method).parameters.values()
    return [one.name for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]


def _takes(probe: Callable[..., Any], argument: str) -> bool:
    try:
        probe(**{name: name for name in (*_required(probe), argument)})
    except kfp_server_api.ApiTypeError:
        return False
    return True


def _argument(wire: str) -> str:
    return wire.replace(".", "_")
