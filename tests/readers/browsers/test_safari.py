# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Safari's reader: every fact of a record, unknown where there is none, problems for the rest."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import safari as make
from make.chromium import FixedKeys
from make.untouched import untouched

from inspector.core.computer import Platform
from inspector.core.cookie import Cookie, Priority, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.lifetime import LifetimeBasis
from inspector.core.problem import Severity
from inspector.core.reading import Reading, Values
from inspector.readers.browsers.safari import SAFARI, read_safari
from inspector.readers.registry import reader_for


def read(path: Path, values: Values = Values.NO, platform: Platform = Platform.MACOS) -> Reading:
    keys = FixedKeys()
    reading = read_safari(make.found(path, platform), values, keys)
    assert keys.asked == 0
    return reading


def one(folder: Path, cookie: make.Made, values: Values = Values.NO) -> Cookie:
    reading = read(make.store(folder / "Cookies.binarycookies", cookie), values)
    assert reading.problems == ()
    assert len(reading.cookies) == 1
    return reading.cookies[0]


def test_every_fact_of_a_record(tmp_path: Path) -> None:
    cookie = one(tmp_path, make.Made(host=b".shop.test", name=b"sid", path=b"/a", flags=5))
    assert (cookie.host_key, cookie.host, cookie.host_only) == (".shop.test", "shop.test", False)
    assert (cookie.name, cookie.path, cookie.secure, cookie.http_only) == ("sid", "/a", True, True)
    assert cookie.created == datetime(2026, 10, 29, 20, 53, 20, 250_000, tzinfo=UTC)
    assert cookie.expires == datetime(2026, 11, 28, 20, 53, 20, 250_000, tzinfo=UTC)
    assert cookie.session is False
    assert (cookie.lifetime.days, cookie.lifetime.basis) == (30, LifetimeBasis.CREATED)
    assert (cookie.value_state, cookie.value_length, cookie.value) == (ValueState.NOT_READ, 6, None)
    assert cookie.problems == ()


def test_what_the_format_does_not_record_is_unknown(tmp_path: Path) -> None:
    cookie = one(tmp_path, make.Made())
    assert (cookie.accessed_us, cookie.updated_us, cookie.source_port) == (None, None, None)
    assert (cookie.partitioned_attribute, cookie.isolation.private) == (None, None)
    unknown = (SameSite.UNKNOWN, Priority.UNKNOWN, SourceScheme.UNKNOWN, SourceType.UNKNOWN)
    assert (cookie.same_site, cookie.priority, cookie.source_scheme, cookie.source_type) == unknown


@pytest.mark.parametrize(
    ("flags", "secure", "http_only", "odd"),
    [(0, False, False, 0), (1, True, False, 0), (4, False, True, 0), (29, True, True, 0), (0x41, True, False, 1)],
)
def test_flags(tmp_path: Path, flags: int, secure: bool, http_only: bool, odd: int) -> None:
    cookie = one(tmp_path, make.Made(flags=flags))
    assert (cookie.secure, cookie.http_only, len(cookie.problems)) == (secure, http_only, odd)


def test_host_only(tmp_path: Path) -> None:
    cookie = one(tmp_path, make.Made(host=b"www.shop.test"))
    assert (cookie.host_key, cookie.host_only) == ("www.shop.test", True)


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), float("-inf"), 1e300, -1e300, 0.0])
def test_what_is_no_moment_is_unknown_and_said(tmp_path: Path, seconds: float) -> None:
    cookie = one(tmp_path, make.Made(expires=seconds, created=seconds))
    assert (cookie.expires_us, cookie.created_us, cookie.session) == (None, None, None)
    assert cookie.lifetime.basis is LifetimeBasis.UNKNOWN
    assert [problem.field for problem in cookie.problems] == ["expires", "created"]


@pytest.mark.parametrize(
    ("seconds", "us"),
    [(-1.0, 978_307_199_000_000), (-12_622_780_800.0, -11_644_473_600_000_000), (1.83e12, 1_830_978_307_200_000_000)],
)
def test_far_moments_are_exact(tmp_path: Path, seconds: float, us: int) -> None:
    assert one(tmp_path, make.Made(expires=seconds)).expires_us == us


def test_values_are_read_on_request_only(tmp_path: Path) -> None:
    cookie = one(tmp_path, make.Made(), Values.READ)
    assert cookie.value is not None
    assert (cookie.value.reveal(), cookie.value_state) == ("sesame", ValueState.PLAINTEXT)
    assert "sesame" not in repr(cookie)
    empty = one(tmp_path, make.Made(value=b""), Values.READ)
    assert (empty.value_state, empty.value_length) == (ValueState.EMPTY, 0)


