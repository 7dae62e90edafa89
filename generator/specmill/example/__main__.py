"""Command ``python -m specmill.example``: the pet store on loopback, until it is interrupted."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress

from specmill.example.server import TOKEN, run


def main() -> None:
    """Serve the pet store."""
    parser = argparse.ArgumentParser(prog="python -m specmill.example", description=__doc__)
    parser.add_argument("port", type=int, nargs="?", default=8000)
    port = parser.parse_args().port
    address = f"http://127.0.0.1:{port}"
    said = f"{address}/openapi.yaml is the spec, {TOKEN!r} the token; Ctrl+C ends it"
    print(said, file=sys.stderr, flush=True)  # noqa: T201 - it is what people wait for
    with suppress(KeyboardInterrupt):
        run(port)


if __name__ == "__main__":
    main()
