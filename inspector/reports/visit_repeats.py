# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Runs of one visit mostly show the same: on a terminal each tells what none before it told, and counts the rest."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from inspector.reports.visit_parts import Biography, RunView, Sheet

_TIMES: Final = ("When",)  # the heads of columns that differ in every run and tell no difference


class Trimmed(NamedTuple):
    """A run less what runs before it told. Each sheet stands beside how many of its rows were left out.

    ``lives_same`` is how many cookies lived as in a run before, but for the times.
    """

    run: RunView
    sheets: tuple[tuple[Sheet, int], ...]
    lives: tuple[Biography, ...]
    lives_same: int


def without_repeats(runs: Sequence[RunView]) -> Iterator[Trimmed]:
    """Yield each run less the rows, lives and explanations that a run before it told."""
    told, titles = set[object](), set[str]()
    for run in runs:
        own: set[object] = set()
        sheets = []
        for sheet in run.sheets:
            keys = [(sheet.title, _row(sheet, row)) for row in sheet.rows]
            kept = tuple(row for row, key in zip(sheet.rows, keys, strict=True) if key not in told)
            own.update(keys)
            lead = "" if sheet.title in titles else sheet.lead
            titles.add(sheet.title)
            sheets.append((sheet._replace(rows=kept, lead=lead), len(sheet.rows) - len(kept)))
        lives = [(life, _life(life)) for life in run.lives]
        own.update(key for _, key in lives)
        kept_lives = tuple(life for life, key in lives if key not in told)
        told |= own
        yield Trimmed(run, tuple(sheets), kept_lives, len(lives) - len(kept_lives))


def _row(sheet: Sheet, row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell for head, cell in zip(sheet.head, row, strict=True) if head not in _TIMES)


def _life(life: Biography) -> tuple[object, ...]:
    return (life.name, life.host, life.said, tuple(text for _, text in life.lines), life.more)
