# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The moment that a command judges at: now, or the one that was given."""

from datetime import UTC, datetime

import click


def moment_of(text: str | None) -> datetime:
    """Return the moment of ``--now``; without a time zone it is UTC."""
    if text is None:
        return datetime.now(UTC)
    try:
        given = datetime.fromisoformat(text.strip())
        return given.astimezone(UTC) if given.tzinfo else given.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise click.UsageError(f'"{text[:60]}" is not a time such as 2026-11-24T12:00:00Z.') from error


def own_clock(text: str | None) -> datetime | None:
    """Return the computer's own now, ``None`` where another one was named: by that nothing may be thrown away."""
    return datetime.now(UTC) if text is None else None
