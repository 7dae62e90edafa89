"""A package carries the modules of the runtime that it imports, and no others."""

from __future__ import annotations

from specmill.targets.python.runtime_modules import needed_modules

RUNTIME = {
    "__init__.py": "",
    "client.py": "from .calls import Call\n",
    "calls.py": "def late():\n    from .rare import thing\n    return thing\n",
    "rare.py": "",
    "auth.py": 'TARGET = ".login:Session"\n',
    "login.py": "from .client import Client\n",
    "alone.py": "from .client import Client\n",
    "NOTICE": "A file that is no module.",
}


def test_what_is_imported_by_what_is_imported_is_needed() -> None:
    found = needed_modules(RUNTIME, ["from ._runtime.client import Client\n"], "_runtime")
    assert set(found) == {"__init__.py", "client.py", "calls.py", "rare.py", "NOTICE"}


def test_late_references_are_imports_too() -> None:
    found = needed_modules(RUNTIME, ['NAMES = {"Auth": "._runtime.auth"}\n'], "_runtime")
    assert set(found) >= {"auth.py", "login.py", "client.py"}
    assert "alone.py" not in found


def test_the_text_of_a_kept_module_is_not_changed() -> None:
    found = needed_modules(RUNTIME, ["from ._runtime.rare import thing\n"], "_runtime")
    assert found == {"__init__.py": "", "rare.py": "", "NOTICE": RUNTIME["NOTICE"]}
