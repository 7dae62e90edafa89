"""Sentences of error bodies: what is wrong in general, then field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..data.json_shapes import is_array, is_object

LONGEST = 500
"""Characters of a body that a message shows."""
_FIRST = 3
"""Reasons that a message shows."""
_DEEPEST = 6

_HEADS = (
    *("message", "detail", "errormessage", "errmsg", "errormsg", "msg", "usermessage"),
    "errorsummary",
    *("faultstring", "statusdescription", "err", "error", "title"),
)
_ELSE = ("description", "hydradescription", "errors")
"""What is the sentence where none of them is."""
_SAYING = frozenset({"message", "detail", "errormessage", "errmsg", "msg", "defaultmessage"})
"""What tells that an object under a field's name says what is wrong with it."""
_OF_ITEM = (
    "diagnostics",
    *_HEADS[:-2],
    *("text", "defaultmessage", "summary", "description", "issue", "reason"),
    *_HEADS[-2:],
)
_ADDED = ("errordescription", "errorhint", "reason", "cause", "details")
"""What says more than the sentence before it, as with OAuth and Ory."""
_NESTED = frozenset({"error", "fault", "odataerror", "ui", "detail", "details", "data"})
_HOLDERS = frozenset(
    {
        "embedded",
        "exception",
        "header",
        "meta",
        "response",
        "responsemetadata",
        "responsestatus",
        "result",
    }
    | {"status"}
)
"""Objects that hold an error, or other things."""
_LISTS = frozenset(
    {
        *("causes", "constraintviolations", "errorcauses", "fieldviolations", "issue"),
        *("validationresults", "detail", "details", "error", "errordetails"),
        *("errormessages", "errors", "exceptions", "extra", "failures", "fielderrors", "fields"),
        *("invalidfields", "invalidparams", "issues", "message", "messages", "modelstate"),
        *("nodes", "parameterviolations", "params", "problems", "propertyviolations"),
        *("rootcause", "validation", "validationerrors", "violations"),
    }
)
"""Where frameworks put what is wrong with single fields."""
_MAPS = frozenset(
    {
        "errors",
        "fielderrors",
        "fields",
        "invalidfields",
        "message",
        "params",
        "validation",
        "validationerrors",
    }
)
"""Those of them that may be mappings of fields to a text each."""
_PLACES = (
    *("loc", "field", "path", "param", "parameter", "property", "propertyname", "propertypath"),
    *("instancepath", "pointer", "attr", "attribute", "key", "name", "target", "members"),
    *("membernames", "location", "in", "fieldname", "expression"),
)
_SEVERAL = frozenset({"expression", "membernames", "members"})
"""Those of them that are lists of fields, not of parts."""
_REPEATED = frozenset({"attemptedvalue", "given", "input", "rejectedvalue", "value"})
"""What says again what was sent."""
_WHOLE = frozenset(
    {
        *("", "_errors", "__all__", "base", "errors", "fullmessages", "full_messages"),
        *("nonfielderrors", "non_field_errors"),
    }
)
"""Names of fields that stand for none of them."""
_MARKUP = re.compile(
    r"(?is)<(?:\w+:)?(message|detail|faultstring|text|title|h1|pre)\b[^>]*>([^<]*)</"
)
_IN_MARKUP = ("message", "faultstring", "text", "detail", "title", "h1")
"""Elements that say what is wrong, best first: in XML, SOAP, RFC 9457 and pages."""
_LETTERS = re.compile(r"[^a-z0-9]")


