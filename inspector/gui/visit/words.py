# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit in words and looks: scenarios, modes, phases, deeds, outcomes. Not known is never worded as no."""

from collections.abc import Mapping
from typing import Final

from inspector.core.visible import visible
from inspector.core.visit import (
    CanaryAnswer,
    CookieStory,
    Deed,
    Fate,
    Mode,
    PageSeen,
    Phase,
    PhaseSpan,
    VisitRun,
    Writer,
)
from inspector.gui import words as general
from inspector.gui.hues import Look
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.verdict_words import Said

LONGEST: Final = 600
ADDRESS: Final = 300

SCENARIOS: Final[Mapping[str, str]] = {
    "none": QT_TRANSLATE_NOOP("visit", "Nothing is clicked"),
    "manual": QT_TRANSLATE_NOOP("visit", "I choose myself, in the browser's window"),
    "accept": QT_TRANSLATE_NOOP("visit", "All is accepted, by a known banner's button"),
    "reject": QT_TRANSLATE_NOOP("visit", "All is refused, then a later visit"),
    "gpc": QT_TRANSLATE_NOOP("visit", "Global Privacy Control is sent"),
    "return": QT_TRANSLATE_NOOP("visit", "Nothing is clicked, then a later visit"),
}
MODE_CHOICES: Final[tuple[tuple[tuple[Mode, ...], str], ...]] = (
    ((Mode.DEFAULT, Mode.ALLOWED), QT_TRANSLATE_NOOP("visit", "Both, one after the other")),
    ((Mode.DEFAULT,), QT_TRANSLATE_NOOP("visit", "As the browser is delivered")),
    ((Mode.ALLOWED,), QT_TRANSLATE_NOOP("visit", "Third parties allowed")),
)
MODES: Final[Mapping[Mode, str]] = {
    Mode.DEFAULT: QT_TRANSLATE_NOOP("visit", "as delivered"),
    Mode.ALLOWED: QT_TRANSLATE_NOOP("visit", "third parties allowed"),
    Mode.UNKNOWN: QT_TRANSLATE_NOOP("visit", "in an unknown mode"),
}
PHASES: Final[Mapping[Phase, str]] = {
    Phase.NO_CHOICE: QT_TRANSLATE_NOOP("visit", "Nothing chosen"),
    Phase.ACCEPTED: QT_TRANSLATE_NOOP("visit", "Accepted"),
    Phase.REFUSED: QT_TRANSLATE_NOOP("visit", "Refused"),
    Phase.RETURN: QT_TRANSLATE_NOOP("visit", "A later visit"),
    Phase.UNKNOWN: QT_TRANSLATE_NOOP("visit", "Phase not known"),
}
HOW: Final[Mapping[str, str]] = {
    "nothing": QT_TRANSLATE_NOOP("visit", "Nobody did anything"),
    "person": QT_TRANSLATE_NOOP("visit", "A person, who marked it"),
    "platform button": QT_TRANSLATE_NOOP("visit", "The consent platform's own button"),
    "scenario file": QT_TRANSLATE_NOOP("visit", "A button that the scenario names"),
}
DEEDS: Final[Mapping[Deed, str]] = {
    Deed.SET: QT_TRANSLATE_NOOP("visit", "Set"),
    Deed.RENEWED: QT_TRANSLATE_NOOP("visit", "Set again"),
    Deed.REFUSED: QT_TRANSLATE_NOOP("visit", "Asked for, and refused"),
    Deed.ASKED: QT_TRANSLATE_NOOP("visit", "Asked for; whether it was kept is not known"),
    Deed.REMOVED: QT_TRANSLATE_NOOP("visit", "Taken away"),
    Deed.HELD: QT_TRANSLATE_NOOP("visit", "In the browser's jar"),
    Deed.GONE: QT_TRANSLATE_NOOP("visit", "Not in the browser's jar any more"),
}
OUTCOMES: Final[Mapping[str, Said]] = {
    "complete": Said(
        QT_TRANSLATE_NOOP("visit", "Measured"), Look.GOOD, QT_TRANSLATE_NOOP("visit", "The run was carried through")
    ),
    "not measured": Said(
        QT_TRANSLATE_NOOP("visit", "Not measured"),
        Look.OPEN,
        QT_TRANSLATE_NOOP("visit", "The site itself was not seen, so nothing is clean"),
    ),
    "cut short": Said(
        QT_TRANSLATE_NOOP("visit", "Cut short"),
        Look.OPEN,
        QT_TRANSLATE_NOOP("visit", "The run was stopped: what it had seen by then is told"),
    ),
}
PAGES: Final[Mapping[str, str]] = {
    "ok": QT_TRANSLATE_NOOP("visit", "Answered"),
    "http error": QT_TRANSLATE_NOOP("visit", "An error instead of the page"),
    "challenge": QT_TRANSLATE_NOOP("visit", "A check for robots instead of the page"),
    "wall": QT_TRANSLATE_NOOP("visit", "A wall instead of the page"),
    "unreachable": QT_TRANSLATE_NOOP("visit", "Could not be reached"),
    "timed out": QT_TRANSLATE_NOOP("visit", "Did not answer in time"),
    "closed itself": QT_TRANSLATE_NOOP("visit", "Closed itself"),
    "crashed": QT_TRANSLATE_NOOP("visit", "Crashed"),
}
FATES: Final[Mapping[Fate, Said]] = {
    Fate.STORED: Said(QT_TRANSLATE_NOOP("visit", "Stored"), Look.NOTE),
    Fate.REFUSED: Said(QT_TRANSLATE_NOOP("visit", "Refused"), Look.QUIET),
    Fate.UNKNOWN: Said(QT_TRANSLATE_NOOP("visit", "Not known"), Look.OPEN),
}


