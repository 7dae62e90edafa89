"""Changes: what differs between two packages, each by a rule."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import field

from specmill.surface.levels import Level
from specmill.surface.rules import RULES
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a spec."""

    file: str = ""
    line: int = 0
    column: int = 0
    pointer: str = ""
    told: bool = False
    """There is such a place."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, and what it means."""

    rule: str
    level: Level
    subject: str
    """As a program writes it: ``trees.get(depth)``, ``Tree.height``."""
    text: str
    """What happened to it, as the end of a sentence."""
    group: str = ""
    """The resource, ``models``, ``client`` or ``webhooks``."""
    was: str = ""
    now: str = ""
    wire: str = ""
    """What it is in the spec's words."""
    old: Place = NOWHERE
    new: Place = NOWHERE
    consequences: tuple[str, ...] = ()
    """What follows from it, a line each."""
    accepted: str = ""
    """Why it is accepted; empty if it is not."""
    part: str = ""
    """What of the subject it is, where that has several: a header, the status of an error."""

    @property
    def fingerprint(self) -> str:
        """Names the change, run after run, wherever it stands in its file."""
        told = f"{self.rule}\0{self.subject}\0{self.was}\0{self.now}"
        told += f"\0{self.part}" if self.part else ""
        return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(slots=True)
class Changes:
    """Gathers changes."""

    found: list[Change] = field(default_factory=list)
    causes: dict[str, Change] = field(default_factory=dict)
    """Subjects of changes that only follow from another, with that one."""

    def add(  # noqa: PLR0913 - each says one thing of a change
        self,
        rule: str,
        subject: str,
        text: str,
        *,
        group: str,
        was: str = "",
        now: str = "",
        wire: str = "",
        old: str | None = None,
        new: str | None = None,
        consequences: Iterable[str] = (),
        causes: Iterable[str] = (),
        part: str = "",
    ) -> None:
        """Note a change.

        ``old`` and ``new`` are pointers into the normal forms; ``causes`` are subjects whose own
        changes follow from this one.
        """
        change = Change(
            rule=rule,
            level=RULES[rule].level,
            subject=subject,
            text=text,
            group=group,
            was=was,
            now=now,
            wire=wire,
            old=NOWHERE if old is None else Place(pointer=old, told=True),
            new=NOWHERE if new is None else Place(pointer=new, told=True),
            consequences=tuple(consequences),
            part=part,
        )
        self.found.append(change)
        for one in causes:
            self.causes.setdefault(one, change)
