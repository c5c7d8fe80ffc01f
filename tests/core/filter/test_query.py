# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The filter language: typed this, these cookies; what is wrong is said with its place."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from make import labels, records

from inspector.core.cookie import Cookie, SameSite
from inspector.core.filter.fields import FIELDS, Needs
from inspector.core.filter.query import checked, parse
from inspector.core.filter.scanning import quoted
from inspector.core.filter.subject import Around, Subject
from inspector.core.finding import Verdict
from inspector.core.isolation import Container, Isolation, Partition
from inspector.core.label import Party
from inspector.core.moments import DAY_US, SECOND_US
from inspector.core.problem import InspectorError

NOW = records.NOW_US
AROUND = Around(NOW)
BANK = Isolation(container=Container(2, "Bank"))
CHROME = records.store("chrome", "Work")


def lasting(days: float, *, host: str, name: str) -> Cookie:
    return records.cookie(
        host,
        name,
        session=False,
        created_us=NOW - DAY_US,
        updated_us=NOW - DAY_US,
        expires_us=NOW - DAY_US + round(days * DAY_US),
    )


SUBJECTS = (
    Subject(lasting(400, host=".ads.test", name="IDE"), labels.DART, Verdict.UNDECLARED),
    Subject(lasting(730, host=".www.shop.test", name="_ga"), labels.ANALYTICS, Verdict.DECLARED),
    Subject(records.cookie("shop.test", "cart", session=True, path="/Basket", secure=False), labels.CART),
    Subject(records.cookie("shop.test", "two words", store=CHROME, secure=True), labels.LOG_IN),
    Subject(
        records.cookie("myshop.test", "a,b", Isolation(Partition("https://news.test")), same_site=SameSite.NONE),
        labels.UNKNOWN,
    ),
    Subject(lasting(1, host="zoo.test", name="x\x1b[31my")._replace(isolation=BANK)),
)
NAMES = [subject.cookie.name for subject in SUBJECTS]
ODD = NAMES[5]


def shown(line: str) -> list[str]:
    query = parse(line)
    return [subject.cookie.name for subject in SUBJECTS if query.holds(subject, AROUND)]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", NAMES),
        ("   ", NAMES),
        ("shop", ["_ga", "cart", "two words", "a,b"]),
        ("SHOP cart", ["cart"]),
        ("cart shop", ["cart"]),
        ("!shop", ["IDE", ODD]),
        ("!", NAMES),
        ('"two words"', ["two words"]),
        ('"two wo', ["two words"]),
        ('"words two"', []),
        ("t*words", ["two words"]),
        ('"t*words"', []),
        ("a,b", ["a,b"]),
        ("work", ["two words"]),
        ("␛[31m", [ODD]),
        ("cookies.sqlite", []),  # where a store lies is asked by its field
        ("'", []),
        ("#", []),
        ("purpose:ad", ["IDE"]),
        ("purpose:advertising", ["IDE"]),
        ("purpose:dart", ["IDE"]),
        ("purpose:plain-ad", []),
        ("PURPOSE:Log-In", ["two words"]),
        ("purpose:cart,analytics", ["_ga", "cart"]),
        ("purpose:unknown", ["a,b"]),
        ("!purpose:advertising", ["_ga", "cart", "two words", "a,b", ODD]),
        ("group:necessary", ["cart", "two words"]),
        ("tracks:cross_site", ["IDE"]),
        ('tracks:"across sites"', ["IDE"]),
        ("tracks:no", ["cart"]),
        ("sure:sure", ["IDE", "two words"]),
        ("vendor:doubleclick", ["IDE"]),
        ("company:google", ["IDE", "_ga"]),
        ("company:oogle", []),
        ("company:unknown", ["cart", "two words", "a,b", ODD]),
        ("party:third", ["IDE"]),
        ("party:unknown", ["two words", "a,b"]),
        ("verdict:undeclared", ["IDE"]),
        ("verdict:declared,undeclared", ["IDE", "_ga"]),
        ("lifetime:>1y", ["IDE", "_ga"]),
        ("lifetime:>400d", ["_ga"]),
        ("lifetime:>=400d", ["IDE", "_ga"]),
        ("lifetime:400d", ["IDE"]),
        ("lifetime:=1d", [ODD]),
        ("lifetime:<=1d", [ODD]),
        ("lifetime:<1d", []),
        ("lifetime:1d..400d", ["IDE"]),
        ("lifetime:session", ["cart"]),
        ("lifetime:unknown", ["two words", "a,b"]),
        ("!lifetime:>1y", ["cart", "two words", "a,b", ODD]),
        ("lifetime:session,>2y,730d", ["_ga", "cart"]),
        ("expires:<1d", [ODD]),
        ("expires:399d", ["IDE"]),
        ("set:1d", ["IDE", "_ga", ODD]),
        ("used:unknown", NAMES),
        ("site:shop.test", ["_ga", "cart", "two words"]),
        ("site:.SHOP.test", ["_ga", "cart", "two words"]),
        ("site:*.shop.test", ["_ga"]),
        ("host:shop.test", ["cart", "two words"]),
        ("within:news.test", ["a,b"]),
        ("within:none", ["IDE", "_ga", "cart", "two words", ODD]),
        ("name:_ga*", ["_ga"]),
        ("name:_g", []),
        ("!name:_ga* site:shop.test", ["cart", "two words"]),
        ('name:"a,b"', ["a,b"]),
        ("name:a,b", []),
        ("name:x*y", [ODD]),
        ("path:/basket", ["cart"]),
        ("browser:work", ["two words"]),
        ('store:"Chrome (Work)"', ["two words"]),
        ("container:bank", [ODD]),
        ("file:cookies.sqlite", NAMES),
        ("file:/made/chrome/*", ["two words"]),
        ("secure:no", ["cart"]),
        ("secure:unknown", ["IDE", "_ga", "a,b", ODD]),
        ("samesite:none", ["a,b"]),
        ("purpose:", NAMES),
        ("purpose:cart,", ["cart"]),
        ("nothing", []),
    ],
)
def test_typed_this_means_these_cookies(typed: str, names: list[str]) -> None:
    assert shown(typed) == names


