"""Runs KCL: compiles generated modules and evaluates programs that import them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kcl_lib.api import API, Argument, ExecProgramArgs, ExternalPkg, FormatCodeArgs

from specmill.targets import TargetInput
from specmill.targets.kcl import KclTarget

_KCL = API()
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_WRITTEN = re.compile(r"\\u\{([0-9a-f]+)\}")


class KclError(Exception):
    """What KCL says of a program that it refuses, without colours."""


def evaluate(
    program: str, module: Path, folder: Path, arguments: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Evaluate a program that imports a module by the name of its folder.

    Raises:
        KclError: It does not compile, or a check fails.
    """
    file = folder / "program" / "main.k"  # beside a module, its files would be part of one package
    file.parent.mkdir(exist_ok=True)
    file.write_text(program, encoding="utf-8")
    given = [
        Argument(name=name, value=json.dumps(value)) for name, value in (arguments or {}).items()
    ]
    package = ExternalPkg(pkg_name=module.name, pkg_path=str(module))
    return _run(ExecProgramArgs(k_filename_list=[str(file)], external_pkgs=[package], args=given))


def compile_module(module: Path, folder: Path) -> None:
    """Compile all packages of a module.

    Raises:
        KclError: Any file of it does not compile.
    """
    packages = [name for name in ("models", "resources") if (module / name).is_dir()]
    lines = [f"import {module.name}", *(f"import {module.name}.{name}" for name in packages)]
    used = [f"provider = {module.name}.Provider {{}}"]
    evaluate("\n".join([*lines, "", *used, ""]), module, folder)


def formatted(source: str) -> str:
    """Format as ``kcl fmt`` does, less its defect: it writes characters that cannot be printed as
    ``\\u{202e}``, which KCL itself refuses to read.
    """
    text = bytes(_KCL.format_code(FormatCodeArgs(source=source)).formatted).decode()
    return _WRITTEN.sub(lambda match: f"\\u{int(match[1], 16):04x}", text)


def unformatted(module: Path) -> list[str]:
    """Return the files of a module that ``kcl fmt`` would change."""
    files = {path: path.read_text("utf-8") for path in sorted(module.rglob("*.k"))}
    return [
        path.relative_to(module).as_posix()
        for path, text in files.items()
        if formatted(text) != text
    ]


def write_module(given: TargetInput, folder: Path) -> Path:
    """Generate a module into its own folder below ``folder``."""
    module = folder / given.package
    for name, text in KclTarget().render(given).items():
        path = module / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return module


def _run(args: ExecProgramArgs) -> dict[str, Any]:
    try:
        result = _KCL.exec_program(args)
    except Exception as error:
        raise KclError(_COLOURS.sub("", str(error))) from error
    if result.err_message:
        raise KclError(_COLOURS.sub("", result.err_message))
    evaluated: dict[str, Any] = json.loads(result.json_result or "{}")
    return evaluated
