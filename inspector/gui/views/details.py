# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The details pane: every fact of one cookie in words, grouped, as text that can be selected and copied."""

from PySide6.QtWidgets import QWidget

from inspector.core.cookie import Cookie
from inspector.gui.facts import facts_of, plain_text
from inspector.gui.views.facts_view import FactsView


class DetailsView(FactsView):
    """Shows one cookie, or a sentence while none is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cookie: Cookie | None = None
        self._now_us = 0
        self.setAccessibleName(self.tr("Details of the cookie"))
        self._tell()

    @property
    def cookie(self) -> Cookie | None:
        """The cookie that is shown."""
        return self._cookie

    def show_cookie(self, cookie: Cookie | None, now_us: int) -> None:
        """Show a cookie, seen from ``now_us``; ``None`` shows the hint."""
        if cookie is self._cookie and now_us == self._now_us:
            return  # each keystroke in the filter line asks, and the scroll position is worth keeping
        self._cookie, self._now_us = cookie, now_us
        self._tell()

    def plain_facts(self) -> str:
        """Return what is shown as lines for the clipboard, empty where nothing is."""
        return "" if self._cookie is None else plain_text(self._cookie, self._now_us)

    def _tell(self) -> None:
        if self._cookie is None:
            self.show_hint(self.tr("Choose a cookie to see everything its browser keeps about it."))
            return
        head, *rest = facts_of(self._cookie, self._now_us)
        name, host, *more = head.facts
        self.show_facts(name.text, host.text, (head._replace(facts=tuple(more)), *rest))
