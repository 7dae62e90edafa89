"""Models that no operation uses."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.models import CamelModel, wire_name


class LogInfo(CamelModel):
    """The log of one task, put together by the client."""

    runid: str | None = None
    jobid: str | None = None
    taskid: str | None = None
    has_next_page: Annotated[bool | None, wire_name("has_next_page")] = None
    truncated: bool | None = None
    pagesize: int | None = None
    pageno: int | None = None
    log_content: Annotated[str | None, wire_name("log_content")] = None
