"""Methods compared: where they stand, where they send, and what they are told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from specmill.surface.comparison.arguments import compare_arguments
from specmill.surface.comparison.matching import Matched, names_in, without_names
from specmill.surface.comparison.results import compare_results
from specmill.surface.comparison.sides import Sides, listed, says_other, shortened, until
from specmill.surface.value import Method, Surface

CLIENT = "client"


def group_of(method: Method) -> str:
    """Return the resource at the top that a method stands under."""
    return method.name.split(".")[0] if method.resource else CLIENT


def compare_methods(sides: Sides, matched: Matched[Method], schemes: Mapping[str, str]) -> None:
    """Tell what became of every method.

    Args:
        sides: Both packages.
        matched: Which method is which.
        schemes: Old names of security schemes to new ones.
    """
    for one in matched.removed:
        sides.changes.add(
            "operation-removed",
            one.name,
            "the method is gone",
            group=group_of(one),
            wire=_wire(one),
            old=one.pointer,
        )
    known = {one.name: one for one in sides.old.methods}
    for one in matched.added:
        earlier = known.get(one.name)
        sides.changes.add(
            "operation-added",
            one.name,
            "a new method",
            group=group_of(one),
            wire=_wire(one),
            new=one.pointer,
            consequences=[f"the name was that of {_wire(earlier)}"] if earlier else (),
        )
    _compare_names(sides, matched)
    _compare_old_resources(sides)
    for old, new in matched.pairs:
        _compare(sides, old, new, schemes)


def _wire(method: Method) -> str:
    form = f" as {method.form}" if method.form else ""
    return f"{method.verb} {method.path}{form}"


def _compare_names(sides: Sides, matched: Matched[Method]) -> None:
    """Tell renamed methods; those of a resource that moved as a whole in one line."""
    moved: defaultdict[tuple[str, str], list[tuple[Method, Method]]] = defaultdict(list)
    for old, new in matched.pairs:
        if old.name != new.name:
            moved[old.resource, new.resource].append((old, new))
    left = {method.resource for _, method in matched.pairs}
    for (before, after), pairs in moved.items():
        same = [(old, new) for old, new in pairs if _last(old) == _last(new)]
        leads = _leads(before, after, sides.new)
        if before and after and before not in left and (leads or same == pairs):
            _tell_resource(sides, before, after, pairs, is_kept=leads)
            left_over = [pair for pair in pairs if pair not in same]
        else:
            left_over = pairs
        for old, new in left_over:
            is_kept = leads and _last(old) in new.former
            sides.changes.add(
                "method-name-deprecated" if is_kept else "method-renamed",
                old.name,
                "the name is deprecated" if is_kept else "the method has another name",
                group=group_of(old),
                was=old.name,
                now=new.name,
                wire=_wire(new),
                old=old.pointer,
                new=new.pointer,
            )


def _leads(before: str, after: str, surface: Surface) -> bool:
    """Tell whether a package takes programs that name one resource to another."""
    old, new = before.split("."), after.split(".")
    return len(old) == len(new) and all(
        one == other or one in surface.former_resources.get(".".join(new[: depth + 1]), ())
        for depth, (one, other) in enumerate(zip(old, new, strict=True))
    )


def _compare_old_resources(sides: Sides) -> None:
    """Tell which deprecated names of resources are gone."""
    for place, names in sides.old.former_resources.items():
        around = place.rpartition(".")[0]
        beside = [one for one in sides.new.resources if one.rpartition(".")[0] == around]
        for name in names:
            gone = ".".join(filter(None, (around, name)))
            if not any(_leads(gone, one, sides.new) for one in beside):
                text = "the deprecated name is gone"
                group = gone.split(".")[0]
                sides.changes.add("resource-renamed", gone, text, group=group, now=place)


def _compare_old_names(sides: Sides, old: Method, new: Method) -> None:
    """Tell which deprecated names of a method are gone."""
    leads = _leads(old.resource, new.resource, sides.new)
    left = (*new.former, _last(new)) if leads else ()
    for name in old.former:
        if name not in left:
            sides.changes.add(
                "operation-removed",
                ".".join(filter(None, (old.resource, name))),
                "the deprecated name is gone",
                group=group_of(old),
                now=new.name,
                wire=_wire(new),
                old=old.pointer,
                new=new.pointer,
            )


def _tell_resource(
    sides: Sides,
    before: str,
    after: str,
    pairs: Sequence[tuple[Method, Method]],
    *,
    is_kept: bool,
) -> None:
    first, second = pairs[0]
    sides.changes.add(
        "resource-name-deprecated" if is_kept else "resource-renamed",
        before,
        "the name is deprecated" if is_kept else "the resource stands elsewhere",
        group=group_of(first),
        was=before,
        now=after,
        old=first.pointer,
        new=second.pointer,
        consequences=[f"{old.name} → {new.name}" for old, new in pairs if _last(old) == _last(new)],
    )


def _last(method: Method) -> str:
    return method.name.rpartition(".")[2]


def _compare(sides: Sides, old: Method, new: Method, schemes: Mapping[str, str]) -> None:
    """Tell what differs between a method and what it became."""
    _compare_old_names(sides, old, new)
    for rule, text, was, now in (
        ("path-changed", "sends to another path", *_paths(old, new)),
        ("verb-changed", "sends another method of HTTP", old.verb, new.verb),
        ("server-changed", "talks to another server", old.server, new.server),
    ):
        if was != now:
            _tell(sides, old, new, rule, text, was, now)
    compare_arguments(sides, group_of(new), old, new)
    returns_otherwise = compare_results(sides, group_of(new), old, new)
    _compare_security(sides, old, new, schemes)
    _compare_code(sides, old, new, told={"reads"} if returns_otherwise else set())
    _compare_words(sides, old, new)


def _paths(old: Method, new: Method) -> tuple[str, str]:
    """Return both paths, or nothing where they differ in the names of parameters alone.

    Those that are in both must stand where they did: arguments are known by them.
    """
    before, after = names_in(old.path), names_in(new.path)
    stay = all(after.index(one) == at for at, one in enumerate(before) if one in after)
    if stay and without_names(old.path) == without_names(new.path):
        return "", ""
    return old.path, new.path


def _tell(
    sides: Sides, old: Method, new: Method, rule: str, text: str, was: str = "", now: str = ""
) -> None:
    sides.changes.add(
        rule,
        new.name,
        text,
        group=group_of(new),
        was=shortened(was),
        now=shortened(now),
        wire=_wire(new),
        old=old.pointer,
        new=new.pointer,
    )


def _compare_security(sides: Sides, old: Method, new: Method, schemes: Mapping[str, str]) -> None:
    before = {frozenset(schemes.get(one, one) for one in every) for every in old.security}
    after = {frozenset(every) for every in new.security}
    if before == after:
        if old.scopes != new.scopes:
            text = "asks for tokens with other scopes"
            _tell(sides, old, new, "scopes-changed", text, listed(old.scopes), listed(new.scopes))
        return
    if before == {frozenset[str]()}:
        rule, text = "security-added", "asks for a credential"
    elif after == {frozenset[str]()}:
        rule, text = "security-removed", "asks for no credential any more"
    elif before < after:
        rule, text = "security-alternative-added", "may be called with another credential, too"
    else:
        rule, text = "security-changed", "asks for another credential"
    _tell(sides, old, new, rule, text, _ways(old.security), _ways(new.security))


def _ways(security: Sequence[Sequence[str]]) -> str:
    return " or ".join(" and ".join(every) or "none" for every in security)


def _compare_code(sides: Sides, old: Method, new: Method, *, told: set[str]) -> None:
    """Tell what of the request's code differs, is no argument and no type, and is not told yet."""
    for keyword in sorted((old.code.keys() | new.code.keys()) - told):
        was, now = old.code.get(keyword, ""), new.code.get(keyword, "")
        if was != now:
            rule = _RULES.get(keyword, "request-changed")
            if rule == "pages-changed" and not (was and now):
                continue  # told of the result
            text = (
                "requests the next page in another way" if keyword == "pages" else _ASIDE[keyword]
            )
            was, now = _parts(was, now) if was and now else (was or "none", now or "none")
            _tell(sides, old, new, rule, text, was, now)


