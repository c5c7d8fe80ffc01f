# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Marks of values: the same for the same, and nothing told beside."""

import pickle

import pytest
from make.history import with_value
from make.records import cookie

from inspector.core.marks import Marks

KEY = bytes(range(32))


def test_the_same_value_of_the_same_cookie_has_the_same_mark() -> None:
    assert Marks(KEY).of(with_value("x")) == Marks(KEY).of(with_value("x"))
    assert Marks(KEY).of(with_value("x")) != Marks(KEY).of(with_value("y"))
    assert Marks(KEY).of(with_value("x")) != Marks(KEY[::-1]).of(with_value("x"))


def test_marks_do_not_tell_which_sites_share_a_value() -> None:
    marks = Marks(KEY)
    made = {marks.of(with_value("shared", name=name, host=host)) for name in "ab" for host in ("a.test", "b.test")}
    assert len(made) == 4


def test_parts_cannot_be_shifted() -> None:
    marks = Marks(KEY)
    assert len({marks.of_text(*parts) for parts in (("ab", "c", "d"), ("a", "bc", "d"), ("a", "b", "cd"))}) == 3


def test_what_was_not_read_has_no_mark() -> None:
    assert Marks(KEY).of(cookie()) is None


def test_the_key_is_not_shown_and_not_pickled() -> None:
    marks = Marks(KEY)
    assert KEY.hex() not in repr(marks)
    assert repr(KEY) not in repr(marks)
    with pytest.raises(TypeError, match="never serialised"):
        pickle.dumps(marks)


def test_a_key_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Marks(b"short")
