"""Explanations by line: of a generated module, a page, a KCL file; of a traceback."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from specmill.config import ApiConfig, TargetConfig, Workspace
from specmill.diagnostics import Diagnostic, UsageError
from specmill.pipeline.explaining.pages import in_kcl, in_page
from specmill.pipeline.explaining.python import in_module
from specmill.pipeline.explaining.things import Explanation, Things
from specmill.pipeline.lock import OWN_CODE, load_lock, located
from specmill.sources import read_bytes
from specmill.values import dataclass

_LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::\d+)?")
_FRAME = re.compile(r'^\s*File "(?P<file>[^"]+)", line (?P<line>\d+)', re.MULTILINE)
_RUNTIME = "_runtime"
_READERS: dict[str, Callable[[Things, str, str, int], list[Explanation]]] = {
    "python": in_module,
    "docs": in_page,
    "kcl": in_kcl,
}


@dataclass(frozen=True, slots=True)
class _Place:
    api: ApiConfig
    target: TargetConfig
    file: Path
    path: str
    """From the folder of the package."""


def lines_in(text: str) -> list[tuple[str, int]]:
    """Return the files and lines that ``FILE:LINE`` or a traceback names, each once."""
    one = _LINE.fullmatch(text.strip())
    found = [one] if one else list(_FRAME.finditer(text))
    return list(dict.fromkeys((match["file"], int(match["line"])) for match in found))


def explain_lines(
    workspace: Workspace, lines: list[tuple[str, int]]
) -> Iterator[tuple[str, list[Explanation] | str]]:
    """Yield each line in a generated file, as ``FILE:LINE``, with what it comes from, or with why
    nothing of a spec made it. Lines of other files are passed over.

    Raises:
        UsageError: None of the lines is in a generated file.
    """
    read: dict[str, Things] = {}
    count = 0
    for file, line in lines:
        if _is_shared_runtime(workspace, file):
            count += 1
            yield f"{file}:{line}", "specmill's runtime, which packages share"
            continue
        place = _place_of(workspace, file)
        if place is None:
            continue
        count += 1
        yield f"{file}:{line}", _explained(workspace, place, line, read)
    if not count:
        what = f"{lines[0][0]} is no generated file" if lines else "no FILE:LINE in the input"
        hint = "give a file below the output of an API of this workspace"
        raise UsageError(Diagnostic(what, hint=hint))


def _explained(
    workspace: Workspace, place: _Place, line: int, read: dict[str, Things]
) -> list[Explanation] | str:
    parts = PurePosixPath(place.path).parts
    if OWN_CODE in parts:
        return "your own code"
    if _RUNTIME in parts:
        return "a copy of specmill's runtime: the same in every package"
    text = _text(place, line)
    api = place.api
    things = read.get(api.name) or Things.of(workspace.root, api)
    read[api.name] = things
    reader = _READERS.get(place.target.name)
    found = reader(things, place.path, text, line) if reader is not None else []
    if found:
        return found
    return f"no part of the spec alone made this line; the file is made from {api.source}"


def _is_shared_runtime(workspace: Workspace, file: str) -> bool:
    whole = os.path.realpath(file)
    return any(
        whole.startswith(f"{os.path.realpath(located(workspace.root, folder))}{os.sep}")
        for runtime in workspace.runtimes
        for folder in map(runtime.package_folder, runtime.targets)
    )


def _text(place: _Place, line: int) -> str:
    try:
        text = read_bytes(place.file, str(place.file)).decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(Diagnostic(f"cannot read {place.file}: {error}")) from error
    lines = text.count("\n") + 1
    if line > lines or line < 1:
        raise UsageError(Diagnostic(f"{place.file} has {lines} lines, not {line}"))
    return text


def _place_of(workspace: Workspace, file: str) -> _Place | None:
    """Find the package that a file is in: of this workspace, or of an installed copy."""
    whole = os.path.realpath(file)
    known = load_lock(workspace.root).apis
    for api in workspace.apis.values():
        for target in api.targets:
            folder = os.path.realpath(located(workspace.root, api.package_folder(target)))
            if whole.startswith(f"{folder}{os.sep}"):
                path = Path(whole).relative_to(folder).as_posix()
                return _Place(api, target, Path(file), path)
    for api in workspace.apis.values():
        parts = PurePosixPath(Path(file).as_posix()).parts
        for target in api.targets:
            if target.name != "python" or api.package not in parts[:-1]:
                continue
            at = len(parts) - 1 - parts[::-1].index(api.package)
            path = "/".join(parts[at + 1 :])
            folder_name = api.package_folder(target)
            outputs = known[api.name].outputs if api.name in known else {}
            if f"{folder_name}/{path}" not in outputs:
                continue
            own = located(workspace.root, f"{folder_name}/{path}")
            return _Place(api, target, Path(file) if Path(file).is_file() else own, path)
    return None
