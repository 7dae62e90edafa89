"""Files of the target ``docs``: which template makes which page."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.diagnostics import Diagnostic, UsageError
from specmill.model.api import Resource, operations_of, walk_resources
from specmill.model.operations import Operation
from specmill.render.engine import Engine, template_root
from specmill.render.format import format_python
from specmill.targets import TargetInput
from specmill.targets.docs.examples import Programs, programs_of
from specmill.targets.docs.labels import Labels, load_labels
from specmill.targets.docs.layout import (
    INDEX,
    MODELS,
    NAVIGATION,
    OPERATIONS,
    Pages,
    lay_out,
    relative,
)
from specmill.targets.docs.navigation import navigation
from specmill.targets.docs.prose import heading
from specmill.targets.docs.tree import DEEPEST_OF_ONE, Trees
from specmill.targets.docs.type_words import Words
from specmill.targets.docs.views import (
    OperationView,
    brief,
    index_view,
    model_groups,
    model_view,
    operation_view,
    rows_by_path,
    said,
)
from specmill.targets.python.reference import CallReference, PythonReference, telling
from specmill.values import dataclass, replace

_LINE_LENGTH = 80


class DocsTarget:
    """Reference pages in Markdown: an index, a page for each resource and for each model; for
    sites also one for each operation.
    """

    @property
    def name(self) -> str:
        """Name of the target."""
        return "docs"

    def render(self, given: TargetInput) -> dict[str, str | bytes]:
        """Return the pages, and ``nav.yml``, their order as MkDocs and Zensical read it.

        Settings: ``language`` (a file of ``labels/``, ``en`` by default), ``formatter`` of the
            examples (``ruff``, ``black``, ``none``), ``client`` (name of the client class),
            ``pages`` (``resources``, or ``operations`` for a page of each), ``kit`` (pages show the
            fake of each method).

        Raises:
            SpecmillError: A name is pinned twice, or a template or a label of the user's fails.
            UsageError: There is no such language, formatter or kind of pages.
        """
        by_operation = _by_operation(str(given.settings.get("pages", "resources")))
        engine = Engine((*given.templates, template_root("docs")))
        labels = load_labels(engine, str(given.settings.get("language", "en")))
        client = str(given.settings.get("client", ""))
        reference = PythonReference(given.api, given.package, client=client)
        layout = lay_out(reference, by_operation=by_operation)
        writer = _PageWriter(engine, labels, layout, _calls(reference, given))
        pages = dict(writer.pages())
        return {path: pages[path] for path in sorted(pages)}


def _by_operation(pages: str) -> bool:
    if pages not in ("resources", "operations"):
        what = f"there are no pages by {pages!r}"
        raise UsageError(Diagnostic(what, hint="known: 'resources', 'operations'"))
    return pages == "operations"


@dataclass(frozen=True, slots=True)
class _Call:
    """How an operation is called, with the programs that show it."""

    reference: CallReference
    programs: Programs


def _calls(reference: PythonReference, given: TargetInput) -> dict[str, _Call]:
    """Return the calls by the operation's pointer, all programs formatted at once."""
    calls: dict[str, _Call] = {}
    programs: dict[str, str] = {}
    for operation in operations_of(reference.api):
        call = reference.call(operation)
        made = programs_of(operation, call, reference, kit=bool(given.settings.get("kit")))
        calls[operation.pointer] = _Call(call, made)
        programs[f"sync {operation.pointer}"] = made.sync
        programs[f"async {operation.pointer}"] = made.asynchronous
        programs |= {f"fake {operation.pointer}": made.fake} if made.fake else {}
    formatter = str(given.settings.get("formatter", "ruff"))
    formatted = format_python(programs, formatter=formatter, line_length=_LINE_LENGTH)
    return {
        pointer: replace(
            call,
            programs=replace(
                call.programs,
                sync=formatted[f"sync {pointer}"].strip(),
                asynchronous=formatted[f"async {pointer}"].strip(),
                fake=formatted.get(f"fake {pointer}", "").strip(),
            ),
        )
        for pointer, call in calls.items()
    }


