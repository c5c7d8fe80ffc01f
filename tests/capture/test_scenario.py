# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Scenarios by name and from files; what is wrong in a file is said with its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.capture.parts import Choice
from inspector.capture.scenario import SCENARIOS, Do, Step, find_scenario, parse_scenario
from inspector.core.problem import InspectorError

FILE = b"""
name = "reject in two clicks"
gpc = true
visible = true
steps = [
  {do = "open"},
  {do = "press", selector = "#settings"},
  {do = "press", selector = "#save", choice = "refused"},
  {do = "wait", seconds = 2},
  {do = "return"},
]
"""


def test_a_file_is_read_field_by_field() -> None:
    scenario = parse_scenario(FILE, "file")
    assert (scenario.name, scenario.title, scenario.gpc, scenario.visible) == (
        "reject in two clicks",
        "reject in two clicks",
        True,
        True,
    )
    assert scenario.steps == (
        Step(Do.OPEN),
        Step(Do.PRESS, selector="#settings"),
        Step(Do.PRESS, selector="#save", choice=Choice.REFUSED),
        Step(Do.WAIT, 2.0),
        Step(Do.RETURN),
    )


def test_a_file_without_a_name_has_its_own() -> None:
    assert parse_scenario(b'steps = [{do = "open"}]', "mine").name == "mine"


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_each_built_in_scenario_is_found_and_opens_the_page_first(scenario: object) -> None:
    assert find_scenario(scenario.name) is scenario  # type: ignore[attr-defined]
    assert scenario.steps[0].do is Do.OPEN  # type: ignore[attr-defined]


def test_a_scenario_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(InspectorError, match='no scenario "rejct"') as raised:
        find_scenario("rejct")
    assert "reject" in raised.value.what_to_do


def test_a_file_is_found_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "two.toml").write_bytes(FILE)
    assert find_scenario(str(tmp_path / "two.toml")).name == "reject in two clicks"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", '"steps" is no list'),
        (b"steps = []", '"steps" is no list'),
        (b"steps = [1]", "step 1 is no table"),
        (b'steps = [{do = "fly"}]', '"do" is none of open'),
        (b'steps = [{do = "wait"}]', 'the first step is not "open"'),
        (b'steps = [{do = "open"}, {do = "press"}]', 'step 2: "press" needs a "selector"'),
        (b'steps = [{do = "open", selector = "a"}]', "no other step has one"),
        (b'steps = [{do = "open", choice = "refused"}]', 'only "press" has a "choice"'),
        (b'steps = [{do = "open"}, {do = "press", selector = "a", choice = "no"}]', '"choice" is none of accepted'),
        (b'steps = [{do = "open"}, {do = "wait", seconds = -1}]', "no number from 0"),
        (b'steps = [{do = "open"}, {do = "wait", seconds = nan}]', "no number from 0"),
        (b'steps = [{do = "open"}, {do = "wait", seconds = true}]', "no number from 0"),
        (b'steps = [{do = "open", colour = 1}]', 'step 1 has an unknown key "colour"'),
        (b'colour = 1\nsteps = [{do = "open"}]', 'the file has an unknown key "colour"'),
        (b'name = 7\nsteps = [{do = "open"}]', '"name" is no short text'),
        (b'gpc = 1\nsteps = [{do = "open"}]', '"gpc" is neither true nor false'),
        (b"steps = [", "Invalid"),
        (b"\xff", "decode"),
        (b"a." * 60_000, "larger than"),
        (b"a." * 60 + b"a = 1", "a key of many parts"),
        (b"steps = " + b"[" * 30_000, "nested too deeply"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: bytes, why: str) -> None:
    (tmp_path / "bad.toml").write_bytes(text)
    with pytest.raises(InspectorError) as raised:
        find_scenario(str(tmp_path / "bad.toml"))
    assert why in raised.value.message


@given(st.binary(max_size=200))
def test_any_bytes_are_a_scenario_or_a_reason(data: bytes) -> None:
    try:
        scenario = parse_scenario(data, "x")
    except ValueError:
        return
    assert scenario.steps
