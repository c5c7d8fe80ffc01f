# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A recorder without a browser: a made-up shop that sets cookies when opened, for tests of what is around a run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from make.events import asked

from inspector.capture.events import HeaderWrite, Jar, PageOpened
from inspector.capture.parts import Basis, Choice, Fate, HeldCookie, Mode, Outcome
from inspector.capture.recorder import Answer, BrowserGoneError, Identity, Launch, Stopped, Surroundings


@dataclass
class FakeRecorder:
    """Tells of one own cookie, and of a third party's that is kept only where third parties are allowed."""

    launch: Launch
    around: Surroundings
    outcome: Outcome = Outcome.OK
    gone: bool = False
    closed: bool = False
    _jar: list[HeldCookie] = field(default_factory=list)
    _pages: int = 0

    def start(self) -> Identity:
        if self.gone:
            raise BrowserGoneError("it ended at once")
        return Identity("Fake", "1.0", "chromium", "Fake/1.0")

    def open_page(self, url: str, patience_s: float) -> PageOpened:
        if self.around.stopped():
            raise Stopped
        self._pages += 1
        bare = self.around.traces.of_url(url)
        page = PageOpened(self.around.clock(), f"p{self._pages}", bare, bare, 200, outcome=self.outcome, why="made up")
        self.around.sink(page)
        if self.outcome is Outcome.OK and "://127.0.0.1:" not in url:  # the self-test's pages set nothing
            self._set("sid", bare, bare, Fate.STORED)
            allowed = self.launch.mode is Mode.ALLOWED
            self._set("IDE", "https://ad.doubleclick.net/pixel", bare, Fate.STORED if allowed else Fate.REFUSED)
        return page

    def _set(self, name: str, url: str, page: str, fate: Fate) -> None:
        third = name == "IDE"
        cookie = asked(name, session=True, domain="doubleclick.net" if third else None, path="/", secure=True)
        reasons = ("ThirdPartyPhaseout",) if fate is Fate.REFUSED else ()
        write = HeaderWrite(self.around.clock(), url, cookie, None, f"p{self._pages}", page, page, fate, Basis.BROWSER)
        self.around.sink(write._replace(reasons=reasons))
        if fate is Fate.STORED and name not in [held.name for held in self._jar]:
            self._jar.append(HeldCookie(name, ".doubleclick.net" if third else "shop.test", "/", session=True))

    def watch(self, seconds: float) -> None:
        if self.around.stopped():
            raise Stopped

    def settle(self, quiet_s: float, at_most_s: float) -> bool:
        return True

    def jar(self, phase: Choice) -> Jar:
        jar = Jar(self.around.clock(), phase, tuple(self._jar))
        self.around.sink(jar)
        return jar

    def storage(self, phase: Choice) -> None: ...

    def screenshot(self) -> bytes | None:
        return b"picture"

    def probe(self, script: str, *, apart: bool = True, everywhere: bool = True) -> tuple[Answer, ...]:
        return (Answer("", ["#onetrust-banner-sdk"] if "onetrust-banner-sdk" in script else [10, 10]),)

    def press(self, selector: str) -> bool:
        return True

    def bodies(self, wanted: Callable[[str], bool]) -> tuple[tuple[str, bytes], ...]:
        return ()

    def forget(self) -> None:
        self._jar.clear()

    def close(self) -> None:
        self.closed = True


@dataclass
class Makes:
    """Makes fake recorders and keeps them; ``facts`` are what they are told to be like."""

    facts: dict[str, Any] = field(default_factory=dict)
    made: list[FakeRecorder] = field(default_factory=list)

    def __call__(self, launch: Launch, around: Surroundings) -> FakeRecorder:
        self.made.append(FakeRecorder(launch, around, **self.facts))
        return self.made[-1]