def _parts(was: str, now: str) -> tuple[str, str]:
    """Return what of two calls differs: the arguments that do, where both are of one class."""
    before, after = (dict(_ARGUMENT.findall(written)) for written in (was, now))
    differing = [key for key in before | after if before.get(key) != after.get(key)]
    if was.partition("(")[0] != now.partition("(")[0] or not differing:
        return was, now
    told = [
        listed(f"{key} {some[key]}" for key in differing if key in some) or "none"
        for some in (before, after)
    ]
    return told[0], told[1]


_ARGUMENT = re.compile(r"(\w+)=('[^']*'|\"[^\"]*\"|\([^()]*\)|\w+)")
_RULES = {"pages": "pages-changed", "secret_parameters": "field-secret"}
_ASIDE = defaultdict(
    lambda: "is sent in another way",
    headers="sends other constant headers",
    idempotency_key="another header makes repeats safe",
    endpoint="takes media otherwise",
    operation="polls in another way",
    flag="requests a stream in another way",
    secret_parameters="other arguments are hidden",  # noqa: S106 - a keyword of requests
)


def _compare_words(sides: Sides, old: Method, new: Method) -> None:
    if old.docs.deprecated != new.docs.deprecated:
        rule = "operation-deprecated" if new.docs.deprecated else "operation-reactivated"
        text = "is deprecated" if new.docs.deprecated else "is no longer deprecated"
        _tell(sides, old, new, rule, text, now=until(new.sunset))
    if old.links != new.links:
        text = "other methods take what it gives"
        _tell(sides, old, new, "links-changed", text, listed(old.links), listed(new.links))
    words = {(one.place, one.wire): one.docs for one in old.arguments}
    parts = ["the method"] * says_other(old.docs, new.docs)
    parts += [
        one.name
        for one in new.arguments
        if says_other(words.get((one.place, one.wire), one.docs), one.docs)
    ]
    if parts:
        text = "its documentation or that of an argument has changed"
        _tell(sides, old, new, "docs-changed", text, now=listed(parts))
