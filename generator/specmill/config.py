"""The workspace: ``specmill.toml`` as frozen values, every key checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from keyword import iskeyword
from pathlib import Path, PurePosixPath
from typing import Any

from specmill.diagnostics import Diagnostic, Location, UsageError

FILE_NAME = "specmill.toml"
_SOURCES = ("source.json", "source.yaml", "source.yml", "source.md")
_OVERLAY = "overlay.yaml"
_API_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_PACKAGE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

_STRINGS = "a list of strings"
_TABLE_OF_STRINGS = "a table of strings"
_KINDS: dict[str, type] = {"a string": str, "true or false": bool, "a table": dict}
_WORKSPACE_KEYS = {"out": "a string", "specs": "a string", "targets": _STRINGS}
_UPSTREAM_KEYS = {"url": "a string", "sha256": "a string", "prose": "a string"}
_API_KEYS = {
    "source": "a string",
    "overlays": _STRINGS,
    "package": "a string",
    "client": "a string",
    "title": "a string",
    "targets": _STRINGS,
    "skip": _STRINGS,
    "names": _TABLE_OF_STRINGS,
    "upstream": "a table",
    "allow_remote": "true or false",
    "strict": "true or false",
}
_TARGET_KEYS = {"out": "a string", "templates": "a string", "formatter": "a string"}
_KNOWN_TARGETS = {
    "python": _TARGET_KEYS
    | {"distribution": "true or false", "runtime": "a string", "version": "a string"},
    "models": _TARGET_KEYS | {"style": "a string"},
}


@dataclass(frozen=True, slots=True)
class Upstream:
    """Where a committed source came from."""

    url: str
    sha256: str = ""
    """Of the file at ``url``."""
    drop_prose: bool = False
    """The committed source is the upstream one without its descriptions."""


@dataclass(frozen=True, slots=True)
class TargetConfig:
    """One target of one API."""

    name: str
    folder: str
    """Relative to the workspace's folder, POSIX; the package folder goes below it."""
    templates: str = ""
    """Folder of templates that hide ours file by file, relative to the workspace's folder."""
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ApiConfig:
    """One API; paths are relative to the workspace's folder, POSIX."""

    name: str
    source: str
    overlays: tuple[str, ...] = ()
    normal_form: str = ""
    """Where the normal form is written; empty for nowhere."""
    package: str = ""
    client: str = ""
    title: str = ""
    targets: tuple[TargetConfig, ...] = ()
    skip: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """Pins: operation id to ``resource.method``, schema name to code name."""
    upstream: Upstream | None = None
    allow_remote: bool = False
    strict: bool = False
    """Findings are errors."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything that ``specmill.toml`` says, with defaults filled in."""

    root: Path
    apis: Mapping[str, ApiConfig]
    file: str = ""

    def pick(self, names: tuple[str, ...]) -> tuple[ApiConfig, ...]:
        """The named APIs in the workspace's order; all of them for no name.

        Raises:
            UsageError: A name is not in the workspace.
        """
        for name in names:
            if name not in self.apis:
                raise _usage(f"no API {name!r} in {self.file}", hint=_guess(name, self.apis))
        return tuple(api for api in self.apis.values() if not names or api.name in names)


def package_name(api: str) -> str:
    """The default package of an API: its name as a Python identifier."""
    name = re.sub(r"\W+", "_", api.lower(), flags=re.ASCII).strip("_")
    if not name or name[0].isdigit():
        return f"api_{name}"
    return f"{name}_" if iskeyword(name) else name


def find_workspace(start: Path) -> Path:
    """The nearest ``specmill.toml`` in ``start`` or a folder above it.

    Raises:
        UsageError: There is none.
    """
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    raise _usage(
        f"no {FILE_NAME} here or in a folder above",
        hint="start one with `specmill init`, or give --spec and --out",
    )


