# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a cookie is for, why we think so and how to opt out, as facts for the details pane. No link is made of any."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QDate, QLocale, Qt

from inspector.core.label import Certainty, Group, Label, Purpose, Subtype
from inspector.core.labelling import Edition
from inspector.core.visible import visible
from inspector.engine.purposes import Labelled, LinkStatus, Mechanism, OptOut
from inspector.gui import purpose_words, words
from inspector.gui.facts import LONGEST, Fact, FactGroup
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

_MOST_WAYS: Final = 4
_MOST_REASONS: Final = 8
_SURE_LINK: Final = ("A", "B")  # seen by us, or cited by a third party; anything else is hearsay

MECHANISM: Final[Mapping[Mechanism, str]] = {
    Mechanism.COOKIE: QT_TRANSLATE_NOOP("words", "By a cookie"),
    Mechanism.ACCOUNT: QT_TRANSLATE_NOOP("words", "In your account"),
    Mechanism.FORM: QT_TRANSLATE_NOOP("words", "By a form"),
    Mechanism.ADD_ON: QT_TRANSLATE_NOOP("words", "By an add-on"),
    Mechanism.GPC: QT_TRANSLATE_NOOP("words", "By a browser signal"),
    Mechanism.LINK_PAGE: QT_TRANSLATE_NOOP("words", "On a web page"),
}


class Told(NamedTuple):
    """What classification says of one cookie; ``waiting``: nothing yet. An answer without a label is a failure."""

    label: Label | None = None
    answer: Labelled | None = None
    waiting: bool = False


NOTHING_TOLD: Final = Told()


def label_facts(told: Told) -> tuple[FactGroup, ...]:
    """Return the groups that stand before all others; none where nothing was asked."""
    if told.label is not None and told.answer is not None:
        groups = (make(told.label, told.answer) for make in _GROUPS)
        return tuple(group for group in groups if group.facts)
    if told.waiting:
        return (_only(translate("facts", "This is being found out…")),)
    if told.answer is not None:
        return (_only(translate("facts", "Could not be told; the issues say why.")),)
    return ()


def _only(sentence: str) -> FactGroup:
    return FactGroup(translate("facts", "What it is for"), (Fact("", sentence),))


def _shown(text: str) -> str:
    return visible(text, LONGEST)


def _purpose(label: Label, answer: Labelled) -> FactGroup:
    says = words.word(purpose_words.PURPOSE_SAYS, label.purpose)
    family = "" if label.subtype is Subtype.NONE else words.word(purpose_words.SUBTYPE, label.subtype)
    reach = words.word(purpose_words.TRACKS_SAYS, label.tracks)
    facts = [
        Fact(translate("facts", "Purpose"), purpose_words.purpose(label), "; ".join(filter(None, (says, family)))),
        Fact(translate("facts", "Group"), words.word(purpose_words.GROUP, label.group)),
        _vendor(label, answer),
        Fact(translate("facts", "Party"), words.word(purpose_words.PARTY, label.party)),
        Fact(translate("facts", "Tracks"), purpose_words.tracks(label), reach),
    ]
    return FactGroup(translate("facts", "What it is for"), tuple(facts))


def _vendor(label: Label, answer: Labelled) -> Fact:
    name = purpose_words.vendor(label)
    if name is None:
        return Fact(translate("facts", "Vendor"), translate("facts", "Not known"))
    known = answer.vendors.get(label.vendor or "")
    company = "" if known is None or known.company == name else known.company
    return Fact(translate("facts", "Vendor"), _shown(name), _shown(company))


def _reasons(label: Label, answer: Labelled) -> FactGroup:
    facts = [_certainty(label)]
    facts += _listed(translate("facts", "Because"), label.because)
    facts += _listed(translate("facts", "Tracking"), label.tracks_because)
    facts += _listed(translate("facts", "Disputed"), label.disputed)
    if answer.edition is not None:
        facts.append(Fact(translate("facts", "Knowledge"), *edition_words(answer.edition)))
    return FactGroup(translate("facts", "Why we think so"), tuple(facts))


def _certainty(label: Label) -> Fact:
    word = purpose_words.certainty(label)
    title = translate("facts", "How sure")
    if label.certainty is Certainty.NONE:
        return Fact(title, word)
    template = translate("facts", "confidence {percent}")
    return Fact(title, word, template.format(percent=purpose_words.percent(label.confidence)))


def _listed(title: str, sentences: tuple[str, ...]) -> list[Fact]:
    """Return a fact for each sentence, the title before the first only."""
    told = [Fact(title, _shown(sentence)) for sentence in sentences[:_MOST_REASONS]]
    return [fact if not at else fact._replace(label=translate("facts", "and")) for at, fact in enumerate(told)]


def edition_words(edition: Edition) -> tuple[str, str]:
    """Return the version of the knowledge and its day, in words."""
    day = QLocale().toString(QDate.fromString(edition.date, Qt.DateFormat.ISODate), QLocale.FormatType.ShortFormat)
    return (
        translate("facts", "Version {version}").format(version=edition.version),
        translate("facts", "of {day}").format(day=day),
    )


def _ways_out(label: Label, answer: Labelled) -> FactGroup:
    title = translate("facts", "How to opt out")
    if label.purpose is Purpose.OPT_OUT:
        return FactGroup(title, (Fact("", translate("facts", "This cookie is your opt-out. Keep it.")),))
    known = answer.vendors.get(label.vendor or "")
    if known is None or not (label.is_tracking or label.group in (Group.MARKETING, Group.ANALYTICS)):
        return FactGroup(title, ())
    if not known.ways_out:
        return FactGroup(title, (Fact("", translate("facts", "No way out of this vendor is known to us.")),))
    return FactGroup(title, tuple(map(_way_out, known.ways_out[:_MOST_WAYS])))


def _way_out(way: OptOut) -> Fact:
    if way.status is LinkStatus.RETIRED:
        gone = translate("facts", "retired: it was last known to work in {year}")
        return Fact(words.word(MECHANISM, way.mechanism), _shown(way.name), gone.format(year=way.last_known_year))
    return Fact(words.word(MECHANISM, way.mechanism), _shown(f"{way.name} – {way.url}"), _way_note(way))


def _way_note(way: OptOut) -> str:
    parts = (tell(way) for tell in _NOTES)
    return _shown(". ".join(part for part in parts if part))


_NOTES: Final[tuple[Callable[[OptOut], str], ...]] = (
    lambda way: translate("facts", "Stops: {what}").format(what=way.stops) if way.stops else "",
    lambda way: translate("facts", "Does not stop: {what}").format(what=way.does_not_stop) if way.does_not_stop else "",
    lambda way: translate("facts", "You must be signed in") if way.requires_login else "",
    lambda way: translate("facts", "The address has moved before") if way.status is LinkStatus.MOVED else "",
    lambda way: translate("facts", "As of {year}").format(year=way.last_known_year),
    lambda way: (
        "" if way.url_confidence in _SURE_LINK else translate("facts", "Nobody has confirmed the address to us")
    ),
)
_GROUPS: Final = (_purpose, _reasons, _ways_out)
