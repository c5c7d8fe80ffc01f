# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A record does what a frozen dataclass with slots does; the standard library is the judge."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from inspector.core.frozen import frozen


@frozen
class Made:
    """A record with every kind of field."""

    name: str
    places: tuple[int, ...] = ()
    secret: str = field(default="x", repr=False)
    seen: dict[str, int] = field(default_factory=dict, compare=False)
    sure: bool = field(default=False, kw_only=True)

    @property
    def shout(self) -> str:
        """The name in capitals."""
        return self.name.upper()


@dataclass(frozen=True, slots=True)
class Known:
    """The same by the standard library."""

    name: str
    places: tuple[int, ...] = ()
    secret: str = field(default="x", repr=False)
    seen: dict[str, int] = field(default_factory=dict, compare=False)
    sure: bool = field(default=False, kw_only=True)


@frozen
class Bare:
    """A record without fields."""


ARGUMENTS: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    (("a",), {}),
    (("a", (1, 2)), {"sure": True}),
    ((), {"name": "b", "seen": {"x": 1}}),
    (("a", (), "y", {"z": 2}), {}),
)


@pytest.mark.parametrize(("args", "named"), ARGUMENTS)
def test_it_holds_and_shows_what_it_was_given(args: tuple[Any, ...], named: dict[str, Any]) -> None:
    made, known = Made(*args, **named), Known(*args, **named)
    assert asdict(made) == asdict(known)  # type: ignore[call-overload]
    assert repr(made) == repr(known).replace("Known", "Made")
    assert made.shout == made.name.upper()


@pytest.mark.parametrize(("args", "named"), [((), {}), (("a", (), "y", {}, True), {}), (("a",), {"other": 1})])
def test_it_refuses_other_arguments(args: tuple[Any, ...], named: dict[str, Any]) -> None:
    for cls in (Made, Known):
        with pytest.raises(TypeError):
            cls(*args, **named)


def test_equal_are_those_whose_compared_fields_are() -> None:
    assert Made("a") == Made("a", seen={"b": 1})
    assert hash(Made("a")) == hash(Made("a", seen={"b": 1}))
    assert Made("a") != Made("a", sure=True)
    assert Made("a") != Known("a")
    assert Bare() == Bare()
    assert len({Bare(), Bare()}) == 1


def test_it_cannot_be_changed() -> None:
    made = Made("a")
    with pytest.raises(FrozenInstanceError):
        made.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del made.name
    with pytest.raises((FrozenInstanceError, AttributeError)):
        made.other = 1  # type: ignore[attr-defined]
    assert not hasattr(made, "__dict__")
    assert made.name == "a"


def test_each_has_its_own_default_made_anew() -> None:
    assert Made("a").seen is not Made("a").seen


def test_the_standard_library_knows_it_for_a_dataclass() -> None:
    made = Made("a", sure=True)
    changed = replace(made, name="b", places=(3,))
    assert (changed.name, changed.places, changed.sure) == ("b", (3,), True)
    assert is_dataclass(Made)
    for ours, theirs in zip(fields(Made), fields(Known), strict=True):  # type: ignore[arg-type]
        assert (ours.name, ours.type, ours.default, ours.kw_only) == (
            theirs.name,
            theirs.type,
            theirs.default,
            theirs.kw_only,
        )


def test_it_can_be_copied_and_kept() -> None:
    made = Made("a", (1,), seen={"b": 2})
    for other in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert (other, other.seen) == (made, made.seen)


def test_its_fields_match_in_order() -> None:
    match Made("a", (1,)):
        case Made(name, places):
            assert (name, places) == ("a", (1,))
    assert Made.__match_args__ == Known.__match_args__  # type: ignore[attr-defined]
