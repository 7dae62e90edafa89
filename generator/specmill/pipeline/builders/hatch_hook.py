"""Build hook ``specmill`` of hatch: packages are generated when a wheel is built."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.plugin import hookimpl

from specmill.config import FILE_NAME, Workspace, load
from specmill.diagnostics import Diagnostic, SpecmillError, UsageError
from specmill.pipeline.generation import generate

_KEYS = frozenset({"config", "apis", "path", "dependencies", "enable-by-default"})
"""Our settings, and those that hatch takes for every hook."""


class SpecmillBuildHook(BuildHookInterface[Any]):
    """Brings a workspace up to date, and puts its packages into the wheel."""

    PLUGIN_NAME = "specmill"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Generate; a source archive has the specs, and no packages by this hook."""
        if self.target_name != "wheel":
            return
        try:
            found = self._packages()
        except SpecmillError as error:
            self.app.abort("\n".join(map(str, error.diagnostics)))
        else:
            key = "force_include_editable" if version == "editable" else "force_include"
            build_data.setdefault(key, {}).update(found)

    def _packages(self) -> dict[str, str]:
        """Return the folders of packages with their places in the wheel."""
        if unknown := sorted(self.config.keys() - _KEYS):
            what = f"the build hook specmill has no setting {unknown[0]!r}"
            raise UsageError(Diagnostic(what, hint="known: 'config', 'apis', 'path'"))
        workspace = load(Path(self.root, str(self.config.get("config", FILE_NAME))))
        names = tuple(map(str, self.config.get("apis", ())))
        generate(workspace, names)
        return dict(_places(workspace, names, str(self.config.get("path", ""))))


def _places(workspace: Workspace, names: tuple[str, ...], above: str) -> list[tuple[str, str]]:
    """Return each package of the target ``python`` with its folder in the wheel."""
    return [
        (str(workspace.root / api.package_folder(target)), _place(api.name, api.package, above))
        for api in (*workspace.pick(names), *workspace.runtimes)
        for target in api.targets
        if target.name == "python"
    ]


def _place(name: str, package: str, above: str) -> str:
    """Return the folder of a package; a shared runtime has that of the name it is imported by."""
    if name.startswith("@"):
        return name[1:].replace(".", "/")
    return PurePosixPath(above, package).as_posix()


@hookimpl
def hatch_register_build_hook() -> type[SpecmillBuildHook]:
    """Offer the hook to hatch."""
    return SpecmillBuildHook
