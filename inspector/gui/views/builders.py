# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How each page that is made late is made: a function for each, named in ``PAGES``.

Pages know nothing of each other; what one has for another goes through :class:`LaterPages`.
"""

from typing import TYPE_CHECKING

from inspector.gui.views.page import Built, PageWays

if TYPE_CHECKING:
    from inspector.gui.views.later_pages import LaterPages


def build_policy(later: "LaterPages") -> Built:
    """Make the policy page."""
    from inspector.gui.policy.page import PolicyOutside, PolicyPage

    outside = later.outside.policy or PolicyOutside(keep=later.outside.keep)
    page = PolicyPage(outside, later.now_us, later.contacts)
    page.announced.connect(later.announced)
    page.changed.connect(later.bring_policy)
    ways = PageWays(page.claims.focus_line, page.clear_filter, page.panes_in_order)
    return Built(page, ways, page.cancel, page.task.forget, splitters=page.splitters, busy=lambda: page.task.busy)


def build_audit(later: "LaterPages") -> Built:
    """Make the audit page."""
    from inspector.gui.audit.page import AuditOutside, AuditPage

    page = AuditPage(later.outside.audit or AuditOutside(), later.now_us)
    page.announced.connect(later.announced)
    page.written.connect(later.told)
    page.policy_asked.connect(later.show_policy)
    page.quoted.connect(later.show_quote)
    page.judged.connect(later.judged)

    said = later.said
    page.board.marked.connect(said.mark)
    page.board.commented.connect(said.comment)
    said.marks_changed.connect(lambda: page.board.show_marks(said.mark_of))
    said.overrides_changed.connect(lambda: page.show_overrides(said.overrides))
    page.board.show_marks(said.mark_of)
    page.show_overrides(said.overrides)

    def take_policy() -> None:
        policy = later.policy
        page.show_policy(policy.policy, policy.name, policy.problems)

    return Built(
        page,
        PageWays(page.focus_line, page.board.clear_filters, page.panes_in_order),
        page.cancel,
        page.forget,
        lambda reading, by_hand: page.show_cookies(reading),
        take_policy,
        page.splitters,
        lambda: page.task.busy or page.sites.busy,
    )


def build_optouts(later: "LaterPages") -> Built:
    """Make the page of opt-outs."""
    from inspector.gui.optouts.page import OptOutsPage
    from inspector.gui.optouts.source import OptOutsOutside

    page = OptOutsPage(later.outside.optouts or OptOutsOutside(), later.now_us)
    page.announced.connect(later.announced)
    page.told.connect(later.told)
    page.again_asked.connect(later.again_asked)
    ways = PageWays(page.pane.focus_line, page.pane.line.clear, page.panes_in_order)
    return Built(page, ways, page.cancel, page.forget, page.show_cookies, busy=lambda: page.task.busy)


def build_visit(later: "LaterPages") -> Built:
    """Make the page that tests a site."""
    from inspector.gui.visit.outside import VisitOutside
    from inspector.gui.visit.page import VisitPage

    page = VisitPage(later.outside.visit or VisitOutside(keep=later.outside.keep), later.now_us, later.contacts)
    page.announced.connect(later.announced)
    page.told.connect(later.told)
    page.quoted.connect(later.show_quote)
    ways = PageWays(page.focus_line, page.clear_filters, page.panes_in_order)
    return Built(
        page,
        ways,
        page.cancel,
        page.forget,
        splitters=page.splitters,
        busy=lambda: page.looking.busy or page.opening.busy or page.worker.busy,
    )
