"""Page of the templates: which there are, and which variables each of them uses."""

from __future__ import annotations

from pathlib import Path

import jinja2
from jinja2 import meta, nodes

from specmill.render.engine import template_root

_HEAD = """\
# Variables of templates

`make docs-pages` makes this page from the templates. [Your own template](../guides/templates.md)
with the same path gets the same variables. `t` has the words on pages, and `runtime` is the import
path of the runtime. Most other variables are frozen dataclasses, for example those of
`specmill.targets.python.views`. Their fields have types and docstrings.
"""
_TARGETS = ("python", "docs", "kcl")


def template_variables_page() -> str:
    """Return the page."""
    return _HEAD + "".join(f"\n## Target `{target}`\n\n{_table(target)}" for target in _TARGETS)


def _table(target: str) -> str:
    root = template_root(target)
    rows = [_row(root, path) for path in sorted(root.rglob("*.j2"))]
    return "| template | variables | fields of them |\n|---|---|---|\n" + "".join(rows)


def _row(root: Path, path: Path) -> str:
    tree = jinja2.Environment(autoescape=True).parse(path.read_text("utf-8"))
    names = sorted(meta.find_undeclared_variables(tree))
    fields = sorted(
        {
            f"{node.node.name}.{node.attr}"
            for node in tree.find_all(nodes.Getattr)
            if isinstance(node.node, nodes.Name) and node.node.name in names
        }
    )
    name = f"templates/{root.name}/{path.relative_to(root).as_posix()}"
    return f"| `{name}` | {_listed(names)} | {_listed(fields)} |\n"


def _listed(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words) or "none"
