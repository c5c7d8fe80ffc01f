# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The user's answer to "may scans be remembered?", in the configuration folder. No answer is no."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError, Problem
from inspector.history.files import write_new

_LIMIT: Final = 10_000  # bytes
_MOST_DAYS: Final = 3650


@frozen
class Consent:
    """``remember`` is ``None`` until the question was answered; ``days`` is how long snapshots are kept."""

    remember: bool | None = None
    days: int = 90
    answered: str | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def is_yes(self) -> bool:
        """Whether scans are remembered without being asked each time."""
        return self.remember is True


def read_consent(path: Path) -> Consent:
    """Return the answer; a file that cannot be understood is a no that is said."""
    try:
        with path.open("rb") as file:
            held = tomllib.loads(file.read(_LIMIT).decode("utf-8"))
        remember, days, answered = held["remember"], held.get("days", 90), str(held.get("answered", "")) or None
        if not isinstance(remember, bool) or not _is_days(days):
            raise ValueError("remember is true or false, days a number of days")
    except FileNotFoundError:
        return Consent()
    except (OSError, ValueError, KeyError, RecursionError) as error:
        why = getattr(error, "strerror", None) or str(error) or type(error).__name__
        what_to_do = "Answer again: cookie-inspector history on, or off"
        problem = Problem("consent-unreadable", "so nothing is remembered by itself", str(path), why, what_to_do)
        return Consent(problems=(problem,))
    return Consent(remember, days, answered)


def write_consent(path: Path, *, remember: bool, days: int, now: datetime) -> Consent:
    """Write an answer down."""
    if not _is_days(days):
        raise InspectorError(f"{days} is not a number of days", f"Give 1 to {_MOST_DAYS:,}")
    consent = Consent(remember, days, f"{now:%Y-%m-%dT%H:%M:%SZ}")
    text = (
        "# Whether Cookie Inspector keeps a note of each scan, without values, on this computer.\n"
        f"remember = {'true' if remember else 'false'}\ndays = {days}\n"
        f'answered = "{consent.answered}"\n'
    )
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(path, text.encode())
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"The answer cannot be kept in {path}: {why}", "Make the folder writable") from error
    return consent


def _is_days(days: object) -> bool:
    return isinstance(days, int) and not isinstance(days, bool) and 1 <= days <= _MOST_DAYS
