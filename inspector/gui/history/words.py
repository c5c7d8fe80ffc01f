# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Snapshots and differences in words and looks."""

from collections.abc import Mapping
from typing import Final

from inspector.core.difference import Aspect, Comparison, Difference, Ended, Kind
from inspector.core.snapshot import SnapshotInfo
from inspector.core.visible import visible
from inspector.gui import words
from inspector.gui.hues import Look
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

_LONGEST: Final = 300
KIND: Final[Mapping[Kind, str]] = {
    Kind.NEW: QT_TRANSLATE_NOOP("words", "New"),
    Kind.GONE: QT_TRANSLATE_NOOP("words", "Gone"),
    Kind.CHANGED: QT_TRANSLATE_NOOP("words", "Changed"),
    Kind.RENEWED: QT_TRANSLATE_NOOP("words", "Set again"),
}
ASPECT: Final[Mapping[Aspect, str]] = {
    Aspect.VALUE: QT_TRANSLATE_NOOP("words", "another value"),
    Aspect.LONGER_LIVED: QT_TRANSLATE_NOOP("words", "lives longer"),
    Aspect.SHORTER_LIVED: QT_TRANSLATE_NOOP("words", "lives shorter"),
    Aspect.PROLONGED: QT_TRANSLATE_NOOP("words", "ends later"),
    Aspect.SHORTENED: QT_TRANSLATE_NOOP("words", "ends sooner"),
    Aspect.RENEWED: QT_TRANSLATE_NOOP("words", "set again"),
}
ENDED: Final[Mapping[Ended, str]] = {
    Ended.RAN_OUT: QT_TRANSLATE_NOOP("words", "its end had come"),
    Ended.BEFORE_TIME: QT_TRANSLATE_NOOP("words", "before its end: removed or cleared"),
    Ended.SESSION: QT_TRANSLATE_NOOP("words", "a session cookie: the session ended, or it was removed"),
    Ended.UNKNOWN: QT_TRANSLATE_NOOP("words", "its end was not known"),
}
_ATTRIBUTE: Final[Mapping[str, str]] = {
    "session": QT_TRANSLATE_NOOP("history", "session cookie"),
    "secure": QT_TRANSLATE_NOOP("history", "Secure"),
    "http_only": QT_TRANSLATE_NOOP("history", "HttpOnly"),
    "same_site": QT_TRANSLATE_NOOP("history", "SameSite"),
    "host_only": QT_TRANSLATE_NOOP("history", "reach"),
    "partitioned_attribute": QT_TRANSLATE_NOOP("history", "Partitioned"),
    "priority": QT_TRANSLATE_NOOP("history", "priority"),
    "source_scheme": QT_TRANSLATE_NOOP("history", "set over"),
    "source_port": QT_TRANSLATE_NOOP("history", "port"),
    "source_type": QT_TRANSLATE_NOOP("history", "set by"),
}


def look(held: Difference) -> Look:
    """The sign of a difference. Only a longer life is worth a warning: the rest is news."""
    if held.kind is Kind.GONE:
        return Look.QUIET
    return Look.LATE if Aspect.LONGER_LIVED in held.aspects else Look.NOTE


def kind(held: Difference) -> str:
    """The word for a difference; one that is not sure says so."""
    word = words.word(KIND, held.kind)
    return word if held.sure else translate("history", "{word}, perhaps").format(word=word)


def what(held: Difference) -> str:
    """What is different of a cookie: the lifetimes before and after where one lives longer."""
    parts = [words.word(ASPECT, aspect) for aspect in held.aspects if aspect is not Aspect.ATTRIBUTES]
    parts += [translate("history", _ATTRIBUTE[change.field]) for change in held.changes if change.field in _ATTRIBUTE]
    if held.kind is Kind.GONE and held.ended is not None:
        parts.append(words.word(ENDED, held.ended))
    if {Aspect.LONGER_LIVED, Aspect.SHORTER_LIVED} & set(held.aspects) and held.before and held.after:
        before, after = (words.lifetime_words(seen.cookie.lifetime) for seen in (held.before, held.after))
        parts[parts.index(words.word(ASPECT, _of_lifetime(held)))] += f" ({before} → {after})"
    return ", ".join((*parts, *filter(None, (held.why,))))


def _of_lifetime(held: Difference) -> Aspect:
    return next(aspect for aspect in held.aspects if aspect in (Aspect.LONGER_LIVED, Aspect.SHORTER_LIVED))


def scope(info: SnapshotInfo) -> str:
    """What a snapshot looked at."""
    asked = info.scope
    parts = [*asked.browsers, *asked.profiles, *asked.stores, *filter(None, (asked.site,))]
    names = ", ".join(parts) or translate("history", "All browsers")
    read = translate("history", "{names}, values read").format(names=names) if asked.values else names
    return visible(read, _LONGEST)


def missing(info: SnapshotInfo) -> str:
    """What is missing of a snapshot; "" where nothing is."""
    unread = sum(count.cookies is None for count in info.stores)
    parts = []
    if unread:
        parts.append(translate("history", "{stores} not read").format(stores=_stores(unread)))
    elif not info.complete:
        parts.append(translate("history", "not everything was read"))
    if info.trimmed:
        parts.append(translate("history", "a site was forgotten"))
    return ", ".join(parts)


def _stores(count: int) -> str:
    one, more = translate("history", "1 store"), translate("history", "{number} stores")
    return one if count == 1 else more.format(number=words.amount(count))


def name(info: SnapshotInfo) -> str:
    """How a snapshot is called in a sentence."""
    return words.moment(info.taken_us) if info.id else translate("history", "what is shown now")


def summary(found: Comparison) -> str:
    """The comparison in a few sentences: how much differs, and what could not be told."""
    if not found.compared:
        return translate("history", "Nothing could be compared: no store was read both times.")
    counts = {each: words.amount(len(found.of_kind(each))) for each in Kind}
    text = translate("history", "{before} → {after}: {new} new, {gone} gone, {changed} changed, {same} the same.")
    parts = [
        text.format(
            before=name(found.before),
            after=name(found.after),
            new=counts[Kind.NEW],
            gone=counts[Kind.GONE],
            changed=counts[Kind.CHANGED],
            same=words.amount(found.same + len(found.of_kind(Kind.RENEWED))),
        )
    ]
    if found.values_unknown:
        told = translate("history", "Of {number}, it cannot be told whether the value changed.")
        parts.append(told.format(number=words.cookies(found.values_unknown)))
    if found.not_compared:
        told = translate("history", "Left out, because not read both times: {stores}.")
        parts.append(told.format(stores=_stores(len(found.not_compared))))
    return " ".join(parts)
