"""Command ``python -m docs.tools``: writes what is made from the code."""

from __future__ import annotations

from .made import made_files


def main() -> None:
    """Write the files that differ."""
    for path, text in made_files().items():
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
