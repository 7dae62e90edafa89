"""Packages with test kits, generated into a folder."""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.golden.cases import Case

from specmill import sources
from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.dump import dump_lines
from specmill.document.prose import drop
from specmill.lower import lower
from specmill.model.api import Api
from specmill.targets import TargetInput
from specmill.targets.python import PythonTarget

ROOT = Path(__file__).parents[2]
_FOLDERS: list[TemporaryDirectory[str]] = []
GITHUB = ROOT / "build/bench/npm/node_modules/@octokit/openapi/generated/api.github.com.json"


@dataclass(frozen=True)
class Package:
    """A generated package."""

    name: str
    client: str
    api: Api | None = field(default=None, compare=False, repr=False)

    @property
    def module(self) -> Any:
        """The package itself."""
        return importlib.import_module(self.name)

    @property
    def testing(self) -> Any:
        """Its kit."""
        return importlib.import_module(f"{self.name}.testing")

    def fake(self, *base_url: str, **arguments: Any) -> Any:
        """Make a fake."""
        return getattr(self.testing, f"Fake{self.client}")(*base_url, **arguments)

    @cached_property
    def spec(self) -> Any:
        """The spec that the kit has."""
        folder = Path(self.testing.__file__ or "").parent
        return json.loads((folder / "spec.json").read_bytes())


def _folder() -> Path:
    """Make a folder that lasts as long as this process."""
    _FOLDERS.append(TemporaryDirectory(prefix="kits-"))
    return Path(_FOLDERS[-1].name)


@cache
def generated(source: Path) -> Package:
    """Generate the package of a spec with its kit, and make it importable."""
    document = sources.read(source, report=Report())
    return written(document, f"kit_of_{source.stem.partition('.')[0].replace('-', '_')}")


def written(document: Document, package: str, *, key: str = "service") -> Package:
    """Write the package of a document with its kit, and make it importable."""
    api = lower(document, key=key, report=Report())
    facts = dump_lines(drop(document.root))
    settings = {"kit": True, "client": "Service", "formatter": "none"}
    given = TargetInput(api, bytes, package, settings, facts=lambda: facts)
    folder = _folder()
    for path, text in PythonTarget().render(given).items():
        target = folder / package / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    sys.path.insert(0, str(folder))
    return Package(package, "Service", api)


@cache
def committed(name: str) -> Package:
    """Generate the package of an API of this repository from its normal form."""
    document = sources.read(ROOT / "specs" / name / "openapi.json", report=Report())
    return written(document, f"kit_of_{name.replace('-', '_')}", key=name)


def storage() -> Package:
    """Generate the package of Google's Cloud Storage, which has media."""
    import googleapiclient.discovery_cache as cache_of_google

    folder = Path(cache_of_google.__file__).parent / "documents"
    return generated(folder / "storage.v1.json")


@cache
def golden(name: str) -> Package:
    """Generate the package of a golden case."""
    case = Case(name)
    return written(case.document(case.sources[0]), f"kit_of_golden_{name}", key=name)


@cache
def github() -> Package:
    """Generate the package of every 25th path of GitHub's API, where `make bench` has fetched it.

    Raises:
        FileNotFoundError: It is not there.
    """
    document = json.loads(GITHUB.read_bytes())
    sampled = list(document["paths"].items())[::25]
    document["paths"] = dict(sampled)
    source = _folder() / "github.json"
    source.write_text(json.dumps(document), encoding="utf-8")
    return generated(source)
