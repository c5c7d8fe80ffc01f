# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A kind is all that a label depends on: judged by its kind, a cookie has the label that it has by itself."""

from hypothesis import given, settings
from hypothesis import strategies as st
from make.records import NOW_US, cookie
from make.traits import classifier, traits

from inspector.core.cookie import Cookie
from inspector.core.isolation import NOT_ISOLATED, Isolation, Partition
from inspector.core.moments import DAY_US
from inspector.core.secret import Secret
from inspector.core.traits import Traits, traits_of

NAMES = st.sampled_from(["_ga", "IDE", "id", "PHPSESSID", "cart_4f2b", "x17", "srv", "OptanonConsent", "n" * 300])
HOSTS = st.none() | st.sampled_from(["www.shop.example", "ads.doubleclick.net", "cdn.other.example"])
VALUES = st.none() | st.sampled_from(
    [
        "",
        "1",
        "en",
        "OPT_OUT",
        "opt_out",
        "app1",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479",
        "GA1.2.1.1700000000",
        "value7",
    ]
)
ANSWERS = st.sampled_from([True, False, None])
DAYS = st.none() | st.sampled_from([0.01, 1.0, 1.5, 1.6, 2.0, 2.1, 7.9, 8.0, 30.0, 400.0, 5000.0]) | st.floats(0, 900)
MADE = st.builds(
    lambda name, host, site, value, session, days, http_only, partitioned, wildcard: traits(
        name,
        host,
        site,
        value,
        session=session,
        lifetime_days=days,
        http_only=http_only,
        partitioned=partitioned,
        wildcard=wildcard,
    ),
    NAMES,
    HOSTS,
    st.sampled_from([None, "shop.example"]),
    VALUES,
    ANSWERS,
    DAYS,
    ANSWERS,
    ANSWERS,
    st.booleans(),
)


@settings(deadline=None)
@given(MADE)
def test_a_cookie_has_the_label_of_its_kind(made: Traits) -> None:
    judge = classifier()
    assert judge.label_of(judge.kind_of(made)) == judge.examine(made).label
    assert judge.label_of(judge.kind_of(made)) == judge.classify(made)


STORED = st.builds(
    lambda name, host, value, session, times, apart, http_only: cookie(
        host,
        name,
        Isolation(Partition("https://shop.example"), raw="x") if apart else NOT_ISOLATED,
        session=session,
        value=None if value is None else Secret(value),
        http_only=http_only,
        **times,
    ),
    NAMES,
    st.sampled_from(["shop.example", ".doubleclick.net", "fr.example"]),
    VALUES,
    ANSWERS,
    st.sampled_from([{}, {"updated_us": NOW_US, "expires_us": NOW_US + 3 * DAY_US}, {"expires_us": NOW_US}]),
    st.booleans(),
    ANSWERS,
)


@settings(deadline=None)
@given(st.lists(STORED, max_size=6), st.sampled_from([None, "shop.example"]))
def test_cookies_of_a_store_have_the_labels_of_their_traits(cookies: list[Cookie], site: str | None) -> None:
    judge = classifier()
    expected = [
        judge.label_of(judge.kind_of(traits_of(held, site)._replace(site=site))) for held in (*cookies, *cookies)
    ]
    assert judge.label_cookies((*cookies, *cookies), site) == expected


def test_what_no_label_depends_on_falls_away() -> None:
    one = traits(
        "sess_0123456789abcdef0123", "shop.example", None, "value1", path="/a", session=False, lifetime_days=30
    )
    other = one._replace(path="/b", value=Secret("value2"), lifetime_days=20, secure=True)
    assert classifier().kind_of(one) == classifier().kind_of(other)
    assert "value1" not in repr(classifier().kind_of(one))
    assert hash(classifier().kind_of(one)) == hash(classifier().kind_of(other))


def test_two_days_are_short_and_more_are_not_whichever_comes_first() -> None:
    kinds = [
        classifier().kind_of(traits("lb", "shop.example", "shop.example", "app1", session=False, lifetime_days=days))
        for days in (1.9, 2.0, 2.1)
    ]
    assert kinds[0] == kinds[1]
    assert kinds[1] != kinds[2]
