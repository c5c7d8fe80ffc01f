# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.policies.links import PolicyKind as K
from inspector.policies.links import find_policy_links

BASE = "https://shop.example/"
TEXTS = [
    ("Privacy Policy", K.PRIVACY),
    ("Privacy notice", K.PRIVACY),
    ("Your privacy", K.PRIVACY),
    ("Data protection", K.PRIVACY),
    ("Datenschutzerklärung", K.PRIVACY),
    ("Politique de confidentialité", K.PRIVACY),
    ("Política de privacidad", K.PRIVACY),
    ("Informativa sulla privacy", K.PRIVACY),
    ("Privacyverklaring", K.PRIVACY),
    ("Política de Privacidade", K.PRIVACY),
    ("Polityka prywatności", K.PRIVACY),
    ("Integritetspolicy", K.PRIVACY),
    ("Privatlivspolitik", K.PRIVACY),
    ("Tietosuojaseloste", K.PRIVACY),
    ("Cookie Policy", K.COOKIES),
    ("Cookies", K.COOKIES),
    ("Use of cookies", K.COOKIES),
    ("Cookie-Richtlinie", K.COOKIES),
    ("Politique relative aux cookies", K.COOKIES),
    ("Política de cookies", K.COOKIES),
    ("Cookiebeleid", K.COOKIES),
    ("Polityka plików cookies", K.COOKIES),
]


@pytest.mark.parametrize(("text", "kind"), TEXTS)
def test_a_link_is_told_by_its_text(text: str, kind: K) -> None:
    found = find_policy_links(f'<footer><a href="/x">{text}</a></footer>', BASE)
    assert [(link.url, link.kind) for link in found] == [("https://shop.example/x", kind)]
    assert text in found[0].why


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/x">Cookie settings</a>',
        '<a href="/x">Manage cookies</a>',
        '<a href="javascript:open()">Privacy Policy</a>',
        '<a href="#privacy">Privacy Policy</a>',
        '<a href="mailto:privacy@shop.example">Privacy</a>',
        '<a href="/recipes/cookies">Recipes for cookies</a>',
        '<a href="/jobs">Privacy for applicants</a>',
        '<a href="/about">About us</a>',
        '<a href="http://[bad">Privacy</a>',
    ],
)
def test_other_links_are_left(link: str) -> None:
    assert find_policy_links(link, BASE) == ()


def test_the_likeliest_comes_first_and_other_sites_come_last() -> None:
    found = find_policy_links(
        '<a href="https://policies.vendor.example/privacy">Privacy Policy</a><a href="/p">Privacy</a>'
        '<a href="/privacy-policy">Privacy Policy</a><a href="/privacy-policy#cookies">Cookies</a>',
        BASE,
    )
    assert [link.url for link in found] == [
        "https://shop.example/privacy-policy",
        "https://policies.vendor.example/privacy",
        "https://shop.example/p",
    ]


def test_an_address_alone_is_enough() -> None:
    assert [link.kind for link in find_policy_links('<a href="/legal/cookies/"><img src=i alt=""></a>', BASE)] == [
        K.COOKIES
    ]


@given(st.text(alphabet="<a href='/privacy'>Cookie </", max_size=200), st.text(max_size=30))
def test_any_page_is_searched(source: str, base: str) -> None:
    for link in find_policy_links(source, base):
        assert link.url.startswith(("http://", "https://"))
