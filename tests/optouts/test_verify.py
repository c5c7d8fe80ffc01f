# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What cookies prove of an opt-out, a situation a test."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.optouts import held, look, of
from make.records import NOW_US, STORE, store

from inspector.core.cookie import ValueState
from inspector.core.moments import DAY_US, SECOND_US
from inspector.core.optout import Compartment, Earlier, EarlierOptOut, OptOutLook, OptOutState, OptOutVisit
from inspector.core.secret import Secret

DART = ".doubleclick.net"
SHOP = "https://shop.example"


def opted_out(**facts: Any) -> Any:
    return held("id", DART, "OPT_OUT", **facts)


def ide(**facts: Any) -> Any:
    return held("IDE", DART, "AHWqTUm-dart", **facts)


def state(found: OptOutLook, vendor: str = "google-ads") -> OptOutState:
    (standing,) = of(found, vendor)
    return standing.state


def why(found: OptOutLook, vendor: str = "google-ads") -> str:
    (standing,) = of(found, vendor)
    return standing.why


def test_before_an_opt_out_none_is_seen_and_the_way_is_offered() -> None:
    (standing,) = of(look([ide()]), "google-ads")
    assert standing.state is OptOutState.NOT_SEEN
    assert [ref.name for ref in standing.identifiers] == ["IDE"]
    assert standing.link is not None
    assert standing.link.url == "https://adssettings.google.com/partnerads"
    assert standing.link.one_click
    assert standing.link.known == "as documented in 2026"


def test_dart_is_in_force_with_the_one_and_without_the_other() -> None:
    assert state(look([opted_out()])) is OptOutState.RECORDED
    assert state(look([opted_out(), ide()])) is OptOutState.CONTRADICTED
    assert (
        state(look([opted_out(), held("test_cookie", DART, "CheckForPermission", days=0.01)])) is OptOutState.RECORDED
    )
    assert state(look([held("id", DART, "22fa1||t=1"), ide()])) is OptOutState.NOT_SEEN


def test_recorded_never_claims_that_it_is_honoured() -> None:
    assert "cannot be seen" in why(look([opted_out()]))


def test_a_contradiction_names_both_and_which_came_later() -> None:
    (standing,) = of(look([opted_out(set_days_ago=9), ide(set_days_ago=2)]), "google-ads")
    assert [ref.name for ref in standing.cookies] == ["id"]
    assert [ref.name for ref in standing.identifiers] == ["IDE"]
    assert "set after it" in standing.why


def test_an_identifier_that_has_ended_contradicts_nothing() -> None:
    assert state(look([opted_out(), ide(set_days_ago=400, days=390)])) is OptOutState.RECORDED


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"value_state": ValueState.NOT_READ}, "was not read"),
        ({"value_state": ValueState.LOCKED}, "locked"),
    ],
)
def test_a_value_that_decides_and_was_not_read_cannot_tell(facts: dict[str, Any], said: str) -> None:
    found = look([held("id", DART, None, **facts), ide()])
    assert state(found) is OptOutState.CANNOT_TELL
    assert said in why(found)


def test_a_name_is_not_enough() -> None:
    assert state(look([held("TTDOptOut", ".adsrvr.org", "maybe"), held("TDID", ".adsrvr.org")]), "the-trade-desk") is (
        OptOutState.CANNOT_TELL
    )
    assert state(look([held("TTDOptOut", ".adsrvr.org", "0"), held("TDID", ".adsrvr.org")]), "the-trade-desk") is (
        OptOutState.NOT_SEEN
    )


def test_an_identity_replaced_by_a_sentinel_is_the_opt_out() -> None:
    assert state(look([held("uuid2", ".adnxs.com", "-1")]), "xandr") is OptOutState.RECORDED
    assert state(look([held("uuid2", ".adnxs.com", "551823147")]), "xandr") is OptOutState.NOT_SEEN
    assert state(look([held("uuid2", ".adnxs.com", None)]), "xandr") is OptOutState.CANNOT_TELL
    assert state(look([held("demdex", ".demdex.net", "NOTARGET")]), "adobe") is OptOutState.RECORDED


