"""The tools that specmill is measured against, in a virtual environment of their own."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.processes import STORE, checked

REQUIREMENTS = (
    "datamodel-code-generator",
    "google-api-python-client",
    "kfp-server-api==1.8.5",
    "openapi-generator-cli",
    "openapi-python-client",
)
"""They stay out of our own environment: their requirements and ours need not agree."""

_ENVIRONMENT = STORE / "venv"
_SCRIPTS = "Scripts" if os.name == "nt" else "bin"
_BIN = _ENVIRONMENT / _SCRIPTS
_VERSIONS = (
    "import json, sys; from importlib.metadata import version; "
    "print(json.dumps({name: version(name) for name in sys.argv[1:]}))"
)


@dataclass(frozen=True, slots=True)
class Peer:
    """Another generator."""

    name: str
    families: frozenset[str]
    """What it reads itself; from other families it is given our normal form."""
    command: Callable[[Path, Path], list[str | Path]]
    """Spec and output folder to the command; everything else is at its defaults."""
    makes: str = ""
    """What it makes, where that is less than a client."""


def _openapi_python_client(spec: Path, out: Path) -> list[str | Path]:
    program = _BIN / "openapi-python-client"
    return [program, "generate", "--path", spec, "--output-path", out / "client", "--meta", "none"]


def _openapi_generator(spec: Path, out: Path) -> list[str | Path]:
    return [_BIN / "openapi-generator-cli", "generate", "-g", "python", "-i", spec, "-o", out]


def _datamodel_code_generator(spec: Path, out: Path) -> list[str | Path]:
    source = ("--input", spec, "--input-file-type", "openapi")
    kind = ("--output-model-type", "pydantic_v2.BaseModel")
    return [_BIN / "datamodel-codegen", *source, *kind, "--output", out / "models.py"]


GENERATORS = (
    Peer("openapi-python-client", frozenset({"openapi3"}), _openapi_python_client),
    Peer("openapi-generator", frozenset({"openapi3", "swagger2"}), _openapi_generator),
    Peer("datamodel-code-generator", frozenset({"openapi3"}), _datamodel_code_generator, "models"),
)


@cache
def interpreter() -> Path:
    """The interpreter of the peers' environment, which is made on first use.

    Raises:
        FailedError: It cannot be made.
    """
    return installed(_ENVIRONMENT, REQUIREMENTS)


def installed(
    environment: Path, requirements: Sequence[str], python: Path = Path(sys.executable)
) -> Path:
    """Return the interpreter of a virtual environment, which is made on first use.

    Args:
        environment: Its folder.
        requirements: What pip is to install.
        python: What makes it.

    Raises:
        FailedError: It cannot be made.
    """
    found = environment / _SCRIPTS / "python"
    complete = environment / "requirements.txt"
    wanted = "\n".join(requirements)
    if not complete.exists() or complete.read_text(encoding="utf-8") != wanted:
        checked([python, "-m", "venv", environment], timeout=120)
        pip = (found, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        checked([*pip, *requirements], timeout=900)
        complete.write_text(wanted, encoding="utf-8")
    return found


def environment() -> Mapping[str, str]:
    """Environment variables for peers: they find their formatters on the path."""
    return {"PATH": os.pathsep.join((str(_BIN), os.environ.get("PATH", "")))}


def versions() -> dict[str, str]:
    """Installed versions of the peers."""
    names = [requirement.partition("==")[0] for requirement in REQUIREMENTS]
    told = checked([interpreter(), "-c", _VERSIONS, *names], timeout=60).output
    found: dict[str, str] = json.loads(told)
    return found
