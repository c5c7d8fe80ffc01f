# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The columns that tell what a cookie is for: purpose, how sure that is, tracking, vendor."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt

from inspector.core.label import Certainty, Label, Tracks
from inspector.core.visible import visible
from inspector.gui import chips, purpose_words, words
from inspector.gui.column import ChipCell, Column, SortKey, Text, titled
from inspector.gui.models.rows import CookieRow
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.verdict_words import VERDICTS

LONGEST_CELL: Final = 200
PENDING: Final = "…"
_NOT_TOLD: Final = QT_TRANSLATE_NOOP("columns", "What it is for has not been told yet")

_GRAVITY: Final = tuple(VERDICTS)
_REACH: Final[Mapping[Tracks, float]] = {Tracks.CROSS_SITE: 0, Tracks.WITHIN_SITE: 1, Tracks.NO: 2}


def _cell(text: Callable[[Label], str]) -> Text:
    """A text of the label, with a mark where there is none yet."""
    return lambda row: PENDING if row.label is None else visible(text(row.label), LONGEST_CELL)


def _told(sentence: Callable[[Label], str]) -> Text:
    """A sentence about the label, or that there is none."""
    return lambda row: translate("columns", _NOT_TOLD) if row.label is None else sentence(row.label)


def _key(key: Callable[[Label], SortKey]) -> Callable[[CookieRow], SortKey]:
    return lambda row: None if row.label is None else key(row.label)


def _lines(sentence: str, reasons: tuple[str, ...]) -> str:
    """A sentence with reasons under it; they may quote a name of the store."""
    return "\n".join((sentence, *(visible(reason, LONGEST_CELL) for reason in reasons)))


def _purpose_chip(row: CookieRow) -> ChipCell | None:
    return None if row.label is None else ChipCell(chips.purpose_chip(row.label))


def _purpose_sentence(label: Label) -> str:
    """Purpose with its meaning and how sure it is: "Ad: serves, chooses, limits or measures ads; sure"."""
    says = words.word(purpose_words.PURPOSE_SAYS, label.purpose)
    sentence = translate("columns", "{purpose}: {says}").format(purpose=purpose_words.purpose(label), says=says)
    return sentence if label.certainty is Certainty.NONE else f"{sentence}; {purpose_words.certainty(label).lower()}"


def _purpose_key(label: Label) -> SortKey:
    chip = chips.purpose_chip(label)
    return None if chip is chips.Chip.UNKNOWN else float(chips.rank(chip))


def _purpose_tooltip(label: Label) -> str:
    return _lines(_purpose_sentence(label), label.because[:1])


def _certainty_text(label: Label) -> str:
    return "" if label.certainty is Certainty.NONE else purpose_words.certainty(label)


def _certainty_sentence(label: Label) -> str:
    word = purpose_words.certainty(label)
    if label.certainty is Certainty.NONE:
        return translate("columns", "How sure: {word}").format(word=word)
    return translate("columns", "How sure: {word}, {percent}").format(
        word=word, percent=purpose_words.percent(label.confidence)
    )


def _certainty_key(label: Label) -> SortKey:
    return None if label.certainty is Certainty.NONE else label.confidence


def _tracks_chip(row: CookieRow) -> ChipCell | None:
    chip = None if row.label is None else chips.tracking_chip(row.label)
    if row.label is None or chip is None:
        return None
    return ChipCell(chip, words.word(purpose_words.TRACKING_WHERE, row.label.tracks))


def _every_tracks() -> list[str | ChipCell]:
    where = purpose_words.TRACKING_WHERE
    return [
        ChipCell(chips.Chip.TRACKING, words.word(where, Tracks.CROSS_SITE)),
        ChipCell(chips.Chip.TRACKING_HERE, words.word(where, Tracks.WITHIN_SITE)),
        *(words.word(purpose_words.TRACKS, tracks) for tracks in Tracks),
    ]


def _tracks_key(label: Label) -> SortKey:
    """The widest reach first; within one, those that are called tracking first."""
    reach = _REACH.get(label.tracks)
    return None if reach is None else reach + (0 if label.is_tracking else 0.5)


def _tracks_sentence(label: Label) -> str:
    says = words.word(purpose_words.TRACKS_SAYS, label.tracks)
    return translate("columns", "Tracks: {tracks}; {says}").format(tracks=purpose_words.tracks(label), says=says)


def _tracks_tooltip(label: Label) -> str:
    return _lines(_tracks_sentence(label), label.tracks_because[:2])


def _vendor_text(label: Label) -> str:
    return purpose_words.vendor(label) or ""


def _vendor_key(label: Label) -> SortKey:
    name = purpose_words.vendor(label)
    return name.casefold() if name else None


def _verdict_text(row: CookieRow) -> str:
    return "" if row.verdict is None else VERDICTS[row.verdict].text


def _verdict_key(row: CookieRow) -> SortKey:
    """The gravest first."""
    return None if row.verdict is None else float(_GRAVITY.index(row.verdict))


def _verdict_sentence(row: CookieRow) -> str:
    if row.verdict is None:
        return translate("columns", "Verdict: no audit has judged it")
    said = VERDICTS[row.verdict]
    return translate("columns", "Verdict: {word}, {meaning}").format(word=said.text, meaning=said.explanation)


PURPOSE_COLUMN: Final = Column(
    "purpose",
    QT_TRANSLATE_NOOP("columns", "Purpose"),
    QT_TRANSLATE_NOOP("columns", "What the cookie is for; the details say why we think so"),
    15,
    _cell(purpose_words.purpose),
    _key(_purpose_key),
    _told(_purpose_tooltip),
    _told(_purpose_sentence),
    chip=_purpose_chip,
    every=lambda: [ChipCell(chip) for chip in chips.PURPOSE_CHIPS],
    of_label=True,
)
SURE_COLUMN: Final = Column(
    "sure",
    QT_TRANSLATE_NOOP("columns", "Sure"),
    QT_TRANSLATE_NOOP("columns", "How sure the purpose is: sure, likely or a guess"),
    6,
    _cell(_certainty_text),
    _key(_certainty_key),
    _told(_certainty_sentence),
    _told(_certainty_sentence),
    of_label=True,
    every=lambda: [words.word(purpose_words.CERTAINTY, each) for each in Certainty if each is not Certainty.NONE],
)
TRACKS_COLUMN: Final = Column(
    "tracks",
    QT_TRANSLATE_NOOP("columns", "Tracks"),
    QT_TRANSLATE_NOOP("columns", "Whether it can recognise the browser again, on one site or across sites"),
    25,
    _cell(purpose_words.tracks),
    _key(_tracks_key),
    _told(_tracks_tooltip),
    _told(_tracks_sentence),
    chip=_tracks_chip,
    every=_every_tracks,
    of_label=True,
)
VERDICT_COLUMN: Final = Column(
    "verdict",
    QT_TRANSLATE_NOOP("columns", "Verdict"),
    QT_TRANSLATE_NOOP("columns", "What the last audit of its site said of it"),
    11,
    _verdict_text,
    _verdict_key,
    _verdict_sentence,
    _verdict_sentence,
    shown=False,
    every=lambda: [said.text for said in VERDICTS.values()],
)
VENDOR_COLUMN: Final = Column(
    "vendor",
    QT_TRANSLATE_NOOP("columns", "Vendor"),
    QT_TRANSLATE_NOOP("columns", "Whose cookie it is, where that is known"),
    11,
    _cell(_vendor_text),
    _key(_vendor_key),
    _cell(_vendor_text),
    titled("Vendor", _cell(_vendor_text)),
    of_label=True,
    elide=Qt.TextElideMode.ElideRight,
)
