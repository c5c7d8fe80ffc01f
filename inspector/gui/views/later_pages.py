# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The pages that are made when they are first wanted: the first picture of the window does not wait for them.

Pages know nothing of each other; what one has is brought to the others here.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.policy.contacts import Contacts
from inspector.gui.projects.said import Said
from inspector.gui.views.page import Built
from inspector.gui.views.pages import PAGES, Pages

if TYPE_CHECKING:
    from inspector.core.policy import Claim, Policy
    from inspector.core.reading import Reading
    from inspector.gui.audit.page import AuditOutside, AuditPage
    from inspector.gui.optouts.page import OptOutsPage
    from inspector.gui.optouts.source import OptOutsOutside
    from inspector.gui.policy.page import PolicyOutside, PolicyPage
    from inspector.gui.visit.outside import VisitOutside
    from inspector.gui.visit.page import VisitPage


class LaterOutside(NamedTuple):
    """What the pages get from outside; ``None`` is the real thing. ``keep`` is for copies of fetched pages."""

    policy: "PolicyOutside | None" = None
    audit: "AuditOutside | None" = None
    keep: Path | None = None
    optouts: "OptOutsOutside | None" = None
    visit: "VisitOutside | None" = None


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
        said: Said,
        shape: Callable[[str], QByteArray],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.outside, self.now_us, self.contacts = outside, now_us, contacts
        self.said = said
        self._pages, self._shape = pages, shape
        self._taken: dict[str, QByteArray] = {}  # the divisions of a project
        self._reading: Reading | None = None
        self._by_hand = False
        self._builders = {spec.key: spec.build for spec in PAGES if spec.build is not None}
        self._made: dict[str, Built] = {}
        for key in self._builders:
            pages.reserve(key)
        pages.changed.connect(self.show)

    def show(self, key: str) -> None:
        """Make the page that is shown now, if it is one of these."""
        if key in self._builders:
            self.page(key).show()

    def page(self, key: str) -> QWidget:
        """Return a page, made now where it was not wanted before."""
        return (self._made.get(key) or self._make(key)).page

    def made(self) -> frozenset[str]:
        """Return the keys of the pages that were made."""
        return frozenset(self._made)

    def _make(self, key: str) -> Built:
        built = self._made[key] = self._builders[key](self)
        for name, splitter in built.splitters.items():
            part = f"{key}-{name}"
            if not (state := self._taken.get(part) or self._shape(part)).isEmpty():
                splitter.restoreState(state)
        self._pages.put(key, built.page, built.ways)
        if built.take_cookies is not None and self._reading is not None:
            built.take_cookies(self._reading, self._by_hand)
        if built.take_policy is not None and "policy" in self._made:
            built.take_policy()
        return built

    @property
    def policy(self) -> "PolicyPage":
        """The policy page."""
        return cast("PolicyPage", self.page("policy"))

    @property
    def audit(self) -> "AuditPage":
        """The audit page."""
        return cast("AuditPage", self.page("audit"))

    @property
    def optouts(self) -> "OptOutsPage":
        """The page of opt-outs."""
        return cast("OptOutsPage", self.page("optouts"))

    @property
    def visit(self) -> "VisitPage":
        """The page that tests a site."""
        return cast("VisitPage", self.page("visit"))

    def shapes(self) -> dict[str, QByteArray]:
        """Return how the pages that were made are divided now; what is kept of the others stays as it is."""
        return {
            f"{key}-{name}": splitter.saveState()
            for key, built in self._made.items()
            for name, splitter in built.splitters.items()
        }

    def take_shapes(self, shapes: Mapping[str, QByteArray]) -> None:
        """Divide the pages as a project says, those too that are made later."""
        self._taken = dict(shapes)
        for key, built in self._made.items():
            for name, splitter in built.splitters.items():
                if (state := shapes.get(f"{key}-{name}")) is not None:
                    splitter.restoreState(state)

    def show_cookies(self, reading: "Reading", by_hand: bool = False) -> None:
        """Bring other cookies to the pages that judge them; ``by_hand`` where their stores were opened by path."""
        self._reading, self._by_hand = reading, by_hand
        for built in self._made.values():
            if built.take_cookies is not None:
                built.take_cookies(reading, by_hand)

    def bring_policy(self) -> None:
        """Bring the policy of its page to the pages that judge by it."""
        for built in self._made.values():
            if built.take_policy is not None:
                built.take_policy()

    def show_policy(self) -> None:
        """Show the policy page."""
        self._pages.show_page("policy")

    def show_quote(self, policy: "Policy", claim: "Claim") -> None:
        """Show a claim in the policy that an audit judged against."""
        self._pages.show_page("policy")
        self.policy.show_claim(policy, claim)

    @property
    def busy(self) -> bool:
        """Whether a page works on something whose result is still to be shown."""
        return any(built.busy() for built in self._made.values())

    def cancel(self) -> None:
        """Stop what the pages are doing."""
        for built in self._made.values():
            built.cancel()

    def forget(self) -> None:
        """Take nothing more: the window closes."""
        for built in self._made.values():
            built.forget()
