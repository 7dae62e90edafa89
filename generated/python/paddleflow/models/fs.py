"""Models of `fs`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import SECRET, CamelModel, wire_name

FSInfoType: TypeAlias = (
    Literal[
        "local", "hdfs", "hdfsWithKerberos", "s3", "bos", "sftp", "cfs", "glusterfs", "afs", "mock"
    ]
    | str
)


class AddFsRequest(CamelModel):
    fsname: Annotated[str, wire_name("name")]
    """Name of the new file system."""
    url: str
    """Address of the backend, such as `sftp://192.0.2.1:9000/myfs`."""
    username: str | None = None
    """The user to act for; for `root`."""
    properties: dict[str, str] | None = None
    """Settings of the backend as keys and values."""
    independent_mount_process: bool | None = None
    """Give every mount a process of its own. The server's default is false."""


class UpdateFsRequest(CamelModel):
    name: str
    """The file system."""
    url: str | None = None
    """Where the backend is."""
    username: str | None = None
    """Whose file system it is; for `root`."""
    properties: dict[str, str] | None = None
    """Settings of the backend."""
    independent_mount_process: bool | None = None
    """Give every mount a process of its own."""


class CreateFSResponse(CamelModel):
    fs_name: str
    fs_id: Annotated[str, wire_name("fsID")]


class FSInfo(CamelModel):
    """A file system."""

    id: str
    name: str
    """Its name."""
    owner: Annotated[str, wire_name("username")]
    """Whose it is."""
    fstype: Annotated[FSInfoType, wire_name("type")]
    """Kind of the backend."""
    server_address: str
    """Host of the backend."""
    sub_path: str
    """Path inside the backend."""
    properties: dict[str, str] | None
    """Settings of the backend; secrets are encrypted."""
    independent_mount_process: bool
    """Whether every mount has a process of its own."""

    @property
    def server_adddress(self) -> str:
        """The reference page's name of `server_address`."""
        return self.server_address

    @property
    def subpath(self) -> str:
        """The reference page's name of `sub_path`."""
        return self.sub_path


class FSListResponse(CamelModel):
    fs_list: list[FSInfo] | None
    marker: str
    truncated: bool
    next_marker: str
    """Where the next page starts."""


class FSSession(CamelModel, hide_input_in_errors=True):
    """A key of limited time."""

    access_key: str | None = None
    secret_key: Annotated[str | None, SECRET] = None
    session_token: Annotated[str | None, SECRET] = None
    create_time: str | None = None
    expiration: str | None = None
    user_id: str | None = None
    bucket: str | None = None
    sub_path: str | None = None
    endpoint: str | None = None