def test_a_value_in_the_wrong_place_is_corrupt(tmp_path: Path) -> None:
    odd = make.Made(offsets=(("value", 5),))
    assert one(tmp_path, odd, Values.READ).value_state is ValueState.CORRUPT
    cookie = one(tmp_path, odd)
    assert (cookie.value_state, cookie.value_length) == (ValueState.NOT_READ, None)
    assert [problem.field for problem in cookie.problems] == ["value"]


def test_a_path_in_the_wrong_place_is_unknown(tmp_path: Path) -> None:
    cookie = one(tmp_path, make.Made(offsets=(("path", 9_999),)))
    assert (cookie.path, [problem.field for problem in cookie.problems]) == (None, ["path"])


def test_text_that_is_not_utf8_is_kept_and_said(tmp_path: Path) -> None:
    cookie = one(tmp_path, make.Made(name=b"caf\xe9"))
    assert (cookie.name, [problem.field for problem in cookie.problems]) == ("caf\udce9", ["name"])
    assert len(cookie.id) == 20


def test_a_cookie_without_host_is_lost_alone(tmp_path: Path) -> None:
    path = make.store(tmp_path / "c", make.Made(), make.Made(offsets=(("host", 0),)), make.Made(name=b"last"))
    reading = read(path)
    assert [cookie.name for cookie in reading.cookies] == ["cart", "last"]
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.count) == ("store-damaged", Severity.PARTIAL, 1)


def test_truncated_file_keeps_the_readable_cookies(tmp_path: Path) -> None:
    path = make.store(tmp_path / "c", *(make.Made(name=b"n%d" % index) for index in range(10)))
    path.write_bytes(path.read_bytes()[:700])
    reading = read(path)
    assert 3 <= len(reading.cookies) < 10
    assert [problem.code for problem in reading.problems] == ["store-damaged"]
    assert not reading.complete


def test_wrong_and_missing_checksum_are_noted(tmp_path: Path) -> None:
    path = tmp_path / "c"
    path.write_bytes(make.file(make.page(make.Made()), checksum=7))
    reading = read(path)
    assert (len(reading.cookies), reading.complete) == (1, True)
    assert [problem.code for problem in reading.problems] == ["checksum-mismatch"]
    path.write_bytes(make.file(make.page(make.Made()))[: -len(make.METADATA) - 12])
    assert [problem.code for problem in read(path).problems] == ["checksum-missing"]


@pytest.mark.parametrize(("data", "code"), [(b"", "empty-file"), (b"SQLite format 3\0", "not-binarycookies")])
def test_other_files_fail_clearly(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "c"
    path.write_bytes(data)
    reading = read(path)
    assert [(problem.code, problem.severity) for problem in reading.problems] == [(code, Severity.FAILED)]
    assert [count.cookies for count in reading.stores] == [None]


def test_folder_fifo_missing_and_enormous_files_fail_clearly(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    with (tmp_path / "sparse").open("wb") as file:
        file.write(b"cook")
        file.truncate(1 << 30)
    codes = [read(tmp_path / name).problems[0].code for name in (".", "fifo", "missing", "sparse")]
    assert codes == ["not-a-file", "not-a-file", "not-found", "too-large"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_refusal_on_macos_names_full_disk_access(tmp_path: Path) -> None:
    path = make.store(tmp_path / "c", make.Made())
    path.chmod(0)
    (problem,) = read(path).problems
    assert (problem.code, "Full Disk Access" in problem.what_to_do) == ("full-disk-access", True)
    assert read(path, platform=Platform.LINUX).problems[0].code == "no-permission"


def test_reading_leaves_no_trace_and_dates_the_store(tmp_path: Path) -> None:
    path = make.store(tmp_path / "c", make.Made())
    os.utime(path, ns=(10**18, 1_700_000_000 * 10**9))
    with untouched(tmp_path):
        reading = read(path, Values.READ)
    assert reading.stores[0].store.modified_us == 1_700_000_000 * 10**6
    assert reading.cookies[0].store == make.found(path).ref


def test_the_registry_knows_it() -> None:
    assert reader_for(SAFARI.family) is SAFARI


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.floats(), st.floats(), st.integers(0, 2**32 - 1))
def test_no_record_breaks_the_reader(tmp_path: Path, text: bytes, expires: float, created: float, flags: int) -> None:
    path = make.store(tmp_path / "c", make.Made(name=text, value=text, expires=expires, created=created, flags=flags))
    (cookie,) = read(path, Values.READ).cookies
    assert cookie.name.encode("utf-8", "surrogateescape") == text.split(b"\0")[0]
    assert isinstance(cookie.expires_us, int | None)
