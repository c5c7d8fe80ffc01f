# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The parts that a page about a visit is made of: tables and biographies. All text in them is safe to look at."""

from typing import NamedTuple

from inspector.reports.audit_words import Word


class Sheet(NamedTuple):
    """A table: its title, what is said above it, the columns, the rows, which columns stand to the right.

    ``more`` is how many rows were left out.
    """

    title: str
    lead: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    more: int = 0


class Biography(NamedTuple):
    """The life of one cookie: dated lines, the first one first. ``id`` leads to the cookie where the page has a row."""

    id: str
    name: str
    host: str
    said: str
    lines: tuple[tuple[str, str], ...]
    more: int = 0


class RunView(NamedTuple):
    """One run: what it was and how it ended, its tables, and the lives of its cookies."""

    id: str
    title: str
    word: Word
    facts: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]
    lives: tuple[Biography, ...]
    lives_more: int


class VisitView(NamedTuple):
    """A visit: what was visited and when, the runs side by side, the cookies side by side, and each run by itself."""

    url: str
    when: str
    sheets: tuple[Sheet, ...]
    runs: tuple[RunView, ...]
