# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The columns of the cookie table as data, made by a few factories. Adding a column is adding a line to ``COLUMNS``."""

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Final

from inspector.core.cookie import SameSite, ValueState
from inspector.core.lifetime import LifetimeBasis
from inspector.core.moments import to_iso
from inspector.core.secret import MASK
from inspector.core.visible import visible
from inspector.gui import words
from inspector.gui.column import END, Column, SortKey, titled
from inspector.gui.label_columns import PURPOSE_COLUMN, SURE_COLUMN, TRACKS_COLUMN, VENDOR_COLUMN, VERDICT_COLUMN
from inspector.gui.models.rows import CookieRow
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

LONGEST_CELL: Final = 512  # characters of a cell; the details pane shows texts whole


def _text_column(
    key: str, title: str, hint: str, width: int, text: Callable[[CookieRow], str | None], *, shown: bool = True
) -> Column:
    """A column of a text that comes from a store or a site: made visible, sorted without regard to case."""

    def cell(row: CookieRow) -> str:
        return visible(text(row) or "", LONGEST_CELL)

    def sort_key(row: CookieRow) -> SortKey:
        found = text(row)
        return found.casefold() if found else None

    return Column(key, title, hint, width, cell, sort_key, cell, titled(title, cell), shown=shown)


def _flag_column(key: str, title: str, hint: str, *, shown: bool = True) -> Column:
    """A column of yes, no and unknown."""
    flag: Callable[[CookieRow], bool | None] = attrgetter(f"cookie.{key}")

    def cell(row: CookieRow) -> str:
        return words.yes_no(flag(row))

    said = titled(title, cell)
    every = partial(map, words.yes_no, (True, False, None))
    return Column(key, title, hint, 8, cell, flag, said, said, shown=shown, every=every)


def _moment_column(
    key: str, title: str, hint: str, us: Callable[[CookieRow], int | None], *, shown: bool = True
) -> Column:
    """A column of local days, with the local time and the exact UTC moment in the tooltip."""

    def cell(row: CookieRow) -> str:
        return words.day(us(row)) or translate("columns", "Unknown")

    def tooltip(row: CookieRow) -> str:
        moment = us(row)
        return cell(row) if moment is None else f"{words.moment(moment)}\n{to_iso(moment)}"

    def sort_key(row: CookieRow) -> SortKey:
        moment = us(row)
        return None if moment is None else float(moment)  # Python sorts floats twice as fast as integers of this size

    return Column(key, title, hint, 11, cell, sort_key, tooltip, titled(title, cell), END, shown)


def _partition(row: CookieRow) -> str | None:
    partition = row.cookie.isolation.partition
    return None if partition is None else partition.site


def _container(row: CookieRow) -> str | None:
    container = row.cookie.isolation.container
    return None if container is None else container.name or str(container.id)


def _lifetime_text(row: CookieRow) -> str:
    return words.lifetime_words(row.cookie.lifetime)


def _lifetime_key(row: CookieRow) -> SortKey:
    """Session cookies are the shortest-lived, so they come before every number."""
    lifetime = row.cookie.lifetime
    if lifetime.us is None:
        return float("-inf") if lifetime.basis is LifetimeBasis.SESSION else None
    return float(lifetime.us)


def _lifetime_sentence(row: CookieRow) -> str:
    lifetime = row.cookie.lifetime
    basis = words.basis(lifetime)
    if lifetime.us is None:
        return translate("columns", "Lifetime: {basis}").format(basis=basis)
    return translate("columns", "Lives {span}, {basis}").format(span=words.span(lifetime.us), basis=basis)


def _expiry_text(row: CookieRow) -> str:
    return translate("columns", "Session") if row.cookie.session else _EXPIRY.text(row)


def _expiry_key(row: CookieRow) -> SortKey:
    return float("-inf") if row.cookie.session else _EXPIRY.sort_key(row)


def _expiry_tooltip(row: CookieRow) -> str:
    return translate("columns", "When the browser session ends") if row.cookie.session else _EXPIRY.tooltip(row)


def _same_site_text(row: CookieRow) -> str:
    return words.word(words.SAME_SITE, row.cookie.same_site)


def _same_site_key(row: CookieRow) -> SortKey:
    return None if row.cookie.same_site is SameSite.UNKNOWN else _STRICTNESS.index(row.cookie.same_site)


_STRICTNESS: Final = (SameSite.STRICT, SameSite.LAX, SameSite.UNSPECIFIED, SameSite.NONE)


def _value_text(row: CookieRow) -> str:
    return MASK if row.cookie.value is not None else words.word(words.VALUE_STATE, row.cookie.value_state)


def _value_sentence(row: CookieRow) -> str:
    return f"{translate('columns', 'Value')}: {words.word(words.VALUE_STATE, row.cookie.value_state)}"


def _value_key(row: CookieRow) -> SortKey:
    return None if row.cookie.value_state is ValueState.NOT_READ else _value_sentence(row)


def _oddity(row: CookieRow) -> str:
    return "; ".join(f"{problem.field}: {problem.why}" for problem in row.cookie.problems)


_EXPIRY: Final = _moment_column(
    "expires",
    QT_TRANSLATE_NOOP("columns", "Expires"),
    QT_TRANSLATE_NOOP("columns", "The day on which the browser deletes it"),
    attrgetter("cookie.expires_us"),
)

COLUMNS: Final[tuple[Column, ...]] = (
    _text_column(
        "host",
        QT_TRANSLATE_NOOP("columns", "Host"),
        QT_TRANSLATE_NOOP("columns", "The host that the cookie is sent to"),
        21,
        attrgetter("cookie.host"),
    ),
    _text_column(
        "name",
        QT_TRANSLATE_NOOP("columns", "Name"),
        QT_TRANSLATE_NOOP("columns", "The name that the site gave it; control characters are made visible"),
        14,
        attrgetter("cookie.name"),
    ),
    PURPOSE_COLUMN,
    SURE_COLUMN,
    TRACKS_COLUMN,
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
    VENDOR_COLUMN,
    VERDICT_COLUMN,
    _text_column(
        "browser",
        QT_TRANSLATE_NOOP("columns", "Browser"),
        QT_TRANSLATE_NOOP("columns", "The browser and profile that hold it"),
        23,
        attrgetter("cookie.store.label"),
        shown=False,
    ),
    _EXPIRY._replace(
        text=_expiry_text,
        sort_key=_expiry_key,
        tooltip=_expiry_tooltip,
        sentence=titled("Expires", _expiry_text),
        shown=False,
    ),
    _moment_column(
        "accessed",
        QT_TRANSLATE_NOOP("columns", "Last used"),
        QT_TRANSLATE_NOOP("columns", "The day on which it was last read or sent"),
        attrgetter("cookie.accessed_us"),
        shown=False,
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
        titled("SameSite", _same_site_text),
        shown=False,
        every=lambda: [words.word(words.SAME_SITE, each) for each in SameSite],
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
        attrgetter("cookie.path"),
        shown=False,
    ),
    _moment_column(
        "created",
        QT_TRANSLATE_NOOP("columns", "First set"),
        QT_TRANSLATE_NOOP("columns", "The day on which it was first set"),
        attrgetter("cookie.created_us"),
        shown=False,
    ),
    _moment_column(
        "updated",
        QT_TRANSLATE_NOOP("columns", "Last set"),
        QT_TRANSLATE_NOOP("columns", "The day on which it was last set or renewed"),
        attrgetter("cookie.updated_us"),
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
        every=lambda: [words.word(words.VALUE_STATE, each) for each in ValueState],
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
