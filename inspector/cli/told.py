# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the user says of cookie files that cannot say it themselves: options of every command that takes such files."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import click

from inspector.core.moments import from_datetime
from inspector.engine.cookie_files import Told

FILES_HELP = "Cookies: a file of any tool, a browser's store or a profile (see docs/imports.md)."


def told_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    origin = "For bare Set-Cookie lines: the address that sent them."
    recorded = "For bare Set-Cookie lines: when they were sent (ISO 8601)."
    command = click.option("--recorded", metavar="TIME", help=recorded)(command)
    return click.option("--origin", metavar="URL", help=origin)(command)


def told_of(origin: str | None, recorded: str | None) -> Told:
    """Return what the options say; raise for an address or a time that is none."""
    return Told(_address(origin), _moment(recorded))


def _address(text: str | None) -> str | None:
    if text is None:
        return None
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text.strip())
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, or a port that is none
        valid = False
    if not valid:
        raise click.UsageError(f'"{text}" is not an address such as https://shop.example/.')
    return text.strip()


def _moment(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise click.UsageError(f'"{text}" is not a time such as 2026-11-24T12:00:00Z.') from error
    return from_datetime(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
