"""Rules that every generated package keeps, checked on the committed ones."""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import re
import subprocess
import sys
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
from ruff import find_ruff_bin

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated" / "python"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
RUFF = ["check", "--isolated", "--no-cache", "--line-length=100", "--target-version=py311"]


@dataclass(frozen=True)
class Package:
    """A committed package and the normal form that it was made from."""

    name: str
    spec: Path

    @property
    def folder(self) -> Path:
        """Where its modules are."""
        return GENERATED / self.name

    @cached_property
    def modules(self) -> dict[str, ast.Module]:
        """The generated modules, without the runtime: path to tree."""
        return {
            path.relative_to(self.folder).as_posix(): ast.parse(path.read_text("utf-8"))
            for path in sorted(self.folder.rglob("*.py"))
            if "_runtime" not in path.parts
        }

    @cached_property
    def normal_form(self) -> dict[str, Any]:
        """The OpenAPI document."""
        document: dict[str, Any] = json.loads(self.spec.read_bytes())
        return document

    def look_up(self, node: Any) -> Any:
        """Follow references."""
        while isinstance(node, dict) and "$ref" in node:
            target: Any = self.normal_form
            for token in node["$ref"].removeprefix("#/").split("/"):
                target = target[token.replace("~1", "/").replace("~0", "~")]
            node = target
        return node


def _packages() -> list[Package]:
    """Pair packages with specs by the name that the client's settings carry."""
    found = []
    for folder in sorted(GENERATED.iterdir()) if GENERATED.is_dir() else ():
        name = re.search(r'\bname="([^"]+)"', (folder / "_client.py").read_text("utf-8"))
        assert name is not None, folder
        found.append(Package(folder.name, ROOT / "specs" / name[1] / "openapi.json"))
    return found


PACKAGES = _packages()


@pytest.fixture(params=PACKAGES, ids=lambda package: package.name)
def package(request: pytest.FixtureRequest) -> Package:
    """Each committed package."""
    return request.param  # type: ignore[no-any-return]


def test_packages_are_committed() -> None:
    assert len(PACKAGES) >= 4
    assert all(package.spec.is_file() for package in PACKAGES)


def test_a_function_is_one_statement(package: Package) -> None:
    for path, tree in package.modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) is not None else node.body
                assert len(body) == 1, f"{path}:{node.lineno} {node.name}"
                assert not isinstance(body[0], ast.If | ast.For | ast.While | ast.With | ast.Try)


def test_nothing_silences_a_checker(package: Package) -> None:
    silencer = re.compile(r"#\s*(noqa|type:\s*ignore|pyright:|mypy:|ruff:|pragma)", re.IGNORECASE)
    for path in package.folder.rglob("*.py"):
        assert not silencer.search(path.read_text("utf-8")), path


def test_modules_of_models_import_in_one_direction(package: Package) -> None:
    imports: dict[str, set[str]] = {}
    for path, tree in package.modules.items():
        folder, _, file = path.rpartition("/")
        if folder == "models" and file != "__init__.py":
            imports[file.removesuffix(".py")] = {
                node.module
                for node in tree.body
                if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module
            }
    assert imports
    assert len(list(TopologicalSorter(imports).static_order())) == len(imports)


def test_modules_import_only_what_may_load(package: Package) -> None:
    """Models know no resources, a resource loads no other; a face alone reaches the client."""
    for path, tree in package.modules.items():
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.level:
                module = node.module or ""
                above = path in ("__init__.py", "documented.py")
                assert above or not module.startswith(("_client", "resources")), path
                assert not (path.startswith("resources/") and node.level == 1), path


def test_services_load_no_model_and_no_library(package: Package) -> None:
    services = [
        f"{package.name}.{path.removesuffix('.py').replace('/', '.')}"
        for path in package.modules
        if path.startswith("resources/") and not path.endswith("__init__.py")
    ]
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "heavy = {'pydantic', 'pydantic_core', 'httpx2', 'anyio', 'google'}\n"
        "print([one for one in sys.modules"
        " if one.partition('.')[0] in heavy or '.models.' in one or '._client' in one])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *services],
        cwd=GENERATED,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "[]\n"


