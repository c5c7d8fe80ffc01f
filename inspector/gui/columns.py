# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The columns of the cookie table as data, built by a few factories. Adding a column is adding a line to ``COLUMNS``.

A sort key is a value of one type per column, or ``None`` for "unknown", which sorts last in both directions.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Final, NamedTuple

from PySide6.QtCore import Qt

from inspector.core.cookie import Cookie, SameSite, ValueState
from inspector.core.lifetime import LifetimeBasis
from inspector.core.moments import to_iso
from inspector.core.secret import MASK
from inspector.core.visible import visible
from inspector.gui import words
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

LONGEST_CELL: Final = 512  # characters of a cell; the details pane shows texts whole
START: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
END: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing

SortKey = str | float | None
Text = Callable[[Cookie], str]


class Column(NamedTuple):
    """One column: ``width`` in average characters, ``hint`` for the header, ``shown`` before the user chooses."""

    key: str
    title: str
    hint: str
    width: int
    text: Text
    sort_key: Callable[[Cookie], SortKey]
    tooltip: Text
    sentence: Text
    align: Qt.AlignmentFlag = START
    shown: bool = True

    @property
    def heading(self) -> str:
        """The title in the user's language."""
        return translate("columns", self.title)

    @property
    def explanation(self) -> str:
        """The hint in the user's language."""
        return translate("columns", self.hint)


def _text_column(
    key: str, title: str, hint: str, width: int, text: Callable[[Cookie], str | None], *, shown: bool = True
) -> Column:
    """A column of a text that comes from a store or a site: made visible, sorted without regard to case."""

    def cell(cookie: Cookie) -> str:
        return visible(text(cookie) or "", LONGEST_CELL)

    def sort_key(cookie: Cookie) -> SortKey:
        found = text(cookie)
        return found.casefold() if found else None

    return Column(key, title, hint, width, cell, sort_key, cell, _titled(title, cell), shown=shown)


def _flag_column(key: str, title: str, hint: str, *, shown: bool = True) -> Column:
    """A column of yes, no and unknown."""
    flag: Callable[[Cookie], bool | None] = attrgetter(key)

    def cell(cookie: Cookie) -> str:
        return words.yes_no(flag(cookie))

    return Column(key, title, hint, 8, cell, flag, _titled(title, cell), _titled(title, cell), shown=shown)


def _moment_column(
    key: str, title: str, hint: str, us: Callable[[Cookie], int | None], *, shown: bool = True
) -> Column:
    """A column of local days, with the local time and the exact UTC moment in the tooltip."""

    def cell(cookie: Cookie) -> str:
        return words.day(us(cookie)) or translate("columns", "Unknown")

    def tooltip(cookie: Cookie) -> str:
        moment = us(cookie)
        return cell(cookie) if moment is None else f"{words.moment(moment)}\n{to_iso(moment)}"

    def sort_key(cookie: Cookie) -> SortKey:
        moment = us(cookie)
        return None if moment is None else float(moment)  # Python sorts floats twice as fast as integers of this size

    return Column(key, title, hint, 11, cell, sort_key, tooltip, _titled(title, cell), END, shown)


def _titled(title: str, text: Text) -> Text:
    """A sentence for a screen reader: the column's title and the cell, with a word where the cell is empty."""

    def sentence(cookie: Cookie) -> str:
        return f"{translate('columns', title)}: {text(cookie) or translate('columns', 'none')}"

    return sentence


def _partition(cookie: Cookie) -> str | None:
    partition = cookie.isolation.partition
    return None if partition is None else partition.site


def _container(cookie: Cookie) -> str | None:
    container = cookie.isolation.container
    return None if container is None else container.name or str(container.id)


def _lifetime_text(cookie: Cookie) -> str:
    return words.lifetime_words(cookie.lifetime)


def _lifetime_key(cookie: Cookie) -> SortKey:
    """Session cookies are the shortest-lived, so they come before every number."""
    lifetime = cookie.lifetime
    if lifetime.us is None:
        return float("-inf") if lifetime.basis is LifetimeBasis.SESSION else None
    return float(lifetime.us)


def _lifetime_sentence(cookie: Cookie) -> str:
    lifetime = cookie.lifetime
    basis = words.basis(lifetime)
    if lifetime.us is None:
        return translate("columns", "Lifetime: {basis}").format(basis=basis)
    return translate("columns", "Lives {span}, {basis}").format(span=words.span(lifetime.us), basis=basis)


def _expiry_text(cookie: Cookie) -> str:
    return translate("columns", "Session") if cookie.session else _EXPIRY.text(cookie)


def _expiry_key(cookie: Cookie) -> SortKey:
    return float("-inf") if cookie.session else _EXPIRY.sort_key(cookie)


def _expiry_tooltip(cookie: Cookie) -> str:
    return translate("columns", "When the browser session ends") if cookie.session else _EXPIRY.tooltip(cookie)


def _same_site_text(cookie: Cookie) -> str:
    return words.word(words.SAME_SITE, cookie.same_site)


def _same_site_key(cookie: Cookie) -> SortKey:
    return None if cookie.same_site is SameSite.UNKNOWN else _STRICTNESS.index(cookie.same_site)


