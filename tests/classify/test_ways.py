# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Each way of telling, alone: what it says, and when it is silent."""

import pytest
from make.traits import knowledge, sight

from inspector.classify import choices, facts, forms, override, vendors, words
from inspector.classify.judge import WAYS
from inspector.classify.opinion import Way
from inspector.core.label import Purpose, Subtype
from inspector.knowledge.records import Sure

SITE = {"host": "www.example.com", "site": "example.com"}
UUID = "6792552e-2c22-4ee4-b6e2-dab57b704cb0"


@pytest.mark.parametrize(
    ("name", "host", "purpose"),
    [
        ("_ga", None, Purpose.ANALYTICS),
        ("IDE", "doubleclick.net", Purpose.ADVERTISING),
        ("PHPSESSID", None, Purpose.SESSION),
        ("OptanonConsent", None, Purpose.CONSENT),
        ("woocommerce_cart_hash", None, Purpose.CART),
    ],
)
def test_known_by_its_whole_name(name: str, host: str | None, purpose: Purpose) -> None:
    opinion = facts.tell_exact(sight(name, host))
    assert opinion is not None
    assert (opinion.way, opinion.purpose) == (Way.EXACT, purpose)
    assert "source: " in opinion.because
    assert facts.tell_family(sight(name, host)) is None


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("_ga_ABC123DEF4", Purpose.ANALYTICS),
        ("incap_ses_123_456", Purpose.SECURITY),
        ("_pk_id.1.1fff", Purpose.ANALYTICS),
    ],
)
def test_known_as_one_of_a_family(name: str, purpose: Purpose) -> None:
    opinion = facts.tell_family(sight(name))
    assert opinion is not None
    assert (opinion.way, opinion.purpose) == (Way.PATTERN, purpose)


def test_an_unknown_name_is_not_known() -> None:
    assert facts.tell_exact(sight("qqzzxx")) is None
    assert facts.tell_family(sight("qqzzxx")) is None


def test_trust_falls_with_disputes_and_short_names() -> None:
    known = next(fact for fact in knowledge().cookies if fact.name == "_ga")
    assert facts.trust(known, None) > facts.trust(known._replace(disputed=("others say so",)), None)
    assert facts.trust(known, None) > facts.trust(known._replace(name="a"), None)
    here = known._replace(domain="a.example")
    assert facts.trust(here, "a.example") > facts.trust(here, None)


def test_the_users_own_list_decides() -> None:
    seen = sight("_ga")
    own = seen.facts[0]._replace(purpose=Purpose.SECURITY, sure=Sure.USER, note="we checked")
    opinion = override.tell(seen._replace(facts=(own,)))
    assert opinion is not None
    assert (opinion.purpose, opinion.decisive, opinion.confidence) == (Purpose.SECURITY, True, 1.0)
    assert "Your own list" in opinion.because
    assert override.tell(seen) is None


@pytest.mark.parametrize(
    ("name", "host", "value"),
    [("id", "doubleclick.net", "OPT_OUT"), ("ad_optout", "ads.example", "1"), ("uid", "x.example", "optout")],
)
def test_an_opt_out_decides(name: str, host: str, value: str) -> None:
    opinion = choices.tell_opt_out(sight(name, host, value=value))
    assert opinion is not None
    assert (opinion.purpose, opinion.decisive) == (Purpose.OPT_OUT, True)


@pytest.mark.parametrize(("name", "host", "value"), [("id", "doubleclick.net", UUID), ("layout", None, "1")])
def test_no_opt_out(name: str, host: str | None, value: str) -> None:
    assert choices.tell_opt_out(sight(name, host, value=value)) is None


def test_consent_by_value() -> None:
    record = choices.tell_consent(sight("my_choice", value="{necessary:true,marketing:false}"))
    assert record is not None
    assert (record.purpose, record.decisive) == (Purpose.CONSENT, False)
    string = choices.tell_consent(sight("site_consent_tcf", value="CPZEsoAPZEsoAAHABBENDmCsAP_AAH_AAAAA"))
    assert string is not None
    assert string.decisive
    assert choices.tell_consent(sight("abc", value="CPZEsoAPZEsoAAHABBENDmCsAP_AAH_AAAAA")) is None
    assert choices.tell_consent(sight("site_consent")) is None


