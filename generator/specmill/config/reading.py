"""Reader of ``specmill.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from keyword import iskeyword
from pathlib import Path, PurePosixPath
from typing import Any

from specmill.config.keys import (
    ACCEPT_KEYS,
    API_KEYS,
    DIFF_KEYS,
    KNOWN_TARGETS,
    STRINGS,
    TABLE_OF_STRINGS,
    TARGET_KEYS,
    UPSTREAM_KEYS,
    WORKSPACE_KEYS,
    guess,
    is_import_path,
    is_kind,
    usage,
    wrong_items,
)
from specmill.config.positions import position
from specmill.config.workspace import (
    FILE_NAME,
    AcceptedChange,
    ApiConfig,
    DiffConfig,
    RuleLevel,
    TargetConfig,
    Upstream,
    Workspace,
    package_name,
    shared_runtimes,
)
from specmill.diagnostics import Location, UsageError
from specmill.version import __version__

_SOURCES = ("source.json", "source.yaml", "source.yml", "source.md")
OVERLAY = "overlay.yaml"
_API_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_PACKAGE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def find_workspace(start: Path) -> Path:
    """The nearest ``specmill.toml`` in ``start`` or a folder above it.

    Raises:
        UsageError: There is none.
    """
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    raise usage(
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
    except OSError as error:
        raise usage(f"cannot read {shown}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise usage("not UTF-8", Location(shown)) from error
    return parse(text, file.parent, shown=shown)


def parse(text: str, root: Path, *, shown: str = FILE_NAME) -> Workspace:
    """Read the text of a ``specmill.toml`` that stands, or will stand, in the folder ``root``.

    Raises:
        UsageError: It is not TOML, or has an unknown key or a wrong value.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax(shown, str(error)) from error
    return _Reader(root, shown, text).workspace(data)


