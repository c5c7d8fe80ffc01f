# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Times on the command line: ``--now`` and the like."""

from datetime import UTC, datetime

import click


def moment_of(text: str | None) -> datetime:
    """Return the moment that was named, UTC where no zone is given; the computer's own now where none was."""
    if text is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise click.UsageError(f'"{text[:60]}" is not a time such as 2026-11-24T12:00:00Z.') from error


def own_clock(text: str | None) -> datetime | None:
    """Return the computer's own now, ``None`` where another one was named: by that nothing may be thrown away."""
    return datetime.now(UTC) if text is None else None
