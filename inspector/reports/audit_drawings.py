# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Charts as inline SVG: no script, no font, no colour of their own (classes take the page's), text that can be read.

All three are narrow and grow downwards, so that they are as legible on a telephone and on paper as on a wide screen.
Each is followed by a table with the same numbers, so to a screen reader a chart is one picture with a name.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup

from inspector.reports.audit_charts import NOT_RECORDED, SESSION, TICKS, Bar, Lifetimes, place

WIDTH: Final = 340
_ROW: Final = 36  # a bar with its label above it
_BAR: Final = 12
_COUNT_ROOM: Final = 52
_AXIS_X: Final = 74  # the labels of the log axis stand left of it
_AXIS_LENGTH: Final = 260
COLUMNS: Final = 65  # steps of the log axis, 4 units each
_CLEAR: Final = 4  # columns that a number needs for itself
_LONGEST_LABEL: Final = 46


def bar_chart(bars: Sequence[Bar], name: str) -> Markup:
    """Return horizontal bars, each with its label above and its number behind."""
    most = max((bar.cookies for bar in bars), default=1)
    parts = [_bar_row(bar, number * _ROW, most) for number, bar in enumerate(bars)]
    return _picture(parts, max(_ROW, len(bars) * _ROW), name)


def _bar_row(bar: Bar, top: int, most: int) -> Markup:
    width = _length(bar.cookies, most, WIDTH - _COUNT_ROOM)
    label = bar.label if len(bar.label) <= _LONGEST_LABEL else bar.label[: _LONGEST_LABEL - 1] + "…"
    return Markup(
        '<text class="label" x="0" y="{}">{}</text><rect class="bar {}" x="0" y="{}" width="{}" height="{}" rx="2"/>'
        '<text class="number" x="{}" y="{}">{}</text>'
    ).format(
        top + 13,
        label,
        f"g-{bar.group}" if bar.group else "g-plain",
        top + 19,
        width,
        _BAR,
        _plain(float(width) + 7),
        top + 29,
        f"{bar.cookies:,}",
    )


def lifetime_chart(lives: Lifetimes, name: str) -> Markup:
    """Return lifetimes on a log axis that runs downwards, with session cookies above and unknown ones below it."""
    most = max([count for _, count in lives.steps] + [lives.session, lives.not_recorded, 1])
    parts, top = [], 10
    if lives.session:
        parts.append(_life(SESSION, lives.session, top + 8, most, 8))
        top += 32
    if lives.steps:
        parts.append(_axis(top))
        parts.extend(_steps(lives.steps, top, most))
        top += _AXIS_LENGTH + 22
    if lives.not_recorded:
        parts.append(_life(NOT_RECORDED, lives.not_recorded, top + 8, most, 8))
        top += 26
    return _picture(parts, top + 4, name)


def _axis(top: int) -> Markup:
    ticks = Markup("").join(_tick(us, text, top) for us, text in TICKS)
    line = Markup('<line class="axis" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>')
    return ticks + line.format(_AXIS_X, top, top + _AXIS_LENGTH)


def _tick(us: int, text: str, top: int) -> Markup:
    y = _plain(top + place(us) * _AXIS_LENGTH)
    return Markup(
        '<line class="tick{4}" x1="{0}" y1="{1}" x2="{2}" y2="{1}"/><text class="scale" x="{3}" y="{5}">{6}</text>'
    ).format(
        _AXIS_X,
        y,
        WIDTH,
        _AXIS_X - 8,
        " cap" if text == "400 days" else "",
        _plain(float(y) + 4),
        text,
    )


def _steps(steps: Sequence[tuple[float, int]], top: int, most: int) -> Iterable[Markup]:
    for number, (at, count) in enumerate(steps):
        y = top + at * _AXIS_LENGTH
        lonely = all(
            abs(at - steps[near][0]) * COLUMNS >= _CLEAR for near in (number - 1, number + 1) if 0 <= near < len(steps)
        )
        yield _life("", count, y, most, 4, numbered=lonely)


def _life(label: str, count: int, y: float, most: int, height: int, *, numbered: bool = True) -> Markup:
    width = _length(count, most, WIDTH - _AXIS_X - _COUNT_ROOM)
    bar = Markup('<rect class="bar g-plain" x="{}" y="{}" width="{}" height="{}" rx="1"/>').format(
        _AXIS_X, _plain(y - height / 2), width, height
    )
    if numbered:
        place_of = (_plain(_AXIS_X + float(width) + 7), _plain(y + 4), f"{count:,}")
        bar += Markup('<text class="number" x="{}" y="{}">{}</text>').format(*place_of)
    if label:
        bar += Markup('<text class="scale" x="{}" y="{}">{}</text>').format(_AXIS_X - 8, _plain(y + 4), label)
    return bar


def _length(count: int, most: int, room: int) -> str:
    """The length of a bar: what is there is seen, however little it is."""
    return _plain(max(3.0, count / most * room))


def _plain(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _picture(parts: Iterable[Markup], height: int, name: str) -> Markup:
    opening = Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(WIDTH, height, name)
    return opening + Markup("").join(parts) + Markup("</svg>")
