"""What a program notices between two packages, by their syntax trees and by griffe."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import griffe
from histories.syntax import Facts, Thing

_OPTIONS = re.compile(r"\(options\)$")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not what it was."""

    kind: str
    """``gone``, ``must-be-given``, ``type``, ``by-name``, ``order`` or ``tag``."""
    subject: str
    detail: str = ""


def differences(
    old: Facts, new: Facts, renamed: Mapping[str, str], methods: Mapping[str, str]
) -> set[Difference]:
    """Compare two packages.

    Args:
        old: The one.
        new: The other.
        renamed: Names of models to what they are called now; types that name them are the same.
        methods: Names of methods to what they are called now: what else they lost is found, too.
    """
    found = set(_gone_or_different(old, new, renamed))
    found |= {Difference("gone", name) for name in old.models - new.models}
    for was, name in methods.items():
        before, after = old.things.get(was), new.things.get(name)
        if before is not None and after is not None:
            found |= set(_changed(name, before, after, renamed))
    for name, thing in new.things.items():
        owner = _owner(name)
        if name not in old.things and thing.required and owner in old.things | old.order:
            found.add(Difference("must-be-given", name))
    for name, order in old.order.items():
        if name in new.order:
            kept = [one for one in order if one in new.order[name]]
            if kept != [one for one in new.order[name] if one in kept]:
                found.add(Difference("order", name))
    return found


def _gone_or_different(old: Facts, new: Facts, renamed: Mapping[str, str]) -> Iterator[Difference]:
    for was, before in old.things.items():
        owner = _owner(was)
        if was in renamed and renamed[was] in new.things:
            yield from _changed(renamed[was], before, new.things[renamed[was]], renamed)
        # A field of a class that has another name is looked for there.
        name = was.replace(owner, renamed[owner], 1) if owner in renamed else was
        after = new.things.get(name)
        if after is None:
            if not owner or _is_there(_owner(name), old, new):
                yield Difference("gone", name)
            continue
        yield from _changed(name, before, after, renamed)
        if was in old.tags and _renamed(old.tags[was], renamed) != new.tags.get(name, ""):
            yield Difference("tag", name, f"{old.tags[was]} → {new.tags.get(name, '')}")


def _is_there(owner: str, old: Facts, new: Facts) -> bool:
    """Tell whether what had a part is still of its kind: a class that became an alias is told."""
    if owner not in new.things:
        return owner in new.order
    before = old.things.get(owner)
    return before is None or "class" not in before.type or "class" in new.things[owner].type


def _changed(
    name: str, before: Thing, after: Thing, renamed: Mapping[str, str]
) -> Iterator[Difference]:
    if not before.required and after.required:
        yield Difference("must-be-given", name)
    if before.positional and not after.positional:
        yield Difference("by-name", name)
    pairs = ((before.type, after.type), (before.whole, after.whole))
    if all(frozenset(_renamed(one, renamed) for one in was) != now for was, now in pairs):
        yield Difference("type", name, f"{_shown(before.type)} → {_shown(after.type)}")


def _shown(types: frozenset[str]) -> str:
    return " | ".join(sorted(types))


def _renamed(text: str, renamed: Mapping[str, str]) -> str:
    return re.sub(r"\b\w+\b", lambda word: renamed.get(word[0], word[0]), text)


def _owner(name: str) -> str:
    """Return what an argument or a field is of; nothing for what stands by itself."""
    if "(" in name:
        return name.partition("(")[0]
    first, dot, _ = name.rpartition(".")
    return first if dot and first[0].isupper() else ""


def griffe_differences(old: Path, new: Path, package: str, facts: Facts) -> set[Difference]:
    """Ask griffe what breaks; what it finds in modules that only move is left out.

    Args:
        old: Folder that holds the old package.
        new: Folder that holds the new one.
        package: Its import name.
        facts: The old package.
    """
    logging.getLogger("griffe").setLevel(logging.CRITICAL)
    sides = [
        griffe.load(package, search_paths=[folder], allow_inspection=False) for folder in (old, new)
    ]
    found = set()
    for one in griffe.find_breaking_changes(*sides):
        difference = _of_griffe(one, package, facts)
        if difference is not None:
            found.add(difference)
    return found


def _of_griffe(one: griffe.Breakage, package: str, facts: Facts) -> Difference | None:
    path = one.obj.path.removeprefix(f"{package}.")
    if path.startswith("_") or "._" in path:
        return None
    parts = path.split(".")
    if parts[0] == "models" and len(parts) >= 3:
        subject = ".".join(parts[2:])
    elif parts[0] == "resources" and len(parts) >= 4:
        holder = facts.classes.get(f".resources.{parts[1]}.{parts[2]}")
        if holder is None:
            return None  # an async twin, or a class that is no resource
        subject = f"{holder}.{parts[3]}"
    else:
        return None
    kind = one.kind.value
    if "parameter" in kind.lower():
        value = one.old_value if one.old_value is not None else one.new_value
        name = getattr(value, "name", "")
        if name:
            subject = f"{subject}({name})"
    if kind.endswith("was moved"):
        return Difference("order", subject.partition("(")[0])
    return Difference(f"griffe: {kind}", subject)
