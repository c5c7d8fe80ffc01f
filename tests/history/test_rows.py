# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is remembered comes back as it was: hostile texts, years out of range, and unknowns as unknowns."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import history, labels, records
from make.hostile import HOSTILE

from inspector.core.cookie import (
    Cookie,
    Priority,
    RowProblem,
    SameSite,
    SourceScheme,
    SourceType,
    ValueState,
)
from inspector.core.isolation import Container, Isolation, Partition
from inspector.core.label import Certainty, Purpose
from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.store import Family, StoreRef

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
MOMENT = st.none() | st.integers(-(2**80), 2**80)
MAYBE = st.none() | st.booleans()
ISOLATION = st.builds(
    Isolation,
    st.none() | st.builds(Partition, ANY_TEXT, MAYBE, st.none() | st.integers(-1, 2**70)),
    st.none() | st.builds(Container, st.integers(-(2**70), 2**70), st.none() | ANY_TEXT),
    st.none() | ANY_TEXT,
    MAYBE,
    ANY_TEXT,
)
STORE = st.builds(
    StoreRef,
    ANY_TEXT,
    ANY_TEXT,
    ANY_TEXT,
    st.sampled_from(Family),
    ANY_TEXT,
    st.none() | ANY_TEXT,
    st.none() | st.integers(0, 2**70),
    MOMENT,
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "store": STORE,
    "isolation": ISOLATION,
    "host_key": ANY_TEXT,
    "host_only": MAYBE,
    "name": ANY_TEXT,
    "path": st.none() | ANY_TEXT,
    "created_us": MOMENT,
    "accessed_us": MOMENT,
    "updated_us": MOMENT,
    "expires_us": MOMENT,
    "session": MAYBE,
    "secure": MAYBE,
    "http_only": MAYBE,
    "same_site": st.sampled_from(SameSite),
    "partitioned_attribute": MAYBE,
    "priority": st.sampled_from(Priority),
    "source_scheme": st.sampled_from(SourceScheme),
    "source_port": st.none() | st.integers(-1, 2**70),
    "source_type": st.sampled_from(SourceType),
    "value_state": st.sampled_from(ValueState),
    "value_length": st.none() | st.integers(0, 2**70),
    "encryption": ANY_TEXT,
    "updated_is_real": st.booleans(),
    "problems": st.lists(st.builds(RowProblem, st.text(max_size=9), st.text(max_size=9)), max_size=2).map(tuple),
    "requested": st.builds(Lifetime, MOMENT, st.sampled_from(LifetimeBasis)),
}
COOKIE = st.builds(Cookie, **FIELDS)


def test_every_field_is_tried() -> None:
    assert set(FIELDS) == set(Cookie._fields) - {"value"}


def comparable(cookie: Cookie) -> tuple[Any, ...]:
    """Everything of a record that is kept, its store's facts too: they take no part in its own comparison."""
    store = cookie.store
    facts = (store.family, store.browser_name, store.profile_name, store.schema_version, store.modified_us)
    return (*cookie._replace(accessed_us=None, value=None), facts)


def order(cookie: Cookie) -> str:
    return repr(comparable(cookie))


@given(st.lists(COOKIE, max_size=4))
@settings(deadline=None, max_examples=40)
def test_any_cookie_comes_back(cookies: list[Cookie]) -> None:
    by_key = {cookie.store: cookie.store for cookie in cookies}
    cookies = [cookie._replace(store=by_key[cookie.store]) for cookie in cookies]  # one store has one set of facts
    with tempfile.TemporaryDirectory() as folder:
        at = history.places(Path(folder))
        if not cookies:
            assert history.remember(at, records.reading()).info is None
            return
        history.kept(at, records.reading(*cookies))
        back = [seen.cookie for seen in history.last(at).cookies]
        assert sorted(map(comparable, back), key=repr) == sorted(map(comparable, cookies), key=repr)
        assert [type(a) for a in sorted(back, key=order)] == [type(a) for a in sorted(cookies, key=order)]


def test_cookies_that_differ_in_what_their_lifetime_rests_on_alone_stay_two(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    one, other = (
        records.cookie(name=basis.value, requested=Lifetime(None, basis))
        for basis in (LifetimeBasis.STATED, LifetimeBasis.CREATED)
    )
    history.kept(at, records.reading(one, other))
    assert {seen.cookie.name: seen.cookie.requested for seen in history.last(at).cookies} == {
        "stated": one.requested,
        "created": other.requested,
    }


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_come_back(tmp_path: Path, text: str) -> None:
    at = history.places(tmp_path)
    hostile = records.cookie(host=text, name=text, path=text, encryption=text)
    history.kept(at, records.reading(hostile))
    assert [seen.cookie for seen in history.last(at).cookies] == [hostile]


def test_unknown_is_neither_false_nor_empty(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(records.cookie(host_only=None, path=None)))
    (seen,) = history.last(at).cookies
    back = seen.cookie
    unknown = (back.secure, back.http_only, back.session, back.host_only, back.path, back.expires_us, back.value_length)
    assert unknown == (None,) * 7
    assert (back.same_site, back.value_state) == (SameSite.UNKNOWN, ValueState.NOT_READ)
    assert (seen.mark, seen.label) == (None, None)


@pytest.mark.parametrize("state", [ValueState.NOT_READ, ValueState.LOCKED, ValueState.CORRUPT])
def test_what_was_not_read_stays_so(tmp_path: Path, state: ValueState) -> None:
    at = history.places(tmp_path)
    info = history.kept(at, records.reading(records.cookie(value_state=state)))
    (seen,) = history.last(at).cookies
    assert (seen.cookie.value_state, seen.mark, info.key_id) == (state, None, None)
    assert not at.key.exists()


def test_the_moment_of_last_use_is_not_kept(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(records.cookie(accessed_us=5)))
    assert history.last(at).cookies[0].cookie.accessed_us is None


def test_labels_are_kept_as_they_were(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    reading = records.reading(records.cookie(name="IDE"), records.cookie(name="x"))
    told = labels.by_name(reading.cookies)
    history.kept(at, type(reading)(reading.cookies, (), reading.stores, told.labels, "2026.11"))
    snapshot = history.last(at)
    first, second = (seen.label for seen in snapshot.cookies)
    assert snapshot.info.knowledge == "2026.11"
    assert first is not None
    assert (first.purpose, first.vendor, first.certainty) == (Purpose.ADVERTISING, "google-ads", Certainty.SURE)
    assert second is not None
    assert (second.purpose, second.vendor) == (Purpose.UNKNOWN, None)


def test_no_value_is_in_any_file(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(history.with_value("s3cret-value-of-a-cookie", name="sid")))
    content = b"".join(path.read_bytes() for path in at.folder.iterdir())
    assert b"sid" in content
    assert b"s3cret-value-of-a-cookie" not in content
