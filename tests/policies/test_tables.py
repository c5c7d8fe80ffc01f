# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from make.policies import facts, named, policy

from inspector.core.policy import Stance, Subject
from inspector.core.policy import StatedPurpose as P

MINUTE = 1 / 1440

TABLES = {
    "headers in English": (
        "<h2>Our cookies</h2><table><tr><th>Cookie name</th><th>Purpose</th><th>Expires</th></tr>"
        "<tr><td>_ga</td><td>Counts visitors</td><td>2 years</td></tr>"
        "<tr><td>lang</td><td>Your language</td><td>Session</td></tr></table>",
        {"_ga": 730, "lang": "session"},
    ),
    "headers in the first row of plain cells": (
        "<h2>Cookies</h2><table><tr><td>Name</td><td>Zweck</td><td>Speicherdauer</td></tr>"
        "<tr><td>_pk_id</td><td>Statistik</td><td>13 Monate</td></tr></table>",
        {"_pk_id": 390},
    ),
    "no headers at all": (
        "<p>Cookies we set:</p><table><tr><td>_gid</td><td>Google</td><td>1 day</td></tr>"
        "<tr><td>_fbp</td><td>Facebook</td><td>3 months</td></tr></table>",
        {"_gid": 1, "_fbp": 90},
    ),
    "rows that lack a cell": (
        "<h2>Cookies</h2><table><tr><th>Cookie</th><th>Type</th><th>Purpose</th><th>Duration</th></tr>"
        "<tr><td>lampid</td><td>Knows the lamp</td><td>Session</td><td></td></tr>"
        "<tr><td>lamp_seen</td><td>HTTP</td><td>Counts for 30 days of reports</td><td></td></tr></table>",
        {"lampid": "session", "lamp_seen": None},
    ),
    "rows without a table": (
        "<tr><td>_ga</td><td>Google Analytics</td><td>2 anni</td></tr>"
        "<tr><td>wp-settings-*, wordpress_logged_in_*</td><td>WordPress</td><td>12 mesi / Sessione</td></tr>",
        {"_ga": 730, "wp-settings-*": 360, "wordpress_logged_in_*": "session"},
    ),
    "several names in a cell by breaks": (
        "<table><tr><th>Provider</th><th>Cookies</th><th>Duration</th></tr>"
        "<tr><td>Google</td><td>_ga<br>_gid<br><br>_gat</td><td>2 years</td></tr></table>",
        {"_ga": 730, "_gid": 730, "_gat": 730},
    ),
    "as many lifetimes as names": (
        "<table><tr><th>Name</th><th>Duration</th><th>Provider</th></tr>"
        "<tr><td>_ga<br>_gid</td><td>2 years<br>24 hours</td><td>Google</td></tr></table>",
        {"_ga": 730, "_gid": 1},
    ),
    "labels repeated in every cell": (
        "<table><tr><th>Name</th><th>Type</th><th>Maximum storage duration</th></tr>"
        "<tr><td>Name<br>cart_token</td><td>Type<br>Cookie</td><td>Maximum storage duration<br>14 days</td></tr>"
        "</table>",
        {"cart_token": 14},
    ),
    "OneTrust: subgroup, cookies, used, lifespan": (
        "<h3>Targeting cookies</h3><table><thead><tr><th>Cookie Subgroup</th><th>Cookies</th><th>Cookies used</th>"
        "<th>Lifespan</th></tr></thead><tr><td>doubleclick.net</td><td><a href=x>IDE</a>, "
        "<a href=y>test_cookie</a></td><td>Third Party</td><td>390 Days, A few seconds</td></tr></table>",
        {"IDE": 390, "test_cookie": None},
    ),
    "OneTrust: days as bare numbers": (
        "<table><tr><th>Cookie</th><th>Domain</th><th>Lifespan (days)</th></tr>"
        "<tr><td>OptanonConsent</td><td>shop.example</td><td>364</td></tr></table>",
        {"OptanonConsent": 364},
    ),
    "Cookiebot": (
        "<h2>Marketing (2)</h2><table>"
        "<tr><th>Name</th><th>Provider</th><th>Purpose</th><th>Expiry</th><th>Type</th></tr>"
        "<tr><td>_gcl_au</td><td>shop.example</td><td>AdSense.</td><td>3 months</td><td>HTTP Cookie</td></tr>"
        "<tr><td>ads/ga-audiences</td><td>Google</td><td>Pending</td><td>Session</td><td>Pixel Tracker</td></tr>"
        "</table>",
        {"_gcl_au": 90, "ads/ga-audiences": "session"},
    ),
    "a row as heading between rows": (
        "<table><tr><th>Cookie</th><th>Purpose</th><th>Expiry</th></tr><tr><td colspan=3>Analytics cookies</td></tr>"
        "<tr><td>_hjid</td><td>Hotjar</td><td>1 year</td></tr></table>",
        {"_hjid": 365},
    ),
    "names that reach down over rows": (
        "<table><tr><th>Provider</th><th>Cookie</th><th>Duration</th></tr>"
        "<tr><td rowspan=2>Google</td><td>_ga</td><td>2 years</td></tr><tr><td>_gid</td><td>1 day</td></tr></table>",
        {"_ga": 730, "_gid": 1},
    ),
    "divs with roles": (
        '<div role="table"><div role="row"><span role="columnheader">Cookie name</span>'
        '<span role="columnheader">Duration</span></div><div role="row"><div role="cell">sid</div>'
        '<div role="cell">1 hour</div></div></div>',
        {"sid": 1 / 24},
    ),
    "a table inside a table for layout": (
        "<table><tr><td><h1>Cookies</h1><table><tr><th>Cookie</th><th>Lifetime</th></tr>"
        "<tr><td>basket_id</td><td>7 days</td></tr></table></td><td>Menu</td></tr></table>",
        {"basket_id": 7},
    ),
    "the lifetime in the purpose": (
        "<table><tr><th>Cookie</th><th>Purpose</th></tr>"
        "<tr><td>country_code</td><td>Set on load and retained for 6 hours.</td></tr></table>",
        {"country_code": 0.25},
    ),
    "regular expressions as names": (
        "<table><tr><th>Providers</th><th>Cookies</th><th>Cookie Duration</th></tr>"
        "<tr><td>Segment</td><td>^ajs_user_id$<br>^_gd.*</td><td>1 year</td></tr></table>",
        {"^ajs_user_id$": 365, "^_gd.*": 365},
    ),
    "plain words as names": (
        "<h2>Cookies</h2><table><tr><th>Cookie</th><th>What it is for</th></tr>"
        "<tr><td>ads</td><td>Advertising</td></tr><tr><td>ab</td><td>Tests</td></tr></table>",
        {"ads": None, "ab": None},
    ),
    "capital names": (
        "<p>The list of cookies</p><table><tr><th>COOKIE name</th><th>COOKIE description</th></tr>"
        "<tr><td>CART</td><td>Your cart</td></tr><tr><td>GUEST-VIEW</td><td>Guests</td></tr></table>",
        {"CART": None, "GUEST-VIEW": None},
    ),
    "Polish": (
        "<table><tr><th>Nazwa</th><th>Dostawca</th><th>Cel</th><th>Okres ważności</th></tr>"
        "<tr><td>_ga</td><td>Google</td><td>Statystyka</td><td>2 lata</td></tr></table>",
        {"_ga": 730},
    ),
    "French": (
        "<table><tr><th>Nom du cookie</th><th>Finalité</th><th>Durée de conservation</th></tr>"
        "<tr><td>atuserid</td><td>Mesure d'audience</td><td>13 mois</td></tr></table>",
        {"atuserid": 390},
    ),
    "Swedish": (
        "<table><tr><th>Namn</th><th>Syfte</th><th>Lagringstid</th></tr>"
        "<tr><td>_gid</td><td>Statistik</td><td>24 timmar</td></tr></table>",
        {"_gid": 1},
    ),
}


