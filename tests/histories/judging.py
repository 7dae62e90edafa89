"""Whether ``specmill diff`` says what programs notice, and nothing else is called breaking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from histories.differences import Difference

_FAMILIES = {
    "gone": r"-removed$|-renamed$|^body-form$",
    "must-be-given": r"required$|^body-form$|-read-only$|^field-constant|present$|^field-added$"
    r"|renamed$",
    "type": r"type|^returns|^pages|nullable|null$|^variant|present$|missing$|optional$|^model-kind"
    r"|required$|^enum|^field-write|^tag|^body|renamed$|removed$|read-only$",
    "by-name": r"^argument-kind$",
    "order": r"-order$|-added-required$|-removed$|-renamed$",
    "tag": r"^tag|^variant|type|renamed$|removed$|^enum",
}
"""Kinds of differences to the rules that may tell them."""


_OF_METHODS = ("method-renamed", "resource-renamed", "operation-removed")


@dataclass(slots=True)
class Judgement:
    """What was said, and what should have been."""

    said: int = 0
    unsaid: list[Difference] = field(default_factory=list)
    false: list[dict[str, Any]] = field(default_factory=list)
    """Breaking changes that no syntax tree confirms."""


def renamed_models(changes: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the names of models with those that they are called by now."""
    return {one["was"]: one["now"] for one in changes if one["rule"] == "model-renamed"}


def renamed_methods(changes: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the names of methods with those that they are called by now."""
    lines = [line for one in changes for line in _renames(one)]
    return dict(line.split(" → ", 1) for line in lines if " → " in line)


def _renames(change: Mapping[str, Any]) -> Iterable[str]:
    if change["rule"] == "resource-renamed":
        return list(change["consequences"])
    is_method = change["rule"] == "method-renamed"
    return [f"{change['was']} → {change['now']}"] if is_method else []


def judge(
    changes: Iterable[Mapping[str, Any]],
    trees: Iterable[Difference],
    others: Iterable[Difference],
) -> Judgement:
    """Hold a report against what was found otherwise.

    Args:
        changes: Those of the report.
        trees: What the syntax trees tell.
        others: What else was found breaking: by griffe.
    """
    told = [(one, subjects_of(one)) for one in changes]
    trees = set(trees)
    judgement = Judgement()
    for difference in sorted({*trees, *others}, key=lambda one: (one.subject, one.kind)):
        if any(_says(one, subjects, difference) for one, subjects in told):
            judgement.said += 1
        else:
            judgement.unsaid.append(difference)
    known = {one.subject for one in trees} | {_owner(one.subject) for one in trees}
    for one, subjects in told:
        if one["level"] == "breaking" and not subjects & known and not _is_aside(one):
            judgement.false.append(dict(one))
    return judgement


def _owner(subject: str) -> str:
    return re.split(r"[(]", subject)[0]


def _is_aside(change: Mapping[str, Any]) -> bool:
    """Tell whether a change is of what the syntax trees here do not show: webhooks."""
    return str(change["rule"]).startswith("webhook-")


def subjects_of(change: Mapping[str, Any]) -> set[str]:
    """Return everything that a change speaks of."""
    found = {str(change["subject"])}
    if change["rule"].endswith("-renamed"):
        found |= {str(change["was"]), str(change["now"])}
        if "(" in str(change["subject"]):
            owner = _owner(change["subject"])
            found |= {f"{owner}({change['was']})", f"{owner}({change['now']})"}
        elif change["rule"] == "field-renamed":
            owner = str(change["subject"]).rpartition(".")[0]
            found |= {f"{owner}.{change['was']}", f"{owner}.{change['now']}"}
    for line in change["consequences"]:
        found.update(re.findall(r"[\w.]+(?:\(\w+\))?", line))
    return found


def _says(change: Mapping[str, Any], subjects: set[str], difference: Difference) -> bool:
    family = _FAMILIES.get(difference.kind, "")
    if not re.search(family, change["rule"]):
        return False
    if difference.subject in subjects:
        return True
    if change["rule"] in _OF_METHODS and _owner(difference.subject) in subjects:
        return True  # another method has the name by now
    # A body or an argument that changed its name is told by either.
    return difference.kind == "order" and any(_owner(one) == difference.subject for one in subjects)