def test_after_its_end_it_has_lapsed() -> None:
    found = look([opted_out(days=390, set_days_ago=0)], NOW_US + 400 * DAY_US)
    assert state(found) is OptOutState.LAPSED
    assert "ended on" in why(found)


def test_it_ends_soon_by_date_and_by_session() -> None:
    assert state(look([opted_out(days=30, set_days_ago=10)])) is OptOutState.EXPIRES_SOON
    assert state(look([opted_out(days=None)])) is OptOutState.EXPIRES_SOON
    assert state(look([opted_out(days=50, set_days_ago=10)])) is OptOutState.RECORDED


def test_an_opt_out_does_not_reach_into_a_partition() -> None:
    found = of(look([opted_out(), ide(partition=SHOP)]), "google-ads")
    by_place = {standing.compartment.partition: standing for standing in found}
    assert by_place[None].state is OptOutState.RECORDED
    assert by_place[SHOP].state is OptOutState.CANNOT_REACH
    assert "does not reach" in by_place[SHOP].why
    assert state(look([ide(partition=SHOP)])) is OptOutState.CANNOT_REACH


def test_an_opt_out_in_the_same_partition_counts_there() -> None:
    assert state(look([opted_out(partition=SHOP)])) is OptOutState.RECORDED
    assert state(look([opted_out(partition=SHOP), ide(partition=SHOP)])) is OptOutState.CONTRADICTED


def test_containers_are_compartments_of_their_own() -> None:
    found = of(look([opted_out(container=1), ide(container=2)]), "google-ads")
    assert {(each.compartment.container, each.state) for each in found} == {
        (1, OptOutState.RECORDED),
        (2, OptOutState.NOT_SEEN),
    }


def test_profiles_are_apart() -> None:
    other = store("chrome", "Work")
    found = of(look([opted_out(), ide(store=other)]), "google-ads")
    assert {(each.store.browser, each.state) for each in found} == {
        ("firefox", OptOutState.RECORDED),
        ("chrome", OptOutState.NOT_SEEN),
    }


def was(state: OptOutState, days_ago: float, **facts: Any) -> Earlier:
    seen = NOW_US - round(days_ago * DAY_US)
    return Earlier((EarlierOptOut("google-ads", STORE.browser, STORE.profile, Compartment(), state, seen, **facts),))


def test_what_was_there_and_is_gone_has_lapsed() -> None:
    found = look([ide()], earlier=was(OptOutState.RECORDED, 5))
    assert state(found) is OptOutState.LAPSED
    assert "clearing cookies" in why(found)
    everything_cleared = look([held("sid", "shop.example", "x")], earlier=was(OptOutState.RECORDED, 5))
    assert state(everything_cleared) is OptOutState.LAPSED


def test_why_it_has_lapsed_is_what_was_known_of_its_end() -> None:
    session = look([ide()], earlier=was(OptOutState.EXPIRES_SOON, 5))
    assert "kept only until the browser was closed" in why(session)
    ended = look([ide()], earlier=was(OptOutState.EXPIRES_SOON, 5, expires_us=NOW_US - DAY_US))
    assert "and ended on" in why(ended)


def test_of_an_emptied_store_what_was_there_has_lapsed() -> None:
    found = look([], earlier=was(OptOutState.RECORDED, 5), stores={STORE: True})
    assert state(found) is OptOutState.LAPSED
    assert look([], earlier=was(OptOutState.RECORDED, 5)).standings == ()  # it was not looked at


def test_of_a_store_that_was_read_in_part_nothing_is_gone() -> None:
    for cookies in ([], [ide()]):
        found = look(cookies, earlier=was(OptOutState.RECORDED, 5), stores={STORE: False})
        assert state(found) is OptOutState.CANNOT_TELL
        assert "not all cookies" in why(found)


def test_an_opt_out_belongs_to_its_store_not_to_another_of_the_same_name() -> None:
    other = replace(STORE, file="/elsewhere/cookies.sqlite")
    earlier = was(OptOutState.RECORDED, 5, file=STORE.file)
    found = of(look([ide(), ide(store=other)], earlier=earlier), "google-ads")
    assert {each.store.file: each.state for each in found} == {
        STORE.file: OptOutState.LAPSED,
        other.file: OptOutState.NOT_SEEN,
    }
    of_nobody_knows_which = look([ide(), ide(store=other)], earlier=was(OptOutState.RECORDED, 5))
    assert {each.state for each in of(of_nobody_knows_which, "google-ads")} == {OptOutState.NOT_SEEN}


