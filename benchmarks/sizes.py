"""What a client takes on disk: alone, and with all that it requires."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks import peers
from benchmarks.processes import ROOT, FailedError, checked
from benchmarks.report import Table, mebibytes, ratio

_PROBE = Path(__file__).parent / "probes" / "size.py"
_PACKAGES = ROOT / "generated" / "python"
_RUNTIME = ("httpx2", "pydantic", "google-auth")
"""What a generated client of a Google API requires, its extra for credentials included."""
_ABOUT = """
Files as they are installed, without the bytecode that Python makes of them. A generated package
holds one API and its own runtime, google-api-python-client the documents of all of Google's. "With
requirements" counts each distribution once: pydantic, httpx2 and google-auth here; httplib2,
google-auth, google-api-core, protobuf and others there.
"""


def measure(*, with_peers: bool) -> Table:
    """Measure the sizes of the Dataflow clients."""
    columns = ("client", "alone", "×", "with requirements", "×")
    table = Table("Size", _ABOUT, columns)
    files = (path for path in (_PACKAGES / "dataflow_v1b3").rglob("*.py") if path.is_file())
    alone = sum(path.stat().st_size for path in files)
    everything = alone + _probe(Path(sys.executable), _RUNTIME)["all"]
    table.rows.append(["`dataflow_v1b3`", mebibytes(alone), "1", mebibytes(everything), "1"])
    if not with_peers:
        return table
    try:
        theirs = _probe(peers.interpreter(), ("google-api-python-client",))
    except FailedError as error:
        table.rows.append(["google-api-python-client", "failed", "", str(error), ""])
        return table
    table.rows.append(
        [
            "google-api-python-client",
            mebibytes(theirs["alone"]),
            ratio(theirs["alone"], alone),
            mebibytes(theirs["all"]),
            ratio(theirs["all"], everything),
        ]
    )
    return table


def _probe(python: Path, names: tuple[str, ...]) -> dict[str, int]:
    done = checked([python, _PROBE, *names], timeout=60)
    found: dict[str, int] = json.loads(done.output.splitlines()[-1])
    return found
