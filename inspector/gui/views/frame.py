# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The frame of the window: bars, menus, first page, status and look. It is all that the first picture waits for."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from inspector.core.visible import visible
from inspector.gui import comfort, theme
from inspector.gui.overview.page import OverviewPage
from inspector.gui.policy.contacts import Contacts, ContactsBadge
from inspector.gui.preferences import Network, Preferences
from inspector.gui.projects.said import Said
from inspector.gui.settings import WindowSettings
from inspector.gui.views.actions import COOKIE_ACTIONS
from inspector.gui.views.later_pages import LaterPages
from inspector.gui.views.outside import Outside
from inspector.gui.views.pages import Pages
from inspector.gui.views.status import StatusStrip

SIZE: Final = (1280, 800)
_A_WHILE_MS: Final = 10_000


class Frame(QMainWindow):
    """A window with its bars and first page. Menus, and the pages that show cookies, come from who fills it."""

    actions_by_key: dict[str, QAction]

    def __init__(self, outside: Outside, settings: WindowSettings) -> None:
        chosen = settings.chosen
        _apply_comfort(chosen.preferences)  # before there is a window: its parts take the size of text from it
        super().__init__()
        self._outside, self._settings = outside, settings
        self.preferences, self._standing = chosen
        self.status = StatusStrip()
        self.contacts = Contacts(self)
        self.badge = ContactsBadge(self.contacts)
        self.said = Said(outside.now_us, outside.project.author, self)
        self.pages, self.overview = Pages(), OverviewPage()
        self._lay_out()
        self.later = LaterPages(
            self.pages, outside.later, outside.now_us, self.contacts, self.said, settings.shape, self
        )

    def _lay_out(self) -> None:
        self.show_name("")
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.pages.reserve("overview")
        self.pages.reserve("cookies")
        self.setCentralWidget(self.pages)
        self.status.addPermanentWidget(self.badge)
        self.resize(*SIZE)
        if not (state := self._settings.shape("window")).isEmpty():
            self.restoreGeometry(state)

    def show_name(self, name: str) -> None:
        """Name the project in the title."""
        program = QApplication.applicationDisplayName() or "Cookie Inspector"
        self.setWindowTitle(f"{visible(name, 80)} – {program}" if name else program)

    # The look

    @property
    def scheme(self) -> theme.Scheme:
        """The theme that was chosen."""
        return self.preferences.theme

    def set_scheme(self, scheme: theme.Scheme) -> None:
        """Switch the theme at once and keep it."""
        self.take_preferences(self.preferences._replace(theme=scheme))

    def take_preferences(self, preferences: Preferences) -> None:
        """Take what the user chose, at once, and keep it."""
        self.preferences = preferences
        self._settings.keep_preferences(preferences)
        _apply_comfort(preferences)
        self._follow_preferences()

    def _follow_preferences(self) -> None:
        self.contacts.bar(self.preferences.network is Network.NEVER)
        self._restyle()

    def _restyle(self) -> None:
        """Bring the colours up to date. Widgets under a style sheet keep old palettes unless it is laid on anew."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.setStyleSheet("")
            theme.apply(app, self.scheme)
            self.setStyleSheet(theme.sheet())

    # What happens

    def _take_actions(self, actions: dict[str, QAction]) -> None:
        """Have menus, pages and colours follow each other."""
        self.actions_by_key = actions
        self.pages.changed.connect(self._show_page)
        self.later.announced.connect(self._announce)
        self.later.told.connect(self.tell)
        self._connect_undo()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._restyle)

    def _connect_undo(self) -> None:
        """Undo and redo say what they are about."""
        stack, undo, redo = self.said.undo, self.actions_by_key["undo"], self.actions_by_key["redo"]
        for action, able, text, named in (
            (undo, stack.canUndoChanged, stack.undoTextChanged, self.tr("&Undo: {what}")),
            (redo, stack.canRedoChanged, stack.redoTextChanged, self.tr("Red&o: {what}")),
        ):
            plain = action.text()
            action.setEnabled(False)
            able.connect(action.setEnabled)
            text.connect(lambda what, a=action, p=plain, n=named: a.setText(n.format(what=what) if what else p))
        self.said.done.connect(lambda what: self._announce(self.tr("Done: {what}").format(what=what)))
        self.said.undone.connect(lambda what: self._announce(self.tr("Undone: {what}").format(what=what)))

    def _show_page(self, key: str) -> None:
        """Bring the menus in line with the page; panes that it does not have cannot be switched."""
        for action in COOKIE_ACTIONS:
            self.actions_by_key[action].setEnabled(key == "cookies")
        self.actions_by_key[f"page_{key}"].setChecked(True)

    def next_pane(self) -> None:
        """Move the focus to the next pane that is shown."""
        panes = [pane for pane in self.pages.ways.panes() if pane.isVisible()]
        at = next((at for at, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(at + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _announce(self, sentence: str) -> None:
        """Say what was read to a screen reader, which does not look at a status bar."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # here because loading them takes a while

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def tell(self, sentence: str) -> None:
        """Show a sentence for a while at the bottom, and say it."""
        self.status.showMessage(sentence, _A_WHILE_MS)
        self._announce(sentence)


def _apply_comfort(preferences: Preferences) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        comfort.apply(app, preferences)
