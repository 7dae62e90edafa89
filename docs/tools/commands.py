"""Page of the commands: what ``--help`` says, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from specmill.cli.app import app

_HEAD = """\
# Commands

`make docs-pages` makes this page from the help of the command line. The exit code is 0 if all went
well, 1 if there are differences or findings, 2 if the usage, the configuration or a spec is wrong,
and 130 after an interrupt. `specmill --version` shows the version. `specmill --debug …` shows the
traceback of an internal error.
"""
_WORD = re.compile(r"`[^`]*`|(?<![\w-])(?:--[a-z-]+|specmill\.(?:toml|lock)|google:\S+:\S+\b)")


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
    """Write words of the command line as code, unless they are."""
    return _WORD.sub(lambda match: match[0] if match[0].startswith("`") else f"`{match[0]}`", text)
