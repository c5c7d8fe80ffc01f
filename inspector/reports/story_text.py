# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The story of one cookie as text for a person."""

from collections.abc import Iterator
from typing import TextIO

from inspector.core.labelling import Story, WayOut
from inspector.core.visible import visible
from inspector.reports.api import Look
from inspector.reports.label_words import TRACKS, purpose_word


def write_story(story: Story, look: Look, out: TextIO) -> None:
    """Write what it is, whose, how long it lives, why we think so, what else it could be, and how to opt out."""
    for line in _lines(story):
        out.write(visible(line) + "\n")


def _lines(story: Story) -> Iterator[str]:
    traits, label = story.cookie
    yield traits.name[:200] + (f" on {traits.host}" if traits.host else "")
    yield f"  What for:   {purpose_word(label)} (group: {label.group}), {label.confidence:.0%} sure"
    yield f"  Whose:      {label.vendor_name or 'not known'}" + (
        "" if label.party == "unknown" else _party(label.party)
    )
    yield f"  Lives:      {story.lifetime or 'not known'}" + (" usually" if story.lifetime else "")
    yield f"  Tracks:     {TRACKS[label.tracks]}" + "".join(f"; {why}" for why in label.tracks_because)
    yield from _section("Why we think so", label.because)
    yield from _section("What the tables say", story.facts)
    yield from _section("Evidence", story.evidence)
    yield from _section("Disputed", label.disputed)
    yield from _section("It could also be", [f"{group} ({chance:.0%})" for group, chance in story.alternatives])
    if story.vendor_note:
        yield from _section("About the vendor", (story.vendor_note,))
    yield from _section("How to opt out", [_way_out(way) for way in story.ways_out] or ("No way out is known",))
    yield f"Knowledge {story.edition}."


def _party(party: str) -> str:
    return f" ({party.replace('_', ' ')} {'party' if party != 'same_company' else 'as the site'})"


def _section(title: str, sentences: tuple[str, ...] | list[str]) -> Iterator[str]:
    if sentences:
        yield f"  {title}:"
        for sentence in sentences:
            yield f"    - {sentence}"


def _way_out(way: WayOut) -> str:
    return f"{way.name} ({way.status}, {way.how}): {way.url}; stops {way.stops}; does not stop {way.does_not_stop}"
