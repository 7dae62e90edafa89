"""Models of `links`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import CamelModel, wire_name

LinkInfoType: TypeAlias = Literal["hdfs", "hdfsWithKerberos", "local", "s3", "sftp", "cfs"] | str


class AddLinkRequest(CamelModel):
    fs_name: str
    """The file system's name."""
    fs_path: str
    """Directory of the file system where the link is."""
    url: str
    """Address of the outside storage, such as `hdfs://192.0.2.1:9000/path`."""
    username: str | None = None
    """The user to act for; for `root`."""
    properties: dict[str, str] | None = None
    """Settings of the backend as keys and values."""


class LinkInfo(CamelModel):
    name: Annotated[str, wire_name("fsName")]
    """Its name."""
    owner: Annotated[str, wire_name("username")]
    """Whose it is."""
    fstype: Annotated[LinkInfoType, wire_name("type")]
    """Kind of the backend."""
    fs_path: str
    """Directory where it appears."""
    server_address: str
    """Host of the backend."""
    sub_path: str
    """Path inside the backend."""
    properties: dict[str, str] | None
    """Settings of the backend; secrets are encrypted."""

    @property
    def fspath(self) -> str:
        """The reference page's name of `fs_path`."""
        return self.fs_path

    @property
    def server_adddress(self) -> str:
        """The reference page's name of `server_address`."""
        return self.server_address

    @property
    def subpath(self) -> str:
        """The reference page's name of `sub_path`."""
        return self.sub_path


class LinkListResponse(CamelModel):
    link_list: list[LinkInfo] | None
    marker: str
    truncated: bool
    next_marker: str
    """Where the next page starts."""
