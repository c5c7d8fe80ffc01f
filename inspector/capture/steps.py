# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The steps of a scenario, done with a browser: pages are opened and watched, choices made, and looked at each time.

A phase of the log begins *before* what makes it: before the click on a platform's button. Where a person clicks, what
is set between the first click and the mark belongs to no choice ("choosing"): nobody saw which click was the choice.
"""

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from inspector.capture import consent
from inspector.capture.events import (
    ConsentAnswer,
    Declaration,
    PageOpened,
    PhaseStarted,
    PolicyLink,
    ProblemTold,
    Screenshot,
)
from inspector.capture.follow import own_pages
from inspector.capture.log import Sink
from inspector.capture.parts import Choice, How, Outcome
from inspector.capture.platforms import BANNERS, PLATFORMS, Platform
from inspector.capture.probes import LINKS, visible_element
from inspector.capture.recorder import Recorder
from inspector.capture.scenario import Do, Step
from inspector.capture.traces import Traces
from inspector.core.problem import InspectorError, Severity

if TYPE_CHECKING:
    from inspector.capture.run import Plan, Talk

_QUIET_S: Final = 0.5  # without a request, after which a page that was clicked on is at rest
_BANNER_S: Final = 5.0  # for a consent platform to show its banner after the page is loaded
_POLL_S: Final = 0.25
_LONGEST_CHOICE_S: Final = 3_600.0  # that a person may take
_MOST_DECLARATIONS: Final = 20
_TOUCHED: Final = "!!(navigator.userActivation && navigator.userActivation.hasBeenActive)"


class NotMeasuredError(Exception):
    """What was to be seen was not there; the message says what was instead."""


class Steps:
    """Does the steps of one run, in order."""

    def __init__(self, plan: "Plan", talk: "Talk", recorder: Recorder, sink: Sink, traces: Traces) -> None:
        self._plan, self._talk, self._recorder, self._sink, self._traces = plan, talk, recorder, sink, traces
        self._phase = Choice.NONE
        self._pictures = 0
        self._declared: set[str] = set()
        self._linked: set[str] = set()
        self._ahead: tuple[str, ...] = ()
        self._page: str | None = None
        self._looked = False
        self._doing: dict[Do, Callable[[Step], None]] = {
            Do.OPEN: self._open,
            Do.PAGES: self._open_pages,
            Do.WAIT: self._wait,
            Do.ACCEPT: lambda step: self._choose(Choice.ACCEPTED),
            Do.REJECT: lambda step: self._choose(Choice.REFUSED),
            Do.ASK: self._ask,
            Do.PRESS: self._press,
            Do.RETURN: self._return,
        }

    def do(self, step: Step) -> None:
        """Do one step. Raises :class:`NotMeasuredError` where it makes no sense to go on."""
        self._doing[step.do](step)

    def finish(self) -> None:
        """Look at what is there at the end."""
        self._look()

    # Pages

    def _open(self, step: Step) -> None:
        if not self._pictures:
            self._begin(self._phase, How.NOTHING, "the visit begins")
        self._open_first()

    def _open_first(self) -> None:
        opened = self._go(self._plan.url)
        if opened.outcome is not Outcome.OK:
            raise NotMeasuredError(f"{opened.url}: {opened.outcome} ({opened.why})")
        self._recorder.watch(self._plan.wait_s)
        self._links()

    def _open_pages(self, step: Step) -> None:
        named = self._plan.pages
        for url in (*named, *[url for url in self._ahead if url not in named][: self._plan.follow]):
            opened = self._go(url)
            if opened.outcome is not Outcome.OK:
                what, why = f"A page was not measured: {opened.outcome}", opened.why
                self._problem("page-not-measured", what, opened.url, why)
                continue
            self._recorder.watch(self._plan.wait_s)

    def _go(self, url: str) -> PageOpened:
        self._looked = False
        self._talk.progress(f"opening {self._traces.of_url(url)}")
        opened = self._recorder.open_page(url, self._plan.patience_s)
        self._page = opened.page
        return opened

    def _wait(self, step: Step) -> None:
        self._looked = False
        self._recorder.watch(self._plan.wait_s if step.seconds is None else step.seconds)

    def _return(self, step: Step) -> None:
        self._look()
        self._talk.progress("visiting again")
        self._begin(Choice.RETURN, How.NOTHING, "the page was opened again in the same profile")
        self._open_first()

    # Choices

    def _choose(self, choice: Choice) -> None:
        """Press the button of a known consent platform."""
        self._talk.progress("looking for a consent platform's button")
        platform = self._banner()
        if platform is None:
            raise NotMeasuredError("no banner of a known consent platform was found: use --scenario manual")
        button = platform.button(choice)
        if button is None or not self._shows(button):
            word = "accepts" if choice is Choice.ACCEPTED else "refuses"
            raise NotMeasuredError(f"the banner of {platform.name} shows no button that {word}: use --scenario manual")
        self._click(button, choice, How.BUTTON, f"the button {button} of {platform.name} was pressed")

    def _banner(self) -> Platform | None:
        """Return the platform whose banner is shown. It may come late, so it is waited for."""
        tries = round(_BANNER_S / _POLL_S)
        for _ in range(tries):
            found = {name for answer in self._recorder.probe(BANNERS) for name in _texts(answer.value)}
            shown = next((one for one in PLATFORMS if one.banner in found and self._ready(one)), None)
            if shown is not None:
                return shown
            self._recorder.watch(_POLL_S)
        return next((one for one in PLATFORMS if one.banner in found), None)

    def _ready(self, platform: Platform) -> bool:
        return any(self._shows(button) for button in (platform.accept, platform.reject) if button is not None)

    def _shows(self, selector: str) -> bool:
        return any(_is_place(answer.value) for answer in self._recorder.probe(visible_element(selector)))

    def _press(self, step: Step) -> None:
        """Press the element that the user's file names."""
        for _ in range(round(_BANNER_S / _POLL_S)):
            if self._shows(step.selector):
                break
            self._recorder.watch(_POLL_S)
        else:
            raise NotMeasuredError(f"the page shows no {step.selector}")
        choice = Choice.CHOOSING if step.choice is None else step.choice
        self._click(step.selector, choice, How.FILE, f"the scenario's {step.selector} was pressed")

    def _click(self, selector: str, choice: Choice, how: How, evidence: str) -> None:
        self._look()
        self._begin(choice, how, evidence)
        if not self._recorder.press(selector):
            raise NotMeasuredError(f"the button {selector} could not be pressed")
        self._looked = False
        self._recorder.watch(self._plan.wait_s)
        self._recorder.settle(_QUIET_S, self._plan.patience_s)

    def _ask(self, step: Step) -> None:
        """Let a person choose. The first click is found by asking the page; what is set from then on is no evidence."""
        self._look()
        self._talk.progress("waiting for your choice")
        untouched_us, choosing = self._talk.clock(), False
        for _ in range(round((step.seconds or _LONGEST_CHOICE_S) / _POLL_S)):
            if not choosing:
                now_us = self._talk.clock()
                choosing = any(answer.value is True for answer in self._recorder.probe(_TOUCHED, apart=False))
                if choosing:
                    evidence = "somebody clicked in the page"
                    self._begin(Choice.CHOOSING, How.PERSON, evidence, untouched_us)
                untouched_us = now_us
            mark = self._talk.mark()
            if mark is not None:
                self._marked(str(mark))
                return
            self._recorder.watch(_POLL_S)
        raise NotMeasuredError("nobody said what was chosen")

    def _marked(self, mark: str) -> None:
        self._looked = False
        if mark in (Choice.ACCEPTED, Choice.REFUSED):
            self._begin(Choice(mark), How.PERSON, f'a person marked it: "{mark}"')
        self._recorder.watch(self._plan.wait_s)

    # What is kept

    def _begin(self, phase: Choice, how: How, evidence: str, at_us: int | None = None) -> None:
        self._phase = phase
        self._sink(PhaseStarted(self._talk.clock() if at_us is None else at_us, phase, how, evidence))

    def _look(self) -> None:
        """Tell what is there at the end of a phase."""
        if self._looked:
            return
        self._talk.progress("looking at what is there")
        self._looked = True
        self._answers()
        self._declarations()
        self._recorder.storage(self._phase)
        self._picture()
        self._recorder.jar(self._phase)

    def _answers(self) -> None:
        for answer in self._recorder.probe(consent.ANSWERS, apart=False, everywhere=False):
            for api, text in consent.answers(answer.value).items():
                url, now_us = answer.frame_url, self._talk.clock()
                self._sink(ConsentAnswer(now_us, api, text, self._page, url, self._phase))

    def _links(self) -> None:
        for answer in self._recorder.probe(LINKS, everywhere=False):
            self._ahead = self._ahead or own_pages(answer.value, self._plan.url)
            for url, text in consent.policy_links(answer.value):
                if url not in self._linked:
                    self._linked.add(url)
                    self._sink(PolicyLink(self._talk.clock(), self._page, url, text))

    def _declarations(self) -> None:
        for url, body in self._recorder.bodies(lambda url: consent.source_of(url) is not None):
            source, digest = consent.source_of(url), hashlib.sha256(body).hexdigest()
            if source is None or digest in self._declared or len(self._declared) >= _MOST_DECLARATIONS:
                continue
            self._declared.add(digest)
            file = f"declaration-{len(self._declared)}-{source.platform.lower()}{source.ending}"
            self._write(file, body)
            bare = self._traces.of_url(url)
            self._sink(Declaration(self._talk.clock(), source.platform, bare, file, digest, self._page))

    def _picture(self) -> None:
        data = self._recorder.screenshot()
        self._pictures += 1
        if data is None:
            self._problem("no-screenshot", "The browser made no picture of the page", self._plan.browser.name, "")
            return
        file = f"screen-{self._pictures}-{self._phase.replace(' ', '-')}.png"
        self._write(file, data)
        digest = hashlib.sha256(data).hexdigest()
        self._sink(Screenshot(self._talk.clock(), file, digest, self._phase, self._page))

    def _write(self, name: str, data: bytes) -> None:
        path = self._plan.folder / name
        try:
            path.write_bytes(data)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise InspectorError(f"{path} cannot be written ({why})", "Choose another folder with --out") from error

    def _problem(self, code: str, what: str, where: str, why: str) -> None:
        self._sink(ProblemTold(self._talk.clock(), code, what, where, why, "", Severity.PARTIAL))


def _texts(told: object) -> tuple[str, ...]:
    return tuple(one for one in told if isinstance(one, str)) if isinstance(told, list) else ()


def _is_place(told: object) -> bool:
    return isinstance(told, list) and len(told) == 2 and all(isinstance(one, int | float) for one in told)
