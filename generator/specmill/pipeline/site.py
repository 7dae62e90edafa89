"""Site of a workspace: the pages of all its APIs with search and navigation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from specmill.config import TargetConfig, Workspace
from specmill.diagnostics import Diagnostic, UsageError
from specmill.pipeline.generation import build_files
from specmill.pipeline.lock import located
from specmill.render.files import Changes, FileSet
from specmill.render.site import build_site, write_site
from specmill.targets.docs.site import CONFIG, OUTPUT, SiteApi, site_sources
from specmill.values import replace

_TARGET = "docs"


def build(workspace: Workspace, names: Sequence[str], out: Path) -> Changes:
    """Build the site of some APIs, or of all that have the target ``docs``.

    Args:
        workspace: Whose docs.
        names: APIs to show; all for none.
        out: Folder of the site.

    Raises:
        UsageError: No API has docs, or Zensical is not installed.
        SpecmillError: An input is not usable, or a page has a broken link; nothing was changed.
    """
    shown = _only_docs(workspace, names)
    files, _ = build_files(shown)
    targets = [(api.package, target) for api in shown.apis.values() for target in api.targets]
    apis = [
        SiteApi(package, _below(files, f"{target.folder}/{package}/"))
        for package, target in targets
    ]
    _, first = targets[0]
    sources = site_sources(
        apis,
        language=str(first.settings.get("language", "en")),
        templates=tuple(located(workspace.root, one) for one in [first.templates] if one),
    )
    return write_site(build_site(sources, CONFIG, OUTPUT), out)


def _only_docs(workspace: Workspace, names: Sequence[str]) -> Workspace:
    """Return a workspace of nothing but docs."""
    chosen = {
        api.name: replace(api, targets=docs, normal_form="")
        for api in workspace.pick(tuple(names))
        if (docs := tuple(_by_operation(one) for one in api.targets if one.name == _TARGET))
    }
    if not chosen:
        what = "no API has docs to make a site of"
        raise UsageError(Diagnostic(what, hint='add "docs" to targets in specmill.toml'))
    return replace(workspace, apis=chosen)


def _by_operation(target: TargetConfig) -> TargetConfig:
    """Give each operation a page: that of a large resource takes long to load."""
    return replace(target, settings={"pages": "operations", **target.settings})


def _below(files: FileSet, folder: str) -> dict[str, str]:
    return {
        path.removeprefix(folder): files[path].decode("utf-8")
        for path in files
        if path.startswith(folder)
    }
