"""Names that read badly, and lists that might be pages, counted in what ``inspect`` tells.

Both are counted from a source and its inspection alone, so that two revisions of specmill can be
compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

METHODS = ("get", "put", "post", "delete", "patch", "options", "head", "trace")
LONG = 40

SMELLS = (
    "repeats its resource",
    "repeats method or path",
    "number of ours",
    f"over {LONG} characters",
    "controller, api, v1 …",
)

_NOISE = re.compile(r"(?:controller|apis?|rest|v\d+\w*|using)\Z")
_POSITION = re.compile(
    r"\$?(?:page|page_?(?:number|num|no|nr|index|token)|offset|cursor|skip|marker|continue"
    r"|start|start_?(?:at|index|from|token|key|cursor|position)|next|next_?(?:token|page|cursor|key)"
    r"|(?:page_?)?after|starting_?after|continuation_?token|exclusive_?start_?\w+)\Z",
    re.IGNORECASE,
)
"""Wire names of parameters that say from where to go on."""


_MANNERS = frozenset(["batch", "bulk", "force", "soft"])
"""Words before a verb that say how it is done: ``bulk_delete``."""
_PREPOSITIONS = frozenset(["by", "for", "from", "in", "of", "on", "to", "with"])
_VERSIONED = re.compile(r"\w_v\d+\w*\Z")
"""Resources of several versions, such as ``apps_v1``."""


@dataclass(slots=True)
class Named:
    """What is counted of one description."""

    family: str
    operations: int = 0
    smells: Counter[str] = field(default_factory=Counter)
    bad: int = 0
    """Operations with one smell or more."""
    lists: int = 0
    """Operations that read a list and take what looks like paging."""
    pages: int = 0
    """Those of them that clients go through page by page."""
    shown: dict[str, list[str]] = field(default_factory=dict)
    """Names by smell, and lists that are no pages."""


def counted(source: Mapping[str, Any], inspected: Mapping[str, Any]) -> Named:
    """Count the names and the pages of a description.

    Args:
        source: The description as it is written.
        inspected: What ``specmill inspect --json`` tells of it.
    """
    named = Named(family(source))
    models = {one["name"]: one for one in inspected["models"]}
    for one in inspected["operations"]:
        if one.get("form_of") or one["path"] is None:
            continue
        named.operations += 1
        found = [*_smells(one)]
        named.smells.update(found)
        named.bad += bool(found)
        for smell in found:
            named.shown.setdefault(smell, []).append(f"{one['python']} of {one['id']}")
        if _reads_a_list(one, models):
            named.lists += 1
            named.pages += one["pagination"] is not None
            if one["pagination"] is None:
                named.shown.setdefault("no pages", []).append(f"{one['python']} of {one['id']}")
    return named


def _smells(operation: Mapping[str, Any]) -> Iterator[str]:
    *resource, method = operation["python"].split(".")
    said, noun = method.split("_"), resource[-1].split("_") if resource else []
    if noun and _repeats([*map(_one, said)], [*map(_one, noun)]):
        yield SMELLS[0]
    segments = [_words(part) for part in re.split(r"[/:.]", _fixed(operation["path"])) if part]
    path = [_one(word) for words in segments for word in words]
    http = str(operation["method"]).lower()
    ends_with_method = len(said) > 1 and said[-1] == http and http in METHODS[:5]
    ends_with_method = ends_with_method and said[-2] not in _MANNERS
    if ends_with_method or (len(segments) > 2 and _holds([*map(_one, said)], path)):
        yield SMELLS[1]
    told = f"{operation['id']} {operation['path']}"
    if re.search(r"_\d+\Z", method) and not re.search(r"\d", told):
        yield SMELLS[2]
    if len(method) > LONG:
        yield SMELLS[3]
    if _is_noisy(method) or any(_is_noisy(one) for one in resource if not _VERSIONED.search(one)):
        yield SMELLS[4]


def _repeats(said: list[str], noun: list[str]) -> bool:
    """Tell whether a name has its resource's words, other than behind a preposition."""
    size = len(noun)
    places = [at for at in range(len(said) - size + 1) if said[at : at + size] == noun]
    return any(at == 0 or said[at - 1] not in _PREPOSITIONS for at in places)


