"""Growth of time and memory with the size of a spec, and with the number of APIs."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.inputs import Input, inputs
from benchmarks.processes import FailedError, Run, checked
from benchmarks.report import Table, mebibytes, seconds
from benchmarks.workspaces import COMMAND, ONE_RUNTIME, documents, lay_out

_ABOUT = """
GitHub's description with each path and each component once, twice, four and eight times, the
copies under names of their own; and workspaces of the first 1, 100 and all of Google's documents
by name. One run each. CPU is that of all processes, memory that of the largest. The ratio is CPU
for each copy, or each megabyte of documents, over that of the row above: 1 is linear.
"""
_COPIES = (1, 2, 4, 8)
_APIS = (1, 100, 10_000)
_TIMEOUT = 1_200.0
_COMPONENT = re.compile(r"#/components/\w+/[^/]+")


def measure() -> Table:
    """Measure the growth with copies and with APIs."""
    columns = ("input", "size", "time", "CPU", "ratio", "peak memory")
    table = Table("Growth", _ABOUT, columns)
    for measured in (_of_copies, _of_apis):
        try:
            table.rows += _rows(measured())
        except FailedError as error:
            table.rows.append([measured.__name__.strip("_"), "failed", str(error), "", "", ""])
    return table


def _rows(runs: Iterator[tuple[str, int, float, Run]]) -> Iterator[list[str]]:
    before = 0.0
    for name, size, amount, done in runs:
        each = done.cpu_seconds / amount
        ratio = f"{each / before:.2f}" if before else ""
        before = each
        yield [
            *(name, mebibytes(size), seconds(done.seconds), seconds(done.cpu_seconds)),
            *(ratio, mebibytes(done.peak_bytes)),
        ]


def _of_copies() -> Iterator[tuple[str, int, float, Run]]:
    """Yield runs over copies of GitHub's description, each with its amount in copies."""
    github = next((one for one in inputs() if one.name == "github"), None)
    if not isinstance(github, Input):
        return
    document = json.loads(github.path.read_bytes())
    with tempfile.TemporaryDirectory(prefix="specmill-bench-") as temporary:
        for count in _COPIES:
            source = Path(temporary, f"github{count}.json")
            source.write_text(json.dumps(copies(document, count)), encoding="utf-8")
            words = ("--spec", source, "--out", Path(temporary, str(count)), "--name", "github")
            done = checked([*COMMAND, "generate", "--quiet", *words], timeout=_TIMEOUT)
            name = f"GitHub REST, {count} cop{'ies' if count > 1 else 'y'}"
            yield name, source.stat().st_size, count, done


def _of_apis() -> Iterator[tuple[str, int, float, Run]]:
    """Yield runs over workspaces, each with its amount in megabytes of documents."""
    sources = documents()
    with tempfile.TemporaryDirectory(prefix="specmill-bench-") as temporary:
        for count in _APIS:
            some = sources[:count]
            folder = Path(temporary, str(count))
            lay_out(folder, some, ONE_RUNTIME)
            size = sum(path.stat().st_size for path in some)
            done = checked([*COMMAND, "generate", "--quiet"], timeout=_TIMEOUT, cwd=folder)
            yield f"{len(some)} Discovery documents", size, size / 1e6, done


def copies(document: Mapping[str, Any], count: int) -> dict[str, Any]:
    """Return a description with all paths and components several times, under other names."""
    made = json.loads(json.dumps(document))
    for number in range(2, count + 1):
        copy = _renamed(document, f"-{number}")
        made["paths"] |= {f"/copy{number}{path}": item for path, item in copy["paths"].items()}
        for kind, components in copy["components"].items():
            made["components"][kind] |= {
                f"{name}-{number}": one for name, one in components.items()
            }
    return dict(made)


def _renamed(node: Any, ending: str) -> Any:
    """Return a part of a description where components, operations and tags end in something."""
    if isinstance(node, list):
        return [_renamed(one, ending) for one in node]
    if not isinstance(node, dict):
        return node
    found = {key: _renamed(value, ending) for key, value in node.items()}
    if isinstance(reference := found.get("$ref"), str):
        found["$ref"] = _moved(reference, ending)
    if isinstance(mapping := found.get("mapping"), dict) and "propertyName" in found:
        found["mapping"] = {value: _moved(target, ending) for value, target in mapping.items()}
    if isinstance(id_ := found.get("operationId"), str):
        found["operationId"] = f"{id_}{ending}"
        found["tags"] = [f"{tag}{ending}" for tag in found.get("tags", ())]
    return found


def _moved(reference: str, ending: str) -> str:
    return _COMPONENT.sub(rf"\g<0>{ending}", reference)
