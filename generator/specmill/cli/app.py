"""Command ``specmill``: its subcommands, its options and its exit codes."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

import click

from specmill.cli.console import conclude, note, tell
from specmill.cli.manner import begin
from specmill.diagnostics import SpecmillError
from specmill.version import __version__, revision

DONE, DIFFERENT, WRONG = 0, 1, 2
INTERRUPTED = 130

_COMMANDS = {
    "generate": "Bring generated files up to date, or generate from one spec.",
    "check": "Fail with a diff when generated files are stale; write nothing.",
    "inspect": "Show what was understood of an API.",
    "validate": "Check a spec against OpenAPI 3.1.",
    "normalize": "Print a spec as OpenAPI 3.1.",
    "explain": "Say where a name, or a line of a generated file, comes from.",
    "diff": "Compare two versions of an API.",
    "overlay": "Find new names for targets of overlays after a change of the source.",
    "used": "List the operations that a code base calls.",
    "drift": "Show what answers had that the spec lacks, and mend it.",
    "patch": "Record edits of generated files, so that they survive.",
    "update": "Bring specs to their newest version, and say what changes.",
    "pull": "Download the committed sources again.",
    "merge-locks": "Make one lock of those of shards.",
    "site": "Build a site with search from the docs.",
    "add": "Put an API into the workspace: Google's by name, a file, an address.",
    "init": "Start a workspace from a spec.",
    "schema": "Print the JSON Schema of specmill.toml.",
}
_UPKEEP = frozenset({"drift", "merge-locks", "patch", "pull", "update", "used"})


class _Commands(click.Group):
    """Subcommands that are imported when they are used: starting must cost little."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            if close := get_close_matches(cmd_name, _COMMANDS, n=1):
                ctx.fail(f"No such command {cmd_name!r}; did you mean {close[0]!r}?")
            return None
        room = ".upkeep" if cmd_name in _UPKEEP else ""
        module = cmd_name.replace("-", "_")
        command = import_module(f"specmill.cli.commands{room}.{module}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _tell_version(context: click.Context, _option: click.Parameter, given: bool) -> None:
    if not given:
        return
    commit = revision()
    click.echo(f"specmill {__version__} ({commit})" if commit else f"specmill {__version__}")
    context.exit()


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 differences or findings, 2 bad usage, configuration or spec.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_version,
    help="Show the version, and the revision of a build or a checkout, and exit.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def app(debug: bool) -> None:
    """Generate typed Python clients from API specs, and update them with the specs.

    \b
    Examples:
      specmill generate                                  # the workspace in specmill.toml
      specmill generate --spec petstore.yaml --out sdk   # one spec without a workspace
      specmill generate --spec https://example.com/openapi.json --out sdk
      specmill check                                     # in CI
    """


def run(given: Sequence[str]) -> int:
    """Run a command and give its exit code; errors become messages, never tracebacks."""
    begin()
    code = _run(given)
    try:
        conclude(code)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    return code


def _run(given: Sequence[str]) -> int:
    gc.disable()  # what a run over one API makes, it keeps to its end
    gc.set_threshold(100_000, 50, 1000)  # for a run over more
    try:
        code = app.main(list(given), prog_name="specmill", standalone_mode=False)
    except (KeyboardInterrupt, click.Abort):
        note("interrupted; nothing was changed")
        return INTERRUPTED
    except SpecmillError as error:
        tell(error.diagnostics, whole="--verbose" in given)
        return WRONG
    except click.ClickException as error:
        error.show()
        return WRONG
    except Exception as error:  # noqa: BLE001 - a user gets a message, not a traceback
        return _internal(error, debug="--debug" in given)
    return code if isinstance(code, int) else DONE


def _internal(error: Exception, *, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    begin()
    note(f"internal error: {what}; please report it, with the output of `specmill --debug …`")
    return WRONG
