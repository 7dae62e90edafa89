"""What a workspace says of changes: other levels for rules, and changes that it accepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from specmill.config import AcceptedChange, DiffConfig
from specmill.diagnostics import Diagnostic, Severity, UsageError
from specmill.surface.comparison import Change
from specmill.surface.levels import Level
from specmill.surface.rules import RULES
from specmill.values import dataclass, replace

IGNORE = "ignore"
_LEVELS = (*map(str, Level), IGNORE)


@dataclass(frozen=True, slots=True)
class Policy:
    """Applies what a workspace says of changes."""

    config: DiffConfig
    today: date

    def __post_init__(self) -> None:
        wrong = [*_wrong_rules(self.config), *_wrong_acceptances(self.config)]
        if wrong:
            raise UsageError(*wrong)

    def apply(self, api: str, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return the changes of an API with the levels of the workspace; what it ignores is left
        out, what it accepts carries the reason.
        """
        levels = {one.rule: one.level for one in self.config.rules}
        found = []
        for change in changes:
            level = levels.get(change.rule, str(change.level))
            if level != IGNORE:
                reason = next((one.reason for one in self._accepting(api, change)), "")
                found.append(replace(change, level=Level(level), accepted=reason))
        return tuple(found)

    def notes(self, reported: Iterable[tuple[str, Change]]) -> Iterator[Diagnostic]:
        """Tell which acceptances have ended, and which accept nothing.

        Args:
            reported: Names of APIs with changes, before any was accepted.
        """
        changes = list(reported)
        for one in self.config.accepted:
            if one.until is not None and one.until < self.today:
                what = f"the acceptance of {_name(one)} ended on {one.until}"
                hint = "decide again: extend `until`, or let the change fail"
            elif not any(_accepts(one, api, change) for api, change in changes):
                what, hint = f"nothing of {_name(one)} to accept", "remove it when it is released"
            else:
                continue
            yield Diagnostic(what, one.location, hint, Severity.WARNING)

    def _accepting(self, api: str, change: Change) -> Iterator[AcceptedChange]:
        for one in self.config.accepted:
            if (one.until is None or one.until >= self.today) and _accepts(one, api, change):
                yield one


def _accepts(one: AcceptedChange, api: str, change: Change) -> bool:
    if one.api and one.api != api:
        return False
    if one.fingerprint:
        return one.fingerprint == change.fingerprint
    return (one.rule, one.subject) == (change.rule, change.subject)


def _name(one: AcceptedChange) -> str:
    return one.fingerprint or f"{one.rule} at {one.subject}"


def _wrong_rules(config: DiffConfig) -> Iterator[Diagnostic]:
    for one in config.rules:
        if one.rule not in RULES:
            yield Diagnostic(f"no rule {one.rule!r}", one.location, _guess(one.rule))
        elif one.level not in _LEVELS:
            hint = f"known: {', '.join(_LEVELS)}"
            yield Diagnostic(f"{one.level!r} is not a level", one.location, hint)


def _wrong_acceptances(config: DiffConfig) -> Iterator[Diagnostic]:
    for one in config.accepted:
        if not one.reason:
            yield Diagnostic("an accepted change needs a `reason`", one.location)
        elif not one.fingerprint and not (one.rule and one.subject):
            hint = "`specmill diff --format json` prints both"
            what = "an accepted change needs a `fingerprint`, or a `rule` and a `subject`"
            yield Diagnostic(what, one.location, hint)
        elif one.rule and one.rule not in RULES:
            yield Diagnostic(f"no rule {one.rule!r}", one.location, _guess(one.rule))


def _guess(word: str) -> str:
    close = get_close_matches(word, RULES, n=1)
    return f"did you mean {close[0]!r}?" if close else "docs/reference/diff-rules.md lists them"
