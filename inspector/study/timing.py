# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long a study will still take, told by the rows that were judged so far."""

from typing import Final, NamedTuple

_LEAST: Final = 3  # rows before anything is said: the first one starts the workers
_MINUTE_S: Final = 60
_HOUR_S: Final = 3600


class StudyProgress(NamedTuple):
    """How far a study is: rows done, of how many, of which so many were done before this run, and the site in hand."""

    done: int
    total: int
    kept: int
    site: str
    elapsed_s: float

    @property
    def left_s(self) -> float | None:
        """The time that is left; ``None`` while too little is known."""
        judged = self.done - self.kept
        if judged < _LEAST:
            return None
        return self.elapsed_s / judged * (self.total - self.done)


def time_text(seconds: float | None) -> str:
    """Return a time as a person says it, rounded up.

    >>> time_text(59), time_text(61), time_text(5400), time_text(None)
    ('less than a minute left', 'about 2 minutes left', 'about 1 h 30 min left', 'time left not known yet')
    """
    if seconds is None:
        return "time left not known yet"
    if seconds < _MINUTE_S:
        return "less than a minute left"
    minutes = int(-(-seconds // _MINUTE_S))
    if minutes < 60:
        return f"about {minutes} minutes left"
    return f"about {minutes // 60} h {minutes % 60} min left"


def sentence(progress: StudyProgress) -> str:
    """Return how far a study is in one sentence."""
    kept = f" ({progress.kept:,} done before)" if progress.kept else ""
    return f"{progress.done:,} of {progress.total:,} rows{kept}, {time_text(progress.left_s)}"
