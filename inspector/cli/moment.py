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
    except ValueError as error:
        raise click.UsageError(f'"{text}" is not a time such as 2026-11-24T12:00:00Z.') from error
    return given if given.tzinfo else given.replace(tzinfo=UTC)
