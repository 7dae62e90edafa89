"""Names of APIs that nobody has named: after their files, or after their titles.

A file is called after its API (``petstore.yaml``) or after what it is (``openapi.yaml``). The
former names the package, the latter says nothing of it.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from specmill.config import ApiConfig
from specmill.diagnostics import Diagnostic, SpecmillError, UsageError
from specmill.pipeline.lock import ApiLock, checksum, load_lock, located, relative
from specmill.values import dataclass

if TYPE_CHECKING:
    from specmill.sources import Titled

STDIN = "-"
_ADDRESS = "sha256:"
_SHORTEST = 2
"""Characters of a name; a single letter is what people write who have no title yet."""
_LONGEST = 40
"""Characters of a name; beyond, people no longer read it."""
_OF_FILES = re.compile(
    r"apis?|apidocs?|apispec|bundled?|definitions?|description|discovery|docs?|documents?"
    r"|documentation|file|index|json|latest|oas|open|openapi|readme|reference|rest|root|schemas?"
    r"|source|specs?|specification|stdin|swagger|v|ya?ml"
)
"""Words of a file's name that say what it is, or of which version, and not of which API."""
_OF_APIS = re.compile(r"apis?|http|oas|openapi|rest|restful|swagger|version")
"""Words that end a title and tell that it is one of an API."""
_OF_DESCRIPTIONS = re.compile(
    r"definition|description|docs?|documentation|reference|schema|spec|specification"
)
"""Words behind those; behind others they belong to the name: Google Docs."""
_OF_FRAMEWORKS = frozenset({"fastapi", "litestar"})
"""What frameworks call the APIs of those who gave no title; their own packages have these names."""
_ARTICLE = re.compile(r"\A\W*(?:a|an|my|our|the|your)(?:\s+|\Z)")
_VERSION = re.compile(
    r"v?\d+(?:\.\d+)+(?:-[a-z]+[.\d]*)?|v\d[a-z0-9]*|\d{4}-\d\d(?:-\d\d)?", re.ASCII
)
_NUMBERED = frozenset({"oas", "openapi", "release", "swagger", "version"})
"""Words before a plain number that is a version; others belong to it: Office 365."""
_WORD = re.compile(rf"(?:{_VERSION.pattern})(?![a-z0-9])|[a-z0-9]+", re.ASCII)
_POSSESSIVE = re.compile(r"'s\b|'")
_PART = re.compile(r"\s+[-–—|/]+\s+|[–—|:;,(\[]|\.\s")
_TAKEN = sys.stdlib_module_names | {"httpx2", "pydantic", "specmill", "typing_extensions"}
"""Modules that a package of the same name would hide from its own imports."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What an API may be called, and its package where that is not the same."""

    name: str
    package: str = ""

    @property
    def whole(self) -> str:
        """A name that tells versions of the API apart where their packages do."""
        return self.package or self.name


def suggested(file: str, titled: Callable[[], Titled]) -> Suggested:
    """Name an API after its file or, where that tells nothing of it, after its title.

    Args:
        file: Name of the file.
        titled: Finds the title; called where it is needed.
    """
    own = PurePosixPath(file).stem
    if not tells_nothing(own):
        return Suggested(own)
    try:
        found = titled()
    except SpecmillError:  # whoever reads the spec says so, with the place
        return Suggested(own)
    return _entitled(found, own)


def in_folder(file: str, titled: Callable[[], Titled], source: str, root: Path) -> str:
    """Name an API for an output folder: as the last run there did, and else as it suggests itself.

    Args:
        file: Name of the file, or the one that an address suggests.
        titled: Finds the title; called where it is needed.
        source: What the lock file says of where it is.
        root: The output folder.

    Raises:
        UsageError: The lock file does not tell which of its packages is meant.
    """
    own = PurePosixPath(file).stem
    if not tells_nothing(own):
        return own
    known = load_lock(root).apis
    same = [name for name, api in known.items() if api.source == source]
    if len(same) == 1 and source != STDIN:
        return same[0]
    if own in known and not known[own].source:
        return own
    try:
        name = _entitled(titled(), own).whole
    except SpecmillError:  # as above
        return own
    if name not in same:
        _refuse_doubt(name, same, known, root)
    return name


