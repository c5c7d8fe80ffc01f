# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the overview shows of labels and verdicts: bars of its charts, and lines of what was found."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from inspector.core.filter.editing import Value
from inspector.core.finding import Verdict
from inspector.core.label import Purpose, Tracks
from inspector.core.visible import visible
from inspector.gui import chips, words
from inspector.gui.chips import LOOKS, PURPOSE_CHIPS, Chip, purpose_chip
from inspector.gui.models.facets import purpose_value, tracks_value
from inspector.gui.models.labels import LabelRows, company
from inspector.gui.models.stores import StoreRow
from inspector.gui.overview.records import Bar, Goal, Line
from inspector.gui.translation import translate
from inspector.gui.verdict_words import VERDICT_ICONS, VERDICTS

_MOST: Final = 8  # bars of a chart; what is left is one bar more
_WRONG: Final = (Verdict.CONTRADICTS, Verdict.OUTLIVES, Verdict.UNDECLARED)
LONG: Final = Value("lifetime", ">1y", plain=True)


def purpose_bars(labels: LabelRows) -> tuple[Bar, ...]:
    """Return a bar for each purpose that there is, in the one order of purposes."""
    counted: Counter[Chip] = Counter()
    for label, count in zip(labels.kinds, labels.totals, strict=True):
        counted[purpose_chip(label)] += count
    return tuple(
        Bar(chips.word(chip), LOOKS[chip].icon, LOOKS[chip].hue, counted[chip], purpose_value(chip))
        for chip in PURPOSE_CHIPS
        if counted[chip]
    )


def store_bars(lines: Iterable[StoreRow]) -> tuple[Bar, ...]:
    """Return a bar for each store, as the list of stores has them."""
    return tuple(Bar(line.title, "globe", "blue", line.cookies, line.value) for line in lines if line.store is not None)


def company_bars(labels: LabelRows) -> tuple[Bar, ...]:
    """Return a bar for each company with the most cookies, and one for all others that are known."""
    counted: Counter[str] = Counter()
    for label, count in zip(labels.kinds, labels.totals, strict=True):
        if name := company(label, labels.told):
            counted[name] += count
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    bars = [Bar(visible(name, 60), "company", "blue", count, Value("company", name)) for name, count in ranked[:_MOST]]
    rest = ranked[_MOST:]
    if rest:
        title = translate("overview", "{number} more").format(number=words.amount(len(rest)))
        bars.append(Bar(title, "company", "grey", sum(count for _, count in rest)))
    return tuple(bars)


def found_lines(
    labels: LabelRows | None, long_lived: int, verdicts: Mapping[Verdict, int], issues: int
) -> tuple[Line, ...]:
    """Return what is worth a look, the gravest first. What was not looked at is said, never left out as fine."""
    return (*_judged(verdicts), *(() if labels is None else _labelled(labels)), *_read(long_lived, issues))


def _judged(verdicts: Mapping[Verdict, int]) -> Iterable[Line]:
    if not verdicts:
        text = translate("overview", "No site has been audited: whether promises are kept is not known yet")
        yield Line(text, "question", "grey", Goal.AUDIT)
        return
    for verdict in _WRONG:
        if count := verdicts.get(verdict, 0):
            value = Value("verdict", verdict.value, verdict.value)
            said = VERDICTS[verdict]
            text = translate("overview", "{cookies}: {verdict}, {meaning}")
            told = text.format(cookies=words.cookies(count), verdict=said.text, meaning=said.explanation)
            yield Line(told, *VERDICT_ICONS[verdict], value)
    if not any(verdicts.get(verdict, 0) for verdict in _WRONG):
        text = translate("overview", "{cookies} looked at by audits, and none found to go against a policy")
        yield Line(text.format(cookies=words.cookies(sum(verdicts.values()))), "tick", "green", Goal.AUDIT)


def _labelled(labels: LabelRows) -> Iterable[Line]:
    tracks: Counter[Tracks] = Counter()
    unknown = 0
    for label, count in zip(labels.kinds, labels.totals, strict=True):
        tracks[label.tracks] += count
        unknown += count if label.purpose is Purpose.UNKNOWN else 0
    across, unclear = tracks[Tracks.CROSS_SITE], tracks[Tracks.UNKNOWN]
    yield from _counted(
        across,
        translate("overview", "{cookies} can recognise the browser on more than one site"),
        ("eye", "purple"),
        tracks_value(Tracks.CROSS_SITE),
    )
    yield from _counted(
        unclear,
        translate("overview", "{cookies}: tracking not known"),
        ("question", "grey"),
        tracks_value(Tracks.UNKNOWN),
    )
    yield from _counted(
        unknown,
        translate("overview", "{cookies}: purpose not known"),
        ("question", "grey"),
        purpose_value(Chip.UNKNOWN),
    )


def _read(long_lived: int, issues: int) -> Iterable[Line]:
    text = translate("overview", "{cookies} with a life of more than a year")
    yield from _counted(long_lived, text, ("clock", "blue"), LONG)
    if issues:
        told = translate("overview", "Issues: {number}; something could not be read, or is odd")
        yield Line(told.format(number=words.amount(issues)), "warning", "orange", Goal.ISSUES)


def _counted(count: int, text: str, look: tuple[str, str], leads: Value) -> Iterable[Line]:
    if count:
        yield Line(text.format(cookies=words.cookies(count)), *look, leads)
