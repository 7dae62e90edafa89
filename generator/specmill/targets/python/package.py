"""Files of the target ``python``: which template makes which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from specmill.diagnostics import fail
from specmill.model.api import Resource, walk_resources
from specmill.model.models import Model
from specmill.render.engine import Engine, template_root
from specmill.render.format import format_python
from specmill.render.processes import at_once
from specmill.targets import TargetInput
from specmill.targets.python.names import PythonNames, choose_names
from specmill.targets.python.own_code import own_names
from specmill.targets.python.reserved import QUERY_NAMES
from specmill.targets.python.runtime_modules import needed_modules
from specmill.targets.python.spelling import (
    docstring,
    first_paragraph,
    literal,
    packed_texts,
    version_number,
)
from specmill.targets.python.types import with_closed_enums
from specmill.targets.python.views import (
    SPEC,
    client_view,
    fake_resource_view,
    fake_view,
    long_running_view,
    model_module_view,
    model_names,
    models_by_module,
    options_view,
    public_names,
    query_names,
    resource_view,
    webhooks_view,
)
from specmill.text import snake_case
from specmill.values import dataclass, replace

_RUNTIME = "_runtime"
_FIELDS_PER_OPERATION = 16
"""Fields of models that take as long to write as an operation does, sync and async."""
_MANY_MODELS = 300
"""Models from which on a second process saves more than its start costs."""


class PythonTarget:
    """Typed models and clients, sync and async."""

    @property
    def name(self) -> str:
        """Name of the target."""
        return "python"

    def render(self, given: TargetInput) -> dict[str, str | bytes]:
        """Return a package to vendor, or with ``distribution`` a project to install.

        Settings: ``distribution`` (bool), ``formatter`` (``ruff``, ``black``, ``none``),
            ``drift`` (offer a recorder of drift), ``kit`` (a fake of the service for tests),
            ``runtime`` (import path of a shared runtime, which is then not copied; who runs the
            target writes it below ``runtime_out``), ``client``
            (name of the client class), ``facade`` (``documented``: the methods of a reference page
            besides), ``enums`` (``open``, or ``closed``: only the values of the spec),
            ``async_docs`` (``title``, or ``full``: as of the sync methods).

        Raises:
            SpecmillError: A name is pinned twice, or a template of the user's fails.
        """
        engine = Engine((*given.templates, template_root("python")))
        has_closed_enums = _is_set(given, "enums", "closed", "open")
        if has_closed_enums:
            given = replace(given, api=with_closed_enums(given.api))
        names = replace(
            choose_names(given.api, client=str(given.settings.get("client", ""))),
            closed_enums=has_closed_enums,
            full_async_docs=_is_set(given, "async_docs", "full", "title"),
        )
        if given.own_code:
            names = replace(names, own=own_names(given.own_code))
        if given.settings.get("drift"):
            names = replace(names, drift=True)
        writer = _PackageWriter(engine, given, names)
        modules = writer.formatted()
        package: dict[str, str | bytes] = dict(modules)
        package |= {**writer.runtime_files(modules), "py.typed": ""}
        if given.settings.get("kit"):
            package[SPEC] = given.facts()
        if not given.settings.get("distribution"):
            return {path: package[path] for path in sorted(package)}
        from specmill.targets.python.distribution import (  # noqa: PLC0415 - few are installed
            distribution_files,
        )

        version = package_version(given)
        project: dict[str, str | bytes] = dict(distribution_files(engine, given, names, version))
        project.update({f"src/{given.package}/{path}": text for path, text in package.items()})
        return {path: project[path] for path in sorted(project)}


def _is_set(given: TargetInput, key: str, word: str, usual: str) -> bool:
    """Tell whether a setting has one of its two words, and not the usual one.

    Raises:
        SpecmillError: It has another.
    """
    value = str(given.settings.get(key, usual))
    if value not in (word, usual):
        raise fail(f"{key} cannot be {value!r}", hint=f"{word} or {usual}")
    return value == word


def package_version(given: TargetInput) -> str:
    """Return the version of a package: the setting ``version``, else that of the spec."""
    return str(given.settings.get("version") or version_number(given.api.version))


class _Module(NamedTuple):
    """A module to write."""

    size: int
    """What it takes to write it, in fields of models."""
    write: Callable[[], tuple[str, str]]
    """Gives its path in the package and its text."""


def _written(modules: Iterable[_Module]) -> Iterator[tuple[str, str]]:
    return (module.write() for module in modules)


def _halves(modules: Sequence[_Module]) -> tuple[Sequence[_Module], Sequence[_Module]]:
    """Cut modules into two runs that take alike; like modules stay together."""
    total = sum(module.size for module in modules)
    before, cut = 0, 0
    while cut < len(modules) and 2 * (before + modules[cut].size) <= total:
        before += modules[cut].size
        cut += 1
    return modules[:cut], modules[cut:]


@dataclass(slots=True)
class _PackageWriter:
    engine: Engine
    given: TargetInput
    names: PythonNames

    def formatted(self) -> dict[str, str]:
        """Render every module: path in the package to text."""
        formatter = str(self.given.settings.get("formatter", "ruff"))
        style = partial(format_python, formatter=formatter, templates=self.given.templates)
        modules = [*self._models(), *self._resources(), *self._fakes()]
        if len(self.given.api.models) < _MANY_MODELS:
            return style(dict(chain(_written(modules), self._clients())))
        near, far = _halves(modules)
        first, second = at_once(
            lambda: style(dict(_written(near))),
            lambda: style(dict(chain(_written(far), self._clients()))),
        )
        return {**first, **second}

    def _models(self) -> Iterator[_Module]:
        runtime = self._runtime("..")

        def write(module: str, models: list[Model]) -> tuple[str, str]:
            view = model_module_view(
                self.given.api, self.names, runtime, module, models, documented=self._documented
            )
            return self._module("models/module.py", f"models/{module}.py", view=view)

        for module, models in models_by_module(self.given.api, self.names).items():
            size = sum(1 + len(model.fields) for model in models)
            yield _Module(size, partial(write, module, models))

    def _resources(self) -> Iterator[_Module]:
        def write(resource: Resource) -> tuple[str, str]:
            view = resource_view(self.names, resource, self._runtime(".."))
            return self._module("resources/resource.py", f"resources/{view.module}.py", view=view)

        for resource in walk_resources(self.given.api.root):
            if resource.path:
                size = _FIELDS_PER_OPERATION * len(resource.operations)
                yield _Module(size, partial(write, resource))

    def _fakes(self) -> Iterator[_Module]:
        """Yield what tests use in place of the service, if it is wanted."""
        if not self.given.settings.get("kit"):
            return
        runtime = self._runtime("..")

        def write(resource: Resource) -> tuple[str, str]:
            view = fake_resource_view(self.names, resource, runtime)
            path = f"testing/{self.names.resources[resource.path]}.py"
            return self._module("testing/resource.py", path, view=view)

        def write_service() -> tuple[str, str]:
            view = fake_view(self.given.api, self.names, runtime)
            return self._module("testing/__init__.py", view=view)

        def write_server() -> tuple[str, str]:
            facts = {"package": self.given.package, "runtime": runtime}
            return self._module("testing/__main__.py", cls=fake, **facts)

        def write_fixture() -> tuple[str, str]:
            return self._module("_pytest_plugin.py", cls=fake, fixture=snake_case(fake))

        fake = f"Fake{self.names.client}"
        yield _Module(_FIELDS_PER_OPERATION, write_service)
        yield _Module(1, write_server)
        yield _Module(1, write_fixture)
        for resource in walk_resources(self.given.api.root):
            if resource.path:
                size = _FIELDS_PER_OPERATION * len(resource.operations)
                yield _Module(size, partial(write, resource))

    def _clients(self) -> Iterator[tuple[str, str]]:
        api, names = self.given.api, self.names
        version = f", version {api.version}" if api.version else ""
        about = docstring(
            first_paragraph(f"Client of the {api.title or api.key}{version}.", indent=0)
        )
        offered = model_names(api, names)
        yield self._module("models/__init__.py", view=offered, runtime=self._runtime(".."))
        public = public_names(api, names, self._runtime("."))
        version = package_version(self.given)
        yield self._module(
            "__init__.py",
            about=about,
            view=public,
            runtime=self._runtime("."),
            version=literal(version),
        )
        view = client_view(api, names, self._runtime("."), version)
        yield self._module("_client.py", view=view)
        options = options_view(api, names, self._runtime("."))
        yield self._module("_options.py", view=options, runtime=self._runtime("."))
        if left_out := query_names(api):
            yield self._module(f"{QUERY_NAMES}.py", lines=packed_texts(left_out))
        if names.progress:
            kinds = long_running_view(api, names, self._runtime("."))
            yield self._module("_long_running.py", view=kinds)
        if self._documented:
            from specmill.targets.python.documented import view as facade  # noqa: PLC0415

            face = facade.documented_view(api, names, self._runtime("."))
            yield self._module("documented.py", view=face)
        if api.webhooks:
            yield self._module("webhooks.py", view=webhooks_view(api, names, self._runtime(".")))
        yield self._module("resources/__init__.py")

    @property
    def _documented(self) -> bool:
        """Whether the methods of a reference page are wanted."""
        facade = str(self.given.settings.get("facade", ""))
        if facade not in ("", "documented"):
            raise fail(f"there is no facade {facade!r}", hint="known: 'documented'")
        return bool(facade)

    def runtime_files(self, package: Mapping[str, str]) -> Mapping[str, str]:
        """Return what of the runtime to copy for these modules; nothing where it is shared."""
        if self.given.settings.get("runtime"):
            return {}
        texts = (*package.values(), *self.given.own_code.values())
        files = needed_modules(self.engine.copy_files("runtime"), texts, _RUNTIME)
        return {f"{_RUNTIME}/{path}": text for path, text in files.items()}

    def _runtime(self, package: str) -> str:
        """Return the runtime's module path for a module that imports its package as ``package``."""
        shared = str(self.given.settings.get("runtime") or "")
        return shared or f"{package}{_RUNTIME}"

    def _module(self, template: str, path: str = "", **view: object) -> tuple[str, str]:
        return path or template, self.engine.render(f"package/{template}.j2", **view)
