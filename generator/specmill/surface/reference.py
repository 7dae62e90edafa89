"""Reference page of the rules, made from their table."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.surface.levels import Level
from specmill.surface.rules import RULES

_LEVELS = {
    Level.BREAKING: "A correct program fails, or a type checker reports an error.",
    Level.BEHAVIOUR: "The program runs, but requests or results have changed.",
    Level.ADDITIVE: "There is something new to use, and the rest has not changed.",
    Level.DOCS: "Only the documentation has changed.",
}
_INTRODUCTION = """\
# Rules of `specmill diff`

`specmill diff` compares the Python packages of two specs: names, arguments, types, requests and
responses. Each change has a rule, and each rule has a level. A change of the spec that does not
change the package is not reported. Examples are another `operationId` for the same method, a
component with another name if its class keeps its name, `anyOf` with null instead of a list of
types, another order, and the `title` of a schema.

This page is generated from the table of rules; do not edit it.

## Levels
"""
_SETTINGS = """\
## Other levels, accepted changes

In `specmill.toml`, you can give a rule another level, or ignore it:

```toml
[diff.rules]
default-changed = "breaking"
docs-changed = "ignore"
```

You can also accept a single change, with a reason and an optional last day. After this day, the
change is reported again. `specmill diff --format json` prints the fingerprint and the subject of
each change. The fingerprint does not depend on the paths of files.

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

## Versions to compare

| arguments | what is compared |
|---|---|
| `old.json new.yaml` | two files |
| `HEAD~1:specs/library/source.json library` | a file of a Git revision, and an API |
| `- library` | stdin, and an API |
| `https://library.example/openapi.json library` | an address, and an API |
| `--against main [API…]` | APIs of the workspace at a Git revision, and now |

If one version is an API of the workspace, or a version of its source, its names in `specmill.toml`,
its overlays and its names in `specmill.lock` apply to both versions. With `--against`, the old
version uses the `specmill.toml`, the overlays and the lock file of the revision.

## Formats

`--format` is `text` (default), `json` (with the schema that `--schema` prints), `markdown` (for a
pull request), `changelog` (a section of the package's CHANGELOG.md), `github` (annotations of
GitHub Actions), `junit` or `sarif`. If there is no change, `text`, `changelog` and `github` print
nothing. Most formats propose the next version of the package: a major version for a breaking
change, a minor version for behaviour and additions, a patch version for documentation.

## Exit codes

| Code | Meaning |
|---|---|
| 0 | there is no change of the level of `--fail-on` or a higher level |
| 1 | there is one; `--fail-on docs`, the default, counts any change, `--fail-on none` counts none |
| 2 | the usage, the configuration or a spec is wrong |
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
