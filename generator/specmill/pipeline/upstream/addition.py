"""Specs for a workspace: where one is found, and its entry in ``specmill.toml``."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qs, urlsplit

from specmill.diagnostics import Diagnostic, UsageError
from specmill.pipeline.api_names import suggested
from specmill.pipeline.lock import PAGE_FILES
from specmill.sources import Titled, fetch, title_in, title_of
from specmill.values import dataclass, replace

_WHEEL = "google-api-python-client"
_DOCUMENTS = (
    "https://raw.githubusercontent.com/googleapis/google-api-python-client/main/"
    "googleapiclient/discovery_cache/documents/"
)
_PREFIX = "discovery:"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SUFFIXES = (".json", ".yaml", ".yml", ".md")


@dataclass(frozen=True, slots=True)
class FoundSpec:
    """A spec that is not in the workspace yet."""

    name: str
    """What the API may be called."""
    suffix: str
    """Of its file, with the dot."""
    path: Path | None = None
    """Where it is on disk; None where it was downloaded."""
    content: bytes = b""
    """What was downloaded."""
    url: str = ""
    """Where newer versions come from; empty where nothing tells."""
    package: str = ""
    """The package that it should have; empty for the one that follows from the name."""


def find(what: str, headers: Mapping[str, str] | None = None) -> FoundSpec:
    """Find a spec.

    Args:
        what: ``google:NAME:VERSION`` for a document of the installed google-api-python-client,
            ``discovery:`` and a file or an address for another Discovery document, or a file or an
            address of any family.
        headers: Sent to the address besides.

    Raises:
        UsageError: The document is not in the wheel, or the wheel is not installed.
        SpecmillError: The address cannot be downloaded.
    """
    if what.startswith("google:"):
        return _google(what.removeprefix("google:"))
    place = what.removeprefix(_PREFIX)
    if "://" in place:
        content = fetch(place, headers=headers)
        name, suffix = _named_by(place)
        return FoundSpec(name, suffix or ending(content), content=content, url=place)
    return in_file(Path(place))


def in_file(path: Path) -> FoundSpec:
    """Describe a spec on disk, which may be missing yet."""
    suffix = path.suffix.lower()
    return FoundSpec(path.stem.lower(), suffix if suffix in _SUFFIXES else ".json", path)


def named(found: FoundSpec) -> FoundSpec:
    """Name a spec after its title where its file tells nothing of it."""
    file = f"{found.name}{found.suffix}"

    def titled() -> Titled:
        return title_of(found.path) if found.path else title_in(found.content, file)

    suggestion = suggested(file, titled)
    return replace(found, name=suggestion.name, package=found.package or suggestion.package)


def ending(content: bytes) -> str:
    """Return the suffix of a spec whose name has none."""
    return ".json" if content.lstrip()[:1] in (b"{", b"[") else ".yaml"


def entry(
    name: str, *, package: str = "", url: str = "", sha256: str = "", drop_prose: bool = False
) -> str:
    """Write the table of an API."""
    head = f"apis.{toml_key(name)}"
    lines = [f"[{head}]", *([f"package = {_text(package)}"] if package else [])]
    if url:
        lines += ["", f"[{head}.upstream]", f"url = {_text(url)}", f"sha256 = {_text(sha256)}"]
        lines += ['prose = "drop"'] if drop_prose else []
    return "\n".join(lines) + "\n"


def with_entry(text: str, added: str) -> str:
    """Put a table at the end of ``specmill.toml``; what is there stays as it is.

    Raises:
        UsageError: The file's own tables leave no room for it.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    kept = text if not text or text.endswith("\n") else f"{text}{line_end}"
    joined = kept + (line_end if kept.strip() else "") + added.replace("\n", line_end)
    try:
        found = tomllib.loads(joined)
        fits = found == _merged(tomllib.loads(text), tomllib.loads(added))
    except tomllib.TOMLDecodeError:
        fits = False
    if not fits:
        what = "specmill.toml writes `apis` in a form that no table can be added to"
        raise UsageError(Diagnostic(what, hint=f"add this yourself: {' '.join(added.split())}"))
    return joined


def toml_key(name: str) -> str:
    """Write a key of TOML: bare where that is allowed."""
    return name if _BARE.fullmatch(name) else _text(name)


def beside(found: FoundSpec) -> list[Path]:
    """Return the files that belong to a reference page, which stand beside it."""
    if found.path is None or found.suffix != ".md":
        return []
    return [path for name in PAGE_FILES if (path := found.path.with_name(name)).is_file()]


def _google(wanted: str) -> FoundSpec:
    found = find_spec("googleapiclient")
    if found is None or found.origin is None:
        what = f"{_WHEEL} is not installed, whose wheel has the documents"
        hint = "pip install specmill[google-apis], or give discovery: and a file or an address"
        raise UsageError(Diagnostic(what, hint=hint))
    folder = Path(found.origin).with_name("discovery_cache") / "documents"
    known = {
        path.stem.replace(".", ":", 1): path
        for path in sorted(folder.glob("*.json"))
        if path.stem != "index"
    }
    if wanted not in known:
        raise _not_in_the_wheel(wanted, list(known))
    path = known[wanted]
    return FoundSpec(
        wanted.partition(":")[0],
        ".json",
        path,
        url=_DOCUMENTS + path.name,
        package=wanted.replace(":", "_").replace(".", "_"),
    )


def _not_in_the_wheel(wanted: str, known: list[str]) -> UsageError:
    from importlib.metadata import version  # noqa: PLC0415 - slow; rarely needed

    name, _, _ = wanted.partition(":")
    versions = [one for one in known if one.partition(":")[0] == name]
    close = versions or get_close_matches(wanted, known, n=3)
    what = f"{_WHEEL} {version(_WHEEL)} has no document {wanted!r}"
    hint = f"it has {', '.join(f'google:{one}' for one in close)}" if close else ""
    return UsageError(Diagnostic(what, hint=hint or "such as google:storage:v1"))


def _named_by(url: str) -> tuple[str, str]:
    """Return the name that an address suggests, and the suffix, if it has a known one."""
    split = urlsplit(url)
    path = PurePosixPath(split.path)
    if "$discovery" in path.parts:  # https://storage.googleapis.com/$discovery/rest?version=v1
        host = (split.hostname or "api").partition(".")[0]
        return host if parse_qs(split.query) else path.stem, ".json"
    suffix = path.suffix.lower()
    return path.stem.lower() or "api", suffix if suffix in _SUFFIXES else ""


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    return {**old, "apis": {**old.get("apis", {}), **new["apis"]}}


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
