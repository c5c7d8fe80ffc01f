# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""docs/commands.md: every command with every option, from the program itself."""

import inspect
from collections.abc import Iterator
from typing import Final

import click

from inspector.cli.commands import COMMANDS, PROGRAM, commands

HEAD: Final = """\
<!-- Made by packaging/manual from the program; not edited by hand. -->

# Every command

The same stands in `cookie-inspector COMMAND --help`. Exit codes, where a command says nothing else: 0 everything was
read, 2 something could not be read (said on stderr; the rest was), 3 nothing could be read, or wrong usage. Ctrl-C
leaves with 130.
"""


def page() -> str:
    """Return the page."""
    lines = [HEAD, "| command | what it does |", "|---|---|"]
    lines += [f"| [`{entry.name}`](#{anchor((PROGRAM, entry.name))}) | {entry.help} |" for entry in COMMANDS]
    with click.Context(commands, info_name=PROGRAM) as context:
        lines += ["", "Without a command:", "", *_options(commands, context)]
        for entry in COMMANDS:
            command = commands.get_command(context, entry.name)
            assert command is not None  # noqa: S101 - the table names it
            lines += _told(command, context, entry.name, 2)
    return "\n".join(lines).rstrip() + "\n"


def anchor(words: tuple[str, ...]) -> str:
    """Return the anchor of a command's heading."""
    return "-".join(words)


def _told(command: click.Command, parent: click.Context, name: str, level: int) -> Iterator[str]:
    with click.Context(command, parent=parent, info_name=name) as context:
        yield from ("", f"{'#' * level} {context.command_path}", "")
        yield from (_text(command), "", "```text", f"{context.command_path} {_usage(command, context)}".rstrip(), "```")
        yield from ("", *_options(command, context))
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                held = command.get_command(context, inner)
                if held is not None:
                    yield from _told(held, context, inner, level + 1)


def _text(command: click.Command) -> str:
    paragraphs = inspect.cleandoc(command.help or "").replace("\f", "").split("\n\n")
    return "\n\n".join(_escaped(" ".join(paragraph.split())) for paragraph in paragraphs)


def _usage(command: click.Command, context: click.Context) -> str:
    return " ".join(command.collect_usage_pieces(context))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    records = [parameter.get_help_record(context) for parameter in command.get_params(context)]
    rows = [record for record in records if record is not None and not record[0].endswith("--help")]
    if rows:
        yield from ("| option | meaning |", "|---|---|")
        yield from (f"| `{_cell(names)}` | {_escaped(_cell(text))} |" for names, text in rows)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_").replace("[", "\\[")