def test_what_was_seen_later_than_the_moment_that_is_asked_for_does_not_count() -> None:
    visit = OptOutVisit("google-ads", STORE.browser, STORE.profile, NOW_US + 1)
    earlier = Earlier(was(OptOutState.RECORDED, -1).opt_outs, (visit,))
    found = look([ide()], earlier=earlier)
    assert state(found) is OptOutState.NOT_SEEN
    assert "opened" not in why(found)


def test_a_programmes_page_is_about_every_company() -> None:
    visit = OptOutVisit(None, STORE.browser, STORE.profile, NOW_US - DAY_US)
    assert why(look([ide()], earlier=Earlier((), (visit,)))).startswith("a programme's page was opened")


def test_what_was_not_there_has_not_lapsed() -> None:
    assert state(look([ide()], earlier=was(OptOutState.NOT_SEEN, 5))) is OptOutState.NOT_SEEN


def test_nothing_is_said_of_a_profile_that_was_not_looked_at() -> None:
    assert of(look([ide(store=store("chrome", "Work"))], earlier=was(OptOutState.RECORDED, 5)), "google-ads")[
        0
    ].state is (OptOutState.NOT_SEEN)


def test_a_page_that_was_opened_and_changed_nothing_is_said() -> None:
    visit = OptOutVisit("google-ads", STORE.browser, STORE.profile, NOW_US - DAY_US)
    found = look([ide()], earlier=Earlier((), (visit,)))
    assert state(found) is OptOutState.NOT_SEEN
    assert "was opened on" in why(found)


def test_what_leaves_nothing_in_cookies_cannot_be_told_and_says_why() -> None:
    found = look([held("_ga", ".shop.example", "GA1.2.1.2"), held("li_sugr", ".linkedin.com")])
    assert state(found, "google-analytics") is OptOutState.CANNOT_TELL
    assert "add-on" in why(found, "google-analytics")


def test_cookies_on_the_sites_own_domains_are_answered_once_for_the_company() -> None:
    found = look([held("_pk_id.1.2", "a.example", "x"), held("_pk_id.1.2", "b.example", "y")])
    (standing,) = of(found, "matomo")
    assert standing.state is OptOutState.NOT_SEEN
    assert "a.example, b.example" in standing.why


def test_an_opt_out_on_one_site_is_that_sites_alone() -> None:
    found = of(look([held("__gpi_optout", "paper.com", "1"), held("__gads", "other.com", "ID=1")]), "google-ads")
    assert [(each.compartment.site, each.state) for each in found] == [("paper.com", OptOutState.RECORDED)]
    undone = of(look([held("__gpi_optout", "paper.com", "1"), held("__gads", "paper.com", "ID=1")]), "google-ads")
    assert [each.state for each in undone] == [OptOutState.CONTRADICTED]


def test_an_opt_out_of_somebody_unknown_is_seen_by_its_words() -> None:
    found = look([held("uid", "ads.unheard-of.com", "OPT_OUT")])
    assert state(found, "unheard-of.com") is OptOutState.RECORDED
    assert of(found, "unheard-of.com")[0].link is None


def test_signals_that_sites_took_note_of() -> None:
    found = look(
        [
            held("OptanonConsent", "a.example", "isGpcEnabled=1&datestamp=x&groups=C0004%3A0"),
            held("OptanonConsent", "b.example", "isGpcEnabled=0&browserGpcFlag=0"),
            held("OptanonConsent", "c.example", None),
            held("usprivacy", "d.example", "1YYN"),
            held("usprivacy", "e.example", "1---"),
        ]
    )
    assert [(each.site, each.kind, each.on) for each in found.signals] == [
        ("a.example", "gpc", True),
        ("b.example", "gpc", False),
        ("c.example", "gpc", None),
        ("d.example", "sale", True),
    ]