def test_annotations_of_services_are_types_that_exist(package: Package) -> None:
    _imported(package)
    for path in package.modules:
        if path.startswith("resources/") and not path.endswith("__init__.py"):
            name = f"{package.name}.{path.removesuffix('.py').replace('/', '.')}"
            for cls in vars(importlib.import_module(name)).values():
                if isinstance(cls, type) and cls.__module__ == name:
                    for method in vars(cls).values():
                        if inspect.isfunction(method):
                            assert "return" in typing.get_type_hints(method), (name, method)


def test_the_runtime_has_what_the_api_needs_alone(package: Package) -> None:
    """What only some APIs have is copied where a module of the package imports it."""
    special = {"media.media", "media.download", "operations.operations", "auth.google"}
    special |= {"auth.oauth", "streams.streams", "streams.events", "batch.client", "documented"}
    runtime = package.folder / "_runtime"
    paths = (path.relative_to(runtime).with_suffix("") for path in runtime.rglob("*.py"))
    copied = {".".join(path.parts) for path in paths}
    texts = [(package.folder / path).read_text("utf-8") for path in package.modules]
    named = {name for text in texts for name in re.findall(r"_runtime\.([\w.]+)", text)}
    assert copied & special <= named


def test_no_import_is_unused_unsorted_or_shadows_a_builtin(package: Package) -> None:
    rules = "--select=I,F,A001,A002,E501,W,UP,D300,RUF100"
    files = [str(package.folder / path) for path in package.modules]
    done = subprocess.run(
        [find_ruff_bin(), *RUFF, rules, *files],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout


def test_a_model_stands_in_one_module(package: Package) -> None:
    seen: dict[str, str] = {}
    for path, tree in package.modules.items():
        if path.startswith("models/"):
            for node in tree.body:
                if isinstance(node, ast.ClassDef):
                    assert node.name not in seen, (node.name, path, seen[node.name])
                    seen[node.name] = path


_DOTTED = re.compile(r"\{[^{}]*\.([^{}.]*)\}")


@cache
def _operations(package: Package) -> dict[str, tuple[str, str, list[Any]]]:
    """Operation id → HTTP method, path on the wire, parameters; straight from the document."""
    found = {}
    for path, item in package.normal_form["paths"].items():
        for method in METHODS:
            node = item.get(method)
            if node is None or "x-specmill-skip" in node:
                continue
            own = [package.look_up(one) for one in node.get("parameters", ())]
            shared = [package.look_up(one) for one in item.get("parameters", ())]
            common = package.normal_form.get("x-specmill-common-parameters", ())
            known = package.normal_form.get("components", {}).get("parameters", {})
            replaced = node.get("x-specmill-path-parameters")
            if replaced is not None:
                own = [*replaced, *(one for one in own if one["in"] != "path")]
            parameters = [
                one for one in [*shared, *own] if not any(one is known[name] for name in common)
            ]
            wire = _DOTTED.sub(r"{\1}", node.get("x-specmill-path", path))
            request = (method.upper(), wire, [_plainly_named(one) for one in parameters])
            found[node["operationId"]] = request
            if "x-specmill-wait" in node:
                found[f"{node['operationId']}_wait"] = request
    return found


def _plainly_named(parameter: Any) -> Any:
    """Call a variable of the path by its last word, as gateways name fields of messages."""
    name = parameter["name"]
    return {**parameter, "name": name.rpartition(".")[2] if parameter["in"] == "path" else name}


def _requests(package: Package) -> Iterator[tuple[str, str, ast.Call]]:
    """The requests that the modules make: module, function, call."""
    for path, tree in package.modules.items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                returned = node.body[-1]
                assert isinstance(returned, ast.Return)
                assert isinstance(returned.value, ast.Call)
                yield path, node.name, returned.value


def test_every_operation_is_a_method(package: Package) -> None:
    made = {}
    for path, function, call in _requests(package):
        id_, route = (ast.literal_eval(argument) for argument in call.args)
        assert id_ not in made, id_
        made[id_] = tuple(route.split(" ", 1))
        assert _callers(package.modules[path], function) == {ast.FunctionDef, ast.AsyncFunctionDef}
    wanted = {id_: (method, wire) for id_, (method, wire, _) in _operations(package).items()}
    assert made == wanted


def _callers(module: ast.Module, function: str) -> set[type[ast.AST]]:
    """Kinds of public methods that call a request function; a list's async twin is no coroutine."""
    kinds: set[type[ast.AST]] = set()
    for cls in module.body:
        for node in cls.body if isinstance(cls, ast.ClassDef) else ():
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                names = {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}
                if function in names and not node.name.startswith("_"):
                    is_async = any("Async" in ast.unparse(base) for base in cls.bases)
                    kinds.add(ast.AsyncFunctionDef if is_async else ast.FunctionDef)
    return kinds


def test_every_resource_is_reachable_from_both_clients(package: Package) -> None:
    sdk = _imported(package)
    resources = {path for path in package.modules if path.startswith("resources/")}
    for client in (name for name in sdk.__all__ if _is_client(package, name)):
        found = {"resources/__init__.py"}
        pending = [_made(getattr(sdk, client))]
        while pending:
            holder = pending.pop()
            for name, value in vars(type(holder)).items():
                if type(value).__name__ == "Lazy":
                    child = getattr(holder, name)
                    found.add(f"resources/{type(child).__module__.rpartition('.')[2]}.py")
                    pending.append(child)
        assert found == resources


def _made(client: type[Any]) -> Any:
    """Make a client that nothing listens to, with what its constructor requires."""
    required = {
        name: "localhost"
        for name, parameter in inspect.signature(client).parameters.items()
        if parameter.default is inspect.Parameter.empty
    }
    return client(**required, base_url="http://localhost")


def _is_client(package: Package, name: str) -> bool:
    return any(
        isinstance(node, ast.ClassDef) and node.name == name
        for node in package.modules["_client.py"].body
    )


def test_every_parameter_is_sent(package: Package) -> None:
    calls = {ast.literal_eval(call.args[0]): call for _, _, call in _requests(package)}
    for id_, (_, _, parameters) in _operations(package).items():
        keywords = {keyword.arg: keyword.value for keyword in calls[id_].keywords}
        places = {"path": "path_params", "query": "query", "header": "headers", "cookie": "cookies"}
        wanted: dict[str, set[str]] = {keyword: set() for keyword in places.values()}
        for parameter in parameters:
            wanted[places[parameter["in"]]].add(parameter["name"])
        sent = {
            keyword: {ast.literal_eval(key) for key in value.keys if key is not None}
            for keyword, value in keywords.items()
            if keyword in wanted and isinstance(value, ast.Dict)
        }
        assert sent == {keyword: names for keyword, names in wanted.items() if names}, id_


def test_common_parameters_are_options(package: Package) -> None:
    sdk = _imported(package)
    names = package.normal_form.get("x-specmill-common-parameters", ())
    known = package.normal_form.get("components", {}).get("parameters", {})
    entries = sdk.RequestOptions.__dataclass_fields__.values()
    offered = {entry.metadata["wire"] for entry in entries if "wire" in entry.metadata}
    assert offered == {known[name]["name"] for name in names}


def test_every_property_is_a_field(package: Package) -> None:
    """Walk the document's own objects, by no code of ours, and look each property up."""
    sdk = _imported(package)
    models = [getattr(sdk.models, name) for name in sdk.models.__all__]
    by_fields = [
        {field.alias or name for name, field in model.model_fields.items()}
        for model in models
        if hasattr(model, "model_rebuild") and model.model_rebuild() is not False
    ]
    components = package.normal_form["components"].get("schemas", {})
    for name, schema in components.items():
        for place, properties in _objects(package, schema, name):
            assert properties in by_fields, place


def _objects(package: Package, schema: Any, place: str) -> Iterator[tuple[str, set[str]]]:
    """The property names of a schema and of the inline schemas in it."""
    if not isinstance(schema, dict) or "$ref" in schema:
        return
    properties = dict(schema.get("properties", {}))
    if "allOf" in schema:
        for part in schema["allOf"]:
            properties.update(package.look_up(part).get("properties", {}))
    if properties:
        yield place, set(properties)
    for name, inner in properties.items():
        yield from _objects(package, inner, f"{place}.{name}")
    for keyword in ("items", "additionalProperties"):
        yield from _objects(package, schema.get(keyword), f"{place}.{keyword}")
    for keyword in ("oneOf", "anyOf"):
        for index, inner in enumerate(schema.get(keyword, ())):
            yield from _objects(package, inner, f"{place}.{keyword}.{index}")


def _imported(package: Package) -> Any:
    if str(GENERATED) not in sys.path:
        sys.path.insert(0, str(GENERATED))
    return importlib.import_module(package.name)
