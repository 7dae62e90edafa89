"""Names that generated Python may not use, each set with its reason."""

from __future__ import annotations

import builtins
import keyword

KEYWORDS = frozenset(keyword.kwlist)

BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_"))
"""A parameter or a module-level name that hides a builtin misleads its reader."""

ANNOTATION_NAMES = frozenset(
    {
        "str",
        "int",
        "float",
        "bool",
        "bytes",
        "dict",
        "list",
        "date",
        "datetime",
        "time",
        "timedelta",
        "object",
        "type",
    }
)
"""Lower-case names that annotations use: a class attribute of that name would hide them in the
class body.
"""

MODEL_ATTRIBUTES = frozenset(
    {
        "construct",
        "copy",
        "dict",
        "from_orm",
        "json",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "schema",
        "schema_json",
        "update_forward_refs",
        "validate",
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
        "mro",
        "register",
    }
)
"""Attributes of pydantic's ``BaseModel``, and of its metaclass."""

FIELDS = KEYWORDS | (ANNOTATION_NAMES - {"type", "object"}) | MODEL_ATTRIBUTES | {"builtins"}

FUNCTIONS = frozenset(
    {"accepted_type", "file_media_type", "json_lines", "json_sequence", "media_type_of"}
    | {"with_flag"}
)
"""Functions of the runtime that requests are made with."""

PARAMETERS = (
    KEYWORDS
    | BUILTINS
    | {"self", "options", "body", "omit", "datetime", "date", "time", "timedelta", "builtins"}
    | FUNCTIONS
)

WAITING = frozenset({"timeout", "poll", "progress"})
"""Arguments that methods which wait have anyway."""

METHODS = KEYWORDS | FUNCTIONS | {"omit", "date", "datetime", "time", "timedelta", "builtins"}
"""Defaults and annotations of other methods would mean the method."""

CLIENT_ATTRIBUTES = frozenset(
    {
        "close",
        "aclose",
        "raw",
        "request",
        "resume",
        "send",
        "send_download",
        "send_operation",
        "send_paged",
        "send_waiting",
    }
    | {"send_stream", "stream", "with_options"}
    | {"bool", "float", "httpx2", "int", "str"}
)
"""Public attributes of the runtime's clients, and the types of their constructors' arguments."""

FAKE_ATTRIBUTES = frozenset(
    {"async_client", "base_url", "check", "client", "clock", "faults", "refused", "stateful"}
    | {"replay", "transport"}
    | {"cached_property", "dataclass"}
)
"""Public attributes of the fake of a service, and what its class body needs."""

FAKE_CLASSES = frozenset(
    {"Any", "Annotated", "Decimal", "DownloadStub", "Entity", "FakeError", "FakeResource"}
    | {"FakeService", "Faked", "Lazy", "Literal", "Omit", "PagedStub", "Recorder", "Refusal"}
    | {"Routes", "RoutesOf", "SentFile", "ServerSentEvent", "StreamStub", "Stub", "Tagged"}
    | {"WorkStub"}
)
"""Classes that the modules of fakes import."""

BATCHING = frozenset({"batch"})
"""Public attributes of clients that send calls together, besides."""

CONSTRUCTOR = (
    KEYWORDS
    | BUILTINS
    | {"self", "auth", "token", "api_key", "username", "password", "server", "base_url", "timeout"}
    | {"max_retries", "headers", "transport", "http_client", "verify", "proxy", "limits", "http2"}
    | {"max_response_bytes", "strict"}
)
"""Arguments that the constructors of clients have anyway."""

DEVICES = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)),
    }
)
"""Names that no file may have on Windows, whatever its ending."""

MODULES = KEYWORDS | BUILTINS | DEVICES

CLASSES = frozenset(
    {
        *(name for name in BUILTINS if name[0].isupper()),
        *("Annotated", "Any", "ClassVar", "Final", "Literal", "TypeAlias", "TypeAliasType"),
        *("Field", "UUID", "Decimal"),
        *("Model", "CamelModel", "PascalModel", "KebabModel", "Tagged", "SECRET"),
        *("FreeModel", "UnionTag", "DecimalString", "NaiveDatetime", "SpacedDatetime", "NaiveTime"),
        *("READ_ONLY", "OPTIONAL_READ_ONLY", "WRITE_ONLY", "DirectedModel", "OPEN_TUPLE"),
        *("Int64", "Uuid", "DecimalNumber", "NumberString", "Base64", "Base64Url", "Base64Text"),
        *("SecondsDuration", "IsoDuration", "HttpDate", "JoinedItems"),
    }
)
"""Names that a module of models imports or finds as builtins."""