def load(file: Path, *, shown: str = "") -> Workspace:
    """Read a workspace.

    Args:
        file: The TOML file; its folder is the workspace's folder.
        shown: The file's name in messages.

    Raises:
        UsageError: The file is missing, is not TOML, or has an unknown key or a wrong value.
    """
    shown = shown or str(file)
    try:
        text = file.read_bytes().decode("utf-8")
        data = tomllib.loads(text)
    except OSError as error:
        raise _usage(f"cannot read {shown}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise _usage("not UTF-8", Location(shown)) from error
    except tomllib.TOMLDecodeError as error:
        raise _syntax(shown, str(error)) from error
    return _Reader(file.parent, shown, text).workspace(data)


class _Reader:
    """Checks the tables of one file."""

    def __init__(self, root: Path, shown: str, text: str) -> None:
        self._root = root
        self._shown = shown
        self._text = text

    def workspace(self, data: dict[str, Any]) -> Workspace:
        tables = {"workspace": "a table", "apis": "a table", "targets": "a table"}
        self._check(data, (), tables)
        general = data.get("workspace", {})
        self._check(general, ("workspace",), _WORKSPACE_KEYS)
        for key in ("out", "specs"):
            self._inside(general.get(key), ("workspace", key))
        shared = data.get("targets", {})
        for name, table in shared.items():
            self._target_table(name, table, ("targets", name))
        entries = data.get("apis", {}).items()
        apis = {name: self._api(name, table, general, shared) for name, table in entries}
        self._check_packages(apis)
        return Workspace(self._root, apis, self._shown)

    def _api(
        self, name: str, table: Any, general: Mapping[str, Any], shared: Mapping[str, Any]
    ) -> ApiConfig:
        path = ("apis", name)
        if not _API_NAME.fullmatch(name):
            raise self._wrong(path, f"bad API name {name!r}", "letters, digits, '.', '_' and '-'")
        if not isinstance(table, dict):
            raise self._wrong(path, f"apis.{name} must be a table")
        wanted = table.get("targets", general.get("targets", ["python"]))
        targets = tuple(wanted) if _is_kind(wanted, _STRINGS) else ()
        tables = dict.fromkeys(targets, "a table")
        self._check(table, path, _API_KEYS | tables)
        folder = _folder(general.get("specs", "specs"), name)
        source = table.get("source") or self._first(folder, _SOURCES) or f"{folder}/source.json"
        normal_form = f"{folder}/openapi.json"
        if Path(source) == Path(normal_form):
            what = f"{normal_form} is where the normal form goes"
            raise self._wrong((*path, "source"), what, "give the source another name")
        package = table.get("package", package_name(name))
        if not _PACKAGE.fullmatch(package) or iskeyword(package):
            raise self._wrong((*path, "package"), f"{package!r} is not a package name")
        return ApiConfig(
            name=name,
            source=source,
            overlays=tuple(table.get("overlays", filter(None, [self._first(folder, (_OVERLAY,))]))),
            normal_form=normal_form,
            package=package,
            client=table.get("client", ""),
            title=table.get("title", ""),
            targets=tuple(self._target(name, target, table, general, shared) for target in targets),
            skip=tuple(table.get("skip", ())),
            names=dict(table.get("names", {})),
            upstream=self._upstream(table.get("upstream"), (*path, "upstream")),
            allow_remote=table.get("allow_remote", False),
            strict=table.get("strict", False),
        )

    def _upstream(self, table: Mapping[str, Any] | None, path: tuple[str, ...]) -> Upstream | None:
        if table is None:
            return None
        self._check(table, path, _UPSTREAM_KEYS)
        prose = table.get("prose", "keep")
        if prose not in {"keep", "drop"}:
            raise self._wrong((*path, "prose"), f"{'.'.join(path)}.prose must be 'keep' or 'drop'")
        return Upstream(table.get("url", ""), table.get("sha256", ""), prose == "drop")

    def _target(
        self,
        api: str,
        name: str,
        table: Mapping[str, Any],
        general: Mapping[str, Any],
        shared: Mapping[str, Any],
    ) -> TargetConfig:
        own = table.get(name, {})
        self._target_table(name, own, ("apis", api, name))
        if not _API_NAME.fullmatch(name):
            raise self._wrong(("apis", api, "targets"), f"bad target name {name!r}")
        settings = {**shared.get(name, {}), **own}
        own_folder = settings.pop("out", "")
        folder = _folder(own_folder or general.get("out", "generated"), "" if own_folder else name)
        return TargetConfig(name, folder, settings.pop("templates", ""), settings)

    def _target_table(self, name: str, table: Any, path: tuple[str, ...]) -> None:
        """Check the settings of a target; those of a target that is not ours may have any key."""
        known = _KNOWN_TARGETS.get(name)
        if not isinstance(table, dict):
            raise self._wrong(path, f"{'.'.join(path)} must be a table")
        self._check(table, path, known or {**dict.fromkeys(table, ""), **_TARGET_KEYS})
        self._inside(table.get("out"), (*path, "out"))

    def _check(self, table: Mapping[str, Any], path: tuple[str, ...], keys: dict[str, str]) -> None:
        """Refuse unknown keys and values of the wrong kind."""
        for key, value in table.items():
            dotted = ".".join((*path, key))
            if key not in keys:
                raise self._wrong((*path, key), f"unknown key {dotted!r}", _guess(key, keys))
            if not _is_kind(value, keys[key]):
                inner = _wrong_items(value) if keys[key] == _TABLE_OF_STRINGS else ()
                raise self._wrong((*path, key, *inner), f"{dotted} must be {keys[key]}")

    def _check_packages(self, apis: Mapping[str, ApiConfig]) -> None:
        owners: dict[str, str] = {}
        for api in apis.values():
            for target in api.targets:
                place = f"{target.folder}/{api.package}"
                other = owners.setdefault(place.casefold(), api.name)
                if other != api.name:
                    raise self._wrong(
                        ("apis", api.name, "package"),
                        f"{other!r} and {api.name!r} both write to {place}",
                        f"set apis.{api.name}.package",
                    )

    def _inside(self, folder: str | None, path: tuple[str, ...]) -> None:
        parts = PurePosixPath(folder or "").parts
        if any(part in {"..", "/"} or "\\" in part or ":" in part for part in parts):
            what = f"{'.'.join(path)} must be a folder below the workspace's own, such as 'src'"
            raise self._wrong(path, what)

    def _first(self, folder: str, names: tuple[str, ...]) -> str:
        """The first of some files that is there."""
        found = (f"{folder}/{name}" for name in names if (self._root / folder / name).is_file())
        return next(found, "")

    def _wrong(self, path: tuple[str, ...], what: str, hint: str = "") -> UsageError:
        line, column = _position(self._text, path)
        pointer = "".join(f"/{key.replace('~', '~0').replace('/', '~1')}" for key in path)
        return _usage(what, Location(self._shown, line, column, pointer), hint)


def _folder(*parts: str) -> str:
    """A relative folder in its plain form: ``./a/`` is ``a``."""
    return PurePosixPath(*parts).as_posix()


def _is_kind(value: Any, kind: str) -> bool:
    if kind == _STRINGS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if kind == _TABLE_OF_STRINGS:
        return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
    return not kind or isinstance(value, _KINDS[kind])


def _wrong_items(value: Any) -> list[str]:
    items = value.items() if isinstance(value, dict) else ()
    return [key for key, item in items if not isinstance(item, str)][:1]


def _guess(word: str, known: Mapping[str, Any]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    if close := get_close_matches(word, list(known), n=1):
        return f"did you mean {close[0]!r}?"
    return f"known: {', '.join(known)}" if known else ""


def _usage(what: str, location: Location | None = None, hint: str = "") -> UsageError:
    return UsageError(Diagnostic(what, location, hint))


def _syntax(shown: str, message: str) -> UsageError:
    match = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if match is None:
        return _usage(f"not TOML: {message}", Location(shown))
    place = Location(shown, int(match[1]), int(match[2]))
    return _usage(f"not TOML: {message[: match.start()]}", place)


_KEY = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)\s*""")


def _position(text: str, path: tuple[str, ...]) -> tuple[int, int]:
    """Line and column of a key: a light scan, since tomllib keeps no positions.

    Finds the line of the longest written prefix of ``path``, and in it the last key of ``path``.
    """
    best, place = 0, (1, 1)
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        start = len(line) - len(line.lstrip(" \t["))
        keys = _keys(line[start:])
        if line[:start].strip(" \t"):
            table, written = keys, keys
        else:
            written = (*table, *keys)
        if keys and len(written) > best and path[: len(written)] == written:
            best = len(written)
            place = (number, max(line.find(path[-1], start), start) + 1)
    return place


def _keys(line: str) -> tuple[str, ...]:
    """The dotted key that a line starts with."""
    keys: list[str] = []
    at = 0
    while match := _KEY.match(line, at):
        word = match[1]
        keys.append(word[1:-1] if word[0] in "\"'" else word)
        at = match.end()
        if line[at : at + 1] != ".":
            break
        at += 1
    return tuple(keys) if line[at : at + 1] in {"=", "]"} else ()


def single(
    root: Path, *, name: str, source: str, targets: tuple[str, ...], settings: Mapping[str, Any]
) -> Workspace:
    """The workspace of one spec: files go to ``<package>/``, or ``<target>/<package>/``.

    Args:
        root: The output folder.
        name: The API's name.
        source: The spec, relative to ``root`` or absolute.
        targets: Names of the targets; with several, each gets its own folder.
        settings: Settings of the targets; each takes those that it knows.

    Raises:
        UsageError: No target knows a setting, or a value is of the wrong kind.
    """
    known = {target: _KNOWN_TARGETS.get(target, dict.fromkeys(settings, "")) for target in targets}
    kinds = {key: kind for keys in known.values() for key, kind in keys.items() if key != "out"}
    for key, value in settings.items():
        if key not in kinds:
            raise _usage(f"unknown setting {key!r}", hint=_guess(key, kinds))
        if not _is_kind(value, kinds[key]):
            raise _usage(f"the setting {key!r} must be {kinds[key]}")
    made = tuple(
        TargetConfig(
            target,
            target if len(targets) > 1 else "",
            templates=settings.get("templates", ""),
            settings={
                key: value
                for key, value in settings.items()
                if key in known[target] and key != "templates"
            },
        )
        for target in targets
    )
    api = ApiConfig(name=name, source=source, package=package_name(name), targets=made)
    return Workspace(root, {name: api})