@pytest.mark.parametrize("case", TABLES, ids=list(TABLES))
def test_a_cookie_table_gives_names_and_lifetimes(case: str) -> None:
    source, wanted = TABLES[case]
    assert facts(source) == {
        name: (pytest.approx(days) if isinstance(days, float) else days) for name, days in wanted.items()
    }


OTHERS = {
    "subprocessors": (
        "<h2>Subprocessors</h2><table><tr><th>Name of subprocessor</th><th>Purpose</th></tr>"
        "<tr><td>Zendesk</td><td>Support</td></tr><tr><td>Stripe</td><td>Payment</td></tr></table>"
    ),
    "kinds of cookies": (
        "<table><tr><th>Cookie type</th><th>Description</th></tr><tr><td>Essential</td><td>Needed</td></tr>"
        "<tr><td>Analytics</td><td>Statistics</td></tr></table>"
    ),
    "products in the cookie column": (
        "<table><tr><th>Cookie</th><th>Description</th></tr><tr><td>Hubspot / Hubspot Forms</td><td>Marketing</td></tr>"
        "<tr><td>Facebook Connect</td><td>Social</td></tr><tr><td>Truste Seal</td><td>Seal</td></tr></table>"
    ),
    "companies with opt-outs": (
        "<table><tr><th>Third Party</th><th>Privacy Policy</th><th>Your choices</th></tr>"
        "<tr><td>AppNexus</td><td>Policy</td><td>Opt out</td></tr></table>"
    ),
    "rights": (
        "<table><tr><th>Right</th><th>What it means</th></tr><tr><td>Access</td><td>You may ask</td></tr></table>"
    ),
    "people": "<table><tr><th>Name</th><th>Role</th></tr><tr><td>ann_smith</td><td>DPO</td></tr></table>",
    "prices": "<table><tr><td>basic</td><td>1 month</td></tr><tr><td>pro</td><td>1 year</td></tr></table>",
    "retention of data": (
        "<table><tr><th>Data</th><th>Retention period</th></tr><tr><td>Invoices</td><td>10 years</td></tr></table>"
    ),
}


