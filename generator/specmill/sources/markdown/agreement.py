"""Agreement of bindings with their reference page, checked in both directions."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping

from specmill.diagnostics import Diagnostic, Location
from specmill.document import pointers
from specmill.sources.loading import Source
from specmill.sources.markdown.bindings import FILE_NAME, Binding, Bindings
from specmill.sources.markdown.page import Method, Page
from specmill.sources.repairs.checks import raise_all
from specmill.values import dataclass

_PATH = re.compile(r"(?:\w+: )?(\w+)")
"""The first field of a path into an answer, behind the class that shows it."""
_VARIABLE = re.compile(r"\{([^{}]*)\}")


def check_agreement(page: Page, source: Source, bindings: Bindings) -> None:
    """Refuse bindings that do not fit the page.

    ``source`` is the page with its lines. A method of the page without a binding is none of the
    mistakes: it stays unbound. Raises SpecmillError with the row of the page, or the line of the
    bindings, that is wrong.
    """
    checker = _Checker(page, source, bindings)
    raise_all(checker.mistakes())


@dataclass(slots=True)
class _Checker:
    page: Page
    source: Source
    bindings: Bindings

    def mistakes(self) -> Iterator[Diagnostic]:
        methods = {method.id: method for method in self.page.methods}
        for kind, names in (
            ("methods", self.bindings.methods),
            ("excluded", self.bindings.excluded),
        ):
            for name, binding in names.items():
                place = self._there(pointers.join("", kind, name))
                if isinstance(binding, Binding) and binding.undocumented:
                    yield from self._undocumented(binding, methods)
                elif name not in methods:
                    yield Diagnostic(
                        f"the page has no method `{name}`", place, _guess(name, methods)
                    )
        for name, binding in self.bindings.methods.items():
            if name in self.bindings.excluded:
                place = self._there(pointers.join("/excluded", name))
                yield Diagnostic(f"`{name}` is bound and excluded", place)
            if name in methods and not binding.undocumented:
                yield from self._method(methods[name], binding)
        yield from self._codes()

    def _undocumented(
        self, binding: Binding, methods: Mapping[str, Method]
    ) -> Iterator[Diagnostic]:
        """Check a method that only the server has: the page must not have it, nor parts of it."""
        if binding.id in methods:
            what = f"`{binding.id}` is marked `undocumented`, but the page has it"
            yield Diagnostic(what, self._there(pointers.join(binding.pointer, "undocumented")))
        for key in ("result", "ignored"):
            if key in binding.facts:
                what = f"`{key}` is only for methods of the page, which has no `{binding.id}`"
                yield Diagnostic(what, self._there(pointers.join(binding.pointer, key)))
        for name, pointer in binding.carried:
            what = f"`{name}` has no `type`, and the page has no `{binding.id}`"
            yield Diagnostic(what, self._there(pointer), "give its `type` instead")
        yield from self._values(binding)
        yield from self._path(binding)

    def _method(self, method: Method, binding: Binding) -> Iterator[Diagnostic]:
        known = [parameter.name for parameter in method.parameters]
        carried: dict[str, str] = {}
        for name, pointer in binding.carried:
            if name not in known:
                what = f"the page has no parameter `{name}` of `{method.id}`"
                yield Diagnostic(what, self._there(pointer), _guess(name, known))
            elif name in carried:
                what = f"`{name}` of `{method.id}` is already sent elsewhere"
                first = f"first at {self._there(carried[name])}"
                yield Diagnostic(what, self._there(pointer), first)
            carried.setdefault(name, pointer)
        for parameter in method.parameters:
            if parameter.name not in carried:
                place = self.source.locate(
                    pointers.join(method.pointer, "parameters", parameter.name)
                )
                what = f"{FILE_NAME} does not say how `{parameter.name}` of `{method.id}` is sent"
                hint = f"name it under methods.{method.id} of {FILE_NAME}"
                yield Diagnostic(what, place, hint)
        yield from self._values(binding)
        yield from self._path(binding)

    def _values(self, binding: Binding) -> Iterator[Diagnostic]:
        for value in binding.values:
            if not value.doc and "type" not in value.facts and "const" not in value.facts:
                what = f"`{value.wire}` has neither `doc` nor `type`"
                yield Diagnostic(what, self._there(value.pointer))
            known = self._fields(value.facts.get("type", ""))
            for member in value.holds:
                if known and member not in known:
                    what = f"the schema {value.facts['type']} has no field `{member}`"
                    place = self._there(pointers.join(value.pointer, "holds", member))
                    yield Diagnostic(what, place, _guess(member, known))
        yield from self._result(binding)

    def _result(self, binding: Binding) -> Iterator[Diagnostic]:
        returned = binding.facts.get("returns", "")
        known = self._fields(returned)
        for index, given in enumerate(binding.facts.get("result", ())):
            paths = list(given.values()) if isinstance(given, dict) else [given]
            for path in paths:
                found = _PATH.match(path) if isinstance(path, str) else None
                if found and known and found[1] not in known:
                    place = self._there(f"{binding.pointer}/result/{index}")
                    what = f"the answer {returned} has no field `{found[1]}`"
                    yield Diagnostic(what, place, _guess(found[1], known))

    def _fields(self, name: str) -> set[str]:
        """Give the fields of a schema of the bindings; empty when it is none or no object."""
        schemas = self.bindings.tree.get("schemas", {})
        found: set[str] = set()
        seen: set[str] = set()
        todo = [name]
        while todo:
            current = todo.pop()
            if current in schemas and current not in seen:
                seen.add(current)
                found |= set(schemas[current].get("fields", ()))
                todo += schemas[current].get("includes", ())
        return found

    def _path(self, binding: Binding) -> Iterator[Diagnostic]:
        variables = _VARIABLE.findall(binding.path)
        given = [value.wire for value in binding.at("path")]
        for name in variables:
            if name not in given:
                what = f"`{name}` of the path is not under `path`"
                yield Diagnostic(what, self._there(f"{binding.pointer}/http"))
        for value in binding.at("path"):
            if value.wire not in variables:
                what = f"`{value.wire}` does not occur in {binding.path}"
                yield Diagnostic(what, self._there(value.pointer))

    def _codes(self) -> Iterator[Diagnostic]:
        errors = self.bindings.tree.get("errors", {})
        if "codes" not in errors:
            return
        known = {code for codes in errors["codes"].values() for code in codes}
        lists = [("/errors/final", errors.get("final", ()))]
        for binding in self.bindings.methods.values():
            lists += [
                (f"{binding.pointer}/{key}", binding.facts.get(key, ()))
                for key in ("fails", "final")
            ]
        for pointer, codes in lists:
            for index, code in enumerate(codes):
                if isinstance(code, str) and code not in known:
                    place = self._there(f"{pointer}/{index}")
                    yield Diagnostic(f"no error code {code!r}", place, _guess(code, known))

    def _there(self, pointer: str) -> Location:
        return self.bindings.source.locate(pointer)


def _guess(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"did you mean `{close[0]}`?" if close else ""
