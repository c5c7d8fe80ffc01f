# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.policies import check, document, facts, named, problems, reading

from inspector.core.policy import StatedPurpose as P
from inspector.core.policy import Subject
from inspector.core.problem import Severity
from inspector.policies.declarations import own

ONETRUST = {
    "DomainData": {
        "Groups": [
            {
                "GroupName": "Strictly Necessary Cookies",
                "GroupDescription": "Needed.",
                "FirstPartyCookies": [
                    {
                        "Name": "OptanonConsent",
                        "Host": "shop.example",
                        "IsSession": False,
                        "Length": "365",
                        "description": "Consent",
                    },
                    {
                        "Name": "sid",
                        "Host": "shop.example",
                        "IsSession": True,
                        "Length": "0",
                        "description": "Keeps you logged in",
                    },
                    {"Name": "blip", "Host": "shop.example", "IsSession": False, "Length": "0"},
                ],
                "Hosts": [],
            },
            {
                "GroupName": "Targeting Cookies",
                "Hosts": [
                    {
                        "HostName": "doubleclick.net",
                        "Cookies": [{"Name": "IDE", "Host": "doubleclick.net", "IsSession": False, "Length": "390"}],
                    }
                ],
            },
        ]
    }
}
COOKIEBOT = (
    "CookieConsentDialog.cookieTableNecessary = [['CookieConsent','shop.example','User\\'s','1 year','HTTP','1','']];\n"
    "CookieConsentDialog.cookieTableAdvertising = [['_fbp','meta.com<br/>x','Ads','3 months','HTTP','1',''],\n"
    "['theme','shop.example','Colours','Persistent','HTML','2','']];\n"
)
USERCENTRICS = {
    "categories": [{"categorySlug": "marketing", "label": "Marketing"}],
    "consentTemplates": [
        {
            "templateId": "a1",
            "dataProcessor": "Google Analytics",
            "categorySlug": "marketing",
            "dataPurposesList": ["Analytics"],
            "usesCookies": True,
            "deviceStorage": {
                "disclosures": [{"identifier": "_ga", "type": "cookie", "maxAgeSeconds": 63072000, "purposes": [9]}]
            },
        },
        {
            "templateId": "a2",
            "dataProcessor": "Old One",
            "isDeactivated": True,
            "deviceStorage": {"disclosures": [{"identifier": "x_y"}]},
        },
    ],
}
TCF = {
    "disclosures": [
        {
            "identifier": "uid",
            "type": "cookie",
            "maxAgeSeconds": 7776000,
            "purposes": [1, 4],
            "domains": ["*.ads.example"],
        },
        {"identifier": "s_id", "type": "cookie", "maxAgeSeconds": 0, "purposes": [1]},
        {"identifier": "cache", "type": "web", "maxAgeSeconds": None, "purposes": [1]},
    ]
}
OWN = """version: 1
site: shop.example
updated: 2026-02-01
complete: true
purposes: [cart]
denied: [advertising, data_sale]
vendors:
  - name: Google Analytics
    purposes: [analytics]
    opt_out: https://tools.google.com/dlpage/gaoptout
cookies:
  - name: PHPSESSID
    purpose: cart
    lifetime: session
    description: Serves the shop
  - name: _ga_*
    provider: Google Analytics
    purpose: analytics
    lifetime: 2 years
  - name: theme
    storage: local_storage
    lifetime: persistent
  - loose_name
"""

FILES = {
    "OneTrust": (
        json.dumps(ONETRUST),
        "en.json",
        {"OptanonConsent": 365, "sid": "session", "blip": 1 / 1440, "IDE": 390},
    ),
    "Cookiebot's script": (COOKIEBOT, "cc.js", {"CookieConsent": 365, "_fbp": 90, "theme": None}),
    "Cookiebot as JSON": (
        json.dumps({"cookieTableStatistics": [["_ga", "Google", "Counts", "2 years", "HTTP"]]}),
        "cookies.json",
        {"_ga": 730},
    ),
    "Usercentrics": (json.dumps(USERCENTRICS), "settings.json", {"_ga": 730}),
    "IAB TCF": (json.dumps(TCF), "deviceStorage.json", {"uid": 90, "s_id": "session", "cache": None}),
    "our own": (OWN, "cookies.yml", {"PHPSESSID": "session", "_ga_*": 730, "theme": None, "loose_name": None}),
    "handed to a function": (
        "callback(" + json.dumps(TCF) + ");",
        "x.js",
        {"uid": 90, "s_id": "session", "cache": None},
    ),
}


@pytest.mark.parametrize("case", FILES, ids=list(FILES))
def test_a_declaration_gives_names_and_lifetimes(case: str) -> None:
    source, name, wanted = FILES[case]
    assert facts(source, name) == {
        key: pytest.approx(value, abs=1e-6) if isinstance(value, float) else value for key, value in wanted.items()
    }


def test_first_and_third_parties_are_told_apart() -> None:
    claims = {claim.names[0]: claim for claim in named(json.dumps(ONETRUST), "en.json")}
    assert claims["sid"].subject is Subject.SITE
    assert claims["IDE"].subject is Subject.NAMED_THIRD_PARTY
    assert claims["IDE"].purpose is P.ADVERTISING


def test_storage_is_told() -> None:
    assert {c.names[0]: c.storage for c in named(COOKIEBOT, "cc.js")} == {
        "CookieConsent": "cookie",
        "_fbp": "cookie",
        "theme": "local_storage",
    }
    assert {c.names[0]: c.storage for c in named(OWN, "cookies.yml")}["theme"] == "local_storage"