_STRICTNESS: Final = (SameSite.STRICT, SameSite.LAX, SameSite.UNSPECIFIED, SameSite.NONE)


def _value_text(cookie: Cookie) -> str:
    return MASK if cookie.value is not None else words.word(words.VALUE_STATE, cookie.value_state)


def _value_sentence(cookie: Cookie) -> str:
    return f"{translate('columns', 'Value')}: {words.word(words.VALUE_STATE, cookie.value_state)}"


def _value_key(cookie: Cookie) -> SortKey:
    return None if cookie.value_state is ValueState.NOT_READ else _value_sentence(cookie)


def _oddity(cookie: Cookie) -> str:
    return "; ".join(f"{problem.field}: {problem.why}" for problem in cookie.problems)


_EXPIRY: Final = _moment_column(
    "expires",
    QT_TRANSLATE_NOOP("columns", "Expires"),
    QT_TRANSLATE_NOOP("columns", "The day on which the browser deletes it"),
    attrgetter("expires_us"),
)

COLUMNS: Final[tuple[Column, ...]] = (
    _text_column(
        "host",
        QT_TRANSLATE_NOOP("columns", "Host"),
        QT_TRANSLATE_NOOP("columns", "The host that the cookie is sent to"),
        24,
        attrgetter("host"),
    ),
    _text_column(
        "name",
        QT_TRANSLATE_NOOP("columns", "Name"),
        QT_TRANSLATE_NOOP("columns", "The name that the site gave it; control characters are made visible"),
        20,
        attrgetter("name"),
    ),
    _text_column(
        "browser",
        QT_TRANSLATE_NOOP("columns", "Browser"),
        QT_TRANSLATE_NOOP("columns", "The browser and profile that hold it"),
        23,
        attrgetter("store.label"),
    ),
    Column(
        "lifetime",
        QT_TRANSLATE_NOOP("columns", "Lifetime"),
        QT_TRANSLATE_NOOP("columns", "How long it lives, counted from when it was last set"),
        11,
        _lifetime_text,
        _lifetime_key,
        _lifetime_sentence,
        _lifetime_sentence,
        END,
    ),
    _EXPIRY._replace(
        text=_expiry_text, sort_key=_expiry_key, tooltip=_expiry_tooltip, sentence=_titled("Expires", _expiry_text)
    ),
    _moment_column(
        "accessed",
        QT_TRANSLATE_NOOP("columns", "Last used"),
        QT_TRANSLATE_NOOP("columns", "The day on which it was last read or sent"),
        attrgetter("accessed_us"),
    ),
    _flag_column(
        "secure",
        QT_TRANSLATE_NOOP("columns", "Secure"),
        QT_TRANSLATE_NOOP("columns", "Whether it is sent over https only"),
        shown=False,
    ),
    _flag_column(
        "http_only",
        QT_TRANSLATE_NOOP("columns", "HttpOnly"),
        QT_TRANSLATE_NOOP("columns", "Whether it is hidden from scripts on a page"),
        shown=False,
    ),
    Column(
        "same_site",
        QT_TRANSLATE_NOOP("columns", "SameSite"),
        QT_TRANSLATE_NOOP("columns", "Whether it travels with requests that come from other sites"),
        9,
        _same_site_text,
        _same_site_key,
        _same_site_text,
        _titled("SameSite", _same_site_text),
        shown=False,
    ),
    _text_column(
        "partition",
        QT_TRANSLATE_NOOP("columns", "Only within"),
        QT_TRANSLATE_NOOP("columns", "The site that a partitioned cookie is kept for"),
        20,
        _partition,
        shown=False,
    ),
    _text_column(
        "container",
        QT_TRANSLATE_NOOP("columns", "Container"),
        QT_TRANSLATE_NOOP("columns", "The Firefox container that holds it"),
        12,
        _container,
        shown=False,
    ),
    _text_column(
        "path",
        QT_TRANSLATE_NOOP("columns", "Path"),
        QT_TRANSLATE_NOOP("columns", "The part of the host that it is sent to"),
        12,
        attrgetter("path"),
        shown=False,
    ),
    _moment_column(
        "created",
        QT_TRANSLATE_NOOP("columns", "First set"),
        QT_TRANSLATE_NOOP("columns", "The day on which it was first set"),
        attrgetter("created_us"),
        shown=False,
    ),
    _moment_column(
        "updated",
        QT_TRANSLATE_NOOP("columns", "Last set"),
        QT_TRANSLATE_NOOP("columns", "The day on which it was last set or renewed"),
        attrgetter("updated_us"),
        shown=False,
    ),
    Column(
        "value",
        QT_TRANSLATE_NOOP("columns", "Value"),
        QT_TRANSLATE_NOOP("columns", "What became of the value; the value itself stays hidden"),
        12,
        _value_text,
        _value_key,
        _value_sentence,
        _value_sentence,
        shown=False,
    ),
    _text_column(
        "oddity",
        QT_TRANSLATE_NOOP("columns", "Odd"),
        QT_TRANSLATE_NOOP("columns", "What is odd about the row in its store"),
        20,
        _oddity,
        shown=False,
    ),
)