def test_what_appears_right_after_an_opt_out_visit_is_labelled_so() -> None:
    visit = OptOutVisit(None, STORE.browser, STORE.profile, NOW_US - DAY_US)
    inside = {"created_us": NOW_US - DAY_US + 60 * SECOND_US}
    found = look(
        [opted_out(**inside), held("NID", ".google.com", **inside), held("B", ".yahoo.com", set_days_ago=5)],
        earlier=Earlier((), (visit,)),
    )
    assert [each.cookie.name for each in found.by_visit] == ["NID"]
    assert "minutes of the opt-out visit" in found.by_visit[0].why


def test_many_opt_outs_at_once_tell_of_a_visit() -> None:
    marks = [opted_out(), held("uuid2", ".adnxs.com", "-1"), held("demdex", ".demdex.net", "NOTARGET")]
    litter = held("csrf", "optout.some-tool.com", "x")
    found = look([*marks, litter, held("old", "shop.example", set_days_ago=50)])
    assert [each.cookie.name for each in found.by_visit] == ["csrf"]
    assert "likely" in found.by_visit[0].why
    assert not look([*marks[:2], litter]).by_visit


def test_no_answer_holds_a_value() -> None:
    secret = "s3cr3t-value"
    found = look([held("id", DART, secret), held("IDE", DART, secret), held("optout", "x.com", secret)])
    assert secret not in repr(found)


NAMES = st.sampled_from(["id", "IDE", "uuid2", "optout", "OptanonConsent", "TTDOptOut", "_ga", "__gpi_optout", "x"])
HOSTS = st.sampled_from([DART, ".adnxs.com", "shop.example", ".adsrvr.org", "x", "", "..", "127.0.0.1"])
VALUES = st.one_of(st.none(), st.sampled_from(["OPT_OUT", "-1", "1", "0", ""]), st.text(max_size=30))
TIMES = st.one_of(st.none(), st.integers(-(2**62), 2**62))


@given(st.lists(st.tuples(NAMES, HOSTS, VALUES, TIMES, TIMES, st.sampled_from([None, SHOP, "x"])), max_size=8))
def test_any_cookies_get_answers_in_one_order(rows: list[tuple[Any, ...]]) -> None:
    cookies = [
        held(name, host, value, partition=partition, expires_us=ends, created_us=made, session=ends is None)
        for name, host, value, ends, made, partition in rows
    ]
    found = look(cookies)
    assert look(cookies) == found
    assert all(standing.why for standing in found.standings)
    places = [(each.vendor, each.store, each.compartment) for each in found.standings]
    assert len(set(places)) == len(places)


def test_secrets_stay_masked() -> None:
    assert "OPT_OUT" not in repr(Secret("OPT_OUT"))


def test_thousands_of_partitions_are_answered_one_by_one() -> None:
    partitions = 4000
    found = look([opted_out(), *(ide(partition=f"https://p{number}.example") for number in range(partitions))])
    states = [standing.state for standing in of(found, "google-ads")]
    assert states.count(OptOutState.CANNOT_REACH) == partitions
    assert states.count(OptOutState.RECORDED) == 1


PASTS = [
    Earlier(),
    *(was(remembered, -days) for remembered in OptOutState for days in (1, 300)),
    Earlier((), (OptOutVisit("google-ads", STORE.browser, STORE.profile, NOW_US - DAY_US),)),
]


@pytest.mark.parametrize("earlier", PASTS)
@pytest.mark.parametrize(
    "cookies",
    [(), ("id",), ("IDE",), ("id", "IDE"), ("unread", "IDE")],
)
def test_a_contradiction_is_told_by_what_is_there_now_whatever_is_remembered(
    earlier: Earlier, cookies: tuple[str, ...]
) -> None:
    """Rule CI504 may therefore leave the history alone: no past makes or unmakes a contradiction."""
    made = {"id": opted_out, "IDE": ide, "unread": lambda: held("id", DART, None)}
    pairs = [made[name]() for name in cookies]
    now = [it for it in look(pairs).standings if it.state is OptOutState.CONTRADICTED]
    then = [it for it in look(pairs, earlier=earlier).standings if it.state is OptOutState.CONTRADICTED]
    assert [(it.why, it.cookies, it.identifiers) for it in then] == [(it.why, it.cookies, it.identifiers) for it in now]
