# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is read, from the wish to the pages: which stores, the worker that reads them, and who hears what came of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from inspector.core.cookie import Cookie
from inspector.engine.purposes import Labelled
from inspector.gui import words
from inspector.gui.models.labels import LabelRows
from inspector.gui.overview.page import OverviewPage, Shows
from inspector.gui.overview.rows import LONG
from inspector.gui.policy.source import Way
from inspector.gui.source import read_pasted
from inspector.gui.views.cookies_page import CookiesPage
from inspector.gui.views.empty import Emptiness, emptiness
from inspector.gui.views.later_pages import LaterPages
from inspector.gui.views.outside import Outside
from inspector.gui.views.reading_words import sentence_of
from inspector.gui.views.status import StatusStrip
from inspector.gui.workers import Cancelled, Loaded, Progress, ReadStores, Worker

if TYPE_CHECKING:  # the first picture does not wait for these
    from inspector.core.project import LabelOverride
    from inspector.core.report import Report


class Views(NamedTuple):
    """Who shows what was read."""

    overview: OverviewPage
    cookies: CookiesPage
    later: LaterPages
    status: StatusStrip


class Readings(QObject):
    """One reading at a time, of ``stores`` or of every browser found. ``announced`` is for screen readers."""

    announced = Signal(str)
    started = Signal()
    shown = Signal(object)  # Loaded: the pages show it
    labelled = Signal(object, object)  # Loaded, LabelRows: the pages show both

    def __init__(self, outside: Outside, views: Views, stores: tuple[Path, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._outside, self._views = outside, views
        self.stores = stores
        self._shows = Shows.OPENED if stores else Shows.BROWSERS
        self._text: ReadStores | None = None  # reads what was pasted, which is kept in memory only
        self._example_report: Report | None = None
        self._looked_in: tuple[str, ...] = ()  # where there is no browser, and the example is shown
        self._overrides: tuple[LabelOverride, ...] = ()
        self._again = False  # whether labels are waited for that only a person's word changed
        self.worker = Worker(outside.read, None if outside.label is None else self._label, self)
        self._connect()

    def _connect(self) -> None:
        overview, cookies, later, status = self._views
        self.worker.progressed.connect(status.show_progress)
        self.worker.progressed.connect(overview.show_progress)
        self.worker.finished.connect(self._take_loaded)
        self.worker.labelled.connect(self._take_labels)
        self.worker.sites_found.connect(lambda sites: overview.show_sites(len(sites)))
        self.worker.sites_found.connect(cookies.take_sites)
        overview.example_asked.connect(self.show_example)
        overview.browsers_asked.connect(self.read_all)
        cookies.verdicts_changed.connect(overview.show_verdicts)
        cookies.read_again.connect(self.read_again)
        later.again_asked.connect(self.read_again)
        later.judged.connect(self._take_report)

    @property
    def shows_example(self) -> bool:
        """Whether it is the made-up shop that is shown."""
        return bool(self.stores) and self._shows in (Shows.EXAMPLE, Shows.EXAMPLE_INSTEAD)

    def _label(self, cookies: Sequence[Cookie], cancelled: Cancelled) -> Labelled:
        """Label cookies, with a person's word laid over it. Runs in the worker's thread."""
        overrides, label = self._overrides, self._outside.label
        told = Labelled() if label is None else label(cookies, cancelled)
        if not overrides:
            return told
        from inspector.engine.overriding import override_labels

        return override_labels(cookies, told, overrides)

    def take_overrides(self, overrides: "tuple[LabelOverride, ...]") -> None:
        """Take a person's word on labels; the cookies that are shown are labelled anew."""
        if overrides == self._overrides:
            return
        self._overrides = overrides
        loaded = self._views.cookies.loaded
        if loaded is not None and self._outside.label is not None:
            self._again = self.worker.label_again(loaded)

    # What people ask for

    def read_again(self) -> None:
        """Read the stores in the background; what is shown stays until the new reading is there."""
        self._again = False
        self.worker.start(self.stores, self._text)
        self._views.status.show_progress(Progress(0, 0, self.tr("the browsers")))
        self.started.emit()

    def rest(self) -> None:
        """Read nothing until somebody asks for it."""
        self._views.cookies.rest()
        self._views.overview.show_resting()
        self._views.status.show_idle(self.tr("Nothing was read yet"))

    def read_all(self) -> None:
        """Read every browser of this computer, in place of the stores that were opened."""
        self.stores, self._looked_in, self._text = (), (), None
        self.read_again()

    def open_paths(self, paths: tuple[Path, ...]) -> None:
        """Read what is at these paths alone: files of any tool, stores, folders of profiles."""
        self.stores, self._shows, self._looked_in, self._text = paths, Shows.OPENED, (), None
        self.read_again()

    def open_text(self, text: str, origin: str = "") -> None:
        """Read the cookies of a text that was pasted; ``origin`` is the address that the user gave for it."""
        from inspector.engine.recognising import PASTED

        self.stores, self._shows, self._looked_in = (Path(PASTED),), Shows.OPENED, ()
        self._text = partial(read_pasted, text, origin)
        self.read_again()

    @property
    def keeps_sources(self) -> bool:
        """Whether what is shown can be read again another day: not the example, and not what was pasted."""
        return not self.shows_example and self._text is None

    def show_example(self, shows: Shows = Shows.EXAMPLE) -> None:
        """Show the made-up shop: its cookies, its policy, and an audit of the two."""
        example = self._outside.example
        if example is None:
            return
        self.stores, self._shows, self._text = (example.cookies,), shows, None
        self._example_report = None
        self.read_again()

    def cancel(self) -> None:
        """Stop reading; the window is free at once, and the part that was read still comes."""
        if self.worker.busy:
            self.worker.cancel()
            self._views.status.show_stopping()

    # What comes of it

    def _take_loaded(self, loaded: Loaded) -> None:
        now_us = self._outside.now_us()
        self._views.cookies.take_loaded(loaded, now_us)
        self._views.later.show_cookies(loaded.reading, bool(self.stores))
        sentence = sentence_of(loaded, now_us)
        self._views.status.show_idle(sentence, "\n".join(loaded.recognised))
        self.shown.emit(loaded)
        self.announced.emit(sentence)
        self._show_overview(loaded)

    def _show_overview(self, loaded: Loaded) -> None:
        """Show what was read on the first page; where there is no browser, the example in its place."""
        shows = self._shows if self.stores else Shows.BROWSERS
        nothing = shows is Shows.BROWSERS and emptiness(loaded, 0) is Emptiness.NO_BROWSER
        if nothing and self._outside.example is not None:
            self._looked_in = loaded.looked_in
            self.show_example(Shows.EXAMPLE_INSTEAD)
            return
        lines = self._views.cookies.store_list.stores.lines
        count = len(loaded.rows.cookies)
        self._views.overview.show_cookies(count, lines, shows, self._looked_in, loaded.recognised)
        self._show_more()
        if self._outside.label is None or not loaded.rows.cookies:  # else it goes on when their labels are there
            self._go_on_with_example()

    def _take_labels(self, labels: LabelRows) -> None:
        """Show what the cookies are for."""
        figures = self._views.cookies.take_labels(labels)
        self._views.overview.show_labels(labels, figures)
        self._show_more()
        self._go_on_with_example()
        if (loaded := self._views.cookies.loaded) is not None and not self._again:
            self.labelled.emit(loaded, labels)
        if figures is not None and not self._again:
            tracking = self.tr("{number} track across sites")
            self.announced.emit(tracking.format(number=words.amount(figures.tracking)))

    def _show_more(self) -> None:
        cookies = self._views.cookies
        long_lived = cookies.shown.masks.of_value(LONG).bit_count()
        self._views.overview.show_more(long_lived=long_lived, issues=len(cookies.issues.model.problems))

    # The example

    def _take_report(self, report: "Report", example: bool) -> None:
        """Show an audit's verdicts beside the cookies; those of the example only where its cookies are shown."""
        if not example:
            self._views.cookies.take_report(report)
            return
        self._example_report = report
        self._go_on_with_example()

    def _go_on_with_example(self) -> None:
        """Audit the example once its cookies are there, then open its policy: one thing after the other.

        Each is made by modules that are loaded when they are first wanted, and threads that load the same ones at the
        same time come into each other's way.
        """
        example = self._outside.example
        if example is None or not self.stores or self._shows not in (Shows.EXAMPLE, Shows.EXAMPLE_INSTEAD):
            return
        if self._example_report is None:
            self._views.later.audit.show_example()
            return
        from inspector.gui.policy.source import Request

        cookies = self._views.cookies
        cookies.take_report(self._example_report, next(iter(cookies.shown.rows.stores), None))
        self._views.later.policy.open(Request(Way.FILE, str(example.policy)))
