"""Update of an API: a newer spec, what it changes, its changelog, its version, its output."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from specmill.config import ApiConfig, Workspace, load, with_values
from specmill.diagnostics import Diagnostic
from specmill.pipeline.generation import generate
from specmill.pipeline.lock import located
from specmill.pipeline.upkeep.changelog import with_section
from specmill.pipeline.upkeep.versions import next_version
from specmill.pipeline.upstream import Pulled, pulled
from specmill.pipeline.versions import Side, compare_sides, given_by_lock
from specmill.render.files import FileSet
from specmill.render.paths import STAGING
from specmill.render.turns import turn
from specmill.sources import without_user
from specmill.surface.formats import FORMATS
from specmill.surface.policy import Policy
from specmill.surface.report import Report
from specmill.values import dataclass, replace

_FIRST_VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class Updated:
    """What an update did."""

    report: Report
    """What changes for users of the package."""
    old_version: str
    """Of the package; empty where it has none of its own."""
    version: str
    changelog: str
    """The file of the changelog; empty where users notice nothing."""
    findings: tuple[Diagnostic, ...]

    @property
    def summary(self) -> str:
        """Markdown, for the description of a pull request."""
        told = FORMATS["markdown"]([self.report])
        if not self.report.changes:
            return f"{told}\n\nUsers of the package notice nothing."
        step = f"{self.old_version} → {self.version}" if self.version else self.report.step
        return f"{told}\n\nVersion of the package: {step}. Changelog: `{self.changelog}`."


def update(workspace: Workspace, name: str) -> Updated | None:
    """Bring an API to the version that its upstream has; None where that is the committed one.

    Raises:
        SpecmillError: There is none, it is no spec, or nothing can be generated from it; then
            everything is as it was.
    """
    api = workspace.apis[name]
    found = pulled(api, any_version=True, ask=True)
    source = located(workspace.root, api.source)
    if found.content is None or (source.is_file() and source.read_bytes() == found.content):
        return None
    report, findings = _compared(workspace, api, found.content)
    old, version = _versions(api, report)
    files = _files(workspace, api, found, report, version)
    with _taken_back(workspace.root, files):
        FileSet(files).write(workspace.root)
        done = generate(load(workspace.root / Path(workspace.file).name), [name])
        if done.failures:  # conflicts with edits, which stand in the files
            findings = (*findings, *done.failures)
    changelog = changelog_of(api) if report.changes else ""
    return Updated(report, old, version, changelog, (*findings, *done.findings))


def changelog_of(api: ApiConfig) -> str:
    """Return the file of an API's changelog, from the workspace's folder."""
    return f"{Path(api.normal_form).parent.as_posix()}/CHANGELOG.md"


def _compared(
    workspace: Workspace, api: ApiConfig, content: bytes
) -> tuple[Report, tuple[Diagnostic, ...]]:
    """Tell what users of the package will notice."""
    root, given = workspace.root, given_by_lock(workspace.root, api)
    with _beside(located(root, api.source), content) as newer:
        new = replace(api, source=str(newer))
        label = without_user(api.upstream.url) if api.upstream else api.source
        old_side = Side(api.source, root, api, given)
        new_side = Side(label, root, new, given, lambda _: api.source)
        if not located(root, api.source).is_file():
            old_side = new_side
        found = compare_sides(old_side, new_side)
    policy = Policy(workspace.diff, datetime.now(UTC).date())
    changes = policy.apply(api.name, found.report.changes)
    return replace(found.report, changes=changes), found.findings


def _versions(api: ApiConfig, report: Report) -> tuple[str, str]:
    """Return the version of an API's distribution, and the next one; empty without one."""
    for target in api.targets:
        if target.name == "python" and target.settings.get("distribution"):
            old = str(target.settings.get("version") or _FIRST_VERSION)
            return old, next_version(old, report.step)
    return "", ""


def _files(
    workspace: Workspace, api: ApiConfig, found: Pulled, report: Report, version: str
) -> dict[str, str | bytes]:
    """Return what changes besides generated files."""
    assert found.content is not None
    values = found.settings(api)
    if version and report.changes:
        values["apis", api.name, "python", "version"] = version
    toml = Path(workspace.file).name
    text = (workspace.root / toml).read_bytes().decode("utf-8")
    files: dict[str, str | bytes] = {api.source: found.content}
    if values:
        files[toml] = with_values(text, values)
    if report.changes:
        path = located(workspace.root, changelog_of(api))
        known = path.read_bytes().decode("utf-8") if path.is_file() else ""
        today = datetime.now(UTC).date().isoformat()
        title = f"{version or report.new_version or report.step} ({today})"
        section = FORMATS["changelog"]([report])
        files[changelog_of(api)] = with_section(known, api.package, title, section)
    return files


@contextmanager
def _beside(source: Path, content: bytes) -> Iterator[Path]:
    """Write a newer source beside the old one, which has the files that it refers to."""
    with turn(source.parent):  # which clears what a killed run has left there
        handle, name = tempfile.mkstemp(source.suffix, STAGING, source.parent)
        newer = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            yield newer
        finally:
            newer.unlink()


@contextmanager
def _taken_back(root: Path, paths: dict[str, str | bytes]) -> Iterator[None]:
    """Put files back as they were where what follows fails."""
    before = {path: (root / path).read_bytes() for path in paths if (root / path).is_file()}
    try:
        yield
    except BaseException:
        FileSet(before).write(root)
        for path in paths.keys() - before.keys():
            (root / path).unlink(missing_ok=True)
        raise
