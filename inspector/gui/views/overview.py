# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The strip at the top: how many cookies, of how many companies, how many track across sites, what they are for."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector.core.label import Group
from inspector.gui import purpose_words, theme, words
from inspector.gui.chips import HUE_OF_GROUP, hue_colour
from inspector.gui.models.figures import Figures
from inspector.gui.translation import translate
from inspector.gui.views.figure import Figure
from inspector.gui.views.icons import paint_icon
from inspector.gui.views.mirror import mirrored

_PAD: Final = 12
_WAITING: Final = "…"
_LEADING: Final = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
GROUP_ICONS: Final[Mapping[Group, str]] = {
    Group.MARKETING: "megaphone",
    Group.ANALYTICS: "bars",
    Group.PREFERENCES: "sliders",
    Group.NECESSARY: "shield",
    Group.UNKNOWN: "question",
}


class Part(NamedTuple):
    """One part of the bar: the group, its share, and what stands in the legend."""

    group: Group
    share: float
    text: str


def parts_of(figures: Figures) -> tuple[Part, ...]:
    """Return the groups that there are, with their shares."""
    return tuple(
        Part(group, count / figures.cookies, _legend(group, count / figures.cookies))
        for group, count in figures.groups
        if count
    )


def _legend(group: Group, share: float) -> str:
    return f"{words.word(purpose_words.GROUP, group)} {purpose_words.percent(share)}"


class GroupBar(QWidget):
    """A bar of the groups' shares with a legend: shape, word and number. The list at the left has the same as text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show other shares."""
        self.parts = parts
        told = ", ".join(part.text for part in parts)
        self.setAccessibleName(translate("overview", "By group: {groups}").format(groups=told) if parts else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bar and legend."""
        with QPainter(self) as painter:
            _paint_groups(painter, self)


def _paint_groups(painter: QPainter, bar: GroupBar) -> None:
    if not bar.parts:
        return
    metrics, window = bar.fontMetrics(), bar.palette().color(theme.Role.Window)
    height, thick = bar.height(), max(8, metrics.height() // 2)
    top = (height - thick - metrics.height() - 8) // 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRect(_PAD, top, bar.width() - 2 * _PAD, thick)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(area), thick / 2, thick / 2)
    painter.save()
    painter.setClipPath(shape)
    done = 0.0
    for part in bar.parts:
        left, width = round(area.width() * done), round(area.width() * (done + part.share)) - round(area.width() * done)
        piece = QRect(area.x() + left, area.y(), max(1, width - 2), thick)
        painter.fillRect(mirrored(bar.layoutDirection(), area, piece), hue_colour(HUE_OF_GROUP[part.group], window))
        done += part.share
    painter.restore()
    _paint_legend(painter, bar, QRect(area.x(), area.bottom() + 8, area.width(), metrics.height()))


def _paint_legend(painter: QPainter, bar: GroupBar, area: QRect) -> None:
    """Paint what fits, from the largest shape of the list on; what does not is in the bar's name and at the left."""
    metrics, palette = bar.fontMetrics(), bar.palette()
    window, side, left = palette.color(theme.Role.Window), round(bar.fontMetrics().height() * 0.8), area.x()
    for part in bar.parts:
        width = side + 5 + metrics.horizontalAdvance(part.text)
        if left + width > area.right() + 1:
            return
        room = mirrored(bar.layoutDirection(), area, QRect(left, area.y(), width, area.height()))
        square = mirrored(
            bar.layoutDirection(), room, QRect(room.x(), room.y() + (room.height() - side) // 2, side, side)
        )
        paint_icon(painter, GROUP_ICONS[part.group], QRectF(square), hue_colour(HUE_OF_GROUP[part.group], window))
        painter.setPen(palette.color(theme.Role.WindowText))
        painter.drawText(mirrored(bar.layoutDirection(), room, room.adjusted(side + 5, 0, 0, 0)), _LEADING, part.text)
        left += width + 16


class Overview(QWidget):
    """The strip. ``tracking_asked`` tells that only those that track across sites are wanted, or all again."""

    tracking_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cookies, self.companies = Figure(), Figure()
        self.tracking, self.groups = Figure(switch=True), GroupBar()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        for figure in (self.cookies, self.companies, self.tracking):
            layout.addWidget(figure)
        layout.addWidget(self.groups, 1)
        self.tracking.clicked.connect(self.tracking_asked)

    def show_cookies(self, count: int) -> None:
        """Show how many cookies there are, while the rest is being found out."""
        self.cookies.tell(*_counted(count))
        waiting = self.tr("This is being found out")
        self.companies.tell(_WAITING, self.tr("known companies"), waiting)
        self.tracking.tell(_WAITING, self.tr("track across sites"), waiting)
        self.tracking.setEnabled(False)
        self.groups.show_parts(())

    def show_figures(self, figures: Figures) -> None:
        """Show everything."""
        self.cookies.tell(*_counted(figures.cookies))
        nameless = self.tr("{cookies} of no company that we know").format(cookies=words.cookies(figures.nameless))
        self.companies.tell(words.amount(figures.companies), _companies(figures.companies), nameless)
        hint = self.tr("Press to show only those that can recognise the browser on more than one site")
        self.tracking.tell(words.amount(figures.tracking), _tracking(figures), hint)
        self.tracking.setEnabled(True)
        self.groups.show_parts(parts_of(figures))

    def show_tracking_on(self, on: bool) -> None:
        """Show whether only those that track are shown."""
        self.tracking.setChecked(on)


def _counted(count: int) -> tuple[str, str]:
    return words.amount(count), translate("overview", "cookie") if count == 1 else translate("overview", "cookies")


def _companies(count: int) -> str:
    return translate("overview", "known company") if count == 1 else translate("overview", "known companies")


def _tracking(figures: Figures) -> str:
    """Return the caption; "0 track" would be false comfort beside cookies of which it is not known."""
    one = figures.tracking == 1
    text = translate("overview", "tracks across sites") if one else translate("overview", "track across sites")
    if not figures.unclear:
        return text
    unclear = translate("overview", "{number} not known").format(number=words.amount(figures.unclear))
    return f"{text}, {unclear}"