@pytest.mark.parametrize("kept", [".xn--bcher-kva.example", "bücher.example", "bu\u0308cher.example"])
@pytest.mark.parametrize("typed", ["bücher", "xn--bcher", "site:bücher.example", "host:xn--bcher-kva.example"])
def test_a_host_is_found_in_each_way_that_it_is_written(kept: str, typed: str) -> None:
    here = Subject(records.cookie(kept, "a"))
    within = Subject(records.cookie("x.test", "a", Isolation(Partition(f"https://{kept.strip('.')}"))))
    assert parse(typed).holds(here, AROUND)
    assert parse("within:bücher.example").holds(within, AROUND)
    assert not parse("site:bucher.example").holds(here, AROUND)


def test_not_is_the_rest_and_loses_no_cookie() -> None:
    for field in FIELDS:
        line = field.example
        assert sorted(shown(line) + shown(f"!{line}")) == sorted(NAMES), line


def test_two_seconds_of_the_browser_s_clock_do_not_count() -> None:
    year = lasting(365, host="a.test", name="a")
    late = Subject(year._replace(expires_us=(year.expires_us or 0) + SECOND_US))
    assert not parse("lifetime:>1y").holds(late, AROUND)
    assert parse("lifetime:<=1y").holds(late, AROUND)
    assert parse("lifetime:>1y").holds(Subject(year._replace(expires_us=(year.expires_us or 0) + DAY_US)), AROUND)


@pytest.mark.parametrize(
    ("line", "place", "said"),
    [
        ("site:a.test purpse:ad", 13, 'did you mean "purpose:"'),
        ("https:x", 1, 'write "https:x"'),
        ("zzz:1", 1, "fields are purpose, group"),
        ("purpose:advertizing", 9, "did you mean advertising?"),
        ("purpose:cart,xyzzy", 14, 'nothing is called "xyzzy"; it is one of cart, session'),
        ("lifetime:>1", 10, "1 of what?"),
        ("lifetime:>1m", 10, "min or mo"),
        ("lifetime:long", 10, "no length of time"),
        ("lifetime:30d..1d", 10, "the shorter one"),
        ("lifetime:1e999d", 10, "no length of time"),
        ("purpose:", 9, "a value is missing"),
        ("cart !", 7, "a text is missing"),
        ('cart "two', 6, "not closed"),
        ("a" * 1_500, 1_001, "the first 1,000 characters"),
    ],
)
def test_a_wrong_line_is_refused_with_its_place(line: str, place: int, said: str) -> None:
    with pytest.raises(InspectorError) as refused:
        checked(line)
    assert f"at character {place}: " in str(refused.value)
    assert said in str(refused.value)


def test_what_cannot_be_asked_here_is_refused() -> None:
    with pytest.raises(InspectorError, match="nothing is judged here"):
        checked("cart verdict:declared", without=Needs.VERDICT)
    assert checked("verdict:declared").needs(Needs.VERDICT)
    assert not checked("cart").needs(Needs.LABEL)


@pytest.mark.parametrize(
    "line", ["purpose:", '"two wo', "!", "lifetime:>", "lifetime:>=1", "lifetime:>1m", "lifetime:1.."]
)
def test_a_line_that_is_being_typed_is_not_wrong_yet(line: str) -> None:
    query = parse(line)
    assert query.faults
    assert query.wrong is None


def test_an_address_is_a_text() -> None:
    assert parse("https://news.test").faults == ()
    assert shown("https://news.test") == ["a,b"]


def test_words_of_a_translation_are_taken_beside_the_others() -> None:
    party = next(field for field in FIELDS if field.name == "party").with_words({Party.THIRD.value: "Dritter"})
    for line in ("party:dritt", "party:third"):
        assert parse(line, {"party": party}).holds(SUBJECTS[0], AROUND)


LETTERS = st.text(alphabet='abs:,"!*<>=. -_1dy\x00ß', max_size=60)


@given(LETTERS | st.text(max_size=80))
@example('!"')
@example('a:"""')
def test_any_line_is_taken(line: str) -> None:
    query = parse(line)
    assert all(0 <= fault.start <= fault.end <= len(line) for fault in query.faults)
    assert all(0 <= term.start < term.end <= len(line) for term in query.terms)
    for subject in SUBJECTS:
        assert isinstance(query.holds(subject, AROUND), bool)


@given(st.text(min_size=1, max_size=40))
def test_a_quoted_text_means_itself(text: str) -> None:
    query = parse(f"name:{quoted(text)} x")
    assert len(query.terms) == 2
    assert query.faults == ()


def test_a_hostile_line_takes_no_time() -> None:
    subject = Subject(records.cookie(name="a" * 100_000))
    before = time.process_time()
    for line in ("name:" + "a*" * 450 + "b", "*a" * 490, '"' * 999, "," * 999, "name:" + "," * 900, "a:" * 499):
        parse(line).holds(subject, AROUND)
    assert time.process_time() - before < 10  # it would be years, were it tried every way; no measure of speed
