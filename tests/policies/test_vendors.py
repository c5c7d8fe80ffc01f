# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest

from inspector.policies.vendor_names import vendor_id

IDS = [
    ("facebook", "Facebook Pixel", "facebook"),
    ("facebook", "Atlas", "atlas"),
    ("yahoo", "Right Media", "right-media"),
    ("automattic", "Tumblr", "tumblr"),
    ("rudder-labs", "Rudder Labs, Inc.", "rudder-labs"),
    (None, "Lamp Analytics", "lamp"),
    ("crazy-egg", "CrazyEgg", "crazy-egg"),
]


@pytest.mark.parametrize(("known", "name", "wanted"), IDS)
def test_a_party_goes_by_the_guides_id_or_by_its_printed_name(known: str | None, name: str, wanted: str) -> None:
    assert vendor_id(known, name, ads=False) == wanted


def test_beside_advertisements_some_bare_names_are_their_ad_services() -> None:
    assert vendor_id(None, "Amazon", ads=True) == "amazon-ads"
    assert vendor_id(None, "Amazon", ads=False) == "amazon"
