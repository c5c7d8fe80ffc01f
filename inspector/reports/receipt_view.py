# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The receipt of a refusal arranged for reading: for each run the facts, and a table for each standing."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from inspector.core.receipt import Receipt, ReceiptCookie, RunReceipt, Standing
from inspector.core.visit import Deed
from inspector.reports import visit_words as words
from inspector.reports.audit_parts import NAME, safe, safe_name
from inspector.reports.audit_words import purpose_text
from inspector.reports.visit_parts import Sheet

MOST: Final = 500  # rows of a table
_TITLES: Final = {
    Standing.STILL: ("Still there after the refusal", "In the browser's jar before the refusal, and after it."),
    Standing.NEW: ("New after the refusal", "Not in the jar before the refusal, and there after it."),
    Standing.BACK: ("Came back on a later visit", "Gone after the refusal, and there again on the later visit."),
    Standing.LATE: ("There for the first time on a later visit", "First seen in the jar on the later visit."),
    Standing.TRIED: ("Tried after the refusal", "Asked for after the refusal, and refused by the browser."),
    Standing.GONE: ("Gone after the refusal", "In the jar before the refusal, and not after it."),
}
_ASKED: Final = {
    Deed.SET: "set",
    Deed.RENEWED: "set again",
    Deed.ASKED: "asked for",
    Deed.REFUSED: "asked for, and refused",
}


class RunPart(NamedTuple):
    """One run of the receipt."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]


def arrange_receipt(receipt: Receipt) -> tuple[RunPart, ...]:
    """Return the receipt arranged."""
    return tuple(
        RunPart(safe(held.run.title, NAME), tuple(_facts(held, receipt)), tuple(_sheets(held))) for held in receipt.runs
    )


def _facts(held: RunReceipt, receipt: Receipt) -> Iterator[tuple[str, str]]:
    yield "Site", safe(held.run.url, words.ADDRESS)
    yield "Refused", f"{words.moment(held.refusal.started_us)}: {words.phase_text(held.refusal)}"
    yield "Afterwards", f"the browser's jar held {words.jar_text(held.refusal.jar)}" if held.looked else _NOT_LOOKED
    if held.returned is None:
        yield "Later visit", "none was made, so what comes back is not known"
    else:
        jar = words.jar_text(held.returned.jar) if held.looked_again else _NOT_LOOKED
        yield "Later visit", f"{words.moment(held.returned.started_us)}, in the same profile: {jar}"
    yield "Outcome", f"{words.outcome_word(held.run).text}{f' ({safe(held.run.why)})' if held.run.why else ''}"
    yield "Self-test", words.canary_text(held.run.canary)
    sha256 = f", SHA-256 {safe(receipt.record.sha256, NAME)}" if receipt.record.sha256 else ""
    yield "Recorded in", f"{safe(receipt.record.place, words.ADDRESS)}, run {safe(held.run.id, NAME)}{sha256}"


_NOT_LOOKED: Final = "it was not looked at"


def _sheets(held: RunReceipt) -> Iterator[Sheet]:
    head = ("Cookie", "Host", "What for", "Necessary", "Kept for", "Asked for after the refusal")
    for standing, (title, lead) in _TITLES.items():
        found = held.of(standing)
        if found:
            yield Sheet(
                title, lead, head, tuple(_row(cookie) for cookie in found[:MOST]), (), max(0, len(found) - MOST)
            )
    if held.hosts:
        asked = tuple((safe(host.host, NAME), f"{host.after_refusal:,}") for host in held.hosts[:MOST])
        lead = "Requests to other sites that began after the refusal, the later visit included."
        head_ = ("Host", "Requests")
        yield Sheet("Other sites asked after the refusal", lead, head_, asked, (1,), len(held.hosts) - len(asked))


def _row(held: ReceiptCookie) -> tuple[str, ...]:
    story, again = held.story, held.again
    said = ""
    if again is not None:
        by = f" by {words.writer_text(again.writer)}" if again.writer is not None else ""
        said = f"{_ASKED[again.deed]} {words.clock(again.us)}{by}"
    needed = {True: "yes", False: "no", None: "not known"}[held.needed]
    return (
        safe_name(story.name),
        safe(story.host, NAME),
        "Unknown" if held.label is None else purpose_text(held.label),
        needed,
        words.lifetime_word(story.kept) if story.stored else "",
        said or "no",
    )
