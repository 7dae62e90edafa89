"""The golden cases: each folder with a source is one; ``make golden`` rewrites what it gives."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.golden.model_text import model_text

from specmill import sources
from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.dump import dump, dump_lines
from specmill.document.overlay import apply
from specmill.document.prose import drop
from specmill.lower import lower
from specmill.model.api import Api
from specmill.sources.loading.files import load
from specmill.targets import TargetInput
from specmill.targets.docs import DocsTarget
from specmill.targets.kcl import KclTarget
from specmill.targets.python import PythonTarget

HERE = Path(__file__).parent
RUNTIME = HERE.parents[1] / "templates" / "python" / "runtime"
REWRITE = os.environ.get("SPECMILL_GOLDEN") == "rewrite"
SHARED_RUNTIME = "shared_runtime"
_PYTHON = re.compile(r"^```python\n((?:from|import) .*?)^```$", re.MULTILINE | re.DOTALL)
LANGUAGES = {
    "kit": ("en",),
    "reference_pages": ("en", "zh"),
    "security": ("en", "zh"),
    "tags": ("en",),
    "links": ("en", "zh"),
}
"""Cases whose pages of the target ``docs`` are golden, and in which languages."""
KCL_CASES = frozenset(
    {
        "conditions",
        "constraints",
        "defaults",
        "formats",
        "inheritance",
        "maps",
        "pattern_properties",
        "prefix_items",
        "recursion",
        "resources",
        "unions",
    }
)
"""Cases whose KCL is looked at too; that of all others compiles, which tests/kcl sees to."""
KITS = frozenset(
    {"bodies", "kit", "login", "long_running", "media", "media_types", "pagination", "parameters"}
    | {"security", "server_roles", "streams", "unions", "waiting"}
)
"""Cases whose test kits type checkers read."""
SETTINGS: Mapping[str, Mapping[str, object]] = {"kit": {"kit": True}}
"""Settings of the targets, for cases that are about them."""


@dataclass(frozen=True)
class Case:
    """One folder of ``tests/golden``."""

    name: str

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return HERE / self.name

    @property
    def sources(self) -> list[Path]:
        """The specs that mean the same; the first is the one that the output is made from."""
        return sorted(self.folder.glob("source.*"))

    @property
    def package(self) -> str:
        """Import name of the generated package."""
        return f"{self.name}_api"

    def document(self, source: Path) -> Document:
        """Read one of the sources, or the normal form, with the overlay applied."""
        document = sources.read(source, report=Report())
        overlay = self.folder / "overlay.yaml"
        if overlay.exists() and source.name.startswith("source."):
            document = apply(document, load(overlay))
        return document

    def api(self, source: Path) -> Api:
        """Lower one of the sources."""
        return lower(self.document(source), key=self.name.replace("_", "-"), report=Report())

    def facts(self) -> bytes:
        """Write the first source as fakes read it."""
        return dump_lines(drop(self.document(self.sources[0]).root))

    def files(self, *, runtime: str = "", kit: bool = False) -> dict[str, str]:
        """Generate the package, without the copied runtime; cases may have a test kit, too."""
        return dict(_files(self, runtime, kit=kit))

    def pages(self, language: str = "en") -> dict[str, str]:
        """Generate the pages of the target ``docs``."""
        settings = {**SETTINGS.get(self.name, {}), "language": language}
        given = TargetInput(self.api(self.sources[0]), bytes, self.package, settings)
        pages = DocsTarget().render(given)
        return {path: str(text) for path, text in pages.items()}

    def programs(self) -> list[str]:
        """Return the examples of the pages."""
        blocks = (block for text in self.pages().values() for block in _PYTHON.findall(text))
        return [block for block in blocks if " as client:" in block or " as fake:" in block]

    def kcl(self) -> dict[str, str]:
        """Generate the KCL module, without the copied runtime."""
        given = TargetInput(self.api(self.sources[0]), bytes, self.package)
        rendered = {path: _text(text) for path, text in KclTarget().render(given).items()}
        return {path: text for path, text in rendered.items() if not path.startswith("constraints")}

    def outputs(self) -> dict[str, str]:
        """Make everything that the folder holds besides sources and overlay: path to text."""
        first = self.sources[0]
        made = {
            "openapi.json": dump(self.document(first)).decode(),
            "model.txt": model_text(self.api(first)),
        }
        made.update({f"expected/{path}": text for path, text in self.files().items()})
        for language in LANGUAGES.get(self.name, ()):
            pages = self.pages(language)
            made.update({f"docs/{language}/{path}": text for path, text in pages.items()})
        if self.name in KCL_CASES:
            made.update({f"expected_kcl/{path}": text for path, text in self.kcl().items()})
        return made


@cache
def _files(case: Case, runtime: str, *, kit: bool) -> tuple[tuple[str, str], ...]:
    api = case.api(case.sources[0])
    settings = {"kit": kit, **SETTINGS.get(case.name, {})}
    settings |= {"runtime": runtime} if runtime else {}
    given = TargetInput(api, bytes, case.package, settings, facts=case.facts)
    rendered = PythonTarget().render(given)
    texts = {path: _text(text) for path, text in rendered.items()}
    return tuple((path, text) for path, text in texts.items() if not path.startswith("_runtime/"))


def _text(content: str | bytes) -> str:
    return content if isinstance(content, str) else content.decode()


CASES = [Case(path.parent.name) for path in sorted(HERE.glob("*/source.*"))]
CASES = list(dict.fromkeys(CASES))


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
