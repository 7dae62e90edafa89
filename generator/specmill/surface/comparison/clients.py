"""Clients compared: the package, its constructor, credentials, servers, options and webhooks."""

from __future__ import annotations

import re

from specmill.model.credentials import Credential, CredentialKind
from specmill.surface.comparison.arguments import ArgumentComparison
from specmill.surface.comparison.matching import match
from specmill.surface.comparison.sides import Sides, listed, says_other
from specmill.surface.comparison.unions import Subject, compare_own_values
from specmill.surface.comparison.values.types import Fit, compared
from specmill.surface.value import Argument, Surface
from specmill.targets.python.constructor import spelled_credential
from specmill.values import replace

CLIENT = "client"
_WEBHOOKS = "webhooks"
_BY_AUTH = CredentialKind.OTHER
"""The kind without an argument of its own."""
_API_KEY, _AUTH = "api_key", "auth"
_AUTHS = ("Auth | None", "GivenAuth | None", "Auths | None")
"""What ``auth`` may be: each takes all that those before it take."""


def compare_client(sides: Sides) -> dict[str, str]:
    """Tell what differs in the client as a whole.

    Returns:
        The old names of security schemes with the new ones of the same credentials.
    """
    _compare_package(sides)
    _compare_constructor(sides)
    schemes = _compare_credentials(sides)
    _compare_server(sides)
    _compare_options(sides)
    _compare_webhooks(sides)
    return schemes


def _compare_package(sides: Sides) -> None:
    old, new = sides.old, sides.new
    if old.client != new.client:
        sides.changes.add(
            "client-renamed",
            old.client,
            "the client has another name",
            group=CLIENT,
            was=old.client,
            now=new.client,
            old="/info",
            new="/info",
            consequences=[f"Async{old.client} → Async{new.client}"],
        )
    own = {name for one in (old, new) for name in (one.client, f"Async{one.client}")}
    own.add(_WEBHOOKS)  # told of each webhook
    for name in sorted(old.exports - new.exports - own):
        text = "the package offers it no longer"
        sides.changes.add("export-removed", name, text, group=CLIENT)
    for name in sorted(new.exports - old.exports - own):
        sides.changes.add("export-added", name, "the package offers it now", group=CLIENT)
    _compare_words(sides)


def _compare_words(sides: Sides) -> None:
    """Tell a new documentation of the API, its resources, and the arguments of its constructor."""
    old, new = sides.old, sides.new
    if old.title != new.title or says_other(old.docs, new.docs):
        text = "the documentation of the API has changed"
        sides.changes.add("docs-changed", new.client, text, group=CLIENT, old="/info", new="/info")
    for name, docs in new.resources.items():
        if says_other(old.resources.get(name, docs), docs):
            text, group = "the documentation of the resource has changed", name.split(".")[0]
            sides.changes.add("docs-changed", name, text, group=group, old="/tags", new="/tags")
    for owner, before, after in (
        (new.client, old.constructor, new.constructor),
        ("RequestOptions", old.options, new.options),
    ):
        words = {one.name: one.docs for one in before}
        parts = [one for one in after if says_other(words.get(one.name, one.docs), one.docs)]
        if parts:
            sides.changes.add(
                "docs-changed",
                owner,
                "the documentation of its arguments has changed",
                group=CLIENT,
                now=listed(one.name for one in parts),
                old=parts[0].pointer,
                new=parts[0].pointer,
            )


def _compare_constructor(sides: Sides) -> None:
    matched = match(sides.old.constructor, sides.new.constructor, lambda one: one.name)
    for one in matched.removed:
        is_server = one.place == "server"
        rule = "client-argument-removed" if is_server else "credential-removed"
        text = "the argument is gone" if is_server else "takes this credential no longer"
        _tell(sides, rule, one, text, was=one.annotation)
    for one in matched.added:
        if one.required:
            rule, text = "client-argument-added-required", "one more argument that must be given"
        elif one.place == "server":
            rule, text = "client-argument-added", "one more argument"
        else:
            rule, text = "credential-added", "takes one more credential"
        _tell(sides, rule, one, text, now=one.annotation)
    for before, after in matched.pairs:
        _compare_argument(sides, before, after)
    kept = {after.name for _, after in matched.pairs}
    was = [one.name for one in sides.old.constructor if one.positional and one.name in kept]
    now = [one.name for one in sides.new.constructor if one.positional and one.name in kept]
    if was != now[: len(was)]:
        sides.changes.add(
            "client-argument-order",
            sides.new.client,
            "arguments have another order",
            group=CLIENT,
            was=listed(was),
            now=listed(now),
            old="",
            new="",
        )


