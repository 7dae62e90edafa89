"""Compiled templates, kept beside their sources as Python keeps compiled modules."""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile

import jinja2
from jinja2.bccache import Bucket

from specmill.version import __version__


class CompiledTemplates(jinja2.BytecodeCache):
    """Keeps the templates below one folder; those of users, elsewhere, are compiled in each run.

    They stand in ``__pycache__``, or below ``PYTHONPYCACHEPREFIX``; where Python may not write its
    own modules, none are written. A file that is damaged, or that another template, Jinja2, Python
    or specmill has left, is passed over.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Find a compiled template by all that decides about its code."""
        options = (
            *(__version__, self._root, environment.trim_blocks),
            *(environment.lstrip_blocks, environment.keep_trailing_newline),
        )
        return super().get_bucket(environment, name, filename, f"{options}{source}")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """Return the file of a compiled template; empty for one that is not kept."""
        if filename is None or not Path(filename).is_relative_to(self._root):
            return ""
        return str(Path(cache_from_source(filename)).with_suffix(".j2.pyc"))

    def get_source_checksum(self, source: str) -> str:
        """Return what tells the code of a template from any other."""
        return sha256(source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a compiled template, if there is one."""
        if bucket.key:
            damage = suppress(OSError, EOFError, ValueError, pickle.UnpicklingError)
            with damage, Path(bucket.key).open("rb") as file:
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a compiled template, whole or not at all; the folder may be read-only."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        place = Path(bucket.key)
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=place.parent, suffix=".pyc", delete=False) as file:
                bucket.write_bytecode(file)
            Path(file.name).replace(place)
