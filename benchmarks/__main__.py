"""``python -m benchmarks``: measures, prints tables, rewrites README.md."""

from __future__ import annotations

import argparse
import sys

from rich.console import Console

from benchmarks import (
    clients,
    generation,
    growth,
    races,
    report,
    sizes,
    stages,
    workspace,
    workspaces,
)
from benchmarks.machine import conditions

_PARTS = (
    *("generation", "stages", "no-op", "workspace", "growth", "imports", "calls", "races"),
    *("newest-python", "size"),
)
_WIDTH = 150
"""Columns of output into a file."""
_APIS = ("kubeflow-pipelines", "dataflow", "compute", "github")


def main() -> int:
    """Run the benchmarks that the command line asks for; 0 when all parts ran."""
    arguments = _arguments()
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDTH)
    parts = arguments.only or list(_PARTS)
    told = list(conditions(arguments.repeat, with_peers=arguments.peers))
    tables = []
    with Console(stderr=True).status("starting") as status:
        for part in parts:
            status.update(part)
            table = _measure(part, arguments, lambda text: status.update(f"generation: {text}"))
            table.show(console)
            tables.append(table)
    if arguments.only or arguments.api or not arguments.peers:
        console.print("Not everything was measured, so README.md stays as it is.")
    else:
        report.write_page(tables, told)
    return 0


def _measure(part: str, arguments: argparse.Namespace, note: generation.Note) -> report.Table:
    repeat, with_peers = arguments.repeat, arguments.peers
    if part == "generation":
        apis = frozenset(arguments.api)
        return generation.measure(repeat, note, with_peers=with_peers, apis=apis)
    if part == "stages":
        return stages.measure(repeat)
    if part == "no-op":
        return workspace.measure(repeat)
    if part == "workspace":
        return workspaces.measure(repeat)
    if part == "growth":
        return growth.measure()
    if part == "imports":
        return clients.measure_imports(repeat, with_peers=with_peers)
    if part == "races":
        return races.measure(repeat, with_peers=with_peers)
    if part == "newest-python":
        return races.measure_newest(repeat, with_peers=with_peers)
    if part == "size":
        return sizes.measure(with_peers=with_peers)
    return clients.measure_calls(repeat, with_peers=with_peers)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=_PARTS, help="one part; may repeat")
    parser.add_argument(
        "--api", action="append", choices=_APIS, default=[], help="one spec; may repeat"
    )
    parser.add_argument("--repeat", type=_positive, default=5, help="runs of each measurement (5)")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="specmill alone")
    return parser.parse_args()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
