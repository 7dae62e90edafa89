"""Build hook: wheels and source archives tell the revision that they are built from."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FILE = "_revision"


class RevisionHook(BuildHookInterface[Any]):
    """Adds the file that ``specmill --version`` reads."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the revision below ``build/``, and put it into what is built."""
        if version == "editable":  # a checkout tells by itself
            return
        place = FILE if self.target_name == "sdist" else f"specmill/{FILE}"
        if (known := Path(self.root, FILE)).is_file():  # in a source archive
            build_data["force_include"][str(known)] = place
        elif revision := _revision(Path(self.root)):
            file = Path(self.root, "build", FILE)
            file.parent.mkdir(exist_ok=True)
            if not file.is_file() or file.read_text("ascii").strip() != revision:
                file.write_text(f"{revision}\n", encoding="ascii")
            build_data["force_include"][str(file)] = place


def _revision(root: Path) -> str:
    if not (root / ".git").exists():
        return ""
    command = ["git", "-C", str(root), "rev-parse", "--short=12", "HEAD"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
