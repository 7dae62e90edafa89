"""Parts of a package, by the names that programs have for them, and what made them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from specmill.config import ApiConfig
from specmill.diagnostics import Location
from specmill.document.document import Document
from specmill.lower import pins_of_names, pins_of_resources
from specmill.model.api import operations_of
from specmill.pipeline.lock import load_lock, located, shown
from specmill.pipeline.understanding import Understood, understand
from specmill.surface.reading import surface_of
from specmill.surface.value import Method, Model, Surface
from specmill.targets.python.inspect import describe
from specmill.values import dataclass

_MOST_OVERLAYS = 5


@dataclass(frozen=True, slots=True)
class Explanation:
    """Where one part of a package comes from."""

    entry: Mapping[str, Any]
    """Its entry in the description of the API."""
    location: Location
    rule: str
    """What gave it its name, or why it is there."""
    what: str = ""
    """What it is: ``items.get(view)``."""
    overlays: tuple[Location, ...] = ()
    """What of overlays is in it."""


@dataclass(frozen=True, slots=True)
class Things:
    """An API that was read, with all that programs can name in its package."""

    config: ApiConfig
    understood: Understood
    surface: Surface
    described: Mapping[str, Any]
    overlay_files: frozenset[str] = frozenset()

    @classmethod
    def of(cls, root: Path, config: ApiConfig) -> Things:
        """Read an API.

        Raises:
            SpecmillError: The spec is not usable.
        """
        known = load_lock(root).apis.get(config.name) if config.normal_form else None
        read = understand(root, config, known.names if known else None, complete=False)
        surface = surface_of(read.document, read.api, config.package, client=config.client)
        described = describe(read.api, config.package, client=config.client)
        overlays = frozenset(str(shown(located(root, one))) for one in config.overlays)
        return cls(config, read, surface, described, overlays)

    def names(self) -> Iterator[str]:
        """Yield everything that can be explained by its name."""
        for method in self.surface.methods:
            yield from (method.name, method.id)
            yield from (f"{method.name}({one.name})" for one in method.arguments)
        for model in self.surface.models.values():
            yield model.name
            yield from (f"{model.name}.{one.name}" for one in model.attributes)

    def find(self, name: str) -> list[Explanation]:
        """Return what is called ``name``, in Python or in the spec.

        A resource may have the package's name, so ``pets.list`` need not begin with the package.
        """
        return self._find(name) or self._find(self._from_package(name))

    def _find(self, name: str) -> list[Explanation]:
        found = [self.method(one, name) for one in self.surface.methods if name in _names_of(one)]
        found += [self.model(one) for one in self.surface.models.values() if self._is(one, name)]
        if not found and name.endswith(")"):
            owner, _, argument = name[:-1].partition("(")
            found += self.argument(owner, argument)
        if not found and "." in name:
            owner, _, attribute = name.rpartition(".")
            found += self.attribute(owner, attribute)
        return found

    def _from_package(self, name: str) -> str:
        """Take off what leads to a package's part: ``shop.models.``, ``shop.Shop.``, ``client.``"""
        client = self.surface.client
        for start in (f"{self.config.package}.", "models.", f"{client}.", f"Async{client}."):
            name = name.removeprefix(start)
        return name.removeprefix("client.")

    def _is(self, model: Model, name: str) -> bool:
        wire = self.understood.api.models[model.key].wire
        return name == model.name or bool(wire and name == wire)

    def method(self, method: Method, name: str = "") -> Explanation:
        """Explain a method."""
        entries = self.described["operations"]
        entry = next(one for one in entries if one["python"] == method.name)
        return self._made(entry, method.pointer, self._rule_of(method), name or method.name)

    def model(self, model: Model) -> Explanation:
        """Explain a model."""
        entry = next(one for one in self.described["models"] if one["name"] == model.name)
        return self._made(entry, model.pointer, self._rule_of_model(model), model.name)

    def argument(self, owner: str, name: str) -> list[Explanation]:
        """Explain an argument of a method, of the client or of ``RequestOptions``."""
        surface = self.surface
        if owner in (surface.client, f"Async{surface.client}"):
            arguments, pointer = surface.constructor, ""
        elif owner == "RequestOptions":
            arguments, pointer = surface.options, ""
        else:
            methods = [one for one in surface.methods if owner in _names_of(one)]
            if not methods:
                return []
            owner, arguments, pointer = methods[0].name, methods[0].arguments, methods[0].pointer
        return [
            self._made(
                {"python": one.name, "in": one.place, "wire": one.wire, "type": one.annotation},
                one.pointer or pointer,
                f"the {_place(one.place)} {one.wire!r} of the spec" if one.wire else "the call",
                f"{owner}({one.name})",
            )
            for one in arguments
            if name in (one.name, one.wire)
        ]

    def attribute(self, owner: str, name: str) -> list[Explanation]:
        """Explain a field of a model."""
        found = []
        for model in self.surface.models.values():
            if not self._is(model, owner):
                continue
            for one in model.attributes:
                if name in (one.name, one.field.wire):
                    rule = f"the property {one.field.wire!r} of the schema"
                    entry = self._field(model, one.name)
                    found.append(self._made(entry, one.pointer, rule, f"{model.name}.{one.name}"))
        return found

    def _field(self, model: Model, name: str) -> Mapping[str, Any]:
        described = next(one for one in self.described["models"] if one["name"] == model.name)
        fields = (one for one in described.get("fields", ()) if one["python"] == name)
        found: Mapping[str, Any] = next(fields, {"python": name})
        return found

    def _made(self, entry: Mapping[str, Any], pointer: str, rule: str, what: str) -> Explanation:
        document = self.understood.document
        location = document.locate(pointer)
        return Explanation(entry, location, rule, what, self._overlays(document, pointer))

    def _overlays(self, document: Document, pointer: str) -> tuple[Location, ...]:
        """Return what of overlays stands at a pointer or below it."""
        if not self.overlay_files:
            return ()
        inside = f"{pointer}/"
        found = [
            document.locate(one)
            for one, origin in document.origins.known.items()
            if origin.input.name in self.overlay_files
            and (one == pointer or one.startswith(inside))
        ]
        around = document.origins.find(pointer)
        if not found and around is not None and around.input.name in self.overlay_files:
            found = [document.locate(pointer)]
        return tuple(dict.fromkeys(found))[:_MOST_OVERLAYS]

    def _rule_of(self, method: Method) -> str:
        document = self.understood.document
        operation = next(
            one for one in operations_of(self.understood.api) if one.pointer == method.pointer
        )
        node = document.resolve(f"#{operation.form_of or operation.pointer}")
        if operation.id in pins_of_names(self.config.names, document, any_pins=True):
            return f"pinned in [apis.{self.config.name}.names]"
        if operation.id in pins_of_resources(self.config.resources, document, any_pins=True):
            return f"placed in [apis.{self.config.name}.resources]"
        if "x-specmill-method" in node and document.family == "discovery":
            return "the resource tree of the Discovery document"
        if "x-specmill-method" in node or "x-specmill-resource" in node:
            return "x-specmill-resource and x-specmill-method of the operation"
        return "the operation's tag and operationId"

    def _rule_of_model(self, model: Model) -> str:
        document = self.understood.document
        node = document.resolve(f"#{model.pointer}") if model.pointer else {}
        if model.key in self.config.names:
            return f"pinned in [apis.{self.config.name}.names]"
        if model.key.startswith("/"):
            return "the place of an inline schema"
        if isinstance(node, dict) and "x-specmill-name" in node:
            return "x-specmill-name of the schema"
        return "the component's name"


def _names_of(method: Method) -> tuple[str, ...]:
    return method.name, method.id, f"{method.verb} {method.path}"


def _place(place: str) -> str:
    if place in {"path", "query", "header", "cookie"}:
        return f"{place} parameter"
    return {"part": "part of the body", "body": "body"}.get(place, place or "setting")
