"""The facade: the methods and classes of a reference page, as the package has them besides."""

from __future__ import annotations

from collections.abc import Sequence

from specmill.model.api import Api
from specmill.surface.reading.arguments import without_module
from specmill.surface.value import Argument, Face, Method
from specmill.targets.python.documented.arguments import FaceParameter
from specmill.targets.python.documented.view import documented_view
from specmill.targets.python.names import PythonNames

MODULE = "documented"


def read_face(api: Api, names: PythonNames) -> Face:
    """Return the facade that the Python target makes of a reference page."""
    view = documented_view(api, names, "runtime")
    classes = {
        one.name: {each.name: without_module(each.annotation) for each in one.attributes}
        for one in view.classes
    }
    classes |= {
        one.name: {name: without_module(annotation) for name, annotation in one.members}
        for one in view.results
    }
    methods = [_method(one.name, one.arguments, one.returns, one.pointer) for one in view.methods]
    return Face(_method(view.cls, view.given, "None", ""), tuple(methods), classes)


def _method(name: str, parameters: Sequence[FaceParameter], returned: str, pointer: str) -> Method:
    arguments = tuple(
        Argument(
            one.name,
            without_module(one.annotation),
            one.required,
            positional=not one.keyword_only,
            place=MODULE,
            wire=one.name,
            pointer=pointer,
        )
        for one in parameters
    )
    return Method(
        f"{MODULE}.{name}", name, "", "",
        arguments=arguments, returned=without_module(returned), pointer=pointer,
    )  # fmt: skip
