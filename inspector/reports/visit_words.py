# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How a visit is worded for people. Not known is never worded as no."""

from collections.abc import Mapping
from typing import Final

from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.moments import to_iso
from inspector.core.visit import CanaryAnswer, CookieStory, Deed, Phase, PhaseSpan, Step, VisitRun, Writer
from inspector.reports.audit_parts import NAME, safe
from inspector.reports.audit_words import Word
from inspector.reports.words import many, span

ADDRESS: Final = 2 * NAME
OUTCOMES: Final[Mapping[str, Word]] = {
    "complete": Word("✔", "measured", "check", "good", "the run was carried through"),
    "not measured": Word("?", "not measured", "question", "mute", "the site itself was not seen, so nothing is clean"),
    "cut short": Word("?", "cut short", "question", "mute", "the run was stopped: what it had seen by then is told"),
}
PHASES: Final[Mapping[Phase, str]] = {
    Phase.NO_CHOICE: "Nothing chosen",
    Phase.ACCEPTED: "Accepted",
    Phase.REFUSED: "Refused",
    Phase.RETURN: "A later visit",
    Phase.UNKNOWN: "Phase not known",
}
HOW: Final[Mapping[str, str]] = {
    "nothing": "nobody did anything",
    "person": "a person, who marked it",
    "platform button": "the consent platform's own button",
    "scenario file": "a button that the scenario names",
}
PAGES: Final[Mapping[str, str]] = {
    "ok": "answered",
    "http error": "an error instead of the page",
    "challenge": "a check for robots instead of the page",
    "wall": "a wall instead of the page",
    "unreachable": "could not be reached",
    "timed out": "did not answer in time",
    "closed itself": "closed itself",
    "crashed": "crashed",
}
_DEEDS: Final[Mapping[Deed, str]] = {
    Deed.SET: "set{}",
    Deed.RENEWED: "set again{}",
    Deed.REFUSED: "requested{}, and refused",
    Deed.ASKED: "requested{}; whether it was kept is not known",
    Deed.REMOVED: "taken away",
    Deed.HELD: "in the browser's jar",
    Deed.GONE: "not in the browser's jar any more",
}


def outcome_word(run: VisitRun) -> Word:
    """Return how a run ended."""
    return OUTCOMES.get(run.outcome, Word("?", safe(run.outcome, NAME), "question", "mute"))


def moment(us: int | None) -> str:
    """Return a moment to the millisecond in UTC."""
    text = to_iso(us)
    return "not known" if text is None else f"{text[:23].replace('T', ' ')} UTC"


def clock(us: int | None) -> str:
    """Return the time of day of a moment, to the millisecond."""
    text = to_iso(us)
    return "at an unknown time" if text is None else text[11:23]


def canary_text(canary: CanaryAnswer) -> str:
    """Return what the self-test says of this browser and mode."""
    kept = {True: "stored", False: "not stored", None: "not known to be stored"}[canary.stored]
    apart = {True: ", each site's apart (partitioned)", False: "", None: ""}[canary.partitioned]
    why = f" ({safe(canary.why, ADDRESS)})" if canary.why else ""
    return f"third parties' cookies are {kept}{apart if canary.stored else ''}{why}"


def lifetime_word(lifetime: Lifetime) -> str:
    """Return a lifetime in a word or two; a question mark where it is not known."""
    us, basis = lifetime
    if basis is LifetimeBasis.SESSION:
        return "session"
    if us is None:
        return "?"
    if us <= 0:
        return "over at once"
    return f"{span(us)} (the limit)" if basis is LifetimeBasis.CAP else span(us)


def fate_word(story: CookieStory | None) -> str:
    """Return what became of a cookie in a run, in a few words."""
    if story is None:
        return "not asked for"
    if story.stored:
        gone = "" if _there_at_the_end(story) else ", then gone"
        return f"partitioned{gone}" if story.partitioned else f"stored{gone}"
    if story.refused:
        return f"refused ({', '.join(reason.partition(':')[0] for reason in story.reasons) or 'no reason given'})"
    return "not stored" if story.stored is False else "asked for; not known"


def _there_at_the_end(story: CookieStory) -> bool:
    last = next((step.deed for step in reversed(story.steps) if step.deed is not Deed.REFUSED), None)
    return last not in (Deed.GONE, Deed.REMOVED)


def writer_text(writer: Writer | None) -> str:
    """Return who wrote a cookie: how, from which address, and what had called it."""
    if writer is None:
        return "not recorded"
    by = f"{writer.api}: {safe(writer.place, ADDRESS)}"
    frame = writer.frame if writer.frame and writer.frame not in (writer.page, writer.url) else None
    where = f", in the frame {safe(frame, ADDRESS)}" if frame else ""
    chain = f", called by {safe(writer.chain[0], ADDRESS)}" if writer.chain else ""
    return by + where + chain


def step_text(step: Step) -> str:
    """Return one line of a biography without its time."""
    said = [_DEEDS[step.deed].format(_for(step.requested))]
    if step.same_value is not None and step.deed is Deed.RENEWED:
        said.append("with the same value" if step.same_value else "with another value")
    text = " ".join(said)
    if step.reasons:
        text += f" ({'; '.join(safe(reason, ADDRESS) for reason in step.reasons)})"
    if step.writer is not None:
        text += f" by {writer_text(step.writer)}"
        page = step.writer.page
        text += f", on {safe(page, ADDRESS)}" if page and page != step.writer.url else ""
    return f"{text} [{PHASES[step.phase].lower()}]"


def _for(lifetime: Lifetime) -> str:
    """Return for how long a cookie was asked for, as a part of a sentence; nothing where the record does not tell."""
    if lifetime.basis is LifetimeBasis.SESSION:
        return " for the session"
    return "" if lifetime.us is None else f" for {lifetime_word(lifetime)}" if lifetime.us > 0 else " to end at once"


def phase_text(span_: PhaseSpan) -> str:
    """Return who chose, and how that is known."""
    return safe(span_.evidence, ADDRESS) or HOW.get(span_.how, safe(span_.how, NAME) or "not recorded")


def jar_text(count: int | None) -> str:
    """Return how many cookies a phase ended with."""
    return "not looked at" if count is None else many(count, "cookie")