def _tell(
    sides: Sides, rule: str, one: Argument, text: str, *, was: str = "", now: str = ""
) -> None:
    place = one.pointer or ""
    subject = f"{sides.new.client}({one.name})"
    sides.changes.add(
        rule, subject, text, group=CLIENT, was=was, now=now, wire=one.wire, old=place, new=place
    )


def _compare_argument(sides: Sides, old: Argument, new: Argument) -> None:
    if old.required != new.required:
        rule = (
            "client-argument-became-required" if new.required else "client-argument-became-optional"
        )
        text = "must be given now" if new.required else "may be left out now"
        _tell(sides, rule, new, text)
    elif _takes_another_type(sides, old, new):
        was, now = old.annotation, new.annotation
        _tell(sides, "client-argument-type", new, "takes another type", was=was, now=now)
    elif old.default != new.default and not (old.required or new.required):
        was, now = str(old.default), str(new.default)
        text = "another value where it is left out"
        _tell(sides, "client-argument-default", new, text, was=was, now=now)


def _takes_another_type(sides: Sides, old: Argument, new: Argument) -> bool:
    """Tell whether an argument no longer takes what it took, besides credentials that came or went;
    values that are listed no longer are told.
    """
    if old.type is not None and new.type is not None:
        name = f"{sides.new.client}({new.name})"
        subject = Subject(name, CLIENT, old.pointer, new.pointer, sent=True, received=False)
        compare_own_values(sides, subject, old.type, new.type)
        return compared(sides.before, sides.after, old.type, new.type)[0] is Fit.OTHER
    if old.annotation == new.annotation:
        return False
    if new.name == _AUTH:
        return _AUTHS.index(new.annotation) < _AUTHS.index(old.annotation)
    return new.name != _API_KEY


def _compare_credentials(sides: Sides) -> dict[str, str]:
    matched = match(
        sides.old.credentials,
        sides.new.credentials,
        lambda one: (one.scheme, one.kind),
        lambda one: (one.kind, one.place, one.wire),
        lambda one: one.kind,
    )
    several = _by_name(sides.old)
    for old, new in matched.pairs:
        if old.scheme != new.scheme and old.kind in several:
            _tell_credential(sides, "credential-renamed", old, new, old.scheme, new.scheme)
        was, now = _travels(old), _travels(new)
        if was != now:
            if _in_words(old) != _in_words(new):
                was, now = _in_words(old), _in_words(new)
            _tell_credential(sides, "credential-changed", old, new, was, now)
    come = {one.scheme: one for one in matched.added}
    for one in matched.removed:
        if one.kind in several:
            _tell_credential(sides, "credential-removed", one, None, one.scheme, "")
        elif one.kind is _BY_AUTH:
            other = come.pop(one.scheme, None)
            now = _in_words(other) if other is not None else "none"
            _tell_credential(sides, "credential-changed", one, other, _in_words(one), now)
    for one in come.values():
        if one.kind is _BY_AUTH:
            _tell_credential(sides, "credential-added", None, one, "", _in_words(one))
    return {old.scheme: new.scheme for old, new in matched.pairs}


def _by_name(surface: Surface) -> set[str]:
    """Return the kinds of credentials that are given by the names of their schemes."""
    kinds = [one.kind for one in surface.credentials]
    return {str(kind) for kind in kinds if kinds.count(kind) > 1}


def _travels(credential: Credential) -> str:
    """Return how a credential is got and sent, as the package writes it, but for its name."""
    nameless = replace(credential, scheme="", scopes=())
    return spelled_credential(nameless).replace("scheme=''", "").strip(", ")


def _in_words(credential: Credential) -> str:
    """Say how a credential is got and sent."""
    told = [f"{credential.http_scheme or credential.kind} in {credential.place} {credential.wire}"]
    oauth, login = credential.oauth, credential.login
    if oauth is not None:
        urls = (oauth.discovery, *(flow.token_url for flow in oauth.flows), oauth.refresh_url)
        told += [f"from {url}" for url in dict.fromkeys(filter(None, urls))]
    if login is not None:
        told.append(f"from {login.method} {login.path}")
    return listed(told)