@dataclass(frozen=True, slots=True)
class _PageWriter:
    engine: Engine
    labels: Labels
    layout: Pages
    calls: dict[str, _Call]

    def pages(self) -> Iterator[tuple[str, str]]:
        """Render every page: path and text."""
        api = self.layout.reference.api
        index = index_view(self._words(INDEX), self._first_program())
        yield self._page("index.md", INDEX, view=index)
        for resource in walk_resources(api.root):
            if resource.path or resource.operations:
                yield from self._resource(resource)
        by_path = rows_by_path(self._words(OPERATIONS))
        yield self._page("operations.md", OPERATIONS, rows=by_path)
        groups = model_groups(self._words(MODELS))
        yield self._page("models/index.md", MODELS, groups=groups)
        for key, model in api.models.items():
            path = self.layout.models[key]
            yield self._page("models/model.md", path, view=model_view(model, self._words(path)))
        yield NAVIGATION, navigation(self.layout, self.labels)

    def _resource(self, resource: Resource) -> Iterator[tuple[str, str]]:
        """Yield the page of a resource; where operations have pages, these and all on one."""
        path = self.layout.resources[resource.path]
        if not (self.layout.operations and resource.operations):
            yield self._all_of(resource, path)
            return
        yield self._all_of(resource, self.layout.printed(resource), printed=True)
        listed = []
        for operation in resource.operations:
            place = self.layout.operations[operation.pointer]
            words = self._words(place)
            view = self._operation(operation, words, Trees(words, DEEPEST_OF_ONE))
            yield self._page("resources/operation.md", place, operation=view, is_printed=False)
            listed.append(replace(view, link=relative(place, path)))
        printed = relative(self.layout.printed(resource), path)
        yield self._resource_page(resource, path, listed, printed=printed)

    def _all_of(self, resource: Resource, path: str, *, printed: bool = False) -> tuple[str, str]:
        """Return a page with all operations of a resource."""
        words = self._words(path)
        trees = Trees(words)
        operations = [self._operation(one, words, trees) for one in resource.operations]
        return self._resource_page(resource, path, operations, is_printed=printed)

    def _resource_page(
        self,
        resource: Resource,
        path: str,
        operations: list[OperationView],
        *,
        printed: str = "",
        is_printed: bool = False,
    ) -> tuple[str, str]:
        """Return the page of a resource.

        Args:
            resource: The resource.
            path: Of the page.
            operations: Its methods.
            printed: Link to the page that has them all; empty where that is this page.
            is_printed: Whether nothing is folded.
        """
        return self._page(
            "resources/resource.md",
            path,
            title=heading(self.layout.reference.dotted(resource) or "client"),
            about=said(resource.docs),
            children=tuple(
                (self.layout.to_resource(child, path), brief(child.docs))
                for child in resource.children
            ),
            operations=operations,
            printed=printed,
            is_printed=is_printed,
        )

    def _operation(self, operation: Operation, words: Words, trees: Trees) -> OperationView:
        call = self.calls[operation.pointer]
        return operation_view(operation, call.reference, call.programs, words, trees)

    def _first_program(self) -> str:
        """Return the program of a telling operation."""
        first = telling(self.layout.reference.api)
        return self.calls[first.pointer].programs.sync if first is not None else ""

    def _words(self, path: str) -> Words:
        return Words(self.layout, self.labels, path)

    def _page(self, template: str, path: str, **view: object) -> tuple[str, str]:
        text = self.engine.render(f"pages/{template}.j2", t=self.labels, **view)
        return path, _without_gaps(text)


def _without_gaps(page: str) -> str:
    """Return a page with one empty line where templates leave several, code as it is."""
    lines: list[str] = []
    fenced = False
    for line in page.split("\n"):
        fenced ^= line.startswith("```")
        if fenced or line.strip() or (lines and lines[-1]):
            lines.append(line if fenced else line.rstrip())
    return "\n".join(lines).rstrip("\n") + "\n"