@pytest.mark.parametrize("case", OTHERS, ids=list(OTHERS))
def test_a_table_of_something_else_names_no_cookies(case: str) -> None:
    assert named(OTHERS[case]) == ()


def test_a_claim_quotes_its_row_and_knows_provider_purpose_party_and_line() -> None:
    claim = named(
        "<h2>Cookies</h2>\n<table><tr><th>Name</th><th>Provider</th><th>Purpose</th><th>Type</th><th>Duration</th></tr>\n"
        "<tr><td>_ga</td><td>Google Analytics</td><td>Measures how visitors use the site</td><td>Third party</td>"
        "<td>2 years</td></tr></table>"
    )[0]
    assert claim.quote.text == "_ga\tGoogle Analytics\tMeasures how visitors use the site\tThird party\t2 years"
    assert claim.quote.line == 3
    assert (claim.provider, claim.purpose, claim.subject) == (
        "Google Analytics",
        P.ANALYTICS,
        Subject.NAMED_THIRD_PARTY,
    )


def test_the_heading_gives_the_purpose_that_the_row_does_not() -> None:
    claim = named(
        "<h3>Advertising cookies</h3><table><tr><th>Cookie</th><th>Duration</th></tr>"
        "<tr><td>uid</td><td>1 year</td></tr></table>"
    )[0]
    assert claim.purpose is P.ADVERTISING


def test_local_storage_is_told_from_cookies() -> None:
    claims = named(
        "<table><tr><th>Name</th><th>Type</th><th>Duration</th></tr>"
        "<tr><td>theme</td><td>HTML Local Storage</td><td>Persistent</td></tr>"
        "<tr><td>sid</td><td>HTTP Cookie</td><td>Session</td></tr></table>"
    )
    assert [claim.storage for claim in claims] == ["local_storage", "cookie"]


