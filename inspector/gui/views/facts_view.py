# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Facts in words, grouped under a title, as text that can be selected and copied.

Rich text, because names of four kilobytes must wrap anywhere. All of it comes from hostile stores and policies, so
each text is escaped, no link is followed and no resource is loaded.
"""

from html import escape
from typing import Any, Final

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from inspector.gui import theme
from inspector.gui.facts import Fact, FactGroup

_MARGIN: Final = 14
_GAP: Final = 8  # between a label and its text
_ROUNDED: Final = 6  # what the table's own edges take, and fractions of a pixel
_USUAL: Final = 0.32  # of the line for labels that need more than a word's width
_MOST_OF_LINE: Final = 0.45  # where a word needs more, labels stand above their texts


class FactsView(QTextBrowser):
    """Shows a title, a line under it and groups of facts; or a hint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self._label_width = 0
        self._facts: tuple[str, str, tuple[FactGroup, ...]] | None = None
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(_MARGIN)

    def show_hint(self, hint: str) -> None:
        """Show a sentence in place of facts."""
        self._hint, self._facts = hint, None
        self._render()

    def show_facts(self, title: str, under: str, groups: tuple[FactGroup, ...]) -> None:
        """Show facts, from their beginning."""
        self._facts = (title, under, groups)
        self._render()

    def _render(self) -> None:
        muted = theme.muted(self.palette()).name()
        self._label_width = self._wanted_width()
        if self._facts is None:
            self.setHtml(f'<p style="color:{muted}">{escape(self._hint)}</p>')
        else:
            self.setHtml(_page(*self._facts, muted, self._label_width))

    def _wanted_width(self) -> int:
        """Return how wide the labels are to be, so that none breaks within a word; 0 where they stand above."""
        if self._facts is None:
            return 0
        labels = [fact.label for group in self._facts[2] for fact in group.facts if fact.label]
        metrics, room = self.fontMetrics(), self.viewport().width() - 2 * _MARGIN
        words = {word for label in labels for word in label.split()}
        word = max(map(metrics.horizontalAdvance, words), default=0) + _GAP + _ROUNDED
        whole = max(map(metrics.horizontalAdvance, labels), default=0) + _GAP + _ROUNDED
        return 0 if word > room * _MOST_OF_LINE else max(word, min(whole, round(room * _USUAL)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the lines anew where labels want another width; what is read stays where it is."""
        super().resizeEvent(event)
        if self._facts is not None and self._wanted_width() != self._label_width:
            bar = self.verticalScrollBar()
            place = bar.value()
            self._render()
            bar.setValue(place)

    def _follow(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in the colours of a theme that was switched."""
        super().changeEvent(event)
        self._follow(event)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing: text from a store or a policy names no picture of ours."""
        return None


def _page(title: str, under: str, groups: tuple[FactGroup, ...], muted: str, label_width: int) -> str:
    head = f'<p style="font-size:x-large;font-weight:600;margin:0">{escape(title)}</p>'
    second = f'<p style="color:{muted};margin:2px 0 0 0">{escape(under)}</p>' if under else ""
    return head + second + "".join(_section(group, muted, label_width) for group in groups)


def _section(group: FactGroup, muted: str, label_width: int) -> str:
    rows = "".join(_row(fact, muted, label_width) for fact in group.facts)
    return (
        f'<p style="font-weight:600;margin:16px 0 2px 0">{escape(group.title)}</p>'
        f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>'
    )


def _row(fact: Fact, muted: str, label_width: int) -> str:
    note = f'<br><span style="color:{muted}">{escape(fact.note)}</span>' if fact.note else ""
    if not fact.label:
        return f'<tr><td colspan="2" style="padding:3px 0">{escape(fact.text)}{note}</td></tr>'
    named = f'<span style="color:{muted}">{escape(fact.label)}</span>'
    if not label_width:
        return f'<tr><td colspan="2" style="padding:3px 0">{named}<br>{escape(fact.text)}{note}</td></tr>'
    label = f'<td width="{label_width}" style="padding:3px {_GAP}px 3px 0">{named}</td>'
    return f'<tr>{label}<td style="padding:3px 0">{escape(fact.text)}{note}</td></tr>'
