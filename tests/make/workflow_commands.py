# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A reader of GitHub's workflow commands, written from the runner's rules: what a log says to it.

A line is a command where, after leading blanks, it begins with ``::``; the name ends at a blank or ``::``, properties
are ``key=value`` divided by commas, and the message is what follows the second ``::``. In properties ``%25 %0D %0A %3A
%2C`` stand for characters, in messages the first three do (actions/runner, ``ActionCommand.cs``). After
``::stop-commands::TOKEN`` nothing is one until ``::TOKEN::``.
"""

from typing import NamedTuple

_MESSAGE = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


class Command(NamedTuple):
    """A command that the runner would obey."""

    name: str
    properties: dict[str, str]
    message: str


def commands(log: str) -> list[Command]:
    """Return the commands of a log, in their order."""
    found: list[Command] = []
    token: str | None = None
    for line in log.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        command = parsed(line)
        if command is None:
            continue
        if token is not None:
            token = None if command.name == token else token
        elif command.name == "stop-commands":
            token = command.message
        else:
            found.append(command)
    return found


def parsed(line: str) -> Command | None:
    """Return a line as a command, ``None`` where it is none."""
    line = line.strip()
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    head, _, message = line[2:].partition("::")
    name, _, rest = head.partition(" ")
    pairs = [part.partition("=") for part in rest.split(",") if part.strip()]
    properties = {key.strip(): _undone(value, _PROPERTY) for key, _, value in pairs}
    return Command(name, properties, _undone(message, _MESSAGE))


def _undone(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escape, character in escapes:
        text = text.replace(escape, character)
    return text
