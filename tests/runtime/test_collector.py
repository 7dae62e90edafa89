"""Python's garbage collector, which waits while much is read and goes on afterwards."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import pytest
from pydantic import BeforeValidator
from sample_sdk._runtime.data.decoding import MisfitError, NotJsonError, decode, decode_or_keep
from sample_sdk._runtime.data.models import Model


class Item(Model):
    name: str
    labels: dict[str, str] | None = None


class Page(Model):
    items: list[Item]


def page(count: int, **more: Any) -> bytes:
    items = [{"name": f"item {number}", "labels": {"a": "b"}, **more} for number in range(count)]
    return json.dumps({"items": items}).encode()


MUCH, LITTLE = page(5_000), page(10)


@contextmanager
def collections() -> Iterator[list[int]]:
    """Tell which generations were collected."""
    found: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            found.append(info["generation"])

    gc.callbacks.append(note)
    try:
        yield found
    finally:
        gc.callbacks.remove(note)


def asked(read: Any, content: bytes) -> list[bool]:
    """Ask, while a page is read, whether the collector runs."""
    found: list[bool] = []

    def ask(value: Any) -> Any:
        found.append(gc.isenabled())
        return value

    read(content, dict[str, Annotated[list[Any], BeforeValidator(ask)]])
    return found


@pytest.mark.parametrize("read", [decode, decode_or_keep])
def test_nothing_is_collected_while_much_is_read(read: Any) -> None:
    decode(LITTLE, Page)  # which builds the models
    gc.collect()
    with collections() as found:
        read(MUCH, Page)
    assert len(found) <= 1  # of all that is new, when all is read
    assert gc.isenabled()


def test_the_collector_goes_on_while_little_is_read() -> None:
    assert asked(decode, LITTLE) == [True]


def test_the_collector_waits_for_the_whole_of_much() -> None:
    assert asked(decode, MUCH) == asked(decode_or_keep, MUCH) == [False]
    assert gc.isenabled()


def test_the_collector_goes_on_after_a_failure() -> None:
    misfit = page(5_000, labels=5)
    with pytest.raises(MisfitError):
        decode(misfit, Page)
    assert gc.isenabled()
    with pytest.raises(NotJsonError):
        decode_or_keep(MUCH[:-1], Page)
    assert gc.isenabled()
    _, told = decode_or_keep(misfit, Page)
    assert told is not None
    assert gc.isenabled()


def test_a_collector_that_the_program_turned_off_stays_off() -> None:
    gc.disable()
    try:
        decode(MUCH, Page)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_child_process_that_is_forked_meanwhile_collects() -> None:
    states: list[int] = []

    def fork(value: Any) -> Any:
        child = os.fork()
        if child == 0:
            os._exit(0 if gc.isenabled() else 1)
        states.append(os.waitpid(child, 0)[1])
        return value

    assert decode(MUCH, dict[str, Annotated[list[Any], BeforeValidator(fork)]])
    assert states == [0]
    assert gc.isenabled()
