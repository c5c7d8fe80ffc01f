# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tables that have lost their cells."""

import pytest
from make.policies import facts, named

from inspector.core.policy import StatedPurpose as P

TABLES = {
    "a row to a line, the lifetime last": (
        "Cookie Name Used by Description Expiration\n"
        "_lamp Lamp Analytics Counts the visits of a user, and the time of the first. 2 years from set/update\n"
        "lamp_a and lamp_b Lamp Analytics Tells users apart. 2 years and 2 hours\n"
        "LAMPAffinity Website Tells which server answers. End of session\n",
        {"_lamp": 730, "lamp_a": 730, "lamp_b": pytest.approx(2 / 24), "LAMPAffinity": "session"},
    ),
    "a row to a line, the lifetime behind the name": (
        "Cookie Duration Description\n_lamp 1 year 1 month Counts visits.\nlamp_id session Keeps you signed in.\n",
        {"_lamp": 395, "lamp_id": "session"},
    ),
    "cells that touch": (
        "CookieDurationDescription\n_lamp6 monthsCounts visits of people.\nlamp_11 yearKeeps your choice of 2 lamps.\n"
        "lamp_userNever ExpiresKnows who you are.\n",
        {"_lamp": 180, "lamp_1": 365, "lamp_user": None},
    ),
    "cells that touch, the lifetime last": (
        "NameDescriptionExpiration\n__lampThis cookie counts visits, with an ID.2 years from set\n"
        "LAMP_SESSIONThis cookie keeps you signed in.End of session\n",
        {"__lamp": 730, "LAMP_SESSION": "session"},
    ),
    "a cell to a line": (
        "Cookie\n\nDescription\n\nExpiry\n\nProvider\n\nlang\n\nRemembers the language\n\nSession\n\nlamps.example\n\n"
        "Statistics\n\n_lamp\n\nCounts visits\n\n2 years\n\nlamps.example\n",
        {"lang": "session", "_lamp": 730},
    ),
    "a cell to a line, with bars left over": (
        "Name |\nPurpose |\nCART |\nWhat is in your basket |\nfrontend |\nThe id of your session |\n",
        {"CART": None, "frontend": None},
    ),
    "two names and a lifetime for each": (
        "Cookie Name Purpose Category Duration\nlamp_a Counts visits. Performance 2 Years\n"
        "lamp_b, lamp_c These two see visits begin. Performance 30 Minutes, Session\n",
        {"lamp_a": 730, "lamp_b": pytest.approx(30 / 1440), "lamp_c": "session"},
    ),
    "rows below a blank line": (
        "Cookie Purpose Expires\n\nlamp::c Tells people from robots. End of browser session\n"
        "lamp::a Tells people from robots. 30 days\n",
        {"lamp::c": "session", "lamp::a": 30},
    ),
    "bars without dashes": (
        "Cookie name | Purpose | Kept for |\n_lamp, lamp_id | Counting visits | 2 years / 24 hours |\n"
        "lamp_<id> | Signing in | 14 days |\n",
        {"_lamp": 730, "lamp_id": 1, "lamp_<id>": 14},
    ),
    "bars without dashes, cells on lines of their own": (
        "Cookie | Type | Purpose | Kept for |\nLAMPSESSION | Secure | Signing in | Session |\n"
        "lampid | Which lamp | Session | |\n"
        "LAMPALB |\nSet by the balancer. |\n1 week |\n|\nLAMPCORS | Secure |\nSet by the balancer. |\n1 week. |\n",
        {"LAMPSESSION": "session", "lampid": "session", "LAMPALB": 7, "LAMPCORS": 7},
    ),
}
BARRED = {case for case in TABLES if "dashes" in case}  # plain text has tables by tabs only


@pytest.mark.parametrize("case", TABLES)
def test_cookies_of_tables_without_cells_are_named(case: str) -> None:
    source, wanted = TABLES[case]
    assert facts(f"Cookies we use\n\n{source}", "policy.md") == wanted


@pytest.mark.parametrize("case", sorted(set(TABLES) - BARRED))
def test_they_are_named_in_plain_text_too(case: str) -> None:
    source, wanted = TABLES[case]
    assert facts(f"Cookies we use\n\n{source}", "policy.txt") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Cookie Description\n\nA cookie is a small file. Two years ago we had none.\n",
        "Cookies\n\nInformation\n\nWe keep your name for 2 years.\n\nIt is safe.\n",
        "Name Purpose Duration\n\nThe table is being worked on; until then nothing is kept for more than a year.\n",
        "| Cookie | Kind |\n\nOther | text\n",
    ],
)
def test_text_below_words_of_headers_is_no_row(text: str) -> None:
    assert facts(text, "policy.md") == {}


def test_a_row_is_quoted_with_what_it_is_for() -> None:
    text = "Cookie Name Purpose Expires\nlamp_seen Measures how visitors use the website 30 days\n"
    (claim,) = named(text, "policy.md")
    assert claim.quote.text == "lamp_seen Measures how visitors use the website 30 days"
    assert claim.purpose is P.ANALYTICS
