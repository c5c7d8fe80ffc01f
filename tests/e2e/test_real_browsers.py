# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the installed browsers really write, read back: attribute by attribute."""

from pathlib import Path

import pytest
from make import browsers
from make.browsers import needs_chromium, needs_firefox
from make.shop import DAY_S, Shop
from make.untouched import untouched

from inspector.core.computer import Computer, Platform
from inspector.core.cookie import Cookie, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.isolation import Partition
from inspector.core.lifetime import LifetimeBasis
from inspector.core.moments import DAY_US
from inspector.core.reading import Reading, Values
from inspector.engine.scan import ScanRequest, scan

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240)]

# name: host_key, path, host-only, session, secure, http-only, same-site, lifetime in days (None: session), value
COMMON = {
    "cart": ("shop.test", "/", True, False, True, True, SameSite.LAX, 1, "3-apples"),
    "sid": ("shop.test", "/", True, True, True, True, SameSite.UNSPECIFIED, None, "s3ss10n"),
    "lang": (".shop.test", "/", False, False, True, False, SameSite.STRICT, 400, "de"),
    "plain": ("shop.test", "/account", True, False, False, False, SameSite.UNSPECIFIED, 30, "1"),
    "_ga": ("shop.test", "/", True, False, True, False, SameSite.UNSPECIFIED, 365, "GA1.1.111.222"),
    "www": ("www.shop.test", "/", True, False, False, False, SameSite.UNSPECIFIED, 1, "1"),
    "IDE": (".ads.test", "/", False, False, True, True, SameSite.NONE, 390, "AHWqTUm-dart"),
    "__Host-chip": ("widget.test", "/", True, False, True, False, SameSite.NONE, 7, "w1"),
}


def read(home: Path, values: Values = Values.READ) -> Reading:
    return scan(ScanRequest(values=values), Computer(Platform.LINUX, home, {}))


def check(name: str, cookie: Cookie) -> None:
    host_key, path, host_only, session, secure, http_only, same_site, days, value = COMMON[name]
    assert (cookie.host_key, cookie.path, cookie.host_only) == (host_key, path, host_only), name
    assert (cookie.session, cookie.secure, cookie.http_only) == (session, secure, http_only), name
    assert cookie.same_site is same_site, name
    assert cookie.value is not None, name
    assert cookie.value.reveal() == value, name
    assert cookie.value_length == len(value), name
    if days is None:
        assert cookie.lifetime.basis is LifetimeBasis.SESSION, name
    else:
        assert cookie.lifetime.us == pytest.approx(days * DAY_US, abs=2_000_000), name
        assert cookie.lifetime.basis is (LifetimeBasis.CAP if days == 400 else LifetimeBasis.UPDATED), name


def by_name(reading: Reading) -> dict[str, Cookie]:
    cookies = {cookie.name: cookie for cookie in reading.cookies}
    assert len(cookies) == len(reading.cookies), "a cookie was read twice"
    return cookies


def all_are_read(home: Path) -> bool:
    return set(COMMON) <= {cookie.name for cookie in read(home, Values.NO).cookies}


@needs_chromium
def test_every_cookie_of_chromium_with_its_attributes_and_value(shop: Shop, chromium_home: Path) -> None:
    with untouched(chromium_home / ".config" / "chromium"):
        reading = read(chromium_home)
    cookies = by_name(reading)
    assert set(cookies) == set(COMMON)
    for name, cookie in cookies.items():
        check(name, cookie)
        assert cookie.value_state is ValueState.DECRYPTED
        assert cookie.source_port == shop.port
        assert cookie.source_scheme is SourceScheme.SECURE
        assert cookie.source_type is (SourceType.SCRIPT if name == "_ga" else SourceType.HTTP)
        partitioned = name == "__Host-chip"
        assert cookie.isolation.partition == (Partition("https://shop.test", True) if partitioned else None)
        assert cookie.partitioned_attribute is partitioned
    assert {cookie.store.browser for cookie in cookies.values()} == {"chromium"}
    assert {cookie.store.profile for cookie in cookies.values()} == {"Default"}
    assert reading.complete


@needs_chromium
def test_metadata_of_chromium_is_all_there_without_any_key(chromium_home: Path) -> None:
    reading = read(chromium_home, Values.NO)
    assert {cookie.name for cookie in reading.cookies} == set(COMMON)
    assert {cookie.value_state for cookie in reading.cookies} == {ValueState.NOT_READ}
    assert {cookie.value for cookie in reading.cookies} == {None}
    assert reading.problems == ()


@needs_chromium
def test_chromium_that_refuses_third_parties_has_only_the_partitioned_one(shop: Shop, tmp_path: Path) -> None:
    browsers.visit_with_chromium(tmp_path, shop.url(), third_parties=False)
    assert "cart" in by_name(read(tmp_path, Values.NO))
    assert "__Host-chip" in by_name(read(tmp_path, Values.NO))


@needs_firefox
def test_every_cookie_of_a_running_firefox_with_its_attributes(shop: Shop, tmp_path: Path) -> None:
    with browsers.running_firefox(tmp_path, shop, shop.url()) as profile:
        assert browsers.wait_for(lambda: all_are_read(tmp_path)), [cookie.name for cookie in read(tmp_path).cookies]
        # The point of replaying the log: the rows are not in the database yet.
        assert (profile / "cookies.sqlite-wal").stat().st_size > 0
        assert b"3-apples" not in (profile / "cookies.sqlite").read_bytes()
        reading = read(tmp_path)
    cookies = by_name(reading)
    assert set(cookies) == set(COMMON)
    for name, cookie in cookies.items():
        check(name, cookie)
        assert cookie.value_state is ValueState.PLAINTEXT
        foreign = name in ("IDE", "__Host-chip")
        assert cookie.isolation.partition == (Partition("https://shop.test", False) if foreign else None), name
        assert cookie.partitioned_attribute is (name == "__Host-chip"), name
        assert cookie.source_scheme is SourceScheme.SECURE
    assert cookies["sid"].store.file.endswith("recovery.jsonlz4")
    assert {cookie.store.browser for cookie in cookies.values()} == {"firefox"}


@needs_firefox
def test_firefox_after_it_ended(shop: Shop, tmp_path: Path) -> None:
    with browsers.running_firefox(tmp_path, shop, shop.url()):
        assert browsers.wait_for(lambda: all_are_read(tmp_path))
    with untouched(tmp_path / ".mozilla"):
        cookies = by_name(read(tmp_path))
    assert set(COMMON) - {"sid"} <= set(cookies)
    assert cookies["cart"].lifetime.us == pytest.approx(DAY_S * 10**6, abs=2_000_000)
