"""Changes of one place in a document: each node deleted, doubled, swapped in type, or extended."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
DOCUMENTS = {path.stem: path for path in (*HERE.glob("*.yaml"), *HERE.glob("*.json"))}

Place = tuple[str | int, ...]
Mutation = tuple[Place, str, Any]
"""Where, what is done, and the value that it is done with."""

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**20, "", "x", "]", "#/", "#", "{", "a/b", "\u200b"),
    *("#/components/schemas/Tree", "#/definitions/Tree", "#/nowhere", "../up.yaml", "^(a+)+$"),
    *([], [None], ["x"], [{}], [["x"]], {}, {"x": None}, {"$ref": "#/"}, {"$ref": "x.yaml"}),
    *({"type": "object"}, {"$ref": "#/components/schemas/Tree"}, {"name": "x"}, {"x": {"y": []}}),
)
EXTENSIONS: tuple[Any, ...] = (None, True, 7, "note", ["a"], {"a": {"b": []}}, {"$ref": "#/x"})


def load(name: str) -> dict[str, Any]:
    """The full document of a family."""
    tree: dict[str, Any] = yaml.safe_load(DOCUMENTS[name].read_text())
    return tree


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Every place of a tree but for its root."""
    if place:
        yield place
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, dict | list):
            yield from places(item, (*place, key))
        else:
            yield (*place, key)


def mutations(tree: dict[str, Any], choose: random.Random) -> Iterator[Mutation]:
    """Mutations of a tree without end, each place in its turn."""
    everywhere = list(places(tree))
    while True:
        choose.shuffle(everywhere)
        for place in everywhere:
            kind = choose.choice(("delete", "double", "swap", "swap", "swap", "extend", "move"))
            value = choose.choice(EXTENSIONS if kind == "extend" else VALUES)
            other = choose.choice(everywhere) if kind == "move" else value
            yield place, kind, other


def mutated(text: str, mutation: Mutation) -> Any:
    """A tree with one mutation; ``text`` is the tree as JSON."""
    tree = json.loads(text)
    place, kind, value = mutation
    holder = at(tree, place[:-1])
    key: Any = place[-1]
    if kind == "delete":
        del holder[key]
    elif kind == "double" and isinstance(holder, list):
        holder.insert(key, json.loads(json.dumps(holder[key])))
    elif kind == "double":
        holder[f"{key} again"] = json.loads(json.dumps(holder[key]))
    elif kind == "extend" and isinstance(holder[key], dict):
        holder[key]["x-probe"] = value
    elif kind == "move":
        holder[key] = json.loads(json.dumps(at(tree, value)))
    else:
        holder[key] = value
    return tree


def at(tree: Any, place: Place) -> Any:
    """What stands at a place."""
    for key in place:
        tree = tree[key]
    return tree
