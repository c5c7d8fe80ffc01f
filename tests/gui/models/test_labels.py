# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels beside rows: kinds, counts, and what ``field:word`` lets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import labels, records

from inspector.core.label import Label, Purpose, Tracks
from inspector.gui.chips import Chip
from inspector.gui.models.labels import FIELDS, Facets, FieldTerm, LabelRows, matching_kinds
from inspector.gui.models.query import matching_labels, parse
from inspector.gui.models.rows import Rows

NAMES = ("IDE", "_ga", "cart", "SID", "optout", "x")
READING = records.reading(*(records.cookie(f"{at}.test", name) for at, name in enumerate(NAMES)))
ROWS = Rows.of(READING)
LABELS = LabelRows.of(labels.by_name(ROWS.cookies))


def shown(line: str, facets: Facets = Facets()) -> list[str]:  # noqa: B008 - it is immutable
    return [NAMES[row] for row in matching_labels(LABELS, range(6), parse(line, None, FIELDS, facets)).shown]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("purpose:advertising", ["IDE"]),
        ("purpose:ad", ["IDE"]),
        ("purpose:google_dart", ["IDE"]),
        ('purpose:"ad / dart"', ["IDE"]),
        ("PURPOSE:Cart", ["cart"]),
        ("purpose:log-in", ["SID"]),
        ("purpose:authentication", ["SID"]),
        ("purpose:opt-out", ["optout"]),
        ("purpose:opt_out", ["optout"]),
        ("purpose:unknown", ["x"]),
        ("purpose:nothing", []),
        ("purpose:", list(NAMES)),
        ("!purpose:ad", ["_ga", "cart", "SID", "optout", "x"]),
        ("group:marketing", ["IDE"]),
        ("group:necessary", ["cart", "SID", "optout"]),
        ("group:necessary !purpose:cart", ["SID", "optout"]),
        ("tracks:cross_site", ["IDE"]),
        ("tracks:across", ["IDE"]),
        ("tracks:no", ["cart", "optout"]),
        ("tracks:within", ["_ga", "SID"]),
        ("tracks:unknown", ["x"]),
        ("vendor:google", ["IDE", "_ga"]),
        ("vendor:google-ads", ["IDE"]),
        ("vendor:doubleclick", ["IDE"]),
        ("vendor:llc", ["IDE", "_ga"]),
        ("vendor:oogle", []),
        ("vendor:unknown", ["cart", "SID", "optout", "x"]),
        ("sure:sure", ["IDE", "SID", "optout"]),
        ("sure:likely", ["_ga"]),
        ("sure:guess", ["cart"]),
    ],
)
def test_typed_this_shows_these(typed: str, names: list[str]) -> None:
    assert shown(typed) == names


def test_switches_of_a_kind_add_up_and_those_of_two_narrow() -> None:
    both = frozenset({Chip.DART, Chip.LOG_IN})
    assert shown("", Facets(both)) == ["IDE", "SID"]
    assert shown("", Facets(both, frozenset({Tracks.WITHIN_SITE}))) == ["SID"]
    assert shown("vendor:google", Facets(both)) == ["IDE"]


def test_what_other_switches_would_show_is_told() -> None:
    facets = Facets(frozenset({Chip.CART}), frozenset({Tracks.NO}))
    matched = matching_labels(LABELS, range(6), parse("", None, FIELDS, facets))
    assert [NAMES[row] for row in matched.shown] == ["cart"]
    assert [NAMES[row] for row in matched.any_purpose] == ["cart", "optout"]
    assert [NAMES[row] for row in matched.any_tracks] == ["cart"]


def test_fields_are_plain_words_where_nobody_asks_for_them() -> None:
    assert parse("purpose:ad").wanted == ("purpose:ad",)
    assert parse("https://shop purpose:ad", None, FIELDS).wanted == ("https://shop",)


def test_without_labels_nothing_that_asks_for_them_matches() -> None:
    assert list(matching_labels(None, range(6), parse("purpose:ad", None, FIELDS)).shown) == []
    assert list(matching_labels(None, range(6), parse("shop", None, FIELDS)).shown) == list(range(6))


def test_one_kind_stands_for_labels_that_differ_in_their_reasons_only() -> None:
    one, other = (Label(purpose=Purpose.CART, confidence=0.95, because=(why,)) for why in ("this", "that"))
    rows = LabelRows.of(labels.told(one, other, labels.DART, one))
    assert (len(rows.kinds), list(rows.kind_of), rows.totals) == (2, [0, 0, 1, 0], (3, 1))
    assert rows.labels[1] is other


@given(st.lists(st.sampled_from([*labels.BY_NAME.values(), labels.UNKNOWN]), max_size=30), st.data())
def test_counts_are_those_of_the_rows(given_labels: list[Label], data: st.DataObject) -> None:
    rows = LabelRows.of(labels.told(*given_labels))
    chosen = sorted(data.draw(st.sets(st.sampled_from(range(len(given_labels))))) if given_labels else set())
    for numbers in (chosen, range(len(given_labels))):
        counted = rows.counts(numbers)
        assert sum(count for _, count in counted) == len(numbers)
        for label, count in counted:
            assert count == sum(given_labels[number].purpose is label.purpose for number in numbers)


@given(st.sampled_from(sorted(FIELDS)), st.text(min_size=1, max_size=8), st.text(max_size=4))
def test_a_longer_word_never_shows_more(field: str, word: str, more: str) -> None:
    wide, narrow = (matching_kinds(LABELS, FieldTerm(field, text)) for text in (word, word + more))
    assert narrow <= wide
    assert matching_kinds(LABELS, FieldTerm(field, word, wanted=False)) == frozenset(range(len(LABELS.kinds))) - wide
