# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
from dataclasses import replace

import pytest

from inspector.core.cookie import Cookie, SourceScheme
from inspector.core.isolation import Isolation, Partition
from inspector.core.label import GROUP_OF, Purpose
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.secret import Secret
from inspector.core.store import Family, StoreRef

STORE = StoreRef("chrome", "Default", "/p/Cookies", Family.CHROMIUM, "Chrome", "Me", 24, 5)
COOKIE = Cookie(STORE, Isolation(), ".shop.test", False, "cart", "/", value=Secret("hunter2"))


def test_identity_is_the_whole_key() -> None:
    others = [
        COOKIE._replace(store=replace(STORE, profile="Other")),
        COOKIE._replace(store=replace(STORE, file="/q/Cookies")),
        COOKIE._replace(isolation=Isolation(Partition("https://a.test"), raw="https://a.test^1")),
        COOKIE._replace(host_key="shop.test"),
        COOKIE._replace(name="cart2"),
        COOKIE._replace(path="/x"),
        COOKIE._replace(path=None),
        COOKIE._replace(source_scheme=SourceScheme.SECURE),
        COOKIE._replace(source_port=443),
    ]
    assert len({other.id for other in (COOKIE, *others)}) == 10
    assert len({other.key for other in (COOKIE, *others)}) == 10


def test_what_is_not_identity_does_not_change_it() -> None:
    same = COOKIE._replace(value=None, expires_us=5, store=replace(STORE, schema_version=99, modified_us=1))
    assert same.id == COOKIE.id
    assert same.key == COOKIE.key


def test_scheme_and_port_are_identity_in_chromium_only() -> None:
    firefox = COOKIE._replace(store=replace(STORE, browser="firefox", family=Family.FIREFOX))
    assert firefox._replace(source_scheme=SourceScheme.MIXED, source_port=1).key == firefox.key


def test_the_id_is_stable_for_ever() -> None:
    assert COOKIE.id == "34beeb4ce188e61a87e3"


def test_parts_of_the_key_cannot_run_into_each_other() -> None:
    assert COOKIE._replace(name="a", path="b/").id != COOKIE._replace(name="ab", path="/").id


def test_a_name_that_is_not_text_has_an_id_too() -> None:
    assert len(COOKIE._replace(name="\udcff\ud800").id) == 20


def test_the_record_never_shows_its_value() -> None:
    assert "hunter2" not in repr(COOKIE)
    assert "hunter2" not in str(Reading((COOKIE,)))


def test_a_problem_reads_as_a_sentence() -> None:
    problem = Problem("c", "cannot be read", "/p", "locked", "Close the browser")
    assert str(problem) == "/p: cannot be read (locked). Close the browser"
    assert str(Problem("c", "cannot be read", "/p")) == "/p: cannot be read"
    assert str(InspectorError("No such browser", "Try firefox")) == "No such browser. Try firefox"


def test_a_reading_is_complete_without_losses() -> None:
    note = Problem("n", "w", "/p", severity=Severity.NOTE)
    joined = Reading.joined([Reading((COOKIE,), (note,)), Reading((), (), (StoreCount(STORE, None),))])
    assert joined.complete
    assert (len(joined.cookies), len(joined.problems), len(joined.stores)) == (1, 1, 1)
    assert not Reading.joined([joined, Reading((), (replace(note, severity=Severity.PARTIAL),))]).complete


def test_a_store_has_a_label_for_people() -> None:
    assert STORE.label == "Chrome (Me)"
    assert StoreRef("unknown", "", "/x", Family.SAFARI).label == "unknown (no profile)"


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_has_a_group(purpose: Purpose) -> None:
    assert purpose.group is GROUP_OF[purpose]
