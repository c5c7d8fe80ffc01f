# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""docs/visit.md says where the engines differ: what it says is made of the table of planted behaviours."""

import os
import re
from pathlib import Path

import pytest
from make.plants import PLANTS
from make.plants.differences import differences, summary
from make.plants.record import Fate

DOC = Path(__file__).resolve().parents[2] / "docs" / "visit.md"
TEXT = DOC.read_text(encoding="utf-8") if DOC.is_file() else ""
BEGIN, END = "<!-- engines: made by tests/docs/test_visit.py -->", "<!-- engines: end -->"
_PLACE = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)


@pytest.mark.skipif(not TEXT, reason="docs/ is not beside the tests")
def test_the_table_is_the_one_that_the_browsers_are_tested_against() -> None:
    """``UPDATE_SNAPSHOTS=1`` writes it anew."""
    made = f"{BEGIN}\n{summary()} The others:\n\n{differences()}{END}"
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        DOC.write_text(_PLACE.sub(lambda _: made, TEXT), encoding="utf-8")
        return
    assert _PLACE.findall(TEXT) == [made]


def test_whatever_differs_by_design_says_why() -> None:
    assert [plant.cookie for plant in PLANTS if len(set(plant.fates)) > 1 and not plant.why] == []


def test_there_are_enough_planted_behaviours_of_every_fate() -> None:
    assert len({(plant.what, plant.page) for plant in PLANTS}) >= 40
    assert {fate for plant in PLANTS for fate in plant.fates} == set(Fate) - {Fate.UNPROVEN}
