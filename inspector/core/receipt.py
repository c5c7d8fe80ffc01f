# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The receipt of a refusal: what the browser still held after it, and what came back on a later visit.

Worked out of one run by what its jar held at the end of each phase; where nobody looked, nothing is said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from inspector.core.frozen import frozen
from inspector.core.label import Group, Label
from inspector.core.visit import CookieStory, Deed, HostSeen, Phase, PhaseSpan, Step, VisitRecord, VisitRun


class Standing(StrEnum):
    """What a refusal did to one cookie."""

    STILL = "still"  # there before, and there after the refusal
    NEW = "new"  # not there before, there after the refusal
    BACK = "back"  # gone after the refusal, there again on a later visit
    LATE = "late"  # there for the first time on a later visit
    GONE = "gone"  # there before, gone for good
    TRIED = "tried"  # asked for after the refusal, and refused by the browser


class ReceiptCookie(NamedTuple):
    """One cookie with its standing. ``label`` is ``None`` where it was not classified; ``again`` is the first time that
    it was asked for after the refusal, ``None`` where it was not."""

    story: CookieStory
    standing: Standing
    label: Label | None = None
    again: Step | None = None

    @property
    def needed(self) -> bool | None:
        """Whether it is known to be necessary; ``None`` where what it is for is not known."""
        if self.label is None or self.label.group is Group.UNKNOWN:
            return None
        return self.label.group is Group.NECESSARY


@frozen
class RunReceipt:
    """The receipt of one run. ``looked`` and ``looked_again`` tell whether the jar was read after the refusal, and on a
    later visit (``None``: there was none). ``hosts`` are other sites' that were asked after the refusal."""

    run: VisitRun
    refusal: PhaseSpan
    returned: PhaseSpan | None
    looked: bool
    looked_again: bool | None
    cookies: tuple[ReceiptCookie, ...] = ()
    hosts: tuple[HostSeen, ...] = ()

    def of(self, standing: Standing) -> tuple[ReceiptCookie, ...]:
        """Return the cookies of one standing."""
        return tuple(held for held in self.cookies if held.standing is standing)


@frozen
class Receipt:
    """The receipts of a visit's runs, with what is needed to trust them: where the log is, and by which program."""

    record: VisitRecord
    runs: tuple[RunReceipt, ...]
    headline: str
    program: str = ""
    knowledge: str = ""
    now: datetime = field(kw_only=True)


def run_receipt(run: VisitRun, labels: Mapping[str, Label]) -> RunReceipt | None:
    """Return the receipt of a run; ``None`` for one in which nobody refused."""
    refusal, returned = run.span(Phase.REFUSED), run.span(Phase.RETURN)
    if refusal is None or refusal.started_us is None:
        return None
    if returned is not None and (returned.started_us or 0) < refusal.started_us:
        returned = None
    looked = refusal.jar is not None
    looked_again = None if returned is None else returned.jar is not None
    after = refusal.started_us
    cookies = tuple(
        ReceiptCookie(story, standing, labels.get(story.id), _again(story, after))
        for story in run.stories
        if (standing := _standing(story, after, looked, bool(looked_again))) is not None
    )
    hosts = tuple(host for host in run.hosts if host.third and host.after_refusal)
    return RunReceipt(run, refusal, returned, looked, looked_again, cookies, hosts)


def _standing(story: CookieStory, after_us: int, looked: bool, looked_again: bool) -> Standing | None:
    before = any(step.deed is Deed.HELD and _was(step, after_us) for step in story.steps)
    then, later = Phase.REFUSED in story.held, Phase.RETURN in story.held
    if looked and then:
        return Standing.STILL if before else Standing.NEW
    if looked_again and later:
        return Standing.BACK if before and looked else Standing.LATE
    if looked and before:
        return Standing.GONE
    tried = any(step.deed is Deed.REFUSED and not _was(step, after_us) for step in story.steps)
    return Standing.TRIED if tried else None


def _was(step: Step, after_us: int) -> bool:
    return step.us is not None and step.us < after_us


def _again(story: CookieStory, after_us: int) -> Step | None:
    asked = (Deed.SET, Deed.RENEWED, Deed.ASKED, Deed.REFUSED)
    return next((step for step in story.steps if step.deed in asked and not _was(step, after_us)), None)


def receipt_headline(receipts: Iterable[RunReceipt]) -> str:
    """Return the answer in one line; cookies of unknown purpose are counted apart from those that are not necessary."""
    runs = tuple(receipts)
    held = [cookie for receipt in runs for cookie in receipt.cookies]
    after = _counted([cookie for cookie in held if cookie.standing in (Standing.STILL, Standing.NEW)])
    later = _counted([cookie for cookie in held if cookie.standing in (Standing.BACK, Standing.LATE)])
    parts = [f"{after} there after the refusal"] if after else []
    parts += [f"{later} there again on a later visit"] if later else []
    if parts:
        text = "; ".join(parts)
        return f"{text[:1].upper()}{text[1:]}."
    if all(receipt.looked and receipt.run.measured for receipt in runs):
        return "After the refusal nothing was left but what is known to be necessary."
    return "What was there after the refusal was not looked at everywhere, so nothing can be said of it."


def _counted(cookies: Iterable[ReceiptCookie]) -> str:
    """Count each host and name once, whatever the number of runs and partitions; what is necessary is not counted."""
    once = {(held.story.host, held.story.name): held.needed for held in cookies}
    against, unknown = sum(needed is False for needed in once.values()), sum(needed is None for needed in once.values())
    said = [_cookies(against, "that is not necessary", "that are not necessary")] if against else []
    said += [f"{unknown} of unknown purpose" if said else _cookies(unknown, "of unknown purpose")] if unknown else []
    return f"{' and '.join(said)} {'was' if against + unknown == 1 else 'were'}" if said else ""


def _cookies(count: int, one: str, many: str = "") -> str:
    return f"{count} cookie {one}" if count == 1 else f"{count} cookies {many or one}"
