# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels for the cookies of a scan with what is told beside them: the knowledge's edition, vendors, ways out."""

from pathlib import Path

import pytest
from make import records

from inspector.core.label import Purpose
from inspector.engine.knowledge import Places
from inspector.engine.labelling import Judge, open_judge
from inspector.engine.purposes import Labelled, label_all

COOKIES = tuple(records.cookie(host, name) for host, name in ((".doubleclick.net", "IDE"), ("shop.test", "_ga")))


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    nowhere: Path = tmp_path_factory.mktemp("nowhere")
    return open_judge(Places(nowhere / "overrides.toml", nowhere / "packs"))


def test_every_cookie_has_a_label_and_every_vendor_its_facts(judge: Judge) -> None:
    told = label_all(COOKIES, judge)
    assert [label.purpose for label in told.labels] == [Purpose.ADVERTISING, Purpose.ANALYTICS]
    assert told.edition == judge.edition
    named = {label.vendor for label in told.labels}
    assert set(told.vendors) == named
    assert {facts.company for facts in told.vendors.values()} == {"Google LLC"}
    assert all(facts.ways_out for facts in told.vendors.values())


def test_many_cookies_are_labelled_in_their_order(judge: Judge) -> None:
    told = label_all(COOKIES * 700, judge)
    assert told.labels == label_all(COOKIES, judge).labels * 700


def test_a_part_is_never_taken_for_all(judge: Judge) -> None:
    asked = iter((False, True))
    assert label_all(COOKIES * 700, judge, lambda: next(asked)) == Labelled()


def test_no_cookies_no_labels(judge: Judge) -> None:
    assert label_all((), judge).labels == ()


def test_what_is_wrong_with_the_user_s_part_is_told(tmp_path: Path) -> None:
    overrides = tmp_path / "overrides.toml"
    overrides.write_text('[[cookie]]\nname = "a"\n', encoding="utf-8")
    told = label_all(COOKIES, open_judge(Places(overrides, tmp_path / "packs")))
    assert len(told.problems) == 1
    assert len(told.labels) == 2
