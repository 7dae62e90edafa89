"""Workspaces, however they are written down: their APIs and what is generated from each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from keyword import iskeyword
from pathlib import Path, PurePosixPath
from typing import Any

from specmill.config.keys import KNOWN_TARGETS, guess, is_import_path, is_kind, usage
from specmill.diagnostics import Location
from specmill.values import dataclass, replace

FILE_NAME = "specmill.toml"


@dataclass(frozen=True, slots=True)
class Upstream:
    """Where a committed source came from."""

    url: str
    sha256: str = ""
    """Of the file at ``url``."""
    drop_prose: bool = False
    """The committed source is the upstream one without its descriptions."""
    etag: str = ""
    """Names the version at ``url`` that is committed."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Headers to ask with; ``${NAME}`` stands for a variable of the environment."""


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
    include: tuple[str, ...] = ()
    """Selectors of the operations that are wanted; all of them for none."""
    exclude: tuple[str, ...] = ()
    """Selectors of operations that are not wanted."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Pins: operation id to ``resource.method``, schema name to code name."""
    resources: Mapping[str, str] = field(default_factory=dict)
    """Pins of operations by what they are: ``resource.method`` to HTTP method and path."""
    upstream: Upstream | None = None
    dialect: Mapping[str, Any] = field(default_factory=dict)
    """How the source says things, where it is a reference page; its reader checks it."""
    errors: Mapping[str, Any] = field(default_factory=dict)
    """What is known of error bodies, as ``x-specmill-errors`` of the root."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Arguments of clients to environment variables, as ``x-specmill-environment`` of the root."""
    idempotent: Mapping[str, bool] = field(default_factory=dict)
    """Operation id to whether the server may get its request twice."""
    old_names: bool = True
    """Methods that have another name now keep the old one, deprecated."""
    allow_remote: bool = False
    root: str = ""
    """The folder that no reference leaves, from the folder of the source; that one if empty."""
    strict: bool = False
    """Findings are errors."""
    accept: tuple[str, ...] = ()
    """Codes of findings that are known and say nothing new."""

    patch_folder: str = ""
    """The folder of patches, where it is not beside the normal form."""

    @property
    def is_runtime(self) -> bool:
        """Whether it is no API: a runtime that packages share, which no spec makes."""
        return not self.source

    @property
    def patches(self) -> str:
        """The folder of patches of generated files; empty without a workspace."""
        if self.patch_folder:
            return self.patch_folder
        return f"{PurePosixPath(self.normal_form).parent}/patches" if self.normal_form else ""

    def package_folder(self, target: TargetConfig) -> str:
        """The folder of a target's package; that of the project around it may be above."""
        folder = f"{target.folder}/{self.package}".removeprefix("/")
        return f"{folder}/src/{self.package}" if target.settings.get("distribution") else folder


@dataclass(frozen=True, slots=True)
class RuleLevel:
    """Another level for a rule of ``specmill diff``."""

    rule: str
    level: str
    location: Location