def test_markdown_tables_with_an_empty_header_row_and_escapes_are_read() -> None:
    table = "## Cookies\n\n|     |     |\n| --- | --- |\n| **Cookie** | **Duration** |\n| \\_\\_utma | 2 years |\n"
    assert facts(table, "policy.md") == {"__utma": 730}


def test_a_markdown_cell_with_raw_line_breaks_is_one_cell() -> None:
    table = "## Cookies\n\n|Cookie|Purpose|\n|---|---|\n|_hjid\nmp_mixpanel\nhubspotutk|Helps us.|\n|ab|Tests.|\n"
    assert list(facts(table, "policy.md")) == ["_hjid", "mp_mixpanel", "hubspotutk", "ab"]


def test_a_table_copied_as_text_is_read() -> None:
    table = "Cookies we use\n\nName\tPurpose\tExpiry\n_ga\tStatistics\t2 years\nsid\tLog-in\tSession\n"
    assert facts(table, "policy.txt") == {"_ga": 730, "sid": "session"}


def test_a_table_for_each_cookie_is_read_key_by_key() -> None:
    upright = (
        "## Our cookies\n\nName: | _lamp\n---|---\nPurpose: | Counts visitors\nProvider: | shop.test\n"
        "Type: | http_cookie\nExpires in: | 1 year 1 month 4 days\n\n"
        "Name: | lamp_theme\n---|---\nProvider: | shop.test\nType: | html_local_storage\nExpires in: | persistent\n"
    )
    counter, theme = named(upright, "policy.md")
    assert (counter.names, counter.lifetime_value, counter.purpose) == (("_lamp",), 399, P.ANALYTICS)
    assert (theme.names, theme.storage) == (("lamp_theme",), "local_storage")
    assert counter.quote.text.startswith("Name:\t_lamp\nPurpose:")


def test_a_table_of_two_columns_about_several_cookies_is_no_record_of_one() -> None:
    table = "## Cookies\n\nName | Expires\n---|---\n_lamp | 2 years\nsid | Session\n"
    assert facts(table, "policy.md") == {"_lamp": 730, "sid": "session"}


OWN = "## Cookies\n\nName | Provider | Expires\n---|---|---\n" + "".join(
    f"lamp_{name} | {{0}} | 1 year\n" for name in ("a", "b", "c")
)


@pytest.mark.parametrize("provider", ["Website", ".lanterns.test", "www.lanterns.test", "this site"])
def test_the_provider_that_is_the_site_itself_is_no_third_party(provider: str) -> None:
    record = policy(OWN.format(provider), "policy.md").record
    assert record.stance("first_party_cookies") is Stance.DECLARED
    assert record.stance("third_party_cookies") is Stance.UNSTATED
    assert record.vendors == ()


def test_names_behind_labels_and_lifetimes_in_a_remark_are_read() -> None:
    table = (
        "## Cookies that we use\n\nType of cookie | What it does | When it expires\n---|---|---\n"
        "Lamp statistics | Counts visits. | Not applicable\nVisitor ID: _lamp_v | Knows you again. | Two years\n"
        "Session ID: _lamp_s | Ends with your visit. | When you exit the browser\n"
    )
    assert facts(table, "policy.md") == {"_lamp_v": 730, "_lamp_s": "session"}
    remark = (
        "## Cookies\n\nName | Purpose | More information\n---|---|---\n"
        "lamp_x | Keeps your basket. | This cookie is deleted when you close your browser.\n"
    )
    assert facts(remark, "policy.md") == {"lamp_x": "session"}


def test_the_host_for_which_a_script_writes_its_cookies_is_the_sites_own() -> None:
    """Google Analytics writes "_ga" for the page's host, whoever else is named in the table."""
    rows = "| lamps.example | _ga | Counts visits |\n| shine.example | shine_id | Shows lamps |\n"
    record = policy(f"# Cookies\n\n| Host | Name | Details |\n|---|---|---|\n{rows}", "policy.md").record
    assert [vendor.id for vendor in record.vendors] == ["shine-example"]
