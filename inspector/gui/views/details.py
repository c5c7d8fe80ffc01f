# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The details pane: every fact of one cookie in words, grouped, as text that can be selected and copied."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.core.cookie import Cookie
from inspector.core.evidence import Sighting
from inspector.gui.chips import purpose_chip, tracking_chip
from inspector.gui.facts import FactGroup, facts_of, plain_text
from inspector.gui.label_facts import NOTHING_TOLD, Told, label_facts
from inspector.gui.views.chip_line import ChipLine
from inspector.gui.views.facts_view import FactsView


class DetailsView(FactsView):
    """Shows one cookie, or a sentence while none is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cookie: Cookie | None = None
        self._now_us = 0
        self._told = NOTHING_TOLD
        self._seen: Sighting | None = None
        self.chips = ChipLine(self)
        self.setAccessibleName(self.tr("Details of the cookie"))
        self._tell()

    @property
    def cookie(self) -> Cookie | None:
        """The cookie that is shown."""
        return self._cookie

    def show_cookie(
        self, cookie: Cookie | None, now_us: int, told: Told = NOTHING_TOLD, seen: Sighting | None = None
    ) -> None:
        """Show a cookie, seen from ``now_us``, with what is told of it and how it was set; ``None`` shows the hint."""
        if cookie is self._cookie and now_us == self._now_us and _same(told, self._told) and seen is self._seen:
            return  # each keystroke in the filter line asks, and the scroll position is worth keeping
        self._cookie, self._now_us, self._told, self._seen = cookie, now_us, told, seen
        label = None if cookie is None else told.label
        self.chips.show_chips(() if label is None else tuple(filter(None, (purpose_chip(label), tracking_chip(label)))))
        self._place_chips()
        self._tell()

    def _place_chips(self) -> None:
        """Keep the chips above the text, whatever is scrolled."""
        height = self.chips.sizeHint().height()
        self.setViewportMargins(0, height, 0, 0)
        around = self.viewport().geometry()
        self.chips.setGeometry(around.x(), around.y() - height, around.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chips as wide as the text."""
        super().resizeEvent(event)
        self._place_chips()

    def groups(self) -> tuple[FactGroup, ...]:
        """Return everything that is told: name and host, what it is for, then the facts of the store."""
        if self._cookie is None:
            return ()
        head, *rest = facts_of(self._cookie, self._now_us, self._seen)
        return (head, *label_facts(self._told), *rest)

    def plain_facts(self) -> str:
        """Return what is shown as lines for the clipboard, empty where nothing is."""
        return plain_text(self.groups())

    def _tell(self) -> None:
        if self._cookie is None:
            self.show_hint(self.tr("Choose a cookie to see everything its browser keeps about it."))
            return
        head, *rest = facts_of(self._cookie, self._now_us, self._seen)
        name, host, *more = head.facts
        self.show_facts(name.text, host.text, (*label_facts(self._told), head._replace(facts=tuple(more)), *rest))


def _same(one: Told, other: Told) -> bool:
    return one.label is other.label and one.answer is other.answer and one.waiting == other.waiting