RESOURCE_CLASSES = CLASSES | {
    *("Request", "PagedRequest", "Multipart", "Page", "AsyncPages"),
    *("LongRunningOperation", "AsyncLongRunningOperation", "OperationRequest", "OPERATION"),
    *("StateRequest", "Callable"),
    *("TokenPagination", "CursorPagination", "OffsetPagination", "NumberPagination"),
    "LinkPagination",
    *("UrlPagination", "NextPagination", "HeaderPagination"),
    *("Resource", "AsyncResource", "Lazy", "Omit", "RequestOptions", "Mapping", "Sequence"),
    *("File", "Client", "AsyncClient", "ApiSettings", "BearerToken", "ApiKey", "BasicLogin"),
    *("Login", "Renewal", "OtherScheme", "Certificate", "OAuth2"),
    *("Auth", "Auths", "GivenAuth", "AsyncAuth", "Token", "AsyncToken", "Timeout"),
    *(
        "DEFAULT_TIMEOUT",
        "API",
        "Pages",
        "ProxyUrl",
        "Verify",
        "BaseTransport",
        "AsyncBaseTransport",
    ),
    *(
        "BatchClient",
        "AsyncBatchClient",
        "Endpoint",
        "CertificateEndpoint",
        "ClientCertificate",
        "ServerLocation",
    ),
    *("UploadRequest", "DownloadRequest", "MediaEndpoint", "Media", "AsyncMedia"),
    *("Download", "AsyncDownload"),
    *(
        "ReadAs",
        "FilePart",
        "FileBody",
        "AsyncFileBody",
        "RawBody",
        "AsyncRawBody",
        "FieldEncoding",
        "FormQuery",
        "Iterable",
        "AsyncIterable",
    ),
    *("JsonStream", "AsyncJsonStream", "JsonStreamRequest"),
    *("EventStream", "AsyncEventStream", "EventStreamRequest", "ServerSentEvent"),
}
"""Names that a module of resources or of clients imports, and those whose async twin it does."""

PUBLIC = {
    "auth.auth": ("AsyncToken", "BasicAuth", "BearerAuth", "Token"),
    "errors.api_errors": (
        "ApiError",
        "AuthenticationError",
        "BadRequestError",
        "ClientError",
        "ConfigurationError",
        "ConflictError",
        "ConnectionFailedError",
        "CredentialsError",
        "DecodeError",
        "GoneError",
        "NotFoundError",
        "PaginationError",
        "PermissionDeniedError",
        "RateLimitError",
        "ServerError",
        "StatusError",
        "StreamError",
        "TimedOutError",
        "TransportError",
        "UnprocessableError",
    ),
    "data.omission": ("Omit", "omit"),
    "pages.pages": ("AsyncPage", "AsyncPages", "Page"),
    "calls.responses": ("Response",),
}
"""Modules of the runtime and what a package offers of them under its own name."""

PUBLIC_BATCHING = {
    "batch.async_client": ("AsyncBatch",),
    "batch.client": ("Batch",),
    "batch.batching": ("Pending",),
    "errors.api_errors": ("BatchError",),
}
"""The same of clients that send calls together."""

PUBLIC_LOGINS = {"errors.api_errors": ("LoginError",)}
"""The same of clients that log in."""

PUBLIC_OAUTH = {"auth.oauth": ("ClientCredentials", "PasswordGrant", "RefreshToken")}
"""The same of clients that fetch tokens."""

PUBLIC_DRIFT = {"drift.recorder": ("DriftRecorder",)}
"""The same of packages whose setting ``drift`` is true."""

PUBLIC_RPC_ERRORS = {
    "errors.rpc_status": (
        "BadRequest",
        "DebugInfo",
        "ErrorDetail",
        "ErrorInfo",
        "Help",
        "LocalizedMessage",
        "PreconditionFailure",
        "QuotaFailure",
        "RequestInfo",
        "ResourceInfo",
        "RetryInfo",
        "RpcStatus",
    ),
}
"""The same of APIs whose errors are a google.rpc.Status."""

PUBLIC_UPLOAD = {"errors.api_errors": ("UnacceptableMediaError",), "media.media": ("MediaUpload",)}
"""The same, of a package that uploads media."""

PUBLIC_DOWNLOAD = {
    "errors.api_errors": ("DownloadError",),
    "media.download": ("AsyncDownload", "Download"),
}
"""The same, of a package that downloads media."""

PUBLIC_STREAMS = {"streams.streams": ("AsyncJsonStream", "JsonStream")}
"""The same, of a package whose answers come item by item."""

PUBLIC_EVENTS = {
    "bodies.server_sent_events": ("ServerSentEvent",),
    "streams.events": ("AsyncEventStream", "EventStream"),
}
"""The same, of a package whose answers are server-sent events."""

PUBLIC_FRAMES = {"streams.frames": ("Frame", "async_frames", "frames")}
"""The same, of a package whose answers are Docker's multiplexed streams."""

PUBLIC_LONG_RUNNING = {
    "errors.api_errors": ("OperationError", "OperationTimeoutError"),
    "operations.operations": ("AsyncLongRunningOperation", "LongRunningOperation"),
}
"""The same of APIs with long-running operations."""

PUBLIC_WAITING = {"errors.api_errors": PUBLIC_LONG_RUNNING["errors.api_errors"]}
"""The same of APIs with methods that wait for a state."""

LONG_RUNNING = "_long_running"
"""The module that says how long-running operations go on."""

QUERY_NAMES = "_query_names"
"""The module that says what calls may leave out of the query."""

CLIENT_CLASSES = RESOURCE_CLASSES.union(
    *PUBLIC.values(),
    *PUBLIC_BATCHING.values(),
    *PUBLIC_LONG_RUNNING.values(),
    *PUBLIC_LOGINS.values(),
    *PUBLIC_OAUTH.values(),
    *PUBLIC_RPC_ERRORS.values(),
    *PUBLIC_UPLOAD.values(),
    *PUBLIC_DOWNLOAD.values(),
    *PUBLIC_STREAMS.values(),
    *PUBLIC_EVENTS.values(),
    ["GoogleAuth", "models"],
)
"""Names that the client's class would hide in its module or in the package."""