def test_lines_lead_to_the_source() -> None:
    text = json.dumps(ONETRUST, indent=1)
    lines = text.split("\n")
    for claim in named(text, "en.json"):
        assert claim.names[0] in lines[claim.quote.line - 1]
    assert [claim.quote.line for claim in named(OWN, "cookies.yml")] == [12, 16, 20, 23]


def test_a_stated_purpose_outweighs_the_description() -> None:
    assert named(OWN, "cookies.yml")[0].purpose is P.CART


def test_the_first_of_two_purposes_is_read_and_the_other_told_with_its_line() -> None:
    source = "version: 1\ncookies:\n  - name: x_y\n    purpose:\n      - cart\n      - analytics\n"
    assert named(source, "cookies.yml")[0].purpose is P.CART
    assert [held.what for held in problems(source, "cookies.yml")] == [
        'a cookie has one purpose, and "analytics" was not read (line 6)'
    ]
    alone = source.replace("      - analytics\n", "")
    assert named(alone, "cookies.yml")[0].purpose is P.CART
    assert problems(alone, "cookies.yml") == ()


def test_our_own_says_what_it_promises_in_sentences() -> None:
    text = document(OWN, "cookies.yml").text
    for sentence in (
        "Last updated: 2026-02-01",
        "We use cookies to remember the items in your shopping cart.",
        "We do not use cookies to serve advertisements.",
        "We do not sell your personal information.",
        "We only use the following cookies, and no others.",
        "Google Analytics uses cookies on our site to analyse how visitors use our site.",
    ):
        assert sentence in text


WRONG = {
    "an unknown key": ("version: 1\ncolour: red\n", "declaration-unknown-key", Severity.NOTE),
    "an unknown purpose": ("purposes: [fun]\n", "declaration-invalid", Severity.PARTIAL),
    "a purpose too many": (
        "cookies:\n  - name: x_y\n    purpose:\n      - cart\n      - analytics\n",
        "declaration-invalid",
        Severity.PARTIAL,
    ),
    "a list for a lifetime": (
        "cookies:\n  - name: x_y\n    lifetime: [1 day]\n",
        "declaration-invalid",
        Severity.PARTIAL,
    ),
    "a mapping for a purpose": (
        "cookies:\n  - name: x_y\n    purpose: {main: cart}\n",
        "declaration-invalid",
        Severity.PARTIAL,
    ),
    "an unknown denial": ("denied: [everything]\n", "declaration-invalid", Severity.PARTIAL),
    "a cookie without a name": ("cookies:\n  - lifetime: 1 year\n", "declaration-invalid", Severity.PARTIAL),
    "a vendor without a name": ("vendors:\n  - purposes: [cart]\n", "declaration-invalid", Severity.PARTIAL),
    "no mapping": ("- a\n- b\n", "declaration-unreadable", Severity.FAILED),
    "no YAML": ("cookies: [\n", "declaration-unreadable", Severity.FAILED),
    "aliases": ("cookies: &a [x]\nnotes: *a\n", "declaration-unreadable", Severity.FAILED),
    "depth": ("cookies: " + "[" * 40 + "]" * 40 + "\n", "declaration-unreadable", Severity.FAILED),
}


@pytest.mark.parametrize("case", WRONG, ids=list(WRONG))
def test_what_does_not_fit_is_said(case: str) -> None:
    source, code, severity = WRONG[case]
    found = problems(source, "cookies.yml")
    assert (found[0].code, found[0].severity) == (code, severity)


def test_yaml_makes_no_objects_and_no_booleans() -> None:
    held = document(
        "cookies:\n  - name: no\n    description: !!python/object/apply:os.getcwd []\n  - name: x_y\n", "cookies.yml"
    )
    assert "x_y" in held.text


@pytest.mark.parametrize(
    "source", ["{}", "[1, 2]", '{"a": 1}', "{", '{"disclosures": 5}', '{"DomainData": {"Groups": [1, null]}}']
)
def test_other_json_is_refused_in_words(source: str) -> None:
    assert problems(source, "x.json")[-1].severity is Severity.FAILED


KEYS = (
    *("DomainData", "Groups", "FirstPartyCookies", "Hosts", "Cookies", "Name", "Length", "GroupName", "disclosures"),
    *("identifier", "type", "maxAgeSeconds", "purposes", "domains", "templates", "dataProcessor", "templateId"),
    *("deviceStorage", "cookieTableNecessary", "categories", "dataPurposesList", "cookieMaxAgeSeconds"),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=20,
)


@given(JSON)
def test_any_json_is_read_or_refused(data: Any) -> None:
    read = reading(json.dumps(data), "x.json")
    if read.document is not None:
        check(read.document)


@given(st.text(alphabet="cookies: -[]{}&*!|>'\"\n#nameversion1", max_size=200))
def test_any_yaml_is_read_or_refused(source: str) -> None:
    read = reading("version: 1\ncookies:\n" + source, "cookies.yml")
    if read.document is not None:
        check(read.document)


def test_the_schema_has_the_keys_that_are_read() -> None:
    schema = json.loads((Path(__file__).parents[3] / "resources" / "cookies.schema.json").read_text("utf-8"))
    properties = schema["properties"]
    assert set(properties) == set(own.KEYS)
    assert set(properties["cookies"]["items"]["properties"]) == set(own.COOKIE_KEYS)
    assert set(properties["vendors"]["items"]["properties"]) == set(own.VENDOR_KEYS)
    assert set(schema["$defs"]["purpose"]["enum"]) == set(own.PHRASES)
    assert set(properties["denied"]["items"]["anyOf"][1]["enum"]) == set(own.DENIALS)
