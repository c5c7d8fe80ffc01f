# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Menus and shortcuts as data: adding one is adding a line to ``ACTIONS``."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from inspector.core.visible import visible
from inspector.gui.policy.source import Way
from inspector.gui.theme import Scheme
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.views.pages import PAGES
from inspector.gui.views.window_dialogs import (
    correct_label,
    paste_cookies,
    show_about,
    show_history,
    show_manual,
    show_settings,
    show_shortcuts,
)

if TYPE_CHECKING:
    from inspector.gui.views.main_window import MainWindow

FILE: Final = QT_TRANSLATE_NOOP("actions", "&File")
EDIT: Final = QT_TRANSLATE_NOOP("actions", "&Edit")
VIEW: Final = QT_TRANSLATE_NOOP("actions", "&View")
HELP: Final = QT_TRANSLATE_NOOP("actions", "&Help")
MENUS: Final = (FILE, EDIT, VIEW, HELP)

Shortcut = QKeySequence.StandardKey | str | None


class ActionSpec(NamedTuple):
    """One entry of a menu. ``break_before`` draws a line above it; ``checked`` makes it a switch."""

    key: str
    menu: str
    text: str
    shortcut: Shortcut
    run: Callable[["MainWindow"], None]
    break_before: bool = False
    checked: bool | None = None


ACTIONS: Final[tuple[ActionSpec, ...]] = (
    ActionSpec("read_again", FILE, QT_TRANSLATE_NOOP("actions", "&Read again"), "F5", lambda w: w.read_again()),
    ActionSpec("read_all", FILE, QT_TRANSLATE_NOOP("actions", "Read all &browsers"), None, lambda w: w.read_all()),
    ActionSpec("stop", FILE, QT_TRANSLATE_NOOP("actions", "&Stop reading"), "Ctrl+.", lambda w: w.cancel()),
    ActionSpec(
        "open_file",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&Open cookie file…"),
        QKeySequence.StandardKey.Open,
        lambda w: w.open_store(folder=False),
        break_before=True,
    ),
    ActionSpec(
        "open_folder",
        FILE,
        QT_TRANSLATE_NOOP("actions", "Open &profile folder…"),
        "Ctrl+Shift+O",
        lambda w: w.open_store(folder=True),
    ),
    ActionSpec(
        "policy_file",
        FILE,
        QT_TRANSLATE_NOOP("actions", "Open po&licy…"),
        "Ctrl+Shift+P",
        lambda w: w.give_policy(Way.FILE),
        break_before=True,
    ),
    ActionSpec(
        "policy_text",
        FILE,
        QT_TRANSLATE_NOOP("actions", "Paste policy &text…"),
        "Ctrl+Shift+V",
        lambda w: w.give_policy(Way.TEXT),
    ),
    ActionSpec(
        "policy_address",
        FILE,
        QT_TRANSLATE_NOOP("actions", "Policy from an &address…"),
        "Ctrl+L",
        lambda w: w.give_policy(Way.ADDRESS),
    ),
    ActionSpec(
        "history",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&History…"),
        "Ctrl+H",
        show_history,
        break_before=True,
    ),
    ActionSpec(
        "new_project",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&New project"),
        "Ctrl+N",
        lambda w: w.projects.new(),
        break_before=True,
    ),
    ActionSpec(
        "open_project", FILE, QT_TRANSLATE_NOOP("actions", "Open pro&ject…"), "Ctrl+J", lambda w: w.projects.ask()
    ),
    ActionSpec(
        "save_project",
        FILE,
        QT_TRANSLATE_NOOP("actions", "Sa&ve project as…"),
        QKeySequence.StandardKey.Save,
        lambda w: w.save_project(),
    ),
    ActionSpec(
        "export_marks", FILE, QT_TRANSLATE_NOOP("actions", "Export &marks…"), None, lambda w: w.projects.export_marks()
    ),
    ActionSpec(
        "settings",
        FILE,
        QT_TRANSLATE_NOOP("actions", "S&ettings…"),
        "Ctrl+,",
        show_settings,
        break_before=True,
    ),
    ActionSpec("quit", FILE, QT_TRANSLATE_NOOP("actions", "&Quit"), "Ctrl+Q", lambda w: w.quit(), break_before=True),
    ActionSpec("undo", EDIT, QT_TRANSLATE_NOOP("actions", "&Undo"), QKeySequence.StandardKey.Undo, lambda w: w.undo()),
    ActionSpec("redo", EDIT, QT_TRANSLATE_NOOP("actions", "Red&o"), QKeySequence.StandardKey.Redo, lambda w: w.redo()),
    ActionSpec("correct", EDIT, QT_TRANSLATE_NOOP("actions", "This is &wrong…"), "Ctrl+E", correct_label),
    ActionSpec(
        "copy_cell",
        EDIT,
        QT_TRANSLATE_NOOP("actions", "&Copy cell"),
        QKeySequence.StandardKey.Copy,
        lambda w: w.table.copy_cell(),
        break_before=True,
    ),
    ActionSpec(
        "copy_row", EDIT, QT_TRANSLATE_NOOP("actions", "Copy &row"), "Ctrl+Shift+C", lambda w: w.table.copy_rows()
    ),
    ActionSpec("copy_details", EDIT, QT_TRANSLATE_NOOP("actions", "Copy &details"), None, lambda w: w.copy_details()),
    ActionSpec(
        "paste",
        EDIT,
        QT_TRANSLATE_NOOP("actions", "&Paste cookies…"),
        QKeySequence.StandardKey.Paste,
        paste_cookies,
    ),
    ActionSpec(
        "show_value",
        EDIT,
        QT_TRANSLATE_NOOP("actions", "Show or hide the &value"),
        "Ctrl+Shift+R",
        lambda w: w.show_value(),
    ),
    ActionSpec(
        "copy_issues",
        EDIT,
        QT_TRANSLATE_NOOP("actions", "Copy all &issues"),
        None,
        lambda w: w.issues.copy_all(),
        break_before=True,
    ),
    ActionSpec("find", EDIT, QT_TRANSLATE_NOOP("actions", "&Filter"), "Ctrl+F", lambda w: w.filter()),
    ActionSpec("clear", EDIT, QT_TRANSLATE_NOOP("actions", "C&lear filter"), "Esc", lambda w: w.clear_filter()),
    ActionSpec(
        "stores", VIEW, QT_TRANSLATE_NOOP("actions", "&Browsers"), "Ctrl+B", lambda w: w.arrange(), checked=True
    ),
    ActionSpec(
        "details", VIEW, QT_TRANSLATE_NOOP("actions", "&Details"), "Ctrl+D", lambda w: w.arrange(), checked=True
    ),
    ActionSpec("issues", VIEW, QT_TRANSLATE_NOOP("actions", "&Issues"), "Ctrl+I", lambda w: w.arrange(), checked=False),
    ActionSpec("next_pane", VIEW, QT_TRANSLATE_NOOP("actions", "&Next pane"), "F6", lambda w: w.next_pane()),
    ActionSpec("manual", HELP, QT_TRANSLATE_NOOP("actions", "&Manual"), "Shift+F1", show_manual),
    ActionSpec(
        "shortcuts",
        HELP,
        QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts"),
        QKeySequence.StandardKey.HelpContents,
        show_shortcuts,
    ),
    ActionSpec("example", HELP, QT_TRANSLATE_NOOP("actions", "Show the &example"), None, lambda w: w.show_example()),
    ActionSpec("about", HELP, QT_TRANSLATE_NOOP("actions", "&About Cookie Inspector"), None, show_about),
)

