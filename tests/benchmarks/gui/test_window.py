# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long the window takes with many cookies: a keystroke in the filter line to repainted rows, a sort, a scroll.

By hand: ``ROWS=100000 pytest tests/benchmarks/gui --benchmark-enable``. In the test suite each runs once, small.
Qt's own filter proxy is timed beside ours, so that the reason for having our own stays measured.
"""

import itertools
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from make import labels, records
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from inspector.core.cookie import Cookie
from inspector.core.moments import DAY_US
from inspector.core.reading import Reading
from inspector.gui.chips import Chip
from inspector.gui.columns import COLUMNS
from inspector.gui.models.cookies import SORT_ROLE
from inspector.gui.models.facets import purpose_value
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.rows import Rows
from inspector.gui.settings import WindowSettings
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Outside
from inspector.gui.workers import Found

ROWS = int(os.environ.get("ROWS", "2000"))
ROUNDS = 10
NAMES = ("_ga", "_gid", "IDE", "PHPSESSID", "cart", "OptanonConsent", "uid", "csrftoken")
KEYS = [column.key for column in COLUMNS]


def made(at: int) -> Cookie:
    """One cookie of many: hosts, names and moments spread so that sorting has work to do."""
    updated = records.NOW_US - at * 7919 % 390 * DAY_US - at
    return records.cookie(
        f".site{at * 7919 % 20011:05}.test",
        NAMES[at % len(NAMES)],
        updated_us=updated,
        accessed_us=updated + at % 11,
        expires_us=updated + (at * 31 % 500) * DAY_US,
        session=False,
        secure=at % 3 > 0,
    )


@pytest.fixture(scope="module")
def reading() -> Reading:
    return records.reading(*map(made, range(ROWS)))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, reading: Reading) -> Iterator[MainWindow]:
    outside = Outside(
        lambda *_: Found(reading), lambda: records.NOW_US, lambda parent, folder: None, label=labels.by_name
    )
    made_window = MainWindow(outside, WindowSettings(tmp_path))
    qtbot.addWidget(made_window)
    made_window.resize(1280, 800)
    made_window.show()
    made_window.furnish()
    made_window.pages.show_page("cookies")
    with qtbot.waitSignal(made_window.worker.labelled, timeout=60_000):
        made_window.read_again()
    while ROWS > 8_192 and not all(map(made_window.shown.order_ready, made_window.table.visible_columns())):
        qtbot.wait(20)  # the orders are worked out beside the window's thread
    yield made_window
    made_window.worker.forget()


def paint(window: MainWindow) -> None:
    """Paint the next frame now: rows, switches, chips and details."""
    QApplication.processEvents()


def test_rows_are_prepared(benchmark: BenchmarkFixture, reading: Reading) -> None:
    rows = benchmark.pedantic(Rows.of, (reading,), rounds=3)
    assert len(rows.haystacks) == ROWS


TYPED = ("site", "_ga", "site01 ga", "nothing", "purpose:ad", "site !company:google", "name:_ga*", "lifetime:>1y")


@pytest.mark.parametrize("typed", TYPED)
def test_a_keystroke_to_repainted_rows(benchmark: BenchmarkFixture, window: MainWindow, typed: str) -> None:
    """Each round types the last letter: the line before it and the whole line take turns, so both directions count."""
    lines = itertools.cycle((typed[:-1], typed))

    def press() -> None:
        window.filter_bar.line.setText(next(lines))
        paint(window)

    benchmark.pedantic(press, rounds=2 * ROUNDS, warmup_rounds=2)
    assert window.filter_bar.line.text() in (typed, typed[:-1])


def test_a_switch_to_repainted_rows(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    """Each round switches the purpose of every eighth cookie on or off, counts of all switches included."""
    on = itertools.cycle((True, False))

    def switch() -> None:
        window.filter_bar.switch(purpose_value(Chip.DART), on=next(on))
        paint(window)

    benchmark.pedantic(switch, rounds=2 * ROUNDS, warmup_rounds=2)
    assert window.shown.rowCount() in (ROWS, (ROWS + 5) // len(NAMES))


def test_labels_are_prepared(benchmark: BenchmarkFixture, reading: Reading) -> None:
    made = benchmark.pedantic(LabelRows.of, (labels.by_name(reading.cookies),), rounds=3)
    assert len(made.kind_of) == ROWS


def test_labels_come_to_a_window(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    """What the window's own thread does when a hundred thousand labels are there, to repainted rows."""

    def take() -> None:
        window.worker.labelled.emit(window.purposes.labels)
        paint(window)

    benchmark.pedantic(take, rounds=ROUNDS, warmup_rounds=1)
    assert window.table.model().rowCount() == ROWS


def test_qts_own_proxy_for_comparison(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    proxy = QSortFilterProxyModel()
    proxy.setFilterKeyColumn(KEYS.index("name"))
    proxy.setSourceModel(window.shown.sourceModel())
    words = itertools.cycle(("_g", "_ga"))
    benchmark.pedantic(lambda: proxy.setFilterFixedString(next(words)), rounds=3, warmup_rounds=1)
    assert 0 < proxy.rowCount() < ROWS


@pytest.mark.parametrize("key", ["host", "name", "lifetime", "expires", "secure", "purpose", "sure", "vendor"])
def test_a_sort_to_repainted_rows(benchmark: BenchmarkFixture, window: MainWindow, key: str) -> None:
    orders = itertools.cycle((Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder))

    def sort() -> None:
        window.table.sortByColumn(KEYS.index(key), next(orders))
        paint(window)

    benchmark.pedantic(sort, rounds=ROUNDS, warmup_rounds=2)
    first, last = (window.shown.index(row, KEYS.index(key)).data(SORT_ROLE) for row in (0, ROWS - 1))
    assert first != last


def test_no_frame_is_late_while_scrolling(window: MainWindow, benchmark: BenchmarkFixture) -> None:
    """One pass over the table, page by page and line by line; the slowest frame is told beside the times."""
    bar, frames = window.table.verticalScrollBar(), []
    pages = range(0, max(1, bar.maximum()), max(1, bar.maximum() // 200))
    lines = range(0, min(200, bar.maximum()), 1)

    def scroll() -> None:
        for place in (*pages, *lines):
            started = time.perf_counter()
            bar.setValue(place)
            paint(window)
            frames.append(time.perf_counter() - started)

    benchmark.pedantic(scroll, rounds=2, warmup_rounds=1)
    ordered = sorted(frames)
    benchmark.extra_info |= {"slowest_ms": ordered[-1] * 1000, "p99_ms": ordered[len(ordered) * 99 // 100] * 1000}
    print(
        f"\nframes {len(ordered)}, median {ordered[len(ordered) // 2] * 1000:.1f} ms, "
        f"99 % {benchmark.extra_info['p99_ms']:.1f} ms, slowest {benchmark.extra_info['slowest_ms']:.1f} ms"
    )
    assert len(frames) >= len(lines)


def test_a_frame_while_scrolling(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    bar = window.table.verticalScrollBar()
    steps = itertools.cycle(range(0, max(1, bar.maximum()), 97))

    def scroll() -> None:
        bar.setValue(next(steps))
        paint(window)

    benchmark.pedantic(scroll, rounds=20 * ROUNDS, warmup_rounds=5)
    assert bar.maximum() > 0
