# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The classifier as a whole, with the shipped tables and model."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make.carts import CARTS, Cart
from make.traits import classifier, knowledge, traits

from inspector.classify.classifier import Classifier
from inspector.core.label import SURE_FROM, Group, Party, Purpose, Subtype, Tracks
from inspector.core.resources import resources_folder
from inspector.core.traits import Traits
from inspector.knowledge.loader import load
from inspector.readers.files.cookie_table import read_cookie_table

DEV = Path(__file__).resolve().parents[3] / "shared" / "data" / "cookies_dev"
needs_dev = pytest.mark.skipif(not DEV.is_dir(), reason="the labelled development files are not beside the project")
DEV_CARTS = frozenset(
    # every cookie of the development files that is called a cart, each looked at
    {
        "cart_sig",  # Shopify, seals the cart
        "cart_ts",  # Shopify, when the cart was changed
        "mage-cache-storage",  # Magento, the cart and what else is private, kept in the browser
        "mage-cache-storage-section-invalidation",  # Magento, which of it is stale
        "section_data_ids",  # Magento, versions of the private data that the cart is among
        "pCartDate",  # a pharmacy's persistent cart
        "pCartId",
        "Nop.customer",  # nopCommerce, the guest that the cart belongs to
    }
)


@pytest.mark.parametrize(
    ("name", "host", "value", "purpose"),
    [
        ("_ga", None, None, Purpose.ANALYTICS),
        ("IDE", "doubleclick.net", None, Purpose.ADVERTISING),
        ("PHPSESSID", "www.example.com", None, Purpose.SESSION),
        ("OptanonConsent", "example.com", None, Purpose.CONSENT),
        ("csrftoken", "example.com", None, Purpose.SECURITY),
        ("AWSALB", "example.com", None, Purpose.LOAD_BALANCING),
        ("wordpress_logged_in_0123456789abcdef0123456789abcdef", "example.com", None, Purpose.AUTHENTICATION),
        ("id", "doubleclick.net", "OPT_OUT", Purpose.OPT_OUT),
        ("my-basket", "www.example.com", None, Purpose.CART),
    ],
)
def test_purpose(name: str, host: str | None, value: str | None, purpose: Purpose) -> None:
    label = classifier().classify(traits(name, host, None, value))
    assert label.purpose is purpose
    assert label.because


@pytest.mark.parametrize(
    "name", ["woocommerce_items_in_cart", "woocommerce_cart_hash", "OptanonConsent", "CookieConsent", "cart_sig"]
)
def test_what_its_maker_documents_by_its_whole_name_is_sure(name: str) -> None:
    label = classifier().classify(traits(name))
    assert label.confidence >= SURE_FROM
    assert "source: " in label.because[0]


def test_google_dart_is_a_subtype_of_its_own() -> None:
    label = classifier().classify(traits("IDE", "doubleclick.net", "example.com"))
    assert (label.subtype, label.party, label.tracks) == (Subtype.GOOGLE_DART, Party.THIRD, Tracks.CROSS_SITE)
    assert label.vendor_name


def test_nothing_to_tell_from_is_unknown_or_hardly_believed() -> None:
    label = classifier().classify(traits("~~"))
    assert label.purpose is Purpose.UNKNOWN or label.confidence < 0.6
    assert label.because


@pytest.mark.parametrize("cart", CARTS, ids=lambda cart: f"{cart.platform} {cart.name}")
def test_real_carts(cart: Cart) -> None:
    label = classifier().classify(traits(cart.name, cart.host, cart.host))
    assert label.purpose is Purpose.CART, label.because


def dev_rows(name: str) -> tuple[Traits, ...]:
    reading = read_cookie_table((DEV / name).read_bytes(), name)
    return reading.rows


@needs_dev
@pytest.mark.parametrize("name", ["cookieblock_dev.csv", "ocd_dev.csv"])
def test_no_other_dev_cookie_is_called_a_cart(name: str) -> None:
    rows = dev_rows(name)
    called = {row.name for row in rows if classifier().classify(row).purpose is Purpose.CART}
    assert called <= DEV_CARTS


def opt_out_cookies() -> Iterator[tuple[str, str | None, str]]:
    for vendor in knowledge().vendors:
        for way in vendor.opt_outs:
            for cookie in way.cookies:
                for value in cookie.values:
                    if "?" not in value and cookie.name != "*":
                        yield cookie.name, cookie.domain, value.replace("*", "1")


