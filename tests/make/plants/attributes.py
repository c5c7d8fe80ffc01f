# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""First-party headers: every attribute, good and broken. Shown by the page ``/attributes`` itself."""

from typing import Final

from make.plants.record import CHIPS, DAY_S, ENDED, KEPT, REFUSED, SCRIPT, YEAR_S, Fates, Plant

PAGE: Final = "/attributes"
HERE: Final = f"shop.test{PAGE}"


def _header(what: str, cookie: str, asked: str, fates: Fates = KEPT, **more: str) -> Plant:
    return Plant(what, cookie, PAGE, HERE, asked, fates, **more)


def _script(what: str, cookie: str, asked: str, fates: Fates = KEPT, **more: str) -> Plant:
    return Plant(what, cookie, PAGE, HERE, asked, fates, SCRIPT, **more)


OVERSIZE_WHY: Final = "both limit the name and the value to 4096 bytes together (RFC 6265bis, 5.6)"

ATTRIBUTES: Final[tuple[Plant, ...]] = (
    _header("a session cookie", "a_session", ""),
    _header("SameSite=Lax", "a_lax", "SameSite=Lax; Secure; HttpOnly"),
    _header("SameSite=Strict", "a_strict", "SameSite=Strict; Secure"),
    _header("SameSite=None with Secure", "a_none", "SameSite=None; Secure"),
    _header("SameSite=None without Secure", "a_none_insecure", "SameSite=None", REFUSED),
    _header("SameSite with an unknown word", "a_bogus_same_site", "SameSite=Sometimes"),
    _header("__Host- as it should be", "__Host-a_good", "Path=/; Secure"),
    _header("__Host- with a path", "__Host-a_path", f"Path={PAGE}; Secure", REFUSED),
    _header("__Host- with a domain", "__Host-a_domain", "Path=/; Secure; Domain=shop.test", REFUSED),
    _header("__Secure- without Secure", "__Secure-a_plain", "Path=/", REFUSED),
    _header("a lifetime of two years", "a_two_years", f"Max-Age={2 * YEAR_S}"),
    _header("two years by Expires", "a_far_date", "Expires=Wed, 24 Nov 2038 12:00:00 GMT"),
    _header("Max-Age goes before Expires", "a_both", f"Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age={DAY_S}"),
    _header("a Max-Age that is no number", "a_bad_age", "Max-Age=tomorrow"),
    _header("a date that is none", "a_bad_date", "Expires=someday"),
    _header("the domain of the site", "a_domain", "Domain=shop.test"),
    _header("the domain of another site", "a_other_site", "Domain=ads.test", REFUSED),
    _header("a public suffix as domain", "a_suffix", "Domain=test", REFUSED),
    _header("a path that this page is not below", "a_elsewhere", "Path=/elsewhere"),
    _header("larger than a browser takes", "a_oversize", "", REFUSED, value="x" * 4097, why=OVERSIZE_WHY),
    _header("a control character in the value", "a_control", "", REFUSED, value="a\x01b"),
    _header("a value in quotation marks", "a_quoted", "", value='"two words"'),
    _header("no value", "a_empty", "", value=""),
    _header("a value in UTF-8", "a_letters", "", value="Grüße".encode().decode("latin-1")),
    _header("a date that is over", "a_past", "Expires=Thu, 01 Jan 1970 00:00:00 GMT", ENDED),
    _header("Max-Age=0", "a_zero", "Max-Age=0", ENDED),
    _header("HttpOnly", "a_sealed", "HttpOnly; Secure; Path=/"),
    _header("one name at two paths: the root", "a_twice", "Path=/"),
    _header("one name at two paths: the page", "a_twice", f"Path={PAGE}", value="2"),
    _header("partitioned by the site itself", "a_own_chip", "Secure; SameSite=None; Path=/; Partitioned", CHIPS),
    _script("HttpOnly set over by a script", "a_sealed", "Path=/; Secure", REFUSED, value="over"),
    _script("HttpOnly asked for by a script", "a_script_sealed", "HttpOnly", REFUSED),
    _script("another site's domain by a script", "a_script_other", "Domain=ads.test", REFUSED),
    _script("__Host- by a script, with a path", "__Host-a_script", f"Secure; Path={PAGE}", REFUSED),
    _script("a path that the script cannot see", "a_script_elsewhere", "Path=/elsewhere"),
)