def source_of(api: ApiConfig) -> str:
    """Return what the lock file says of where a single spec is.

    An address may hold a secret, so the lock file has its checksum.
    """
    if api.normal_form:
        return ""
    return api.source if api.upstream is None else source_at(api.upstream.url)


def source_at(address: str) -> str:
    """Return what the lock file says of a spec at an address, or of one from stdin."""
    return address if address == STDIN else f"{_ADDRESS}{checksum(address.encode())}"


def of_file(path: Path) -> str:
    """Name the API of a file."""
    return suggested(path.name, _title_of(path)).whole


def of_file_in(path: Path, root: Path) -> str:
    """Name the API of a file for an output folder; see :func:`in_folder`."""
    return in_folder(path.name, _title_of(path), relative(root, path), root)


def _title_of(path: Path) -> Callable[[], Titled]:
    from specmill.sources import title_of  # noqa: PLC0415 - a run with nothing to do reads no spec

    return lambda: title_of(path)


def tells_nothing(stem: str) -> bool:
    """Tell whether a file's name says only what it is: ``openapi``, ``api-docs``, ``spec3``."""
    words = re.findall(r"[a-z]+|[0-9]+", stem.lower())
    return all(_OF_FILES.fullmatch(word) or word.isdigit() for word in words) and not stem.isdigit()


def of_title(title: str) -> str:
    """Make a name of a title; empty where that has no word that says anything.

    ``The Foo API – Version 2.0`` gives ``foo``, ``Swagger Petstore - OpenAPI 3.0`` gives
    ``swagger_petstore``, and ``API documentation`` nothing; nor does a single letter.
    """
    words = _telling(title)
    if len("_".join(words)) > _LONGEST:
        parts = (_telling(part) for part in _PART.split(title))
        words = next((part for part in parts if part), words)
    name = "_".join(_that_fit(words))
    if len(name) < _SHORTEST:
        return ""
    return f"{name}_api" if name in _TAKEN else name


def _telling(title: str) -> list[str]:
    """Return the words of a title but for those around that say that it is one."""
    folded = title.replace("’", "'").casefold()
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    words: list[str] = _WORD.findall(_POSSESSIVE.sub("", _ARTICLE.sub("", plain)))
    while words and _is_said(words):
        words.pop()
    if len(words) == 1 and words[0] in _OF_FRAMEWORKS:
        return []
    return [re.sub(r"[.-]+", "_", word) for word in words]


def _is_said(words: list[str]) -> bool:
    """Whether the last word tells only that this is an API, or of which version."""
    *before, last = words
    above = before[-1] if before else ""
    if last.isdigit():
        return above in _NUMBERED
    if _OF_DESCRIPTIONS.fullmatch(last):
        return bool(_OF_APIS.fullmatch(above) or _OF_DESCRIPTIONS.fullmatch(above))
    return bool(_OF_APIS.fullmatch(last) or _VERSION.fullmatch(last))


def _that_fit(words: list[str]) -> Iterator[str]:
    room = _LONGEST
    for number, word in enumerate(words):
        if len(word) > room and number:
            return
        yield word[:room]
        room -= len(word) + 1


def _entitled(found: Titled, own: str) -> Suggested:
    return _of_discovery(found) or Suggested(of_title(found.title) or own)


def _of_discovery(titled: Titled) -> Suggested | None:
    """Name an API as its Discovery document does, which is made for that."""
    name, version = (
        re.sub(r"[^a-z0-9]+", "_", one.lower()).strip("_") for one in (titled.name, titled.version)
    )
    if not name:
        return None
    return Suggested(name, f"{name}_{version}" if version else "")


def _refuse_doubt(name: str, same: list[str], known: Mapping[str, ApiLock], root: Path) -> None:
    """Refuse to write over the package of another spec, or a second one where the first was meant.

    Raises:
        UsageError: Either would be done.
    """
    if same:
        called = " and ".join(repr(one) for one in same)
        what = f"specmill.lock has {called} of this source, and the spec would be {name!r} now"
        hint = f"say which: --name {same[0]} goes on with it, --name {name} makes another package"
        raise UsageError(Diagnostic(what, hint=hint))
    other = known[name].source if name in known else ""
    if other and (other.startswith(_ADDRESS) or other == STDIN or located(root, other).exists()):
        what = f"the spec would be {name!r}, as the package of another spec is called here"
        hint = f"give this one another name with --name, or replace it with --name {name}"
        raise UsageError(Diagnostic(what, hint=hint))
