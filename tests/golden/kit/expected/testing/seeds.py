"""The fake of `seeds`."""

from __future__ import annotations

from dataclasses import dataclass

from .. import models
from .._runtime.data.omission import Omit, omit
from .._runtime.testing.received.files import SentFile
from .._runtime.testing.service import FakeResource
from .._runtime.testing.stubs.downloads import DownloadStub
from .._runtime.testing.stubs.stubs import Faked, Stub
from ..resources.seeds import Seeds


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadCall:
    """Arguments of a call of `upload`."""

    body: models.Seed | Omit = omit
    media: SentFile | Omit = omit


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCall:
    """Arguments of a call of `get`."""

    seed_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GetMediaCall:
    """Arguments of a call of `get_media`."""

    seed_name: str


class FakeSeeds(FakeResource):
    """The fake of `seeds`."""

    __dotted__ = "seeds"

    upload = Faked(Stub[models.Seed, UploadCall], Seeds.upload, UploadCall)
    get = Faked(Stub[models.Seed, GetCall], Seeds.get, GetCall)
    get_media = Faked(DownloadStub[GetMediaCall], Seeds.get_media, GetMediaCall)
