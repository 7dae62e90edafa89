"""Version of specmill, and the revision of its repository that is in use."""

from __future__ import annotations

from pathlib import Path

__version__ = "0.1.0"

_PACKAGE = Path(__file__).parent
REVISION_FILE = "_revision"
"""Written into wheels and source archives by ``hatch_build.py``."""


def revision() -> str:
    """Return the commit that this is built from, shortened; empty where nothing tells it."""
    built = _PACKAGE / REVISION_FILE
    if built.is_file():
        return built.read_text("ascii").strip()
    checkout = _PACKAGE.parents[1]
    if not (checkout / ".git").exists():
        return ""
    import subprocess  # noqa: PLC0415 - only who asks for the version needs it

    command = ["git", "-C", str(checkout), "rev-parse", "--short=12", "HEAD"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