@pytest.mark.parametrize(
    ("value", "purpose"),
    [
        ("GA1.2.1.2", Purpose.ANALYTICS),
        ("fb.1.1613226782706.1497060586", Purpose.ADVERTISING),
        ("GCL.1613227226.x", Purpose.ADVERTISING),
        ("eyJhbGciOi.eyJzdWIiOi.abc", Purpose.AUTHENTICATION),
        ('{"items":[{"sku":1}]}', Purpose.CART),
        ("de-AT", Purpose.PREFERENCES),
    ],
)
def test_forms_of_values(value: str, purpose: Purpose) -> None:
    opinion = forms.tell(sight("qqzzxx", value=value))
    assert opinion is not None
    assert opinion.purpose is purpose
    assert value not in opinion.because


def test_servers_and_tokens_need_fitting_attributes() -> None:
    server = sight("qqzzxx", value="web-12", session=True, **SITE)
    assert forms.tell(server) is not None
    assert forms.tell(sight("qqzzxx", value="web-12", lifetime_days=365.0, **SITE)) is None
    token = sight("qqzzxx", value=UUID, session=True, http_only=True, **SITE)
    told = forms.tell(token)
    assert told is not None
    assert told.purpose is Purpose.SESSION
    assert forms.tell(sight("qqzzxx", value=UUID, session=True, http_only=False, **SITE)) is None
    assert forms.tell(sight("qqzzxx", **SITE)) is None


@pytest.mark.parametrize(
    ("name", "purpose", "subtype"),
    [
        ("my_basket_id", Purpose.CART, Subtype.NONE),
        ("xcsrf_value", Purpose.SECURITY, Subtype.NONE),
        ("prefLanguage", Purpose.PREFERENCES, Subtype.NONE),
        ("affiliate_code", Purpose.ADVERTISING, Subtype.AFFILIATE),
        ("experiment_variant", Purpose.ANALYTICS, Subtype.AB_TESTING),
        ("usermatch_done", Purpose.ADVERTISING, Subtype.ID_SYNC),
        ("cart_popup_seen", Purpose.PREFERENCES, Subtype.NONE),
        ("cart_abtest", Purpose.ANALYTICS, Subtype.AB_TESTING),
    ],
)
def test_words(name: str, purpose: Purpose, subtype: Subtype) -> None:
    opinion = words.tell(sight(name))
    assert opinion is not None
    assert (opinion.purpose, opinion.subtype) == (purpose, subtype)


def test_names_without_words_say_nothing() -> None:
    assert words.tell(sight("qqzzxx")) is None


@pytest.mark.parametrize(
    ("host", "purpose"), [("x.adnxs.com", Purpose.ADVERTISING), ("consent.cookiebot.com", Purpose.CONSENT)]
)
def test_vendors_by_domain(host: str, purpose: Purpose) -> None:
    opinion = vendors.tell(sight("qqzzxx", host, "example.com"))
    assert opinion is not None
    assert opinion.purpose is purpose


def test_a_vendors_own_page_and_an_unknown_host_say_nothing() -> None:
    assert vendors.tell(sight("qqzzxx", "www.adnxs.com", "adnxs.com")) is None
    assert vendors.tell(sight("qqzzxx", "nobody-knows.example", "example.com")) is None
    assert vendors.tell(sight("qqzzxx")) is None


def test_no_reason_quotes_a_value() -> None:
    value = "s3cr3t-6792552e-2c22-4ee4"
    for name in ("optout", "cart", "consent", "_ga", "id"):
        seen = sight(name, "doubleclick.net", "example.com", value)
        assert not any(value in opinion.because for tell in WAYS if (opinion := tell(seen)) is not None)
