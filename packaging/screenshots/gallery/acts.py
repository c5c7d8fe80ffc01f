# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is done to a window before its picture is taken, as a person would: each returns what is drawn, if not it."""

from PySide6.QtWidgets import QWidget

from gallery import made_cookies, made_policy, visitor, worlds
from gallery.studio import Act, Studio
from inspector.core.label import Purpose
from inspector.core.project import LabelOverride, Stance
from inspector.engine.history import HistoryPlaces
from inspector.gui.history.dialog import HistoryDialog
from inspector.gui.policy.dialogs import AddressDialog
from inspector.gui.policy.source import Way
from inspector.gui.projects.label_dialog import LabelDialog
from inspector.gui.views.about import AboutDialog
from inspector.gui.views.recognised import offer_paths
from inspector.gui.views.settings_dialog import SettingsDialog
from inspector.gui.views.shortcuts import ShortcutsDialog
from inspector.gui.views.window_dialogs import show_about, show_history, show_settings, show_shortcuts
from inspector.gui.workers import Progress


def choose_cookie(row: int) -> Act:
    """Choose a cookie of the table."""

    def act(studio: Studio) -> None:
        studio.window.table.selectRow(row)

    return act


def filter_by(text: str, row: int | None = None) -> Act:
    """Write into the filter line of the cookies."""

    def act(studio: Studio) -> None:
        studio.window.filter_bar.line.setText(text)
        studio.wait()
        if row is not None:
            studio.window.table.selectRow(row)

    return act


def show_issues(studio: Studio) -> None:
    """Open the panel of issues."""
    studio.window.table.selectRow(9)
    studio.window.show_issues()


def show_reading(studio: Studio) -> None:
    """Show the progress of a reading that goes on."""
    studio.window.status.show_progress(Progress(2, 5, made_cookies.FIREFOX.label))


# The policy


def read_policy(text: str, field: str = "") -> Act:
    """Read a policy, and choose the first claim of a field."""

    def act(studio: Studio) -> None:
        studio.give_policy(text)
        choose_claim(studio, field)

    return act


def choose_claim(studio: Studio, field: str) -> None:
    """Choose the first claim of a field, if one is named."""
    claims = studio.window.later.policy.claims
    rows = [at for at, row in enumerate(claims.model.rows) if field and row.claim.field.startswith(field)]
    if rows:
        claims.choose(rows[:1])


def filter_claims(studio: Studio) -> None:
    """Show the claims that deny something."""
    studio.give_policy(made_policy.TEXT)
    studio.window.later.policy.claims.line.setText("denied")


def ask_address(studio: Studio) -> QWidget:
    """Ask for the address of a policy."""
    page = studio.window.later.policy
    page.ask(Way.ADDRESS)
    (dialog,) = page.findChildren(AddressDialog)
    dialog.line.setText("shop.example/privacy")
    return dialog


# The audit


def audit_site(studio: Studio) -> None:
    """Judge the shop's cookies by its policy."""
    studio.give_policy(made_policy.TEXT)
    page = studio.window.later.audit
    studio.wait(lambda: not page.sites.busy)
    page.bar.choose_site("shop.example")
    page.audit()
    studio.wait()


def audit_crowd(studio: Studio) -> None:
    """Judge the cookies of the first site that there is, of very many."""
    studio.give_policy(made_policy.TEXT)
    page = studio.window.later.audit
    studio.wait(lambda: not page.sites.busy)
    page.bar.choose_site("site00000.example")
    page.audit()
    studio.wait()


def audit_example(pane: str = "", row: int = 0) -> Act:
    """Judge the example, and choose a row of one of the tables."""

    def act(studio: Studio) -> None:
        studio.window.later.audit.show_example()
        studio.wait()
        if pane:
            getattr(studio.window.later.audit.board, pane).choose([row])

    return act


def audit_changed(studio: Studio) -> None:
    """Judge what could not be judged by hand, by force."""
    audit_site(studio)
    page = studio.window.later.audit
    page.board.tabs.setCurrentIndex(1)
    page.board.open.choose([0])
    page.bar.force.setChecked(True)


def mark_findings(studio: Studio) -> None:
    """Mark four findings and comment on one."""
    audit_example()(studio)
    board = studio.window.later.audit.board
    for number, stance in enumerate((Stance.AGREED, Stance.NOT_AGREED, Stance.TO_DECIDE, Stance.AGREED)):
        board.findings.choose([number])
        board.marks.marked.emit(stance)
    board.findings.choose([1])
    board.marks.commented.emit("Set by the shop's own consent tool; the policy names it under another name")


# Opt-outs, a visit, dialogs


def choose_opt_out(studio: Studio) -> None:
    """Choose the first company."""
    studio.window.later.optouts.pane.choose([0])


def ask_to_opt_out(studio: Studio) -> QWidget | None:
    """Choose the first company and press its button."""
    choose_opt_out(studio)
    return studio.window.later.optouts.ask_to_open()


def open_visit(studio: Studio) -> None:
    """Open an earlier visit."""
    page = studio.window.later.visit
    page.open(visitor.recorded(studio.folder))
    studio.wait(lambda: not page.opening.busy)


def correct_label(studio: Studio) -> QWidget:
    """Say what a cookie is for."""
    held = LabelOverride("_ga", "shop.example", Purpose.ANALYTICS, "Our developers say so")
    dialog = LabelDialog("_ga", "shop.example", None, held, studio.window)
    dialog.open()
    return dialog


def open_history(studio: Studio) -> HistoryDialog:
    """Open the history, of which there is none."""
    show_history(studio.window)
    dialog = None if studio.window.history is None else studio.window.history.dialog
    if dialog is None:
        raise ValueError("the window has no history")
    studio.wait(lambda: not dialog.listing.busy)
    return dialog


def compare_history(studio: Studio) -> HistoryDialog:
    """Compare with an earlier scan."""
    worlds.remember(HistoryPlaces(studio.folder / "history", studio.folder / "history.toml"))
    dialog = open_history(studio)
    dialog.snapshots.choose([1])
    dialog.compare.click()
    studio.wait(lambda: not dialog.comparing.busy)
    return dialog


def open_settings(studio: Studio) -> QWidget:
    """Open the settings."""
    show_settings(studio.window)
    return studio.window.findChildren(SettingsDialog)[0]


def open_about(studio: Studio) -> QWidget:
    """Open the versions and licences."""
    show_about(studio.window)
    return studio.window.findChildren(AboutDialog)[0]


def open_keys(studio: Studio) -> QWidget:
    """Open the list of shortcuts."""
    show_shortcuts(studio.window)
    return studio.window.findChildren(ShortcutsDialog)[0]


def drop_files(studio: Studio) -> QWidget | None:
    """Drop a cookie file, an unknown one and a folder."""
    jar, notes = studio.folder / "cookies.txt", studio.folder / "notes.txt"
    jar.write_text("# Netscape HTTP Cookie File\n.shop.example\tTRUE\t/\tTRUE\t1800000000\tcart\t3\n", "utf-8")
    notes.write_text("nothing of the kind", "utf-8")
    sheet = offer_paths(studio.window, (worlds.example().cookies, jar, notes))
    studio.wait(lambda: sheet is not None and not sheet.task.busy)
    return sheet
