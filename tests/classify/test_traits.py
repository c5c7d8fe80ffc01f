# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Traits of cookies from stores."""

import pytest
from make.records import cookie

from inspector.core.isolation import Isolation, Partition
from inspector.core.traits import traits_of


@pytest.mark.parametrize(
    ("partition", "site", "partitioned"),
    [
        (None, None, False),
        (Partition("https://shop.example"), "shop.example", True),
        (Partition("shop.example"), "shop.example", True),
        (Partition(""), None, True),
    ],
)
def test_a_partition_tells_the_page(partition: Partition | None, site: str | None, partitioned: bool) -> None:
    traits = traits_of(cookie(isolation=Isolation(partition=partition)))
    assert (traits.site, traits.partitioned) == (site, partitioned)


def test_what_is_known_better_wins() -> None:
    record = cookie(isolation=Isolation(partition=Partition("https://a.example")))
    assert traits_of(record, "b.example").site == "b.example"


def test_the_rest_is_taken_over() -> None:
    record = cookie(".shop.example", "sid", session=True, http_only=True, secure=False)
    traits = traits_of(record)
    assert (traits.name, traits.host, traits.session) == ("sid", "shop.example", True)
    assert (traits.http_only, traits.secure, traits.value) == (True, False, None)
