"""Processes beside the main one: two pieces of work on two cores."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

FirstT = TypeVar("FirstT")
SecondT = TypeVar("SecondT")
_Outcome: TypeAlias = "tuple[Any, Exception | None]"
"""What a piece of work came to: its result, or what it raised."""


def can_fork() -> bool:
    """Tell whether the system makes processes that go on with what this one has in memory."""
    return hasattr(os, "fork")


def begin_child() -> None:
    """Leave the message about Ctrl-C to the parent, and end when that is killed.

    A child that waits for work would wait for ever.
    """
    import multiprocessing.connection  # noqa: PLC0415 - small APIs do without

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def end_with(sentinel: int) -> None:
        multiprocessing.connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=end_with, args=(parent.sentinel,), daemon=True).start()


def at_once(first: Callable[[], FirstT], second: Callable[[], SecondT]) -> tuple[FirstT, SecondT]:
    """Do two pieces of work, the second in a process of its own where there is a core for it.

    What the second changes in memory may be lost; what it returns must be something to pickle.

    Raises:
        Exception: Whatever the work raises.
    """
    if not _has_core_to_spare():
        return first(), second()
    import multiprocessing  # noqa: PLC0415 - small APIs do without

    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(sender, second), daemon=True)
    process.start()
    sender.close()
    try:
        own = first()
        outcome: _Outcome = receiver.recv()
    except EOFError:
        raise RuntimeError("a process ended before its work was done") from None
    finally:
        receiver.close()
        process.terminate()  # it has answered, or nobody wants to know any more
        process.join()
    answer: Any = outcome[0]
    if outcome[1] is not None:
        raise outcome[1]
    return own, answer


def _has_core_to_spare() -> bool:
    if not can_fork() or (os.cpu_count() or 1) < 2:
        return False
    import multiprocessing  # noqa: PLC0415 - as above

    if threading.current_thread() is not threading.main_thread():
        return False  # a fork would take locks along that other threads hold
    return multiprocessing.parent_process() is None  # else the cores have APIs of their own


def _answer(sender: Any, work: Callable[[], Any]) -> None:
    begin_child()
    outcome: _Outcome
    try:
        outcome = work(), None
    except Exception as error:  # noqa: BLE001 - the parent raises it again
        outcome = None, error
    with sender:
        sender.send(outcome)
