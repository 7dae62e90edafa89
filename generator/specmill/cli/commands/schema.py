"""Command ``specmill schema``: the JSON Schema of ``specmill.toml``."""

from __future__ import annotations

import json

import click

from specmill.cli.console import result
from specmill.cli.options import quiet_option


@click.command("schema")
@quiet_option
def command() -> None:
    """Print the JSON Schema of specmill.toml, for editors and checks.

    \b
    Examples:
      specmill schema > specmill.schema.json
    """
    from specmill.config.schema import settings_schema

    result(json.dumps(settings_schema(), indent=2))