@dataclass(frozen=True, slots=True)
class AcceptedChange:
    """A change that a workspace accepts: one by its fingerprint, or by its rule and subject."""

    reason: str
    fingerprint: str = ""
    rule: str = ""
    subject: str = ""
    api: str = ""
    until: date | None = None
    """The last day that it is accepted on."""
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class DiffConfig:
    """What a workspace says of changes of its packages."""

    rules: tuple[RuleLevel, ...] = ()
    accepted: tuple[AcceptedChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several parts of a workspace, each for a machine."""

    number: int
    """From 1."""
    count: int

    def of(self, apis: Sequence[ApiConfig]) -> tuple[ApiConfig, ...]:
        """Return the APIs of this shard: by their names, so every machine deals them out alike."""
        names = sorted(api.name for api in apis)[self.number - 1 :: self.count]
        return tuple(api for api in apis if api.name in set(names))


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything that ``specmill.toml`` says, with defaults filled in."""

    root: Path
    apis: Mapping[str, ApiConfig]
    file: str = ""
    diff: DiffConfig = DiffConfig()
    code: tuple[str, ...] = ()
    """Folders of code that uses the packages."""
    runtimes: tuple[ApiConfig, ...] = ()
    """Runtimes that packages share and that are written with them."""
    locks_by_api: bool = False
    """Each API has a lock file of its own."""
    shard: Shard | None = None
    """The part that this run looks at; all of it for None."""
    cluster: str = ""
    """Address of the cluster that builds; empty for this machine."""

    def strictly(self) -> Workspace:
        """Return the workspace with findings as errors in every API."""
        apis = {name: replace(api, strict=True) for name, api in self.apis.items()}
        return replace(self, apis=apis)

    def chosen(self, names: tuple[str, ...]) -> tuple[ApiConfig, ...]:
        """The APIs that a run looks at: the named ones, or all for no name, as far as its shard
        has them.

        Raises:
            UsageError: A name is not in the workspace.
        """
        picked = self.pick(names)
        return self.shard.of(picked) if self.shard else picked

    def pick(self, names: tuple[str, ...]) -> tuple[ApiConfig, ...]:
        """The named APIs in the workspace's order; all of them for no name.

        Raises:
            UsageError: A name is not in the workspace.
        """
        for name in names:
            if name not in self.apis:
                raise usage(f"no API {name!r} in {self.file}", hint=guess(name, self.apis))
        return tuple(api for api in self.apis.values() if not names or api.name in names)


def shared_runtimes(apis: Iterable[ApiConfig], specs: str = "") -> tuple[ApiConfig, ...]:
    """Return the runtimes that packages share and that are written with them.

    Args:
        apis: The APIs.
        specs: The folder of sources; empty without a workspace.

    Raises:
        UsageError: Two APIs want one runtime in two places, or with two sets of templates.
    """
    found: dict[str, tuple[ApiConfig, str]] = {}
    for api in apis:
        for target in api.targets:
            path = str(target.settings.get("runtime", ""))
            out = str(target.settings.get("runtime_out", ""))
            if target.name != "python" or not out:
                continue
            if not path:
                raise usage("runtime_out goes with runtime, the import path of what is written")
            runtime = _runtime(path, out, target.templates, specs)
            other, owner = found.setdefault(path, (runtime, api.name))
            if other != runtime:
                what = f"{owner!r} and {api.name!r} share the runtime {path!r}, but not "
                what += "runtime_out and templates"
                raise usage(what, hint="set them in [targets.python], for all APIs")
    return tuple(runtime for runtime, _ in found.values())


def _runtime(path: str, out: str, templates: str, specs: str) -> ApiConfig:
    *above, package = path.split(".")
    folder = PurePosixPath(out, *above).as_posix()
    name = f"@{path}"  # no API can be called so
    return ApiConfig(
        name=name,
        source="",
        package=package,
        targets=(TargetConfig("python", folder.removeprefix("."), templates),),
        patch_folder=f"{specs}/{name}/patches" if specs else "",
    )


def package_name(api: str) -> str:
    """The default package of an API: its name as a Python identifier."""
    name = re.sub(r"\W+", "_", api.lower(), flags=re.ASCII).strip("_")
    if not name or name[0].isdigit():
        return f"api_{name}"
    return f"{name}_" if iskeyword(name) else name


def single(
    root: Path,
    *,
    name: str,
    source: str,
    targets: tuple[str, ...],
    settings: Mapping[str, Any],
    read: Mapping[str, Any] | None = None,
) -> Workspace:
    """The workspace of one spec: files go to ``<package>/``, or ``<target>/<package>/``.

    Args:
        root: The output folder.
        name: The API's name.
        source: The spec, relative to ``root`` or absolute.
        targets: Names of the targets; with several, each gets its own folder.
        settings: Settings of the targets; each takes those that it knows.
        read: Fields of the API that say how it is read.

    Raises:
        UsageError: No target knows a setting, or a value is of the wrong kind.
    """
    known = {target: KNOWN_TARGETS.get(target, dict.fromkeys(settings, "")) for target in targets}
    kinds = {key: kind for keys in known.values() for key, kind in keys.items() if key != "out"}
    for key, value in settings.items():
        if key not in kinds:
            raise usage(f"unknown setting {key!r}", hint=guess(key, kinds))
        if not is_kind(value, kinds[key]):
            raise usage(f"the setting {key!r} must be {kinds[key]}")
        if key == "runtime" and value and not is_import_path(value):
            raise usage(f"{value!r} is not an import path", hint="such as 'acme.sdk_runtime'")
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
    api = ApiConfig(
        name=name, source=source, package=package_name(name), targets=made, **(read or {})
    )
    return Workspace(root, {name: api}, runtimes=shared_runtimes([api]))
