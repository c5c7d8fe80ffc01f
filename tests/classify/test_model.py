# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The statistical model: curves, sums, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.traits import classifier, knowledge, traits

from inspector.classify.features import LIFETIMES, attributes_of, lifetime_index
from inspector.classify.model import CURVES, FILE, GROUPS, WEIGHTS, Curve, load_model
from inspector.classify.reader import party_by_domains
from inspector.core.label import Party
from inspector.core.problem import InspectorError
from inspector.core.resources import resources_folder


@pytest.mark.parametrize(("given_", "meant"), [(0.1, 0.2), (0.25, 0.2), (0.5, 0.4), (0.75, 0.6), (1.0, 0.6)])
def test_a_curve_is_straight_between_its_points(given_: float, meant: float) -> None:
    assert Curve((0.25, 0.75, 1.0), (0.2, 0.6, 0.6)).at(given_) == pytest.approx(meant)


@pytest.mark.parametrize("name", CURVES)
def test_shipped_curves_rise_and_claim_no_certainty(name: str) -> None:
    curve = classifier().model.curves[name]
    assert list(curve.given) == sorted(curve.given)
    assert list(curve.meant) == sorted(curve.meant)
    assert curve.meant[-1] < 0.99


@given(st.text(min_size=1, max_size=60), st.sampled_from([None, "a.example", "ads.example"]))
def test_chances_add_up(name: str, host: str | None) -> None:
    chances = classifier().model.chances(
        traits(name, host), "-" if host is None else "d", attributes_of(traits(name)), None, ()
    )
    assert len(chances) == len(GROUPS)
    assert sum(chances) == pytest.approx(1)
    assert min(chances) >= 0


@given(st.floats(min_value=0, allow_nan=False))
def test_a_lifetime_is_in_the_first_class_that_is_long_enough(days: float) -> None:
    index = lifetime_index(days)
    assert days <= LIFETIMES[index][0]
    assert index == 0 or days > LIFETIMES[index - 1][0]


def test_attributes_alike_have_one_key() -> None:
    one = traits("a", "x.example", lifetime_days=364.9, path="/a", value="1", secure=True)
    two = traits("b", "y.example", lifetime_days=365.0, path="/b", value="2")
    assert attributes_of(one) == attributes_of(two)


def test_places_by_domains_alone() -> None:
    assert party_by_domains(traits("a", "x.example", "x.example")) is Party.FIRST
    assert party_by_domains(traits("a", "x.example", "y.example")) is Party.THIRD
    assert party_by_domains(traits("a", "x.example", third_party=True)) is Party.THIRD
    assert party_by_domains(traits("a", "x.example", third_party=False)) is Party.FIRST
    assert party_by_domains(traits("a")) is Party.UNKNOWN


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"words": 1}', "\x00"])
def test_a_damaged_model_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(InspectorError, match="Reinstall"):
        load_model(tmp_path, knowledge())


def copy_model(folder: Path) -> None:
    (folder / FILE).parent.mkdir()
    for name in (FILE, WEIGHTS):
        (folder / name).write_bytes((resources_folder() / name).read_bytes())


@pytest.mark.parametrize("keep", [0, 1, 100, -1, -8])
def test_cut_off_weights_are_refused(tmp_path: Path, keep: int) -> None:
    copy_model(tmp_path)
    (tmp_path / WEIGHTS).write_bytes((tmp_path / WEIGHTS).read_bytes()[:keep])
    with pytest.raises(InspectorError, match="cannot be read"):
        load_model(tmp_path, knowledge())


@pytest.mark.parametrize(
    ("name", "most"), [("names", 0.9), ("names, known", 0.9), ("documented", 0.99), ("records", 0.99)]
)
def test_a_bare_name_is_sure_only_where_it_is_documented(name: str, most: float) -> None:
    assert classifier().model.curves[name].meant[-1] < most


def test_weights_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    copy_model(tmp_path)
    (tmp_path / WEIGHTS).write_bytes(b"one more\n" + (tmp_path / WEIGHTS).read_bytes())
    with pytest.raises(InspectorError, match="cannot be read"):
        load_model(tmp_path, knowledge())


def test_a_missing_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="cannot be read"):
        load_model(tmp_path, knowledge())
