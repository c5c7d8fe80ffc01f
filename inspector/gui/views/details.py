# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The details pane: every fact of one cookie in words, grouped, as text that can be selected and copied.

Rich text, because names of four kilobytes must wrap anywhere. All of it comes from hostile stores, so each text is
escaped, no link is followed and no resource is loaded.
"""

from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from inspector.core.cookie import Cookie
from inspector.gui import theme
from inspector.gui.chips import purpose_chip, tracking_chip
from inspector.gui.facts import Fact, FactGroup, facts_of, plain_text
from inspector.gui.label_facts import NOTHING_TOLD, Told, label_facts
from inspector.gui.views.chip_line import ChipLine


class DetailsView(QTextBrowser):
    """Shows one cookie, or a sentence while none is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cookie: Cookie | None = None
        self._now_us = 0
        self._told = NOTHING_TOLD
        self.chips = ChipLine(self)
        self.setAccessibleName(self.tr("Details of the cookie"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(14)
        self._render()

    @property
    def cookie(self) -> Cookie | None:
        """The cookie that is shown."""
        return self._cookie

    def show_cookie(self, cookie: Cookie | None, now_us: int, told: Told = NOTHING_TOLD) -> None:
        """Show a cookie, seen from ``now_us``, with what is told of it; ``None`` shows the hint."""
        if cookie is self._cookie and now_us == self._now_us and _same(told, self._told):
            return  # each keystroke in the filter line asks, and the scroll position is worth keeping
        self._cookie, self._now_us, self._told = cookie, now_us, told
        label = None if cookie is None else told.label
        self.chips.show_chips(() if label is None else tuple(filter(None, (purpose_chip(label), tracking_chip(label)))))
        self._place_chips()
        self._render()

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
        head, *rest = facts_of(self._cookie, self._now_us)
        return (head, *label_facts(self._told), *rest)

    def plain_facts(self) -> str:
        """Return what is shown as lines for the clipboard, empty where nothing is."""
        return plain_text(self.groups())

    def _render(self) -> None:
        if self._cookie is None:
            hint = self.tr("Choose a cookie to see everything its browser keeps about it.")
            self.setHtml(f'<p style="color:{self._muted()}">{escape(hint)}</p>')
        else:
            self.setHtml(_page(self.groups(), len(label_facts(self._told)), self._muted()))

    def _muted(self) -> str:
        return theme.muted(self.palette()).name()

    def _follow(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in the colours of a theme that was switched."""
        super().changeEvent(event)
        self._follow(event)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing: text from a store names no picture of ours."""
        return None


def _same(one: Told, other: Told) -> bool:
    return one.label is other.label and one.answer is other.answer and one.waiting == other.waiting


def _page(groups: tuple[FactGroup, ...], first: int, muted: str) -> str:
    """Name and host make the title; ``first`` groups come before what is left of the one that held the two."""
    head, *rest = groups
    name, host = (escape(fact.text) for fact in head.facts[:2])
    groups = (*rest[:first], head._replace(facts=head.facts[2:]), *rest[first:])
    title = f'<p style="font-size:x-large;font-weight:600;margin:0">{name}</p>'
    under = f'<p style="color:{muted};margin:2px 0 0 0">{host}</p>'
    return title + under + "".join(_section(group, muted) for group in groups)


def _section(group: FactGroup, muted: str) -> str:
    rows = "".join(_row(fact, muted) for fact in group.facts)
    return (
        f'<p style="font-weight:600;margin:16px 0 2px 0">{escape(group.title)}</p>'
        f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>'
    )


def _row(fact: Fact, muted: str) -> str:
    note = f'<br><span style="color:{muted}">{escape(fact.note)}</span>' if fact.note else ""
    if not fact.label:
        return f'<tr><td colspan="2" style="padding:3px 0">{escape(fact.text)}{note}</td></tr>'
    label = f'<td width="32%" style="color:{muted};padding:3px 8px 3px 0">{escape(fact.label)}</td>'
    return f'<tr>{label}<td width="68%" style="padding:3px 0">{escape(fact.text)}{note}</td></tr>'
