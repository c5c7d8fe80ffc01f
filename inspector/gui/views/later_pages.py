# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The pages that are made when they are first wanted: the first picture of the window does not wait for them.

Policy and audit know nothing of each other; what one has is brought to the other here.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QByteArray, QObject, Signal

from inspector.core.policy import Claim, Policy
from inspector.core.reading import Reading
from inspector.gui.policy.contacts import Contacts
from inspector.gui.views.pages import Pages, PageWays

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter

    from inspector.gui.audit.page import AuditOutside, AuditPage
    from inspector.gui.optouts.page import OptOutsPage
    from inspector.gui.optouts.source import OptOutsOutside
    from inspector.gui.policy.page import PolicyOutside, PolicyPage

POLICY: Final = "policy"
AUDIT: Final = "audit"
OPT_OUTS: Final = "optouts"


class LaterOutside(NamedTuple):
    """What the pages get from outside; ``None`` is the real thing. ``keep`` is for copies of fetched pages."""

    policy: "PolicyOutside | None" = None
    audit: "AuditOutside | None" = None
    keep: Path | None = None
    optouts: "OptOutsOutside | None" = None


class LaterPages(QObject):
    """Makes pages. ``announced`` is a sentence for screen readers, ``told`` one for everybody."""

    announced = Signal(str)
    told = Signal(str)
    again_asked = Signal()  # the browsers are to be read anew
    judged = Signal(object, bool)  # Report, and whether it is the example's

    def __init__(
        self,
        pages: Pages,
        outside: LaterOutside,
        now_us: Callable[[], int],
        contacts: Contacts,
        shape: Callable[[str], QByteArray],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pages, self._outside, self._now_us, self._contacts = pages, outside, now_us, contacts
        self._shape = shape
        self._reading: Reading | None = None
        self._by_hand = False
        for key in (POLICY, AUDIT, OPT_OUTS):
            pages.reserve(key)
        pages.changed.connect(self.make)

    def make(self, key: str) -> None:
        """Make the page that is shown, if it is one of these."""
        if key == POLICY:
            self.policy.show()
        elif key == AUDIT:
            self.audit.show()
        elif key == OPT_OUTS:
            self.optouts.show()

    @cached_property
    def policy(self) -> "PolicyPage":
        """The policy page."""
        from inspector.gui.policy.page import PolicyOutside, PolicyPage

        page = PolicyPage(self._outside.policy or PolicyOutside(keep=self._outside.keep), self._now_us, self._contacts)
        page.announced.connect(self.announced)
        page.changed.connect(self._bring_policy)
        self._restore(POLICY, page.splitters)
        self._pages.put(POLICY, page, PageWays(page.claims.focus_line, page.clear_filter, page.panes_in_order))
        return page

    @cached_property
    def audit(self) -> "AuditPage":
        """The audit page."""
        from inspector.gui.audit.page import AuditOutside, AuditPage

        page = AuditPage(self._outside.audit or AuditOutside(), self._now_us)
        page.announced.connect(self.announced)
        page.written.connect(self.told)
        page.policy_asked.connect(self._show_policy)
        page.quoted.connect(self._show_quote)
        page.judged.connect(self.judged)
        self._restore(AUDIT, page.splitters)
        self._pages.put(AUDIT, page, PageWays(page.focus_line, page.board.clear_filters, page.panes_in_order))
        if self._reading is not None:
            page.show_cookies(self._reading)
        if self._made(POLICY):
            page.show_policy(self.policy.policy, self.policy.name, self.policy.problems)
        return page

    @cached_property
    def optouts(self) -> "OptOutsPage":
        """The page of opt-outs."""
        from inspector.gui.optouts.page import OptOutsPage
        from inspector.gui.optouts.source import OptOutsOutside

        page = OptOutsPage(self._outside.optouts or OptOutsOutside(), self._now_us)
        page.announced.connect(self.announced)
        page.told.connect(self.told)
        page.again_asked.connect(self.again_asked)
        self._pages.put(OPT_OUTS, page, PageWays(page.pane.focus_line, page.pane.line.clear, page.panes_in_order))
        if self._reading is not None:
            page.show_cookies(self._reading, self._by_hand)
        return page

    def _restore(self, key: str, splitters: "Mapping[str, QSplitter]") -> None:
        for name, splitter in splitters.items():
            if not (state := self._shape(f"{key}-{name}")).isEmpty():
                splitter.restoreState(state)

    def shapes(self) -> dict[str, QByteArray]:
        """Return how the pages that were made are divided now; what is kept of the others stays as it is."""
        made = {key: getattr(self, key).splitters for key in (POLICY, AUDIT) if self._made(key)}
        return {f"{key}-{name}": held.saveState() for key, parts in made.items() for name, held in parts.items()}

    def _made(self, key: str) -> bool:
        return key in self.__dict__  # where a cached property keeps what it made

    def show_cookies(self, reading: Reading, by_hand: bool = False) -> None:
        """Bring other cookies to the pages that judge them; ``by_hand`` where their stores were opened by path."""
        self._reading, self._by_hand = reading, by_hand
        if self._made(AUDIT):
            self.audit.show_cookies(reading)
        if self._made(OPT_OUTS):
            self.optouts.show_cookies(reading, by_hand)

    def _bring_policy(self) -> None:
        if self._made(AUDIT):
            self.audit.show_policy(self.policy.policy, self.policy.name, self.policy.problems)

    def _show_policy(self) -> None:
        self._pages.show_page(POLICY)

    def _show_quote(self, policy: Policy, claim: Claim) -> None:
        """Show a claim in the policy that an audit judged against."""
        self._pages.show_page(POLICY)
        self.policy.show_claim(policy, claim)

    @property
    def busy(self) -> bool:
        """Whether a page works on something whose result is still to be shown."""
        policy = self._made(POLICY) and self.policy.task.busy
        return policy or (self._made(AUDIT) and (self.audit.task.busy or self.audit.sites.busy))

    def cancel(self) -> None:
        """Stop what the pages are doing."""
        if self._made(POLICY):
            self.policy.cancel()
        if self._made(AUDIT):
            self.audit.cancel()
        if self._made(OPT_OUTS):
            self.optouts.cancel()

    def forget(self) -> None:
        """Take nothing more: the window closes."""
        if self._made(POLICY):
            self.policy.task.forget()
        if self._made(AUDIT):
            self.audit.forget()
        if self._made(OPT_OUTS):
            self.optouts.forget()