def explanation(body: Any, phrase: str) -> str:
    """Return why a call failed as its body tells, in one line; empty where it is of no known form.

    The sentence comes first, then ``field: reason`` for each field that frameworks name. No value
    that they repeat is shown.

    Args:
        body: Plain JSON, or text.
        phrase: The reason phrase of the status: a sentence that only repeats it is none.
    """
    if isinstance(body, str):
        return _in_markup(body) or body.strip()[:LONGEST]
    said = [one for one in _sentences(body, 0) if one.casefold() != phrase.casefold()]
    written = [one for one in said if one.startswith("[")]
    said = [one for one in said if one not in written]
    said = [one for at, one in enumerate(said) if not any(one in other for other in said[:at])]
    reasons = list(dict.fromkeys((*_in_texts(written), *_reasons(body, "", 0))))
    if not said and not reasons and is_object(body):
        reasons = list(dict.fromkeys(_fields(body, "", 0)))
    said = [one for one in said if not any(why.endswith(f": {one}") for why in reasons)]
    reasons = [one for one in reasons if not any(one.rstrip(".") in whole for whole in said)]
    more = f" and {len(reasons) - _FIRST} more" if len(reasons) > _FIRST else ""
    told = "; ".join(one[:LONGEST].rstrip(".") for one in reasons[:_FIRST]) + more
    general = ": ".join(said)[:LONGEST]
    return f"{general.rstrip('.')}: {told}" if general and told else general or told


def sentence(body: Any, longest: int | None = LONGEST) -> str:
    """Return what an error body says in general, without single fields."""
    return ": ".join(dict.fromkeys(_sentences(body, 0)))[:longest]


def _in_markup(text: str) -> str:
    """Return the title of a page, or the message of an error in XML."""
    found: dict[str, str] = {}
    for element, said in _MARKUP.findall(text) if text.lstrip().startswith("<") else ():
        found.setdefault(element.lower(), " ".join(said.split()))
    if not found:
        return ""
    from html import unescape  # which is long to load

    names = ("pre", *_IN_MARKUP) if found.get("title") == "Error" else _IN_MARKUP  # Express
    return unescape(next((found[name] for name in names if found.get(name)), ""))[:LONGEST]


def _in_texts(texts: Iterable[str]) -> Iterator[str]:
    """Yield what texts say that are JSON themselves, as Zod's; those that are not, as they are."""
    for text in texts:
        try:
            yield from _reasons(json.loads(text), "", 0)
        except ValueError:
            yield text


