"""Reference page of the rules, made from their table."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.surface.levels import Level
from specmill.surface.rules import RULES

_LEVELS = {
    Level.BREAKING: "A right program fails to run or to type-check.",
    Level.BEHAVIOUR: "It runs, but what is sent, accepted or returned differs.",
    Level.ADDITIVE: "There is more to use; what was there is as it was.",
    Level.DOCS: "Words alone.",
}
_INTRODUCTION = """\
# Rules of `specmill diff`

`specmill diff` compares the Python packages of two specs: what programs can import, call, pass and
get, and what travels. Each change is told by one rule, and each rule has a level. What leaves the
package as it is, is not told: another `operationId` with the same method, a component under another
name whose class stays, `anyOf` with null instead of a list of types, another order, a schema's
`title`.

This page is made from the table of rules; do not edit it.

## Levels
"""
_SETTINGS = """\
## Other levels, accepted changes

A workspace gives a rule another level, or leaves it out, in `specmill.toml`:

```toml
[diff.rules]
default-changed = "breaking"
docs-changed = "ignore"
```

One occurrence is accepted with a reason, until a day if need be; from the next day on it counts
again. `specmill diff --format json` prints the fingerprint, which stays the same however the files
move, and the subject.

```toml
[[diff.accept]]
fingerprint = "3f0c2a9be41d7788"
reason = "nobody calls it: no request in the logs of a year"

[[diff.accept]]
rule = "field-removed"
subject = "Book.pages"
api = "library"
reason = "announced in March"
until = 2030-06-30
```

## Sides

| | |
|---|---|
| `old.json new.yaml` | files |
| `HEAD~1:specs/library/source.json library` | a file of a Git revision, and an API |
| `- library` | stdin |
| `https://library.example/openapi.json library` | an address |
| `--against main [API…]` | APIs of the workspace, and what they were at a revision |

Where one side is an API of the workspace, or a version of its source, its pins, its overlays and
the names in `specmill.lock` hold for both. With `--against`, each side has what it had: the
`specmill.toml`, the overlays and the lock of the revision.

## Formats

`--format text` (default), `json` (in the shape that `--schema` prints), `markdown` (for a pull
request), `changelog` (a section of the package's CHANGELOG.md), `github` (annotations of GitHub
Actions), `junit`, `sarif`. All but `text`, `changelog` and `github` also say when nothing differs.
Each proposes a step of the package's version where that helps: major for anything breaking, minor
for behaviour and additions, patch for words.

## Exit codes

| Code | |
|---|---|
| 0 | nothing of the level of `--fail-on` or worse |
| 1 | there is; `--fail-on docs`, the default, is any change, `--fail-on none` is never |
| 2 | bad usage, configuration or spec |
"""


def rules_page() -> str:
    """Return the page as Markdown."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    yield "| Level | A program |"
    yield "|---|---|"
    yield from (f"| {level} | {text} |" for level, text in _LEVELS.items())
    yield ""
    yield _SETTINGS
    yield "## Rules"
    for part in dict.fromkeys(rule.part for rule in RULES.values()):
        yield ""
        yield f"### {part}"
        yield ""
        yield "| Rule | Level | What happened | For example |"
        yield "|---|---|---|---|"
        for rule in RULES.values():
            if rule.part == part:
                example = rule.example.replace("|", "\\|")
                yield f"| `{rule.id}` | {rule.level} | {rule.text} | {example} |"
