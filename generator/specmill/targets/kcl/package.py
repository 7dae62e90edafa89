"""Files of the target ``kcl``: which template makes which."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.diagnostics import fail
from specmill.render.engine import Engine, template_root
from specmill.targets import TargetInput
from specmill.targets.kcl.names import KclNames, choose_names
from specmill.targets.kcl.reserved import CONSTRAINTS, KEYWORDS
from specmill.targets.kcl.spelling import free
from specmill.targets.kcl.views import model_files, page_view, provider_view, resource_files
from specmill.values import dataclass


class KclTarget:
    """A KCL module: schemas of models and resources with checks, a provider, a page about them."""

    @property
    def name(self) -> str:
        """Name of the target."""
        return "kcl"

    def render(self, given: TargetInput) -> dict[str, str | bytes]:
        """Return the module.

        Settings: ``version`` of the module (``0.1.0``), ``enums`` (``closed``: only the values of
            the spec; ``open``: any other too).

        Raises:
            SpecmillError: A name is pinned twice, or a template of the user's fails.
        """
        enums = str(given.settings.get("enums", "closed"))
        if enums not in ("closed", "open"):
            raise fail(f"enums cannot be {enums!r}", hint="closed or open")
        engine = Engine((*given.templates, template_root("kcl")))
        writer = _ModuleWriter(engine, given, choose_names(given.api), enums == "open")
        files: dict[str, str | bytes] = dict(writer.files())
        for path, text in engine.copy_files("runtime").items():
            files[path.replace(CONSTRAINTS, writer.names.runtime)] = text
        return {path: files[path] for path in sorted(files)}


@dataclass(slots=True)
class _ModuleWriter:
    engine: Engine
    given: TargetInput
    names: KclNames
    open_enums: bool

    def files(self) -> Iterator[tuple[str, str]]:
        """Render every file: path in the module and text."""
        api, names = self.given.api, self.names
        package = free(self.given.package, KEYWORDS)
        version = str(self.given.settings.get("version", "0.1.0"))
        yield self._file("kcl.mod", package=package, version=version)
        yield self._file("provider.k", view=provider_view(api, names))
        for models in model_files(api, names, open_enums=self.open_enums):
            yield self._file("models/module.k", f"models/{models.name}.k", view=models)
        for resource in resource_files(api, names, open_enums=self.open_enums):
            path = f"resources/{resource.name}.k"
            yield self._file("resources/resource.k", path, view=resource)
        yield self._file("README.md", view=page_view(api, names, package))

    def _file(self, template: str, path: str = "", **view: object) -> tuple[str, str]:
        return path or template, self.engine.render(f"package/{template}.j2", **view)
