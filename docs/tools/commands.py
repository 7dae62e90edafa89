"""Page of the commands: what ``--help`` says, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from specmill.cli.app import app

_HEAD = """\
# Commands

Made from the command line's own help by `make docs-pages`. Exit codes: 0 done, 1 differences or
findings, 2 bad usage, configuration or spec, 130 interrupted. `specmill --version` shows the
version, `specmill --debug …` the traceback of an internal error.
"""
_EXAMPLES = re.compile(r"\n\s*\x08?\n?Examples:\n")


def commands_page() -> str:
    """Return the page."""
    context = click.Context(app, info_name="specmill")
    names = app.list_commands(context)
    index = "".join(
        f"* [`specmill {name}`](#specmill-{name}): {_title(context, name)}\n" for name in names
    )
    return "\n".join([_HEAD, index, *(_section(context, name) for name in names)])


def _title(context: click.Context, name: str) -> str:
    command = app.get_command(context, name)
    assert command is not None
    return command.get_short_help_str(200)


def _section(context: click.Context, name: str) -> str:
    command = app.get_command(context, name)
    assert command is not None
    within = click.Context(command, parent=context, info_name=name)
    text = (command.help or "").replace("\x08", "").replace("\f", "")
    about, _, examples = text.partition("Examples:\n")
    usage = " ".join(command.collect_usage_pieces(within))
    parts = [
        f"## `specmill {name}`\n",
        "\n\n".join(_paragraphs(about)) + "\n",
        f"```text\nspecmill {name} {usage}\n```\n",
        "| option | meaning |\n|---|---|\n" + "".join(_options(command)),
    ]
    if examples:
        lines = "\n".join(line.strip() for line in examples.strip().splitlines())
        parts.append(f"```sh\n{lines}\n```\n")
    return "\n".join(parts)


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield _code(" ".join(paragraph.split()))


def _options(command: click.Command) -> Iterator[str]:
    for one in command.params:
        if isinstance(one, click.Option) and one.help:
            names = ", ".join(f"`{name}`" for name in one.opts)
            value = "" if one.is_flag else f" `{_value(one)}`"
            default = f" By default `{one.default}`." if one.show_default else ""
            yield f"| {names}{value} | {_code(one.help)}{default} |\n"


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return " ".join(map(str, option.type.choices))
    return option.metavar or option.type.name.upper()


def _code(text: str) -> str:
    """Write words of the command line as code."""
    return re.sub(r"(?<![\w`-])(--[a-z-]+|specmill\.(?:toml|lock)|google:\S+:\S+\b)", r"`\1`", text)