def said(text: str) -> str:
    """Return a text of these tables in the user's language."""
    return translate("visit", text)


def short(text: str, most: int = ADDRESS) -> str:
    """Return a text from a site made safe to look at."""
    return visible(" ".join(text[: 4 * most].split()), most)


def title(run: VisitRun) -> str:
    """Return browser and mode of a run, short enough to stand in tables: the whole version is a fact of the run."""
    name = f"{run.browser_name or run.browser} {run.version.partition('.')[0]}".strip()
    return f"{short(name, 80)}, {said(MODES[run.mode])}"


def outcome(run: VisitRun) -> Said:
    """Return how a run ended."""
    known = OUTCOMES.get(run.outcome)
    return Said(short(run.outcome, 40), Look.OPEN) if known is None else known


def fate(story: CookieStory) -> Fate:
    """Return what became of a cookie in its run."""
    if story.stored:
        return Fate.STORED
    return Fate.REFUSED if story.refused or story.stored is False else Fate.UNKNOWN


def fate_text(story: CookieStory) -> str:
    """Return what became of a cookie, in a few words."""
    held = fate(story)
    if held is Fate.STORED and story.partitioned:
        return translate("visit", "Stored, for this site only")
    if held is Fate.REFUSED and not story.refused:
        return translate("visit", "Not stored")
    return said(FATES[held].text)


def reasons(story: CookieStory) -> str:
    """Return how often a cookie was refused and why, nothing where it never was."""
    if not story.refused:
        return ""
    why = "; ".join(short(reason) for reason in story.reasons) or translate("visit", "no reason given")
    return f"{general.amount(story.refused)}: {why}"


def writer(held: Writer | None) -> str:
    """Return who wrote a cookie: how, and from which address."""
    if held is None:
        return translate("visit", "Not recorded")
    return f"{short(held.api, 40)}: {short(held.place)}"


def who(span: PhaseSpan) -> str:
    """Return who chose, and how that is known."""
    if span.evidence:
        return short(span.evidence)
    return said(HOW[span.how]) if span.how in HOW else short(span.how, 80) or translate("visit", "Not recorded")


def jar(count: int | None) -> str:
    """Return how many cookies a phase ended with."""
    return translate("visit", "Not looked at") if count is None else general.cookies(count)


def answer(page: PageSeen) -> str:
    """Return how a page answered, with its status."""
    text = said(PAGES[page.outcome]) if page.outcome in PAGES else short(page.outcome, 60)
    return f"{text} ({page.status})" if page.status else text


def canary(told: CanaryAnswer) -> str:
    """Return what the self-test says of a browser and mode."""
    if told.stored is None:
        text = translate("visit", "Whether third parties' cookies are stored is not known")
    elif told.stored and told.partitioned:
        text = translate("visit", "Third parties' cookies are stored, each site's apart")
    elif told.stored:
        text = translate("visit", "Third parties' cookies are stored")
    else:
        text = translate("visit", "Third parties' cookies are not stored")
    return f"{text} ({short(told.why)})" if told.why else text


def after(us: int | None, started_us: int | None) -> str:
    """Return how long after the beginning of its run something happened, to the millisecond."""
    if us is None or started_us is None:
        return translate("visit", "at an unknown time")
    return translate("visit", "{seconds} s").format(seconds=f"{(us - started_us) / 1e6:.3f}")
