"""Models of `chats`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Message(Model):
    text: str
    stream: bool | None = None
    """The server's default is false."""


class Answer(Model):
    text: str | None = None


class Word(Model):
    text: str | None = None
