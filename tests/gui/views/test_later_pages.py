# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Pages that are made when they are first wanted, and what one has reaching the other whenever that is."""

from collections.abc import Callable

from make import audits, records
from pytestqt.qtbot import QtBot

from inspector.gui.policy.page import PolicyOutside
from inspector.gui.policy.source import Given, ReadPolicy, Request, Way
from inspector.gui.views.later_pages import LaterOutside
from inspector.gui.views.main_window import MainWindow
from inspector.gui.workers import Found

MakeWindow = Callable[..., MainWindow]
READING = records.reading(audits.cookie("cart", "www.shop.com"))
GIVEN = Given((ReadPolicy("/made/policy.html", audits.sample_policy()),))


def window_of(make_window: MakeWindow) -> MainWindow:
    return make_window(READING, later=LaterOutside(PolicyOutside(read=lambda *_: GIVEN)))


def give_policy(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.later.policy.changed):
        window.later.policy.open(Request(Way.TEXT, text="x"))


def test_a_page_is_made_when_it_is_first_shown_and_then_kept(make_window: MakeWindow) -> None:
    window = window_of(make_window)
    assert window.later.made() == set()
    window.pages.show_page("audit")
    assert window.later.made() == {"audit"}
    page = window.later.audit
    assert page.isVisible()
    window.pages.show_page("cookies")
    window.pages.show_page("audit")
    assert window.later.audit is page
    assert window.pages.stack.count() == window.pages.bar.count()


def test_a_page_that_is_made_late_has_the_cookies_and_the_policy(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window)
    give_policy(qtbot, window)
    assert window.later.made() == {"policy"}
    window.pages.show_page("audit")
    assert window.later.audit.bar.policy.text() == "policy.html"
    qtbot.waitUntil(lambda: window.later.audit.bar.site.count() == 1)


def test_a_page_that_is_there_hears_of_another_policy_and_of_other_cookies(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    readings = [READING, records.reading(audits.cookie("a", "a.com"), audits.cookie("b", "b.com"))]
    policy = PolicyOutside(read=lambda *_: GIVEN)
    window = make_window(lambda *_: Found(readings.pop(0)), later=LaterOutside(policy))
    window.pages.show_page("audit")
    give_policy(qtbot, window)
    assert window.later.audit.bar.policy.text() == "policy.html"
    window.read_again()
    qtbot.waitUntil(lambda: window.later.audit.bar.site.count() == 2)


def test_a_window_that_closes_leaves_no_work(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window)
    give_policy(qtbot, window)
    window.pages.show_page("audit")
    window.close()
    assert not window.later.audit.sites.busy
    assert not window.later.policy.task.busy


def test_how_the_pages_are_divided_is_kept_and_comes_back(make_window: MakeWindow) -> None:
    window = window_of(make_window)
    for key in ("policy", "audit"):
        window.pages.show_page(key)
    kept = {}
    for page in (window.later.policy, window.later.audit):
        for name, splitter in page.splitters.items():
            splitter.setSizes([100 + 7 * len(kept), 300])
            kept[type(page).__name__, name] = splitter.saveState()
    window.close()
    again = window_of(make_window)
    for page in (again.later.policy, again.later.audit):
        for name, splitter in page.splitters.items():
            assert splitter.saveState() == kept[type(page).__name__, name], name


def test_a_page_that_was_not_looked_at_keeps_its_divisions(make_window: MakeWindow) -> None:
    window = window_of(make_window)
    window.pages.show_page("policy")
    window.later.policy.panes.setSizes([200, 500])
    kept = window.later.policy.panes.saveState()
    window.close()
    window_of(make_window).close()  # the policy page is never made
    assert window_of(make_window).later.policy.panes.saveState() == kept
