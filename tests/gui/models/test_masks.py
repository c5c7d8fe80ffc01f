# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Sets of rows: the window shows what the language means, and switches count what they would show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import labels, records

from inspector.core.filter.editing import Value
from inspector.core.filter.fields import FIELDS, Needs
from inspector.core.filter.query import parse
from inspector.core.filter.subject import Around, Subject
from inspector.core.finding import Verdict
from inspector.core.isolation import Container, Isolation
from inspector.core.moments import DAY_US
from inspector.gui.models.facets import label_lines, record_lines, values_by_field, verdict_lines
from inspector.gui.models.labels import LabelRows, around_of
from inspector.gui.models.masks import Masks, counts
from inspector.gui.models.rows import Rows

NAMES = ("IDE", "_ga", "cart", "SID", "optout", "x")
BANK = Isolation(container=Container(2, "Bank"))
ROWS = Rows.of(
    records.reading(
        *(
            records.lasting(10.0**at, host=f"{at}.shop.test", name=name, secure=at % 2 == 0, isolation=BANK)
            for at, name in enumerate(NAMES[:4])
        ),
        *(records.cookie(f"{at}.news.test", name, session=at == 0) for at, name in enumerate(NAMES[4:])),
    )
)
COOKIES = [cookie.name for cookie in ROWS.cookies]
LABELS = LabelRows.of(labels.by_name(ROWS.cookies))
VERDICTS = [Verdict.DECLARED if name == "cart" else Verdict.UNDECLARED if name == "_ga" else None for name in COOKIES]
NOW = records.NOW_US + DAY_US


def masks() -> Masks:
    made = Masks(ROWS, Around(NOW))
    made.take_labels(LABELS, around_of(LABELS.told, NOW))
    made.take_verdicts(VERDICTS)
    return made


MASKS = masks()


def rows_of(mask: int) -> list[str]:
    return [name for name, held in zip(COOKIES, mask.to_bytes(len(COOKIES), "little"), strict=True) if held]


def meant(line: str) -> list[str]:
    """What the language means by a line, cookie by cookie."""
    query, around = parse(line), around_of(LABELS.told, NOW)
    subjects = map(Subject, ROWS.cookies, LABELS.labels, VERDICTS)
    return [subject.cookie.name for subject in subjects if query.holds(subject, around)]


LINES = (
    *(field.example for field in FIELDS),
    *("", "shop", "!shop", "SHOP ga", "t*news", '"shop.test"', "name:_ga,cart", "!purpose:ad lifetime:<1y"),
    *("lifetime:session,unknown", "expires:>5d", "company:llc", "company:unknown", "verdict:undeclared", "!verdict:un"),
)


@pytest.mark.parametrize("line", LINES)
def test_rows_are_those_that_the_language_means(line: str) -> None:
    assert rows_of(MASKS.of_query(parse(line))) == meant(line)


@given(st.lists(st.sampled_from(LINES), max_size=3).map(" ".join))
def test_terms_narrow_together(line: str) -> None:
    assert rows_of(MASKS.of_query(parse(line))) == meant(line)


def test_what_is_not_known_yet_shows_nothing_either_way() -> None:
    early = Masks(ROWS, Around(NOW))
    for line in ("purpose:cart", "!purpose:cart", "verdict:declared", "!verdict:declared"):
        assert early.of_query(parse(line)) == 0
    assert not early.answers(Needs.LABEL)
    early.take_labels(LABELS, around_of(LABELS.told, NOW))
    assert rows_of(early.of_query(parse("purpose:cart"))) == ["cart"]


def test_more_than_256_answers_are_told_apart() -> None:
    many = Rows.of(records.reading(*(records.cookie("a.test", f"n{at:03}") for at in range(300))))
    found = Masks(many, Around(NOW)).of_query(parse("name:n29*,n001"))
    assert found.bit_count() == 11


def test_counts_are_what_a_switch_would_show_alone() -> None:
    lines = (*label_lines(LABELS), *verdict_lines(VERDICTS), *record_lines(("shop.test", "news.test")))
    values = values_by_field(lines)
    for line in ("", "shop", "purpose:cart", "purpose:cart,session tracks:no", "!site:shop.test", "lifetime:>1y"):
        query = parse(line)
        for value, count in counts(MASKS, query, values).items():
            others = " ".join(
                line[term.start : term.end]
                for term in query.terms
                if not (term.field is not None and term.field.name == value.field and term.wanted)
            )
            assert count == len(meant(f"{others} {value.field}:{value.text}")), (line, value)


def test_there_is_a_line_for_what_there_is_in_a_fixed_order() -> None:
    titles = [line.title for line in label_lines(LABELS)]
    assert titles == [
        *("Purpose", "Ad / DART", "Analytics", "Cart", "Log-in", "Opt-out", "Unknown"),
        *("Tracks", "Across sites", "On one site", "No", "Unknown"),
        *("Company", "Google LLC", "Whose it is", "The site itself", "A third party", "Not known"),
    ]
    assert label_lines(LabelRows()) == ()
    assert record_lines((), cookies=False) == ()
    assert verdict_lines(None) == ()
    assert [line.title for line in verdict_lines(VERDICTS)] == ["Verdict", "Undeclared", "Declared"]


def test_a_company_of_no_cookie_counts_none() -> None:
    assert MASKS.of_value(Value("company", "Nobody Inc")) == 0
