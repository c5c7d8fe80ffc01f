# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from make.policies import facts, named

from inspector.core.policy import StatedPurpose as P

LISTS = {
    "keys on lines": (
        "## Cookies we use\n\nName: \\_ga  \nPurpose: Statistics  \nDuration: 2 years\n\n"
        "Name: \\_gid  \nStore and count page views.  \nDuration: 24 hours\n",
        {"_ga": 730, "_gid": 1},
    ),
    "keys as bullets": (
        "**Measurement cookies** are used to measure.\n\n*   Cookie Name: _\\_ga_\n    \n"
        "*   Purpose: Tell users apart\n"
        "    \n*   Duration: 13 months\n    \n\n*   Cookie Name: _consent_\n    \n*   Duration: 1 Year\n",
        {"_ga": 390, "consent": 365},
    ),
    "names in bold over their text": (
        "## Cookies\n\n*   **\\_\\_cfduid** \\- From a network  \n    It speeds up the site and is kept for 30 days.\n"
        "*   **\\_collect**  \n    Sends data about the visitor.\n",
        {"__cfduid": 30, "_collect": None},
    ),
    "names with a dash": (
        "Cookies on this site:\n\n- **_ga** - expires after 2 years\n- **PHPSESSID** – session\n"
        "- `sb_theme`: one month\n",
        {"_ga": 730, "PHPSESSID": "session", "sb_theme": 30},
    ),
    "numbered prose": (
        "We use these cookies:\n\n1. **csrf_token** (expires when the browser window is closed)\n"
        "2. **lang_pref** (1 year)\n",
        {"csrf_token": "session", "lang_pref": 365},
    ),
    "words with a lifetime": (
        "The cookies that we use:\n\n- lang (one year): your language\n- theme (session) - your colours\n",
        {"lang": 365, "theme": "session"},
    ),
    "names in brackets": (
        "The cookies in this list:\n\n*   **Google Analytics (\\_gid)**\n\n*   **Purpose**: to analyse usage\n\n"
        "*   **Data collected**: pages\n\n*   **Duration**: 24 months\n\n"
        "*   **OneLink (AppsFlyer)**\n\n*   **Duration**: 12 months\n",
        {"_gid": 720},
    ),
    "prose with brackets": (
        "We use Google Analytics cookies: _ga (storage period of two years), _gid (storage period of one day).\n",
        {"_ga": 730, "_gid": 1},
    ),
    "called a cookie": (
        'The site uses just one "good" cookie called "prefs" to remember your choices. It expires after 90 days.\n',
        {"prefs": 90},
    ),
    "several names before one dash": (
        "## Cookies you may see\n\n- bar_consent / bar_choice – your choice in the bar\n"
        "- lamp_bm or similar – keeps robots out\n"
        "- _ga, _ga_*, _gid – statistics\n",
        {"bar_consent": None, "bar_choice": None, "lamp_bm": None, "_ga": None, "_ga_*": None, "_gid": None},
    ),
    "names that brackets introduce": (
        "The counter sets cookies (commonly named _ga, _ga_*, and similar).\n",
        {"_ga": None, "_ga_*": None},
    ),
    "a name that its sentence follows": (
        "We use these cookies:\n\nlamp_sess This cookie keeps you signed in.\n",
        {"lamp_sess": None},
    ),
    "the x cookie": ("The main cookie is the ‘__ga’ cookie.\n", {"__ga": None}),
    "names in quotes": (
        'Our cookies: "csrf_token" is deleted when you close the browser. "lang_pref" is kept for a year.\n',
        {"csrf_token": "session", "lang_pref": 365},
    ),
    "the known name of a session": ("The PHPSESSID cookie keeps your session.\n", {"PHPSESSID": None}),
    "a lifetime is that of the name before it": (
        "We use the _ga cookie to count visits. The cookie _lamp lasts one day.\n",
        {"_ga": None, "_lamp": 1},
    ),
    "each its own lifetime": (
        "We use the cookie _ga, which is kept for 13 months, and the cookie _gid, which is kept for a day.\n",
        {"_ga": 390, "_gid": 1},
    ),
    "another cookie's end is not its own": (
        "We use the _ga cookie to count visits. Our session cookies are deleted when you close the browser.\n",
        {"_ga": None},
    ),
    "the next sentence speaks of it": (
        "We use the cookies _ga and _gid to count visits. They are kept for two years.\n",
        {"_ga": 730, "_gid": 730},
    ),
    "a name and its text, joined": (
        "## Cookies\n\nlamp_consent\nStores what you chose. First-party cookie. Retention: 365 days.\n",
        {"lamp_consent": 365},
    ),
    "what a cookie is called says that it is a session's": (
        "## Cookies\n\nCookie name: lamp_id  \nPurpose: Session cookie that keeps you signed in\n",
        {"lamp_id": "session"},
    ),
    "a key in brackets": (
        'We save your choice in the browser\'s local storage (key: "lamp-theme").\n',
        {"lamp-theme": None},
    ),
    "what stands under a name in storage": (
        "Saved in the browser's local storage under lamp_user.\n\nKept as lamp.notice-seen in local storage.\n",
        {"lamp_user": None, "lamp.notice-seen": None},
    ),
    "keys and names, joined": (
        "## Cookies\n\nCookie: Lamps Name: __lamp_a __lamp_b LID LAMP Purpose: to count visits.\n",
        {"__lamp_a": None, "__lamp_b": None, "LID": None, "LAMP": None},
    ),
    "names with colons, and a wildcard at the end": (
        "## Cookies\n\n- lamps:anon\\_id — a random number. Expires after 30 days.\n"
        "- lamps:quota:\\* — counts (localStorage)\n- lamp\\_state\\_\\* — signing in\n"
        "- lamp\\_seen — where you came from (utm\\_source, utm\\_medium) when the address says so\n",
        {"lamps:anon_id": 30, "lamps:quota:*": None, "lamp_state_*": None, "lamp_seen": None},
    ),
    "two names that do something": (
        "Our cookies:\n\n- lamp\\_a and lamp\\_b are used to count visits, for 30 days\n- lamp\\_c - counts\n",
        {"lamp_a": None, "lamp_b": None, "lamp_c": None},
    ),
    "a name over its record": (
        "LAMP.NET\\_SessionId\nModule: signing in\nExpires after: 365 days\nType: First-party cookie\n\n"
        "LAMPSESSID\nGeneral cookie of the page. It expires when you close your browser.\n",
        {"LAMP.NET_SessionId": 365, "LAMPSESSID": "session"},
    ),
    "a name before a colon, after a sentence": (
        "Cookies we use. LAMPSESSID: A number that tells you from others.\n",
        {"LAMPSESSID": None},
    ),
    "headings that are names": (
        "# Cookies\n\n### \\_octo\n\nThis cookie is used for statistics. It lasts for one year.\n\n"
        "### tz\\_pref\n\nYour time zone.\n",
        {"_octo": 365, "tz_pref": None},
    ),
}