# What makes sense on the cookie page only.
COOKIE_ACTIONS: Final = ("stores", "details", "issues", "copy_details", "show_value", "copy_issues", "correct")

SCHEMES: Final = (
    (Scheme.SYSTEM, QT_TRANSLATE_NOOP("actions", "As the &system")),
    (Scheme.LIGHT, QT_TRANSLATE_NOOP("actions", "&Light")),
    (Scheme.DARK, QT_TRANSLATE_NOOP("actions", "&Dark")),
)


def fill_menus(window: "MainWindow") -> dict[str, QAction]:
    """Make the menus of a window and return its actions by key."""
    menus = {menu: window.menuBar().addMenu(translate("actions", menu)) for menu in MENUS}
    actions = {spec.key: _add(window, menus[spec.menu], spec) for spec in ACTIONS}
    actions |= _add_pages(menus[VIEW], window)
    menus[VIEW].addSeparator()
    recent = QMenu(translate("actions", "Open re&cent"), menus[FILE])
    menus[FILE].insertMenu(actions["save_project"], recent)
    recent.aboutToShow.connect(lambda: _fill_recent(recent, window))
    columns = menus[VIEW].addMenu(translate("actions", "Co&lumns"))
    columns.aboutToShow.connect(lambda: _fill_columns(columns, window))
    _add_schemes(menus[VIEW].addMenu(translate("actions", "T&heme")), window)
    return actions


def _add(window: "MainWindow", menu: QMenu, spec: ActionSpec) -> QAction:
    if spec.break_before:
        menu.addSeparator()
    action = QAction(translate("actions", spec.text), window)
    if spec.shortcut is not None:
        action.setShortcut(QKeySequence(spec.shortcut))
    if spec.checked is not None:
        action.setCheckable(True)
        action.setChecked(spec.checked)
    action.triggered.connect(lambda: spec.run(window))
    menu.addAction(action)
    return action


def _add_pages(menu: QMenu, window: "MainWindow") -> dict[str, QAction]:
    """Put the pages at the top of a menu, the one that is shown checked."""
    group, top = QActionGroup(menu), menu.actions()[0]
    made = {}
    for spec in PAGES:
        action = QAction(translate("pages", spec.title), group, checkable=True, checked=spec.key == window.pages.key)
        action.setShortcut(QKeySequence(spec.shortcut))
        action.triggered.connect(lambda checked=False, key=spec.key: window.pages.show_page(key))
        menu.insertAction(top, action)
        made[f"page_{spec.key}"] = action
    menu.insertSeparator(top)
    return made


def _fill_columns(menu: QMenu, window: "MainWindow") -> None:
    menu.clear()
    menu.addActions(window.table.column_actions(menu))


def _fill_recent(menu: QMenu, window: "MainWindow") -> None:
    """Name the projects that were open last by their files' names; the whole path is shown to who points at one."""
    menu.clear()
    menu.setToolTipsVisible(True)
    for path in window.opening.recent:
        action = menu.addAction(visible(path.name, 80).replace("&", "&&"))
        action.setToolTip(visible(str(path), 300))
        action.triggered.connect(lambda checked=False, path=path: window.projects.open(path))
    menu.addSeparator()
    clear = menu.addAction(translate("actions", "&Clear this list"))
    clear.setEnabled(bool(window.opening.recent))
    clear.triggered.connect(window.opening.forget_recent)


def _add_schemes(menu: QMenu, window: "MainWindow") -> None:
    group, made = QActionGroup(menu), {}
    for scheme, text in SCHEMES:
        action = made[scheme] = QAction(translate("actions", text), group, checkable=True)
        action.setChecked(scheme is window.scheme)
        action.triggered.connect(lambda checked, scheme=scheme: window.set_scheme(scheme))
        menu.addAction(action)
    menu.aboutToShow.connect(lambda: made[window.scheme].setChecked(True))  # the settings may have changed it