def _by_word(body: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the members of an object by names without case and signs."""
    return {_LETTERS.sub("", str(name).lower()): value for name, value in body.items()}


def _sentences(body: Any, depth: int) -> Iterator[str]:
    """Yield the sentence of a body for people, then what makes it more exact."""
    if isinstance(body, str):
        yield from filter(None, (body.strip(),))
    if is_array(body):
        items = [*body]
        body = items[0] if len(items) == 1 else None
    if not is_object(body) or depth >= _DEEPEST:
        return
    words = _by_word(body)
    if "value" in words and words.keys() <= {"lang", "value"}:
        yield from _sentences(words["value"], depth + 1)
        return
    head = next((name for name in _HEADS if isinstance(words.get(name), str) and words[name]), "")
    places = (*_HEADS, *_NESTED, *(() if head else _HOLDERS))
    nested = next((name for name in places if is_object(words.get(name))), "")
    if nested and (not head or _HEADS.index(head) >= _HEADS.index("error")):
        inner = list(_sentences(words[nested], depth + 1))
        yield from inner
        head = "" if inner else head
    elif not head:
        head = next((name for name in _ELSE if isinstance(words.get(name), str)), "")
    if head:
        yield words[head].strip()
    for name in (*_ADDED, *(("description",) if head == "error" else ())):
        text = words.get(name)
        adds = isinstance(text, str) and (" " in text.strip() or head in ("", "error"))
        if adds or (name == "cause" and is_object(text)):  # of an exception in Java
            yield from _sentences(text, depth + 1)


def _reasons(body: Any, place: str, depth: int) -> Iterator[str]:
    """Yield what is wrong with single fields, where a body has a list of them."""
    if is_array(body):
        yield from _listed(body, place, depth)
    if not is_object(body) or depth >= _DEEPEST:
        return
    for name, value in body.items():
        word = _LETTERS.sub("", str(name).lower())
        if word in _LISTS and is_array(value):
            items = (one for one in value if word != "params" or is_object(one))
            yield from _listed(items, place, depth + 1)
        elif is_object(value) and word in _HOLDERS:
            yield from _reasons(value, place, depth + 1)
        elif is_object(value) and (word in _LISTS or word in _NESTED):
            yield from _mapped(value, word, place, depth + 1)


def _mapped(value: Mapping[Any, Any], word: str, place: str, depth: int) -> Iterator[str]:
    """Yield what an object says that is one error, or has one under each field's name."""
    told = list(_reasons(value, place, depth)) if word in _NESTED else []
    words = _by_word(value)
    if not told and word in _MAPS and "value" not in words:
        said = next((words[name] for name in _SAYING if isinstance(words.get(name), str)), "")
        told = [_clause(place, said)] if said else []
        told = told or list(_fields(value, place, depth, with_texts=True))
    elif not told and not any(isinstance(words.get(name), str) for name in _HEADS):
        told = list(_fields(value, place, depth))
    yield from told


def _listed(items: Iterable[Any], place: str, depth: int) -> Iterator[str]:
    if depth >= _DEEPEST:
        return
    for index, item in enumerate(items):
        if isinstance(item, str):
            yield _clause(place, item)
        elif is_object(item) and "@type" not in item:
            told = list(_item(item, place, depth + 1))
            yield from told or _fields(item, f"{place}.{index}" if place else str(index), depth + 1)


def _item(item: Mapping[Any, Any], place: str, depth: int) -> Iterator[str]:
    """Yield what an object says of one field."""
    words = _by_word(item)
    where = _place(words) or place
    names = (*_OF_ITEM, *(("code",) if where else ()))
    words |= {"text": inner["text"]} if (inner := _texts_of(words.get("details"))) else {}
    texts = (words[name] for name in names if isinstance(words.get(name), str) and words[name])
    text = next(texts, "")
    if text:
        yield _clause(where, text)
    constraints = words.get("constraints")
    if is_object(constraints):
        yield from (_clause(where, one) for one in constraints.values() if isinstance(one, str))
    if not text:
        yield from _reasons(item, where, depth + 1)


def _texts_of(value: Any) -> dict[str, Any]:
    """Return the members of FHIR's details; none where they are no text."""
    words = _by_word(value) if is_object(value) else {}
    return words if isinstance(words.get("text"), str) else {}


def _place(words: Mapping[str, Any]) -> str:
    """Return what an item calls its field: a name, a pointer or a path in parts."""
    holders = [words[name] for name in ("source", "attributes") if is_object(words.get(name))]
    for own in (*map(_by_word, holders), words):
        for name in _PLACES:
            value = own.get(name)
            if isinstance(value, str) and value:
                return value
            if is_array(value) and value:
                return (", " if name in _SEVERAL else ".").join(map(str, value))
    return ""


def _fields(
    body: Mapping[Any, Any], place: str, depth: int, *, with_texts: bool = False
) -> Iterator[str]:
    """Yield what a mapping of fields to lists of texts says, as of Django REST and Rails.

    With ``with_texts``, a field may have a text alone.
    """
    if depth >= _DEEPEST:
        return
    for name, value in body.items():
        is_whole = str(name) in _WHOLE or (name == "properties" and "errors" in body)  # Zod's tree
        inner = ".".join(filter(None, (place, "" if is_whole else str(name))))
        if isinstance(value, str) and with_texts:
            yield from filter(None, (_clause(inner, value),))
        elif is_array(value):
            yield from _listed(value, inner, depth + 1)
        elif is_object(value):
            words = _by_word(value)
            said = next((words[key] for key in _SAYING if isinstance(words.get(key), str)), "")
            if said and (len(value) > 1 or not with_texts):
                yield _clause(inner, said)
            elif _REPEATED & words.keys() and any(key in words for key in _OF_ITEM):
                yield from _item(value, inner, depth + 1)
            else:
                yield from _fields(value, inner, depth + 1, with_texts=with_texts)


def _clause(place: str, text: str) -> str:
    text = text.strip()
    return f"{place}: {text}" if place and text else text
