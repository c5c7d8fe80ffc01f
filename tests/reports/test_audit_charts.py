# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The numbers of the charts: nothing is lost, nothing unknown is given a length, the axis is logarithmic."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.audits import NOW_US, cookie, sample_report

from inspector.core.finding import Attribution
from inspector.core.label import Label, Purpose
from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.moments import DAY_US
from inspector.core.report import JudgedCookie
from inspector.reports import audit_charts as charts
from inspector.reports.audit_charts import COMPANIES, LAST_US, Bar, by_company, by_purpose, lifetimes, place
from inspector.reports.audit_drawings import COLUMNS, bar_chart, lifetime_chart
from inspector.reports.audit_words import lifetime_text

BASE = sample_report().cookies[2]
TWO_YEARS = Lifetime(730 * DAY_US, LifetimeBasis.STATED)


def living(days: float | None, **facts: object) -> JudgedCookie:
    return BASE._replace(cookie=cookie("c", days=days, **facts))  # type: ignore[arg-type]


def labelled(label: Label, host: str = "shop.example", attribution: Attribution = Attribution.OWN) -> JudgedCookie:
    return BASE._replace(cookie=cookie("c", host), label=label, attribution=attribution)


def test_purposes_are_counted_in_their_fixed_order_and_name_their_group() -> None:
    rows = [labelled(Label(purpose)) for purpose in (Purpose.UNKNOWN, Purpose.ANALYTICS, Purpose.CART, Purpose.CART)]
    assert by_purpose(rows) == (
        Bar("Cart (necessary)", 2, "necessary"),
        Bar("Analytics", 1, "analytics"),
        Bar("Unknown", 1, "unknown"),
    )


def test_companies_are_told_by_vendor_then_site_itself_then_host() -> None:
    rows = [
        labelled(Label(vendor="google-ads", vendor_name="Google Ads")),
        labelled(Label(vendor="acme")),
        labelled(Label()),
        labelled(Label(), "a.ads.example", Attribution.TESTER),
        labelled(Label(vendor_name=" "), "b.ads.example", Attribution.TESTER),
    ]
    bars = by_company(rows, lambda host: host.partition(".")[2])
    assert bars == (Bar("ads.example", 2), Bar("Google Ads", 1), Bar("acme", 1), Bar("the site itself", 1))


def test_companies_beyond_the_tenth_are_added_up() -> None:
    rows = [labelled(Label(vendor=f"v{number:02}")) for number in range(COMPANIES + 3)]
    bars = by_company(rows, str)
    assert len(bars) == COMPANIES + 1
    assert bars[-1] == Bar("3 others", 3)


@pytest.mark.parametrize(
    ("days", "facts", "band"),
    [
        (None, {}, "session"),
        (0.02, {}, "less than an hour"),
        (0.5, {}, "1 hour to 1 day"),
        (1, {}, "1 to 7 days"),
        (7, {}, "7 to 30 days"),
        (30, {}, "30 to 180 days"),
        (390, {}, "1 year to 400 days"),
        (400, {}, "400 days: the browsers' limit"),
        (730, {}, "more than 400 days"),
        (30, {"created_us": None, "updated_us": None}, "not recorded"),
        (-1, {}, "not recorded"),
        (30, {"session": None, "expires_us": None}, "not recorded"),
    ],
)
def test_a_lifetime_falls_into_its_band(days: float | None, facts: dict[str, object], band: str) -> None:
    assert lifetimes([living(days, **facts)], COLUMNS).bands == (Bar(band, 1),)


@given(st.lists(st.one_of(st.none(), st.floats(-10, 10**7)), max_size=30))
def test_every_cookie_is_in_the_table_and_in_the_drawing(days: list[float | None]) -> None:
    lives = lifetimes(map(living, days), COLUMNS)
    assert sum(bar.cookies for bar in lives.bands) == len(days)
    assert sum(count for _, count in lives.steps) + lives.session + lives.not_recorded == len(days)
    assert all(0 <= at <= 1 for at, _ in lives.steps)


def test_the_axis_is_logarithmic() -> None:
    day, ten, hundred = place(DAY_US), place(10 * DAY_US), place(100 * DAY_US)
    assert hundred - ten == pytest.approx(ten - day)
    assert (place(1), place(charts.FIRST_US), place(LAST_US), place(10 * LAST_US)) == (0, 0, 1, 1)


def test_drawings_are_well_formed_named_and_as_long_as_the_numbers() -> None:
    drawing = ElementTree.fromstring(bar_chart((Bar("<b>&", 4, "marketing"), Bar("two", 2)), 'a "name"'))
    assert (drawing.get("role"), drawing.get("aria-label")) == ("img", 'a "name"')
    bars = [float(bar.get("width") or 0) for bar in drawing.iter("rect")]
    assert bars[0] == pytest.approx(2 * bars[1])
    assert [text.text for text in drawing.iter("text")] == ["<b>&", "4", "two", "2"]


def test_the_lifetime_drawing_has_a_bar_for_each_step_and_both_ends() -> None:
    lives = lifetimes([living(None), living(30), living(30), living(400), living(-1)], COLUMNS)
    drawing = ElementTree.fromstring(lifetime_chart(lives, "lifetimes"))
    assert len(list(drawing.iter("rect"))) == 4
    texts = [text.text for text in drawing.iter("text")]
    assert {"session", "not recorded", "400 days", "1 min", "10 years"} <= set(texts)


def test_no_cookies_make_an_empty_drawing() -> None:
    assert ElementTree.fromstring(lifetime_chart(lifetimes([], COLUMNS), "none")).get("viewBox")
    assert ElementTree.fromstring(bar_chart((), "none")).get("viewBox")


@pytest.mark.parametrize(
    ("days", "facts", "expected"),
    [
        (None, {}, "session"),
        (30, {}, "30 days"),
        (400, {}, "400 days or more: the browser's limit"),
        (900, {}, "900 days are stored, more than browsers keep today"),
        (30, {"updated_us": None}, "at most 30 days"),
        (30, {"created_us": None, "updated_us": None}, "at least 29 days"),
        (-1, {}, "over when it was set"),
        (30, {"session": False, "expires_us": None}, "persistent, how long is not recorded"),
        (30, {"session": None, "expires_us": None}, "not recorded"),
        (400, {"requested": TWO_YEARS}, "asks for 730 days, the browser keeps 400 days"),
        (730, {"requested": TWO_YEARS}, "asks for 730 days"),
        (30, {"created_us": None, "updated_us": None, "requested": TWO_YEARS}, "asks for 730 days"),
    ],
)
def test_a_lifetime_is_worded_no_more_exactly_than_it_is_known(
    days: float | None, facts: dict[str, object], expected: str
) -> None:
    assert lifetime_text(living(days, **facts).cookie, NOW_US) == expected
