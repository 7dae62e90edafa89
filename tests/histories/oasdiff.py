"""What oasdiff finds in an update, held against what ``specmill diff`` says of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

PROGRAM = "OASDIFF"
"""Variable that names the program, where it is not found by itself."""
_REASONS = Path(__file__).with_suffix(".toml")
_BESIDE = """\
## Beside oasdiff

Of {all:,} findings of {version} the two agree on {agreed:,}: an error or a warning is breaking or
behaviour here, an info is neither. What is said of one thing is found by its place, its name or its
operation. The others, and what oasdiff tells nothing of:

| oasdiff | Level | Here | Number | Why |
|---|---|---|---|---|"""
_LEVELS = {1: "info", 2: "warning", 3: "error"}
CONCERNING = ("behaviour", "breaking")
"""Levels of what programs notice."""
_OURS = ("nothing", "docs", "additive", "behaviour", "breaking")
_QUOTED = re.compile(r"`([^`]+)`")
_STEP = re.compile(r"/(?![^\[]*\])")
_KEYWORD = re.compile(
    r"items|(allOf|anyOf|oneOf)(\[.*)?|additionalProperties|properties|subschema.*"
)
_PARAMETER = re.compile(r"\{[^{}]*\}")
_FAMILIES = (
    (r"^api-(path-)?removed", r"removed|renamed|path-changed|verb-changed"),
    (
        r"^endpoint-added|^api-operation-id|^api-tag",
        r"^operation|renamed|path-changed|verb-changed",
    ),
    (r"enum", r"enum|constraint|type|model|constant"),
    (r"nullable", r"null|type|returns|optional$"),
    (r"became-(required|optional)", r"required|optional|missing|present|constant"),
    (r"default", r"default"),
    (r"^endpoint|deprecated|reactivat", r"deprecated|reactivated"),
    (r"-(max|min|pattern|multiple|unique|exclusive)", r"constraint"),
    (r"header", r"header"),
    (r"status", r"status|error|returns"),
    (r"security", r"security|credential|scopes"),
    (r"media-type", r"accept|offer|returns|body|operation"),
    (r"discriminator", r"tag|type|returns|model"),
    (r"type-|one-of|any-of|all-of|format", r"type|variant|returns|model-kind|tag|null|wire"),
    (r"(removed|added|new-)", r"removed|added|renamed|type|variant|returns|model|constant|body"),
)
"""What a check of oasdiff is about, and the rules that may tell the same."""
_MANY = re.compile(r"\d+ methods")
_WHOLE = r"type|returns|variant|model-kind"
"""Rules of what takes all within along: another class."""
_NEAR = 6
"""Lines between places of one thing: the key of a schema, or a keyword in it."""


_Change: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """Findings of a check that are told with one level here."""

    check: str
    level: str
    """Of oasdiff."""
    here: str
    """The level of what is told of the same thing; ``nothing`` where nothing is."""


@dataclass(slots=True)
class Found:
    """What oasdiff finds in updates, counted."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    """Rules of breaking changes and of behaviour that oasdiff tells nothing of."""

    def add(self, other: Found) -> None:
        """Count what another update has, too."""
        self.kinds += other.kinds
        self.alone += other.alone


def program() -> str:
    """Return the program; empty where it is not installed."""
    return os.environ.get(PROGRAM) or shutil.which("oasdiff") or ""


def version() -> str:
    """Return which oasdiff it is."""
    command = [program() or "oasdiff", "--version"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return "oasdiff"
    return done.stdout.strip()


def findings(old: Path, new: Path) -> list[dict[str, Any]]:
    """Return what oasdiff tells of two specs."""
    command = [program(), "changelog", str(old), str(new), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    told: list[dict[str, Any]] = json.loads(done.stdout or "[]") or []
    return told


def held_against(told: Iterable[_Change], changes: Sequence[_Change]) -> Found:
    """Hold what oasdiff finds against the changes of a report."""
    index, found = Index.of(changes), Found()
    known: set[str] = set()
    for one in told:
        said = index.said(one)
        known.update(change["fingerprint"] for change in said)
        here = max((str(change["level"]) for change in said), key=_OURS.index, default="nothing")
        found.kinds[Kind(str(one["id"]), _LEVELS[one["level"]], here)] += 1
    for one in changes:
        if one["level"] in CONCERNING and one["fingerprint"] not in known:
            found.alone[one["rule"]] += 1
    return found


@dataclass(frozen=True, slots=True)
class Index:
    """Changes by what they are of."""

    by_line: Mapping[tuple[str, int], Sequence[_Change]]
    by_name: Mapping[str, Sequence[_Change]]
    """By each name on the wire that leads to them."""
    by_call: Mapping[str, Sequence[_Change]]
    """By verb and path."""

    @staticmethod
    def of(changes: Iterable[_Change]) -> Index:
        """Make an index."""
        by_line: defaultdict[tuple[str, int], list[_Change]] = defaultdict(list)
        by_name: defaultdict[str, list[_Change]] = defaultdict(list)
        by_call: defaultdict[str, list[_Change]] = defaultdict(list)
        for one in changes:
            wire = str(one["wire"] or "")
            names = {wire.rpartition(" ")[2]}
            for side in ("old", "new"):
                place = one[side] or {}
                pointer = str(place.get("pointer") or "")
                names.add(_unescaped(pointer.rpartition("/")[2]))
                if match := re.match(r"/paths/([^/]+)/([a-z]+)", pointer):
                    by_call[_call(match[2].upper(), _unescaped(match[1]))].append(one)
                for line in range(-_NEAR, _NEAR + 1) if place.get("line") else ():
                    by_line[side, place["line"] + line].append(one)
            if one["rule"].startswith(("enum-value-", "variant-")):
                names.update(str(one["now"]).split(", "))  # values, or classes
            for name in filter(None, map(_key, names)):
                by_name[name].append(one)
            if _MANY.fullmatch(str(one["subject"])):
                by_call[""].append(one)  # told once for all of them
        return Index(by_line, by_name, by_call)

    def said(self, finding: _Change) -> list[_Change]:
        """Return what is said of the thing that a finding is of."""
        rules = next((rules for check, rules in _FAMILIES if re.search(check, finding["id"])), "")
        for some in self._candidates(finding):
            if found := [one for one in some if re.search(rules, one["rule"])]:
                return found
        for some in self._around(finding):
            if found := [one for one in some if re.search(_WHOLE, one["rule"])]:
                return found
        return []

    def _candidates(self, finding: _Change) -> Iterator[Sequence[_Change]]:
        """Yield what may be of the thing, the surest first."""
        for side, source in (("old", "baseSource"), ("new", "revisionSource")):
            if place := finding.get(source):
                yield self.by_line.get((side, place["line"]), ())
        steps = [list(_steps(quoted)) for quoted in _QUOTED.findall(finding["text"])]
        yield [
            one for step in steps for name in step[:1] for one in self.by_name.get(_key(name), ())
        ]
        yield self.by_call.get(_call(finding.get("operation", ""), finding.get("path", "")), ())
        if re.search(r"security|status|media-type", finding["id"]):
            yield self.by_call.get("", ())

    def _around(self, finding: _Change) -> Iterator[Sequence[_Change]]:
        """Yield what may be of something around the thing."""
        for quoted in _QUOTED.findall(finding["text"]):
            for name in _steps(quoted):
                yield self.by_name.get(_key(name), ())


def _steps(quoted: str) -> Iterator[str]:
    """Yield the names that lead to a property, the last first."""
    names = [part.rpartition("/")[2].rstrip("]") for part in _STEP.split(quoted)]
    yield from (name for name in reversed(names) if name and not _KEYWORD.fullmatch(name))


def _key(name: str) -> str:
    """Return a name without what its spelling in Python and in the spec differs by."""
    return re.sub(r"[^a-z0-9]", "", name.lower()) or name


def _call(verb: str, path: str) -> str:
    return f"{verb} {_PARAMETER.sub('{}', path)}"


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")


def section(found: Found | None) -> str:
    """Return the part of the page on what the two say differently, each kind with its reason.

    Raises:
        LookupError: A kind of difference has no reason in the table.
    """
    if found is None:
        return "oasdiff was not installed, and not run beside this.\n"
    agreed = sum(count for kind, count in found.kinds.items() if agrees(kind))
    lines = [_BESIDE.format(version=version(), all=found.kinds.total(), agreed=agreed)]
    table = tomllib.loads(_REASONS.read_text(encoding="utf-8"))
    for kind in sorted(found.kinds, key=lambda one: (one.check, one.here)):
        if not agrees(kind):
            cells = (f"`{kind.check}`", kind.level, kind.here, f"{found.kinds[kind]:,}")
            lines.append(f"| {' | '.join(cells)} | {_why(table['kinds'], kind)} |")
    alone: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for rule, count in found.alone.items():
        alone[_why(table["alone"], Kind(rule, "", ""))][rule] += count
    for why, rules in sorted(alone.items()):
        told = ", ".join(f"`{rule}`" for rule in sorted(rules))
        lines.append(f"| nothing | | {told} | {rules.total():,} | {why} |")
    return "\n".join(lines) + "\n"


def _why(table: Sequence[Mapping[str, Any]], kind: Kind) -> str:
    for one in table:
        if "rules" in one and re.search(one["rules"], kind.check):
            return str(one["why"])
        if "checks" in one and re.search(one["checks"], kind.check) and kind.here in one["here"]:
            return str(one["why"])
    raise LookupError(f"{kind.check}, here {kind.here}: no reason in {_REASONS.name}")


def agrees(kind: Kind) -> bool:
    """Tell whether both call a change one that concerns programs, or both do not."""
    return (kind.level != "info") == (kind.here in CONCERNING)