@pytest.mark.parametrize("case", LISTS, ids=list(LISTS))
def test_cookies_in_lists_and_prose_are_named(case: str) -> None:
    source, wanted = LISTS[case]
    assert facts(source, "policy.md") == wanted


def test_a_definition_list_is_read() -> None:
    source = (
        "<h2>Cookies</h2><dl><dt>_ga</dt><dd>Counts visitors; expires after 2 years.</dd>"
        "<dt>sid_x</dt><dd>Log-in</dd></dl>"
    )
    assert facts(source) == {"_ga": 730, "sid_x": None}


NOTHING = {
    "acronyms": "We use cookies.\n\n- GDPR: the law\n- LLC - a company\n- DPO: our officer\n",
    "keys of something else": "Cookies.\n\nName: Ann Smith\nAddress: 1 Street\n",
    "paths": "Cookies are used in wp-admin and in the dashboard.\n",
    "choices": "# Cookies\n\nYOUR CHOICES\n\nYou may refuse.\n",
    "no word of cookies": "- some_value (2 years)\n- other_value (1 day)\n",
    "a domain": "We use cookies on shop.example and www.shop.example (2 sites).\n",
}


@pytest.mark.parametrize("case", NOTHING, ids=list(NOTHING))
def test_what_is_no_name_is_not_taken_for_one(case: str) -> None:
    assert named(NOTHING[case], "policy.md") == ()


def test_local_storage_keys_are_named_with_their_storage() -> None:
    claim = named("It keeps your theme in local storage under the key shop-theme. We use no cookies.\n", "policy.md")[0]
    assert (claim.names, claim.storage) == (("shop-theme",), "local_storage")


def test_a_listed_cookie_quotes_its_lines_and_has_a_purpose() -> None:
    claim = named("# Cookies\n\n- **_gads** - delivers advertisements, kept for 13 months\n", "policy.md")[0]
    assert claim.quote.text.startswith("_gads")
    assert claim.quote.line == 3
    assert claim.purpose is P.ADVERTISING
    assert claim.lifetime_value == 390


def test_lines_that_markdown_would_join_are_read_as_the_lines_they_were_meant_as() -> None:
    text = "Name: lamp_cart\nDuration: session\nPurpose: Holds your basket\n\nName: lamp_x\nDuration: 2 days\n"
    assert facts(f"# Cookies\n\n{text}", "policy.md") == {"lamp_cart": "session", "lamp_x": 2}


def test_a_cookie_identified_by_its_name_is_named() -> None:
    text = (
        'We use a session cookie (identified as "lampsession") for your basket. It ends when you close your browser.\n'
    )
    assert list(facts(f"# Cookies\n\n{text}", "policy.md")) == ["lampsession"]


def test_a_document_that_lists_its_cookies_is_trusted_with_names_that_may_be_words() -> None:
    text = (
        "## Cookies for support\n\n- _lamp, _lamp_id: who you are\n- lamp_a: ours\n- lamp_b: ours\n- lamp_c: ours\n"
        "- chat-device-id: which device asks\n"
    )
    assert list(facts(text, "policy.md")) == ["_lamp", "_lamp_id", "lamp_a", "lamp_b", "lamp_c", "chat-device-id"]
    alone = "## Cookies for support\n\n- chat-device-id: which device asks\n"
    assert facts(alone, "policy.md") == {}


def test_names_that_follow_the_word_are_named() -> None:
    text = "We use cookies. The cookie _lamp lasts 1 year. Our counter sets the cookies lamp_a, “lamp_b” and lamp_c.\n"
    assert list(facts(text, "policy.md")) == ["_lamp", "lamp_a", "lamp_b", "lamp_c"]
    assert facts(text, "policy.md")["_lamp"] == 365
    assert facts("We use cookies and beacons, or e-mail. Cookies help.\n", "policy.md") == {}
    assert list(facts("It sets cookies such as `_lamp` and `_lamp_*`.\n", "policy.md")) == [
        "_lamp",
        "_lamp_*",
    ]
    assert facts("We use cookies such as beacons and e-mail.\n", "policy.md") == {}


def test_a_long_text_in_brackets_is_read_at_once() -> None:
    """It could be split into names in more ways than there is time for; the test's limit would end it."""
    assert facts(f"## Cookies\n\n- x_1 ({'p' * 60} \n- (_ga, _gid)\n- Google (_gat)\n", "policy.md")
