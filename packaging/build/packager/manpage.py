# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The man page, cookie-inspector(1), written from the commands themselves (man(7) for its macros)."""

import re
from collections.abc import Iterator

import click

from inspector import __version__
from inspector.cli.commands import PROGRAM, commands
from packager.environment import day

_FILES = (
    (r"~/.config/cookie\-inspector/", "settings, own facts about cookies, the window's shape"),
    (r"~/.local/share/cookie\-inspector/", "the history (only after a yes), fetched policies, community lists"),
)
_CODES = (
    ("0", "what was asked for was read; of an audit: nothing was found at or over the level"),
    ("1", "an audit or a comparison found something"),
    ("2", "something could not be read or not be verified, and is told on standard error"),
    ("3", "wrong usage, nothing could be read, or a fault of the program"),
)


def page(moment: int) -> str:
    """Return the whole page in roff."""
    return "\n".join(_lines(moment)) + "\n"


def _lines(moment: int) -> Iterator[str]:
    yield f'.TH COOKIE\\-INSPECTOR 1 "{day(moment)}" "Cookie Inspector {__version__}" "User Commands"'
    yield from (".SH NAME", f"{escaped(PROGRAM)} \\- what browsers hold, and what was promised")
    yield from (".SH SYNOPSIS", f".B {escaped(PROGRAM)}", r"[\fICOMMAND\fR] [\fIOPTIONS\fR]")
    yield ".SH DESCRIPTION"
    yield from _paragraphs(commands.help or "")
    yield ".SH COMMANDS"
    with commands.make_context(PROGRAM, [], resilient_parsing=True) as context:
        for name in commands.list_commands(context):
            command = commands.get_command(context, name)
            if command is not None and not command.hidden:
                yield from _command(command, name, context)
    yield from _told("EXIT STATUS", _CODES)
    yield from _told("FILES", _FILES)


def _command(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    with click.Context(command, info_name=name, parent=parent) as context:
        usage = " ".join(command.collect_usage_pieces(context))
        yield f'.SS "{escaped(context.command_path.removeprefix(PROGRAM + " "))} {escaped(usage)}"'
        yield from _paragraphs(command.help or "")
        for param in command.get_params(context):
            record = param.get_help_record(context)
            if record is not None and "--help" not in record[0]:
                yield from (".TP", rf"\fB{escaped(record[0])}\fR", escaped(" ".join(record[1].split())) or r"\&")
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                if found is not None and not found.hidden:
                    yield from _command(found, inner, context)


def _told(title: str, rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f".SH {title}"
    for name, text in rows:
        yield from (".TP", rf"\fB{name}\fR", escaped(text))


def _paragraphs(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.replace("\b", "").strip())):
        yield from ((".PP",) if number else ())
        yield escaped(" ".join(paragraph.split()))


def escaped(text: str) -> str:
    r"""Return text as roff shows it: no command, no escape, hyphens that can be copied.

    >>> escaped(".x --all \\ 'y'")
    '\\\\&.x \\\\-\\\\-all \\\\(rs \\\\(aqy\\\\(aq'
    """
    text = text.replace("\\", r"\(rs").replace("-", r"\-").replace("'", r"\(aq").replace('"', r"\(dq")
    return rf"\&{text}" if text.startswith(".") else text
