# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Facts in words, grouped under a title, as text that can be selected and copied.

Rich text, because names of four kilobytes must wrap anywhere. All of it comes from hostile stores and policies, so
each text is escaped, no link is followed and no resource is loaded.
"""

from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from inspector.gui import theme
from inspector.gui.facts import Fact, FactGroup


class FactsView(QTextBrowser):
    """Shows a title, a line under it and groups of facts; or a hint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self._facts: tuple[str, str, tuple[FactGroup, ...]] | None = None
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(14)

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
        if self._facts is None:
            self.setHtml(f'<p style="color:{muted}">{escape(self._hint)}</p>')
        else:
            self.setHtml(_page(*self._facts, muted))

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


def _page(title: str, under: str, groups: tuple[FactGroup, ...], muted: str) -> str:
    head = f'<p style="font-size:x-large;font-weight:600;margin:0">{escape(title)}</p>'
    second = f'<p style="color:{muted};margin:2px 0 0 0">{escape(under)}</p>' if under else ""
    return head + second + "".join(_section(group, muted) for group in groups)


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