def test_opt_out_cookies_are_never_marketing() -> None:
    cookies = list(opt_out_cookies())
    assert len(cookies) > 20
    for name, domain, value in cookies:
        label = classifier().classify(traits(name, domain or "www.example.com", "example.com", value))
        assert label.group is not Group.MARKETING, (name, domain)
        assert label.purpose in (Purpose.OPT_OUT, Purpose.CONSENT), (name, domain)


def test_a_dedicated_opt_out_cookie_is_no_marketing_unread() -> None:
    for name, domain, _ in opt_out_cookies():
        match = knowledge().opt_out_state(name, domain or "www.example.com", None)
        if match is not None and match.dedicated:
            assert classifier().classify(traits(name, domain or "www.example.com")).purpose is Purpose.OPT_OUT


NAMES = st.text(max_size=40) | st.sampled_from(["_ga", "id", "uuid2", "optout", "cart", "lang", "IDE", "NID", "sid"])
HOSTS = st.sampled_from([None, "doubleclick.net", "adnxs.com", "www.example.com", "example.com", "x.google.de"])
FLAGS = st.sampled_from([None, True, False])
TRAITS = st.builds(
    traits,
    NAMES,
    HOSTS,
    HOSTS,
    st.none() | st.text(max_size=60) | st.sampled_from(["OPT_OUT", "optout", "-1", "1", "out", "notarget"]),
    session=FLAGS,
    http_only=FLAGS,
    third_party=FLAGS,
    partitioned=FLAGS,
    wildcard=st.booleans(),
    lifetime_days=st.none() | st.floats(min_value=0, max_value=40_000),
)


@settings(max_examples=300)
@given(TRAITS)
def test_the_short_way_gives_what_the_long_way_gives(one: Traits) -> None:
    assert classifier().classify(one) == classifier().examine(one).label


@given(TRAITS)
def test_confidence_and_reasons(one: Traits) -> None:
    label = classifier().classify(one)
    assert 0 <= label.confidence <= 1
    assert label.because
    assert label.tracks_because
    assert label.confidence < 1 or label.purpose.group in Group


def test_the_same_input_gives_the_same_labels_in_any_order() -> None:
    rows = [traits(f"name_{number}", "ads.example.com", "example.com", value=str(number)) for number in range(50)]
    fresh = Classifier(load(), classifier().model)
    assert fresh.classify_all(rows) == classifier().classify_all(rows[::-1])[::-1]


def test_values_are_not_remembered() -> None:
    secret = "6792552e-2c22-4ee4-b6e2-dab57b704cb0"
    fresh = Classifier(load(), classifier().model)
    fresh.classify(traits("qq", "example.com", "example.com", secret))
    assert secret not in repr(vars(fresh))


def test_a_user_override_wins(tmp_path: Path) -> None:
    own = tmp_path / "overrides.toml"
    own.write_text('[[cookie]]\nname = "_ga"\npurpose = "security"\nnote = "ours"\n', encoding="utf-8")
    book = load(overrides=own)
    assert not book.problems
    label = Classifier(book, classifier().model).classify(traits("_ga"))
    assert (label.purpose, label.confidence) == (Purpose.SECURITY, 1.0)
    assert "Your own list" in label.because[0]


@needs_dev
def test_what_development_data_says_is_mostly_found() -> None:
    """A floor, not the measure: docs/accuracy.md has that, by cross-validation."""
    with (DEV / "cookieblock_dev.csv").open(encoding="utf-8", newline="") as file:
        labels = [row["label"] for row in csv.DictReader(file)]
    said = {"functional": "preferences", "advertising": "marketing"}
    groups = [label.group for label in classifier().classify_all(dev_rows("cookieblock_dev.csv"))]
    right = sum(said.get(label, label) == group for label, group in zip(labels, groups, strict=True))
    assert right / len(labels) > 0.9


def test_a_huge_name_is_judged_in_bounded_time() -> None:
    label = classifier().classify(traits("a" * 10_000_000, "example.com"))
    assert label.because


def test_resources_are_found() -> None:
    assert (resources_folder() / "model" / "model.json").is_file()