def _tell_credential(
    sides: Sides, rule: str, old: Credential | None, new: Credential | None, was: str, now: str
) -> None:
    texts = {
        "credential-added": "may be given as `auth`",
        "credential-renamed": "is given under another name",
        "credential-changed": "travels otherwise or is got elsewhere",
        "credential-removed": "is no longer accepted",
    }
    place = "/components/securitySchemes/{}"
    known = old or new
    assert known is not None, "one side has it"
    sides.changes.add(
        rule,
        f"{sides.new.client}: {known.scheme}",
        texts[rule],
        group=CLIENT,
        was=was,
        now=now,
        old=place.format(old.scheme) if old else None,
        new=place.format(new.scheme) if new else None,
    )


def _compare_server(sides: Sides) -> None:
    old, new = sides.old, sides.new
    moved = _without_port(old.server) != _without_port(new.server)
    if moved and old.server_template != new.server_template:
        sides.changes.add(
            "server-changed",
            new.client,
            "talks to another server",
            group=CLIENT,
            was=old.server or "none",
            now=new.server or "none",
            old="/servers",
            new="/servers",
        )
    for keyword in sorted(old.settings.keys() | new.settings.keys()):
        was, now = old.settings.get(keyword, "none"), new.settings.get(keyword, "none")
        if was != now:
            text = f"has another {keyword.replace('_', ' ')}"
            sides.changes.add(
                "client-setting-changed",
                new.client,
                text,
                group=CLIENT,
                was=was,
                now=now,
                old="/servers",
                new="/servers",
            )


def _without_port(url: str) -> str:
    """Return an address without the port that its scheme has anyway."""
    for scheme, port in (("http", 80), ("https", 443)):
        url = re.sub(rf"^({scheme}://[^/:]+):{port}(?=/|$)", r"\1", url)
    return url


def _compare_options(sides: Sides) -> None:
    """Tell what every call takes besides."""
    matched = match(sides.old.options, sides.new.options, lambda one: one.name)
    for rule, text, arguments in (
        ("argument-removed", "the option is gone", matched.removed),
        ("argument-added", "one more option", matched.added),
    ):
        for one in arguments:
            sides.changes.add(
                rule,
                f"RequestOptions({one.name})",
                text,
                group=CLIENT,
                wire=f"{one.place} parameter {one.wire}",
                old=one.pointer,
                new=one.pointer,
            )
    for old, new in matched.pairs:
        ArgumentComparison(sides, CLIENT, "RequestOptions", old, new).compare()


def _compare_webhooks(sides: Sides) -> None:
    matched = match(
        sides.old.webhooks, sides.new.webhooks, lambda one: one.key, lambda one: one.name
    )
    for one in matched.removed:
        text = "the webhook is gone"
        sides.changes.add(
            "webhook-removed", f"webhooks.{one.name}", text, group=_WEBHOOKS, old=one.pointer
        )
    for one in matched.added:
        text = "a new webhook"
        sides.changes.add(
            "webhook-added", f"webhooks.{one.name}", text, group=_WEBHOOKS, new=one.pointer
        )
    for old, new in matched.pairs:
        fit, _, _ = compared(sides.before, sides.after, old.payload, new.payload)
        found = [("webhook-renamed", "has another name", old.name, new.name)]
        was, now = f"{old.verb} {old.key}", f"{new.verb} {new.key}"
        found.append(("webhook-changed", "is sent in another way", was, now))
        found.append(("webhook-changed", "is sent in another way", old.media_type, new.media_type))
        for rule, text, was, now in found:
            if was != now:
                _tell_webhook(sides, rule, new.name, text, (was, now), (old.pointer, new.pointer))
        if fit not in (Fit.SAME, Fit.NARROWER):
            texts = sides.before.spelled(old.payload), sides.after.spelled(new.payload)
            text = "carries another type"
            _tell_webhook(sides, "webhook-type", new.name, text, texts, (old.pointer, new.pointer))
        if says_other(old.docs, new.docs):
            _tell_webhook(
                sides,
                "docs-changed",
                new.name,
                "its documentation has changed",
                ("", ""),
                (old.pointer, new.pointer),
            )


def _tell_webhook(
    sides: Sides, rule: str, name: str, text: str, texts: tuple[str, str], places: tuple[str, str]
) -> None:
    sides.changes.add(
        rule,
        f"webhooks.{name}",
        text,
        group=_WEBHOOKS,
        was=texts[0],
        now=texts[1],
        old=places[0],
        new=places[1],
    )