def _is_noisy(name: str) -> bool:
    """Tell whether a name has a word that says nothing; keys of an API are a thing."""
    return any(_NOISE.fullmatch(word) for word in re.sub(r"api_(?=key|token)", "", name).split("_"))


def _reads_a_list(operation: Mapping[str, Any], models: Mapping[str, Mapping[str, Any]]) -> bool:
    if operation["method"] != "GET" or not any(
        _POSITION.fullmatch(one["wire"]) for one in operation["parameters"]
    ):
        return False
    if operation["pagination"] is not None:
        return True
    returned = str(operation["returns"]).removesuffix(" | None")
    fields = models.get(returned, {}).get("fields", ())
    return returned.startswith("list[") or any("list[" in one["type"] for one in fields)


def _fixed(path: str) -> str:
    return re.sub(r"\{[^{}]*\}", "", re.split(r"[?#]", path)[0])


def _words(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]


def _one(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _holds(said: list[str], part: list[str]) -> bool:
    """Tell whether some words are there, side by side."""
    size = len(part)
    return any(said[start : start + size] == part for start in range(len(said) - size + 1))


# -- families ------------------------------------------------------------------------------------

_PROVIDERS = {"azure.com": "AutoRest (Azure)", "amazonaws.com": "AWS"}
_DJANGO = re.compile(r"\w+_(?:list|create|retrieve|read|update|partial_update|destroy|delete)\Z")
_FASTAPI = re.compile(rf"\w+_(?:{'|'.join(METHODS)})\Z")
_SPRINGFOX = re.compile(rf"\w+Using(?:{'|'.join(METHODS).upper()})(?:_\d+)?\Z")


def family(source: Mapping[str, Any]) -> str:
    """Name the framework that has written a description, as its operations show it."""
    info = source.get("info") or {}
    if any(isinstance(one, dict) and one.get("format") == "google" for one in _origins(info)):
        return "Google Discovery"
    if info.get("x-providerName") in _PROVIDERS:
        return _PROVIDERS[info["x-providerName"]]
    ids: list[str] = []
    marks: Counter[str] = Counter()
    for path, item in (source.get("paths") or {}).items():
        for method, one in item.items() if isinstance(item, dict) else ():
            if method in METHODS and isinstance(one, dict):
                ids.append(str(one.get("operationId") or ""))
                marks.update(_marks(ids[-1], path, method, one))
    most = next((name for name, number in marks.most_common(1) if number * 2 > len(ids)), "")
    return most or ("without ids" if ids.count("") * 2 > len(ids) else "by hand and others")


def _origins(info: Mapping[str, Any]) -> list[Any]:
    origins = info.get("x-origin")
    return origins if isinstance(origins, list) else []


def _marks(id_: str, path: str, method: str, one: Mapping[str, Any]) -> Iterator[str]:
    """Yield the families whose manner an operation shows; at most one."""
    tags = " ".join(map(str, one.get("tags") or ())).lower()
    plain = re.sub(r"\W", "_", path)
    if _FASTAPI.match(id_) and id_.endswith(f"{plain}_{method}"):
        yield "FastAPI"
    elif _SPRINGFOX.match(id_) or "-controller" in tags:
        yield "Spring"
    elif re.match(r"\w+Controller_\w+", id_):
        yield "NestJS"
    elif _DJANGO.match(id_) and path.endswith("/"):
        yield "Django REST"
    elif re.match(r"\w+Service_\w+|[A-Za-z]\w*_[A-Z]\w+\Z", id_):
        yield "gRPC and others with Group_Action"
    elif re.match(r"[A-Z]\w*\Z", id_) and _leads(path, id_):
        yield "Litestar"


def _leads(path: str, id_: str) -> bool:
    said = "".join(_words(path))
    return bool(said) and id_.lower().startswith(said)
