"""A package carries the modules of the runtime that it imports, and no others."""

from __future__ import annotations

from specmill.targets.python.runtime_modules import needed_modules

RUNTIME = {
    "__init__.py": "",
    "client/__init__.py": "",
    "client/sync.py": "from ..calls.call import Call\n",
    "calls/__init__.py": "",
    "calls/call.py": "def late():\n    from ..rare import thing\n    return thing\n",
    "rare.py": "",
    "auth/__init__.py": "",
    "auth/tokens.py": 'TARGET = ".login:Session"\n',
    "auth/login.py": 'TARGET = "..client.sync:Client"\n',
    "alone/__init__.py": "",
    "alone/module.py": "from ..client.sync import Client\n",
    "NOTICE": "A file that is no module.",
}


def test_what_is_imported_by_what_is_imported_is_needed() -> None:
    found = needed_modules(RUNTIME, ["from ._runtime.client.sync import Client\n"], "_runtime")
    assert set(found) == {
        "__init__.py",
        "client/__init__.py",
        "client/sync.py",
        "calls/__init__.py",
        "calls/call.py",
        "rare.py",
        "NOTICE",
    }


def test_late_references_are_imports_too() -> None:
    found = needed_modules(RUNTIME, ['NAMES = {"Auth": "._runtime.auth.tokens"}\n'], "_runtime")
    assert set(found) >= {"auth/tokens.py", "auth/login.py", "client/sync.py"}
    assert not any(path.startswith("alone/") for path in found)


def test_the_text_of_a_kept_module_is_not_changed() -> None:
    found = needed_modules(RUNTIME, ["from ._runtime.rare import thing\n"], "_runtime")
    assert found == {"__init__.py": "", "rare.py": "", "NOTICE": RUNTIME["NOTICE"]}
