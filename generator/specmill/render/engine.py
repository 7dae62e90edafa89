"""Template engine: Jinja2, strict about undefined names; a user's templates hide ours."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2

from specmill.diagnostics import Location, SpecmillError, fail
from specmill.render.compiled import CompiledTemplates
from specmill.render.disk import read_file

_PACKAGE = Path(__file__).parents[1]


def template_root(target: str) -> Path:
    """Folder of specmill's own templates for ``target``: in the package, or in a checkout."""
    return _own_templates() / target


def _own_templates() -> Path:
    installed = _PACKAGE / "_templates"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"


class Engine:
    """Renders the templates of some folders; a file of an earlier one hides its later namesakes.

    Text of a spec reaches templates as values only, never as template source.
    """

    def __init__(
        self,
        search_path: Sequence[Path],
        *,
        filters: Mapping[str, Callable[..., Any]] | None = None,
    ) -> None:
        self._folders = tuple(search_path)
        self._environment = _environment(self._folders)
        if filters:
            self._environment = self._environment.overlay()
            self._environment.filters = {**self._environment.filters, **filters}

    def render(self, template: str, /, **view: Any) -> str:
        """Fill in one template.

        Raises:
            SpecmillError: the template is missing, does not parse or uses an undefined name; the
                diagnostic has the template's file and line.
        """
        try:
            return self._environment.get_template(template).render(**view)
        except jinja2.TemplateNotFound as error:
            folders = ", ".join(str(folder) for folder in self._folders)
            raise fail(f"template {error.name} not found", hint=f"looked in {folders}") from error
        except jinja2.TemplateSyntaxError as error:
            location = Location(error.filename or error.name or template, error.lineno, 1)
            raise fail(f"bad template: {error.message}", location=location) from error
        except jinja2.TemplateError as error:
            raise fail(
                f"template failed: {error.message}", location=self._place(error, template)
            ) from error
        except SpecmillError:
            raise
        except Exception as error:
            place = self._place(error, template)
            if Path(place.file).is_relative_to(_own_templates()):
                raise
            what = f"template failed: {type(error).__name__}: {error}"
            raise fail(what, location=place) from error

    def templates(self) -> list[str]:
        """Names of all templates that are not partials (``_x.j2``), sorted."""
        return [
            name
            for name in self._environment.list_templates(extensions=["j2"])
            if not name.rpartition("/")[2].startswith("_")
        ]

    def copy_files(self, folder: str) -> dict[str, str]:
        """Read the files below ``folder`` that are copied as they are.

        Returns:
            Path relative to ``folder``, POSIX, to text; sorted by path.
        """
        found: dict[str, Path] = {}
        for root in reversed(self._folders):
            found.update(_files_below(root / folder))
        return {
            name: read_file(found[name]).decode("utf-8").replace("\r\n", "\n")
            for name in sorted(found)
        }

    def _place(self, error: BaseException, template: str) -> Location:
        """The innermost template line of a traceback (Jinja maps its frames to template files)."""
        place = Location(template)
        trace = error.__traceback__
        while trace is not None:
            file = trace.tb_frame.f_code.co_filename
            if file.endswith(".j2") and any(Path(file).is_relative_to(f) for f in self._folders):
                place = Location(file, trace.tb_lineno, 1)
            trace = trace.tb_next
        return place


def _files_below(folder: Path) -> Iterable[tuple[str, Path]]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        inner = Path(root).relative_to(folder)
        for name in names:
            if not name.endswith(".pyc"):
                yield (inner / name).as_posix(), Path(root, name)


@lru_cache
def _environment(folders: tuple[Path, ...]) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - source code, not HTML; targets spell literals
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=CompiledTemplates(_own_templates()),
    )
