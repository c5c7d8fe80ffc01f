# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
from datetime import date

import pytest

from inspector.policies.documents.archives import archive_in, archived_address, is_notice, without_archive

DAY = date(2014, 12, 20)


@pytest.mark.parametrize(
    ("url", "original"),
    [
        ("https://web.archive.org/web/20141220093839/http://shop.example/privacy", "http://shop.example/privacy"),
        ("http://web.archive.org/web/20141220093839id_/http%3A//shop.example/p", "http://shop.example/p"),
        ("//web.archive.org/web/20141220/https://shop.example/", "https://shop.example/"),
        ("/web/20141220093839if_/shop.example/p", "http://shop.example/p"),
        ("https://arquivo.pt/wayback/20141220093839/http://shop.example/", "http://shop.example/"),
    ],
)
def test_an_archive_address_tells_day_and_original(url: str, original: str) -> None:
    found = archived_address(url)
    assert found is not None
    assert (found.day, found.original_url) == (DAY, original)
    assert without_archive(url) == original


def test_a_short_stamp_is_the_first_day_it_may_mean() -> None:
    found = archived_address("https://web.archive.org/web/2014/http://shop.example/")
    assert found is not None
    assert found.day == date(2014, 1, 1)


@pytest.mark.parametrize(
    "url", ["https://shop.example/web/20141220/x", "https://web.archive.org/", "/web/99999999999999/x", ""]
)
def test_other_addresses_are_no_archive(url: str) -> None:
    assert archived_address(url) is None
    assert without_archive(url) == url


def test_a_notice_is_told_from_a_policy() -> None:
    notice = (
        "The following text is extracted from the shop.example policy that was archived on 2014-12-20, Wayback Machine."
    )
    assert is_notice(notice)
    found = archive_in(notice)
    assert found is not None
    assert found.day == DAY
    assert not is_notice("We keep your archived messages for 30 days.")


def test_the_archives_comment_is_read() -> None:
    found = archive_in(
        "FILE ARCHIVED ON 09:38:39 Dec 20, 2014 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 01:02:03 Jan 01, 2020."
    )
    assert found is not None
    assert found.day == DAY