class _Reader:
    """Checks the tables of one file."""

    def __init__(self, root: Path, shown: str, text: str) -> None:
        self._root = root
        self._shown = shown
        self._text = text

    def workspace(self, data: dict[str, Any]) -> Workspace:
        tables = ("workspace", "apis", "targets", "diff")
        self._check(data, (), dict.fromkeys(tables, "a table"))
        general = data.get("workspace", {})
        self._check(general, ("workspace",), WORKSPACE_KEYS)
        self._check_version(general.get("requires", ""))
        for key in ("out", "specs"):
            self._inside(general.get(key), ("workspace", key))
        shared = data.get("targets", {})
        for name, table in shared.items():
            self._target_table(name, table, ("targets", name))
        entries = data.get("apis", {}).items()
        apis = {name: self._api(name, table, general, shared) for name, table in entries}
        runtimes = shared_runtimes(apis.values(), _folder(general.get("specs", "specs")))
        self._check_packages([*runtimes, *apis.values()])
        diff = self._diff(data.get("diff", {}))
        code = tuple(general.get("code", ()))
        locks = general.get("locks", "workspace")
        if locks not in ("workspace", "api"):
            path = ("workspace", "locks")
            raise self._wrong(path, f"locks cannot be {locks!r}", "'workspace' or 'api'")
        by_api = locks == "api"
        return Workspace(self._root, apis, self._shown, diff, code, runtimes, by_api)

    def _diff(self, table: Mapping[str, Any]) -> DiffConfig:
        self._check(table, ("diff",), DIFF_KEYS)
        rules = tuple(
            RuleLevel(rule, level, self._location(("diff", "rules", rule)))
            for rule, level in table.get("rules", {}).items()
        )
        return DiffConfig(rules, tuple(map(self._accepted, table.get("accept", ()))))

    def _accepted(self, table: Any) -> AcceptedChange:
        path = ("diff", "accept")
        if not isinstance(table, dict):
            raise self._wrong(path, "diff.accept must be a list of tables", "[[diff.accept]]")
        self._check(table, path, ACCEPT_KEYS)
        named = str(table.get("fingerprint") or table.get("subject") or "")
        lines = self._text.split("\n")
        line = next((number for number, one in enumerate(lines, 1) if named and named in one), 0)
        location = Location(self._shown, line, 1) if line else self._location(path)
        return AcceptedChange(**{"reason": "", **table}, location=location)

    def _api(
        self, name: str, table: Any, general: Mapping[str, Any], shared: Mapping[str, Any]
    ) -> ApiConfig:
        path = ("apis", name)
        if not _API_NAME.fullmatch(name):
            raise self._wrong(path, f"bad API name {name!r}", "letters, digits, '.', '_' and '-'")
        if not isinstance(table, dict):
            raise self._wrong(path, f"apis.{name} must be a table")
        wanted = table.get("targets", general.get("targets", ["python"]))
        targets = tuple(wanted) if is_kind(wanted, STRINGS) else ()
        tables = dict.fromkeys(targets, "a table")
        self._check(table, path, API_KEYS | tables)
        folder = _folder(general.get("specs", "specs"), name)
        source = table.get("source") or self._first(folder, _SOURCES) or f"{folder}/source.json"
        normal_form = f"{folder}/openapi.json"
        if Path(source) == Path(normal_form):
            what = f"{normal_form} is where the normal form goes"
            raise self._wrong((*path, "source"), what, "give the source another name")
        package = table.get("package", package_name(name))
        if not _PACKAGE.fullmatch(package) or iskeyword(package):
            raise self._wrong((*path, "package"), f"{package!r} is not a package name")
        client = table.get("client", "")
        if client and not is_import_path(client, dots=False):
            raise self._wrong((*path, "client"), f"{client!r} is not the name of a class")
        return ApiConfig(
            name=name,
            source=source,
            overlays=tuple(table.get("overlays", filter(None, [self._first(folder, (OVERLAY,))]))),
            normal_form=normal_form,
            package=package,
            client=client,
            title=table.get("title", ""),
            targets=tuple(self._target(name, target, table, general, shared) for target in targets),
            skip=tuple(table.get("skip", ())),
            include=tuple(table.get("include", ())),
            exclude=tuple(table.get("exclude", ())),
            names=dict(table.get("names", {})),
            resources=dict(_leaves(table.get("resources", {}))),
            upstream=self._upstream(table.get("upstream"), (*path, "upstream")),
            dialect=table.get("dialect", {}),
            errors=table.get("errors", {}),
            environment=dict(table.get("environment", {})),
            idempotent=dict(table.get("idempotent", {})),
            old_names=table.get("old_names", True),
            allow_remote=table.get("allow_remote", False),
            root=table.get("root", ""),
            strict=table.get("strict", general.get("strict", False)),
            accept=tuple(table.get("accept", ())),
        )

    def _upstream(self, table: Mapping[str, Any] | None, path: tuple[str, ...]) -> Upstream | None:
        if table is None:
            return None
        self._check(table, path, UPSTREAM_KEYS)
        prose = table.get("prose", "keep")
        if prose not in {"keep", "drop"}:
            raise self._wrong((*path, "prose"), f"{'.'.join(path)}.prose must be 'keep' or 'drop'")
        return Upstream(
            table.get("url", ""),
            table.get("sha256", ""),
            prose == "drop",
            table.get("etag", ""),
            dict(table.get("headers", {})),
        )

    def _check_version(self, requires: str) -> None:
        """Refuse to go on with a version of specmill that the workspace does not want."""
        if not requires:
            return
        from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415

        path = ("workspace", "requires")
        try:
            wanted = Requirement(requires)
        except InvalidRequirement as error:
            hint = 'such as requires = "specmill>=0.3,<0.4"'
            raise self._wrong(path, f"not a requirement: {requires!r}", hint) from error
        if wanted.name != "specmill" or wanted.marker or wanted.url or wanted.extras:
            raise self._wrong(path, f"{requires!r} is no requirement of specmill's version")
        if not wanted.specifier.contains(__version__, prereleases=True):
            what = f"the workspace wants {requires}, and this is specmill {__version__}"
            raise self._wrong(path, what, f"pip install '{requires}'")

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
        if name == "docs" and "kit" not in settings and self._has_kit(table, general, shared):
            settings["kit"] = True
        own_folder = settings.pop("out", "")
        folder = _folder(own_folder or general.get("out", "generated"), "" if own_folder else name)
        return TargetConfig(name, folder, settings.pop("templates", ""), settings)

    @staticmethod
    def _has_kit(
        table: Mapping[str, Any], general: Mapping[str, Any], shared: Mapping[str, Any]
    ) -> bool:
        """Tell whether the package of an API has a test kit, which its pages show."""
        python = {**shared.get("python", {}), **table.get("python", {})}
        targets = table.get("targets", general.get("targets", ["python"]))
        return "python" in targets and python.get("kit") is True

    def _target_table(self, name: str, table: Any, path: tuple[str, ...]) -> None:
        """Check the settings of a target; those of a target that is not ours may have any key."""
        known = KNOWN_TARGETS.get(name)
        if not isinstance(table, dict):
            raise self._wrong(path, f"{'.'.join(path)} must be a table")
        self._check(table, path, known or {**dict.fromkeys(table, ""), **TARGET_KEYS})
        self._inside(table.get("out"), (*path, "out"))
        if known:
            self._inside(table.get("runtime_out"), (*path, "runtime_out"))
        runtime = table.get("runtime", "")
        if known and runtime and not is_import_path(runtime):
            what = f"{runtime!r} is not an import path"
            raise self._wrong((*path, "runtime"), what, "such as 'acme.sdk_runtime'")

    def _check(self, table: Mapping[str, Any], path: tuple[str, ...], keys: dict[str, str]) -> None:
        """Refuse unknown keys and values of the wrong kind."""
        for key, value in table.items():
            dotted = ".".join((*path, key))
            if key not in keys:
                raise self._wrong((*path, key), f"unknown key {dotted!r}", guess(key, keys))
            if not is_kind(value, keys[key]):
                inner = wrong_items(value) if keys[key] == TABLE_OF_STRINGS else ()
                raise self._wrong((*path, key, *inner), f"{dotted} must be {keys[key]}")

    def _check_packages(self, apis: Iterable[ApiConfig]) -> None:
        owners: dict[str, str] = {}
        for api in apis:
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
        return usage(what, self._location(path), hint)

    def _location(self, path: tuple[str, ...]) -> Location:
        line, column = position(self._text, path)
        pointer = "".join(f"/{key.replace('~', '~0').replace('/', '~1')}" for key in path)
        return Location(self._shown, line, column, pointer)


def _folder(*parts: str) -> str:
    """A relative folder in its plain form: ``./a/`` is ``a``."""
    return PurePosixPath(*parts).as_posix()


def _syntax(shown: str, message: str) -> UsageError:
    match = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if match is None:
        return usage(f"not TOML: {message}", Location(shown))
    place = Location(shown, int(match[1]), int(match[2]))
    return usage(f"not TOML: {message[: match.start()]}", place)


def _leaves(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts of a tree of tables by their keys, dots between."""
    for key, value in tree.items():
        if isinstance(value, str):
            yield f"{above}{key}", value
        else:
            yield from _leaves(value, f"{above}{key}.")
