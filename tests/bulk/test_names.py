# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A column of names has the classes that its names have one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make.traits import classifier

pa = pytest.importorskip("pyarrow", reason="crawls need pyarrow (the extra research)")

from inspector.bulk.codes import coded
from inspector.bulk.names import Names
from inspector.classify.known_names import NO_FACTS
from inspector.knowledge.optout_words import HINTS, may_say

ENDINGS = st.text("0123456789abcdefABCDEFg_.-", max_size=40)
NAMES = st.builds(
    lambda head, end: head + end, st.sampled_from(["", "cart_", "_ga", "sess", "x.", "Opt", "é"]), ENDINGS
)
ANY = NAMES | st.text(max_size=20) | st.sampled_from(["", "\n", "a\n", "x_3f\n", "n" * 81, "n" * 300, "\udcff"])


@settings(deadline=None, max_examples=300)
@given(st.lists(ANY, min_size=1, max_size=30))
def test_a_name_told_from_its_column_is_told_as_by_itself(names: list[str]) -> None:
    held = Names(classifier())
    column = coded(pa.array([name.encode("utf-8", "surrogateescape") for name in names], pa.binary()).view(pa.string()))
    found, says_out = held.classes(column, coded(pa.nulls(len(names), pa.string())))
    for name, number, says in zip(names, found.tolist(), says_out.tolist(), strict=True):
        told, by_host, may = classifier().class_of_name(name)
        assert bool(says) == may
        stranger = held.stranger(number)
        assert (stranger is None) == (by_host or len(told) < 2 or told[1] != NO_FACTS)
        assert stranger is None or stranger == told[0]


@given(st.lists(NAMES | st.text(max_size=12), min_size=2, max_size=20))
def test_names_of_one_class_are_judged_alike(names: list[str]) -> None:
    held = Names(classifier())
    found = held.classes(coded(pa.array(names)), coded(pa.nulls(len(names), pa.string())))[0].tolist()
    told = [(classifier().class_of_name(name)[0], classifier().facts_at(name, None)) for name in names]
    for one, number in zip(told, found, strict=True):
        assert {other for other, same in zip(told, found, strict=True) if same == number} == {one}


@given(st.text(max_size=20) | st.sampled_from(["apn-privacy", "qoo", "NO_COOKIE", "OX_dnt", "Opted_Out"]))
def test_whatever_may_say_it_has_a_hint(name: str) -> None:
    assert not may_say(name) or any(hint in name.lower() for hint in HINTS)


def test_what_an_entry_or_an_opt_out_is_told_by_is_looked_up() -> None:
    knowledge = classifier().knowledge
    names = [cookie.name for cookie in knowledge.cookies if cookie.match == "exact"] + sorted(classifier().out_names)
    held = Names(classifier())
    found = held.classes(coded(pa.array(names)), coded(pa.nulls(len(names), pa.string())))[0].tolist()
    known = [bool(knowledge.find(name, None)) for name in names]
    assert [held.stranger(number) is None for number in found] == known
